// What expdp refuses by itself, before a job is made: values that do not exist, and parameters that exclude each other.
import { ClientRefusal, itemsOf, nameParts, unquoted, type Parameters } from './parameters.ts';

export interface ObjectFilter {
  path: string;
  condition: string | null;
}

/** What the job is to do; names are as the dictionary has them. */
export interface ExportOrder {
  mode: 'FULL' | 'SCHEMA' | 'TABLE' | 'TABLESPACE';
  names: string[];
  tables: { schema: string; name: string; partition: string | null }[];
  jobName: string | null;
  directory: string;
  dumpFile: string;
  logFile: string | null;
  content: 'ALL' | 'DATA_ONLY' | 'METADATA_ONLY';
  include: ObjectFilter[];
  exclude: ObjectFilter[];
  queries: string[];
  estimate: 'BLOCKS' | 'STATISTICS';
  estimateOnly: boolean;
  compression: 'METADATA_ONLY' | 'NONE' | 'ALL' | 'DATA_ONLY';
  encryption: string | null;
  encryptionMode: string | null;
  passwordPrompt: boolean;
  fileSize: number | null;
  reuse: boolean;
  parallel: number;
  metrics: boolean;
  logTime: 'NONE' | 'STATUS' | 'LOGFILE' | 'ALL';
}

const WORDS: Record<string, readonly string[]> = {
  content: ['ALL', 'DATA_ONLY', 'METADATA_ONLY'],
  estimate: ['BLOCKS', 'STATISTICS'],
  compression: ['METADATA_ONLY', 'NONE', 'ALL', 'DATA_ONLY'],
  compression_algorithm: ['BASIC', 'LOW', 'MEDIUM', 'HIGH'],
  encryption: ['ALL', 'DATA_ONLY', 'METADATA_ONLY', 'ENCRYPTED_COLUMNS_ONLY', 'NONE'],
  encryption_mode: ['PASSWORD', 'TRANSPARENT', 'DUAL'],
  encryption_algorithm: ['AES128', 'AES192', 'AES256'],
  logtime: ['NONE', 'STATUS', 'LOGFILE', 'ALL'],
};
const YES_NO = ['full', 'nologfile', 'estimate_only', 'encryption_pwd_prompt', 'reuse_dumpfiles', 'cluster', 'metrics'];
const UNITS: Record<string, number> = { '': 1, B: 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 };

/** @throws ClientRefusal */
export function orderOf(given: Parameters): ExportOrder {
  const one = (name: string): string | null => given.get(name)?.[0] ?? null;
  checkValues(given);
  const word = (name: string, fallback: string): string => (one(name) === null ? fallback : unquoted(one(name) ?? '').toUpperCase());
  const yes = (name: string): boolean => /^Y/i.test(one(name) ?? '');
  const modes = ['full', 'schemas', 'tables', 'tablespaces'].filter((name) => given.has(name) && (name !== 'full' || yes('full')));
  if (modes.length > 1) throw new ClientRefusal(`UDE-00010: multiple job modes requested, ${modes.join(' and ')}.`);
  const mode = ({ full: 'FULL', schemas: 'SCHEMA', tables: 'TABLE', tablespaces: 'TABLESPACE' } as const)[modes[0] ?? 'schemas']!;
  const order: ExportOrder = {
    mode,
    names: mode === 'SCHEMA' || mode === 'TABLESPACE' ? itemsOf(one(modes[0] ?? '') ?? '').map(singleName) : [],
    tables: mode === 'TABLE' ? itemsOf(one('tables') ?? '').map(tableName) : [],
    jobName: one('job_name')?.toUpperCase() ?? null,
    directory: singleName(one('directory') ?? 'DATA_PUMP_DIR'),
    dumpFile: unquoted(one('dumpfile') ?? 'expdat.dmp'),
    logFile: yes('nologfile') ? null : unquoted(one('logfile') ?? 'export.log'),
    content: word('content', 'ALL') as ExportOrder['content'],
    include: (given.get('include') ?? []).map(filterOf),
    exclude: (given.get('exclude') ?? []).map(filterOf),
    queries: given.get('query') ?? [],
    estimate: word('estimate', 'BLOCKS') as ExportOrder['estimate'],
    estimateOnly: yes('estimate_only'),
    compression: word('compression', 'METADATA_ONLY') as ExportOrder['compression'],
    encryption: one('encryption') === null || word('encryption', '') === 'NONE' ? null : word('encryption', ''),
    encryptionMode: one('encryption_mode') === null ? null : word('encryption_mode', ''),
    passwordPrompt: yes('encryption_pwd_prompt'),
    fileSize: one('filesize') === null ? null : sizeOf(one('filesize') ?? ''),
    reuse: yes('reuse_dumpfiles'),
    parallel: Number(one('parallel') ?? 1),
    metrics: yes('metrics'),
    logTime: word('logtime', 'NONE') as ExportOrder['logTime'],
  };
  refuseTogether(order, given);
  return order;
}

function checkValues(given: Parameters): void {
  const bad = (name: string): ClientRefusal => new ClientRefusal(`UDE-00014: invalid value for parameter, '${name}'.`);
  for (const [name, [value = '']] of given) {
    const words = WORDS[name] ?? (YES_NO.includes(name) ? ['Y', 'N', 'YES', 'NO'] : null);
    if (words !== null && !words.includes(unquoted(value).toUpperCase())) throw bad(name);
    if (name === 'parallel' && !/^[1-9]\d{0,4}$/.test(value)) throw bad(name);
    if (name === 'job_name' && !/^[A-Za-z][A-Za-z0-9_$]{0,127}$/.test(value)) throw bad(name);
    if ((name === 'dumpfile' || name === 'logfile') && !/^[\w.%$-]+$/.test(unquoted(value))) throw bad(name);
    if (name === 'version' && !/^(COMPATIBLE|LATEST|\d+(\.\d+)*)$/i.test(unquoted(value))) throw bad(name);
    if (name === 'flashback_time' && !/^systimestamp$/i.test(value) && !isTimestamp(value)) {
      throw new ClientRefusal('ORA-39001: invalid argument value', 'ORA-39150: bad flashback time', 'ORA-00904: invalid identifier');
    }
  }
  for (const query of given.get('query') ?? []) queryOf(query);
}

const isTimestamp = (value: string): boolean =>
  /^"TO_TIMESTAMP\s*\('\d{4}-\d\d-\d\d \d\d:\d\d:\d\d'\s*,\s*'YYYY-MM-DD HH24:MI:SS'\)"$/i.test(value);

function refuseTogether(order: ExportOrder, given: Parameters): void {
  const not = (a: string, b: string): ClientRefusal => new ClientRefusal(`UDE-00011: parameter ${a} is incompatible with parameter ${b}.`);
  if (order.estimateOnly && given.has('dumpfile')) throw not('dumpfile', 'estimate_only');
  if (order.estimateOnly && order.content === 'METADATA_ONLY') throw not('content=metadata_only', 'estimate_only');
  if (given.has('estimate') && order.content === 'METADATA_ONLY') throw not('estimate', 'content=metadata_only');
  if (order.queries.length > 0 && order.estimateOnly) throw not('query', 'estimate_only');
  if (order.queries.length > 0 && order.content === 'METADATA_ONLY') throw not('query', 'content=metadata_only');
  if (order.include.length > 0 && order.exclude.length > 0) throw not('include', 'exclude');
  if (given.has('flashback_time') && given.has('flashback_scn')) throw not('flashback_time', 'flashback_scn');
  if (given.has('encryption_password') && order.passwordPrompt) throw not('encryption_password', 'encryption_pwd_prompt');
  const secret = order.passwordPrompt || given.has('encryption_password');
  const mode = order.encryptionMode;
  if (mode === 'TRANSPARENT' && secret) throw not('encryption_password', 'encryption_mode=transparent');
  if ((mode === 'PASSWORD' || mode === 'DUAL') && !secret) {
    throw new ClientRefusal('ORA-39001: invalid argument value', `ORA-39180: unable to encrypt ENCRYPTION_PASSWORD for mode ${mode}`);
  }
  if (mode !== null && order.encryption === 'ENCRYPTED_COLUMNS_ONLY') throw not('encryption_mode', 'encryption=encrypted_columns_only');
  if ((mode !== null || given.has('encryption_algorithm')) && order.encryption === null && !secret) {
    throw new ClientRefusal('ORA-39001: invalid argument value', 'ORA-39203: Partition selection and ENCRYPTION are not set together');
  }
}

const singleName = (item: string): string => {
  const { parts } = nameParts(/^"[^"]*"$/.test(item) ? unquoted(item) : item);
  if (parts.length !== 1) throw new ClientRefusal(`UDE-00014: invalid value for parameter, '${item}'.`);
  return parts[0] ?? '';
};

function tableName(item: string): ExportOrder['tables'][number] {
  const { parts, separators } = nameParts(item);
  const written = separators.join('');
  if (written !== '.' && written !== '.:') throw new ClientRefusal(`UDE-00014: invalid value for parameter, 'tables': ${item}.`);
  return { schema: parts[0] ?? '', name: parts[1] ?? '', partition: parts[2] ?? null };
}

function filterOf(value: string): ObjectFilter {
  const split = /^([A-Za-z][A-Za-z0-9_]*(?:\/[A-Za-z][A-Za-z0-9_]*)*)(?::"([^"]*)")?$/s.exec(value);
  if (split === null) throw new ClientRefusal('ORA-39001: invalid argument value', `ORA-39071: Value for INCLUDE or EXCLUDE is badly formed: ${value}`);
  const condition = split[2] ?? null;
  if (condition !== null && !/^\s*(NOT\s+)?(IN|LIKE|BETWEEN|=|<|>|!=)/i.test(condition)) {
    throw new ClientRefusal('ORA-39001: invalid argument value', 'ORA-39071: Value for INCLUDE or EXCLUDE is badly formed.', 'ORA-00920: invalid relational operator');
  }
  return { path: (split[1] ?? '').toUpperCase(), condition };
}

/** @throws ClientRefusal */
export function queryOf(value: string): { table: string | null; clause: string } {
  const split = /^(?:(.*?):)?"([^"]*)"$/s.exec(value);
  if (split === null || !/^\s*(WHERE|ORDER\s+BY)\s/i.test(split[2] ?? '')) {
    throw new ClientRefusal('ORA-39001: invalid argument value', 'ORA-39035: Data filter SUBQUERY has already been specified or is badly formed.');
  }
  if (split[1] !== undefined) tableName(split[1]);
  return { table: split[1] ?? null, clause: split[2] ?? '' };
}

function sizeOf(value: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([BKMGT]?)$/i.exec(value) ?? [];
  if (digits === '') throw new ClientRefusal("UDE-00014: invalid value for parameter, 'filesize'.");
  return Number(digits) * (UNITS[unit.toUpperCase()] ?? 1);
}
