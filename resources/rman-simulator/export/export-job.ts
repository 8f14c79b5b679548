// One export from its first to its last line: which tables, in which files, with which errors (reference §6.4, §6.5).
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportOrder, ObjectFilter } from './client-rules.ts';
import type { ExportSession } from './export-session.ts';
import { directoryPath, SCHEMAS, TABLES, type ExportTable } from './dictionary.ts';
import type { Job } from './jobs.ts';

/** The job ends before it began, or in its middle; `lines` say why. */
export class JobFailure extends Error {
  readonly lines: string[];
  constructor(...lines: string[]) {
    super(lines[0] ?? '');
    this.lines = lines;
  }
}

/** Somebody said KILL_JOB. */
export class JobKilled extends Error {}

/** The server refuses before there is a job. @throws JobFailure */
export function refuseOrder(session: ExportSession, order: ExportOrder): void {
  const { config } = session;
  const { edition } = config.database;
  const path = directoryPath(order.directory, config.home);
  if (session.failures.strikeNamed('export-directory') !== null || path === null) {
    throw new JobFailure(
      'ORA-39002: invalid operation',
      'ORA-39070: Unable to open the log file.',
      `ORA-39087: directory name ${order.directory} is invalid`,
    );
  }
  if (edition !== 'EE' && order.parallel > 1) {
    const refused = 'ORA-39094: Parallel execution not supported in this database edition.';
    throw new JobFailure('ORA-39002: invalid operation', refused);
  }
  const pressed = order.compression === 'ALL' || order.compression === 'DATA_ONLY';
  if (edition !== 'EE' && (pressed || order.encryption !== null)) {
    const feature = pressed ? 'COMPRESSION' : 'ENCRYPTION';
    const refused = `ORA-39055: The ${feature} feature is not supported in this database edition.`;
    throw new JobFailure('ORA-39001: invalid argument value', refused);
  }
  if ((order.encryptionMode === 'TRANSPARENT' || order.encryptionMode === 'DUAL') && !config.walletOpen) {
    const why = ['ORA-39188: unable to encrypt dump file set', 'ORA-28365: wallet is not open'];
    throw new JobFailure('ORA-39002: invalid operation', ...why);
  }
  if (order.mode !== 'FULL' && [...order.include, ...order.exclude].some((filter) => filter.path === 'SCHEMA')) {
    const refused = 'ORA-39041: Filter "EXCLUDE" either identifies all object types or no object types.';
    throw new JobFailure('ORA-39001: invalid argument value', refused);
  }
  if (order.mode === 'SCHEMA' && !order.names.some((name) => SCHEMAS.includes(name))) {
    throw new JobFailure('ORA-39002: invalid operation', ...order.names.map(noSchema));
  }
  mkdirSync(path, { recursive: true });
  if (!order.estimateOnly) fileOf(order, 1, path, session);
}

const noSchema = (name: string): string => `ORA-39165: Schema ${name} was not found.`;

/** Does the work of a job that exists. @returns how many errors it survived. @throws JobFailure, JobKilled */
export async function runJob(session: ExportSession, order: ExportOrder, job: Job): Promise<number> {
  const { say, worker } = session;
  const tables = chosenTables(order);
  let errors = sayMissing(session, order, tables);
  if (order.content !== 'METADATA_ONLY') {
    say(`Estimate in progress using ${order.estimate} method...`);
    if (!order.estimateOnly) worker(`Processing object type ${typePath(order)}/TABLE_DATA`);
    for (const one of order.estimateOnly ? tables : []) worker(`.  estimated ${quotedName(one).padEnd(52)} ${size(one.bytes)}`);
    say(`Total estimation using ${order.estimate} method: ${size(total(tables))}`);
  }
  if (order.estimateOnly) return errors;
  if (order.content !== 'DATA_ONLY') sayMetadata(session, order, tables);
  const files = createFiles(session, order, job, tables);
  if (order.content !== 'METADATA_ONLY') errors += await exportRows(session, order, tables, job);
  fillFiles(session, order, files, tables);
  worker(`Master table "${job.owner}"."${job.name}" successfully loaded/unloaded`);
  say('******************************************************************************');
  say(`Dump file set for ${job.owner}.${job.name} is:`);
  for (const file of files) say(`  ${file}`);
  return errors;
}

function chosenTables(order: ExportOrder): ExportTable[] {
  const wanted = TABLES.filter((one) => {
    if (order.mode === 'SCHEMA') return order.names.includes(one.schema);
    if (order.mode === 'TABLESPACE') return order.names.includes(one.tablespace);
    if (order.mode === 'FULL') return true;
    return order.tables.some(
      ({ schema, name, partition }) =>
        schema === one.schema && name === one.name && (partition ?? one.partition) === one.partition,
    );
  });
  const hits = (filter: ObjectFilter, one: ExportTable): boolean =>
    filter.path === 'TABLE' && (filter.condition === null || namesIn(filter.condition, one.name));
  if (order.exclude.length > 0) {
    return wanted.filter((one) => !order.exclude.some((filter) => hits(filter, one)));
  }
  const include = order.include.filter(({ path }) => path === 'TABLE');
  if (order.include.length === 0) return wanted;
  return wanted.filter((one) => include.some((filter) => hits(filter, one)));
}

/** As far as the simulator understands SQL: `IN`, `LIKE`, `=`, each with NOT. */
function namesIn(condition: string, name: string): boolean {
  const strings = [...condition.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? '').replaceAll("''", "'"));
  const not = /^\s*(NOT\b|!=|<>)/i.test(condition);
  const like = /^\s*(NOT\s+)?LIKE/i.test(condition);
  const pattern = (text: string): RegExp =>
    new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*').replaceAll('_', '.')}$`);
  const found = strings.some((text) => (like ? pattern(text).test(name) : text === name));
  return found !== not;
}

function sayMissing(session: ExportSession, order: ExportOrder, tables: readonly ExportTable[]): number {
  const lines = [
    ...(order.mode === 'SCHEMA' ? order.names.filter((name) => !SCHEMAS.includes(name)).map(noSchema) : []),
    ...(order.mode === 'TABLE'
      ? order.tables
          .filter(({ schema, name }) => !TABLES.some((one) => one.schema === schema && one.name === name))
          .map(({ schema, name }) => `ORA-39166: Object ${schema}.${name} was not found or could not be exported or imported.`)
      : []),
  ];
  for (const line of lines) session.say(line);
  if (tables.length > 0 || order.content === 'METADATA_ONLY' || order.include.length > 0) return lines.length;
  throw new JobFailure('ORA-31655: no data or metadata objects selected for job');
}

const TYPE_PATHS = { FULL: 'DATABASE_EXPORT', SCHEMA: 'SCHEMA_EXPORT', TABLE: 'TABLE_EXPORT', TABLESPACE: 'TABLE_EXPORT' };
const typePath = ({ mode }: ExportOrder): string =>
  `${TYPE_PATHS[mode]}${mode === 'FULL' ? '/SCHEMA' : ''}/TABLE`;

function sayMetadata(
  { worker, say, order: { metrics } }: ExportSession,
  order: ExportOrder,
  tables: readonly ExportTable[],
): void {
  const base = TYPE_PATHS[order.mode];
  const kinds = [
    ...(order.mode === 'SCHEMA' || order.mode === 'FULL' ? [`${base}/USER`, `${base}/SYSTEM_GRANT`, `${base}/ROLE_GRANT`] : []),
    typePath(order), `${typePath(order)}/COMMENT`, `${typePath(order)}/INDEX/INDEX`, `${typePath(order)}/CONSTRAINT/CONSTRAINT`,
    `${typePath(order)}/STATISTICS/TABLE_STATISTICS`,
  ].filter((path) => !order.exclude.some((filter) => filter.condition === null && path.split('/').includes(filter.path)));
  const count = new Set(tables.map(({ schema, name }) => `${schema}.${name}`)).size;
  for (const path of kinds) {
    worker(`Processing object type ${path}`);
    if (metrics && path.endsWith('/TABLE')) say(`     Completed ${count} TABLE objects in 0 seconds`);
  }
}

/** @throws JobFailure when a file of that name exists, or there are not enough names */
function fileOf(order: ExportOrder, number: number, path: string, { config }: ExportSession): string {
  const unlimited = order.dumpFile.includes('%L');
  const numbered = order.dumpFile.includes('%U') || unlimited;
  if ((number > 1 && !numbered) || (number > 99 && !unlimited)) {
    throw new JobFailure('ORA-39095: Dump file space has been exhausted: Unable to allocate 8192 bytes');
  }
  const file = join(path, order.dumpFile.replace(/%[UL]/, String(number).padStart(2, '0')));
  if (existsSync(file) && !order.reuse) {
    throw new JobFailure(
      'ORA-39001: invalid argument value', 'ORA-39000: bad dump file specification',
      `ORA-31641: unable to create dump file "${file}"`, 'ORA-27038: created file already exists', 'Additional information: 1',
    );
  }
  return config.windows ? file.toUpperCase() : file;
}

function createFiles(session: ExportSession, order: ExportOrder, job: Job, tables: readonly ExportTable[]): string[] {
  const path = directoryPath(order.directory, session.config.home) ?? '';
  const needed = order.fileSize === null ? 1 : Math.ceil(dumped(order, tables) / order.fileSize);
  const count = Math.max(1, needed, order.dumpFile.includes('%') ? Math.min(order.parallel, tables.length) : 1);
  const files = Array.from({ length: count }, (_, index) => fileOf(order, index + 1, path, session));
  for (const file of files) closeSync(openSync(file, 'w', 0o640));
  job.files = files;
  session.jobs.save(job);
  return files;
}

async function exportRows(
  session: ExportSession,
  order: ExportOrder,
  tables: readonly ExportTable[],
  job: Job,
): Promise<number> {
  let errors = 0;
  const bytes = Math.max(1, total(tables));
  for (const [index, one] of tables.entries()) {
    await pause(session, job, (one.bytes / bytes) * session.config.seconds * 1000);
    if (session.failures.strikeNamed('hang') !== null) await pause(session, job, Infinity);
    if (index === 0 && session.failures.strikeNamed('kill-mid-run') !== null) {
      session.host.killSelf();
      await pause(session, job, Infinity);
    }
    if (index === 0 && session.failures.strikeNamed('export-fatal') !== null) {
      throw new JobFailure(
        'ORA-39171: Job is experiencing a resumable wait.', 'ORA-31693: Table data object failed to load/unload',
        'ORA-39095: Dump file space has been exhausted: Unable to allocate 4096 bytes',
      );
    }
    if (index === 0 && session.failures.strikeNamed('export-table') !== null) {
      errors += 1;
      session.say(`ORA-31693: Table data object ${quotedName(one)} failed to load/unload and is being skipped due to error:`);
      session.say('ORA-02354: error in exporting/importing data');
      session.say('ORA-01555: snapshot too old: rollback segment number 9 with name "_SYSSMU9_1650507775$" too small');
      continue;
    }
    const rows = order.queries.length > 0 ? Math.ceil(one.rows / 2) : one.rows;
    const tail = order.metrics ? ' in 0 seconds using direct_path' : '';
    const [amount = '', unit = ''] = size(one.bytes).split(' ');
    const counted = `${amount.padStart(6)} ${unit} ${String(rows).padStart(7)} rows`;
    session.worker(`. . exported ${quotedName(one).padEnd(50)} ${counted}${tail}`);
  }
  return errors;
}

/** Waits, and hears the word to be killed. @throws JobKilled */
async function pause(session: ExportSession, job: Job, milliseconds: number): Promise<void> {
  const step = 50;
  for (let left = milliseconds; ; left -= step) {
    if (session.jobs.isKilled(job)) throw new JobKilled();
    if (left <= 0) return;
    await session.wait(Math.min(step, left));
  }
}

function dumped(order: ExportOrder, tables: readonly ExportTable[]): number {
  const rows = order.content === 'METADATA_ONLY' ? 0 : total(tables);
  const pressed = order.compression === 'ALL' || order.compression === 'DATA_ONLY' ? rows / 4 : rows;
  return 300_000 + pressed;
}

function fillFiles(
  { config }: ExportSession,
  order: ExportOrder,
  files: readonly string[],
  tables: readonly ExportTable[],
): void {
  const bytes = Math.ceil((dumped(order, tables) * config.scale) / files.length / 4096) * 4096;
  for (const file of files) {
    const descriptor = openSync(file, 'r+');
    ftruncateSync(descriptor, bytes);
    closeSync(descriptor);
  }
}

export function removeFiles(job: Job): void {
  for (const file of job.files) rmSync(file, { force: true });
}

const total = (tables: readonly ExportTable[]): number => tables.reduce((sum, { bytes }) => sum + bytes, 0);

const quotedName = ({ schema, name, partition }: ExportTable): string =>
  `"${schema}"."${name}"${partition === null ? '' : `:"${partition}"`}`;

/** Four significant digits, as Data Pump rounds. */
function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < 4; unit++) value /= 1024;
  return `${unit === 0 ? value : Number(value.toPrecision(4))} ${units[unit] ?? 'TB'}`;
}
