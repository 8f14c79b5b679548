// What an RMAN script of a strategy must say, token by token, written from the reference and not from the generator.
import type { RmanToken } from '../../../support/rman-tokeniser.ts';
import type { BackupScope, StrategySpec } from '../../../../shared/domain/strategy.ts';

const string = (text: string): RmanToken => ({ kind: 'string', text });

/** Words, numbers and marks of a line; `?` takes the next value as a string. */
function said(line: string, ...values: (string | number)[]): RmanToken[] {
  return line.split(' ').map((part): RmanToken => {
    if (part === '?') return string(String(values.shift()!));
    if (/^\d\w*$/.test(part)) return { kind: 'number', text: part };
    return { kind: /^\W$/.test(part) ? 'mark' : 'word', text: part };
  });
}

const LEVEL = {
  full: 'FULL',
  'level-0': 'INCREMENTAL LEVEL 0',
  'level-1-differential': 'INCREMENTAL LEVEL 1',
  'level-1-cumulative': 'INCREMENTAL LEVEL 1 CUMULATIVE',
  'image-copy': 'INCREMENTAL LEVEL 0',
  'updated-copy': 'INCREMENTAL LEVEL 1',
};

export function expectedTokens(spec: StrategySpec, commandId: string): RmanToken[] {
  return [
    ...said('SET COMMAND ID TO ? ;', commandId),
    ...session(spec),
    ...said('RUN {'),
    ...channels(spec),
    ...roll(spec),
    ...said('BACKUP'),
    ...operands(spec),
    ...object(spec.scope),
    ...behindObject(spec),
    ...said('; }'),
    ...afterwards(spec),
  ];
}

/** True when the head has the two lines that are always there, and the rest are our own remarks. */
export const OWN_COMMENT = /^ (?:RMAN leaves a command file|Step: |SET ENCRYPTION comes|This stays with the database)/;

function session(spec: StrategySpec): RmanToken[] {
  const { compression, encryption, controlFile, device } = spec;
  const tokens: RmanToken[] = [];
  if (compression !== 'none') tokens.push(...said('SET COMPRESSION ALGORITHM ? ;', compression.toUpperCase()));
  if (encryption.kind === 'transparent') {
    tokens.push(...(encryption.algorithm === null ? said('SET ENCRYPTION ON ;') : said('SET ENCRYPTION ON ALGORITHM ? ;', encryption.algorithm)));
  }
  if (controlFile.kind !== 'autobackup') return tokens;
  if (controlFile.configure) tokens.push(...said('CONFIGURE CONTROLFILE AUTOBACKUP ON ;'));
  const type = device.kind === 'disk' ? 'DISK' : 'SBT';
  if (controlFile.format !== null) {
    tokens.push(...said(`SET CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE ${type} TO ? ;`, controlFile.format));
  }
  return tokens;
}

function device({ device: place }: StrategySpec): RmanToken[] {
  if (place.kind === 'disk') return said('DEVICE TYPE DISK');
  return place.parms === null ? said('DEVICE TYPE SBT') : said('DEVICE TYPE SBT PARMS ?', place.parms);
}

function channels(spec: StrategySpec): RmanToken[] {
  const tokens: RmanToken[] = [];
  for (let channel = 1; channel <= spec.channels; channel += 1) {
    const own = spec.perChannel[channel - 1];
    tokens.push(...said(`ALLOCATE CHANNEL C${channel}`), ...device(spec));
    if (own?.format) tokens.push(...said('FORMAT ?', own.format));
    if (spec.maxPieceSize) tokens.push(...said(`MAXPIECESIZE ${spec.maxPieceSize}`));
    if (own?.rate) tokens.push(...said(`RATE ${own.rate}`));
    if (own?.connect) tokens.push(...said('CONNECT ?', `@${own.connect}`));
    tokens.push(...said(';'));
  }
  return tokens;
}

function roll({ scope, tag, copyDaysBehind }: StrategySpec): RmanToken[] {
  if (!('mode' in scope) || scope.mode !== 'updated-copy') return [];
  const until = copyDaysBehind === 0 ? [] : said('UNTIL TIME ?', `SYSDATE-${copyDaysBehind}`);
  return [...said('RECOVER COPY OF'), ...object(scope), ...said('WITH TAG ?', tag!), ...until, ...said(';')];
}

function operands(spec: StrategySpec): RmanToken[] {
  const { scope, tag, format } = spec;
  const mode = 'mode' in scope ? scope.mode : null;
  const tokens = mode === null ? [] : said(LEVEL[mode]);
  if (mode === 'image-copy') tokens.push(...said('AS COPY'));
  else if (mode !== 'updated-copy') tokens.push(...said(spec.compression === 'none' ? 'AS BACKUPSET' : 'AS COMPRESSED BACKUPSET'));
  if (scope.kind === 'recovery-area' && scope.destination !== null) tokens.push(...said('TO DESTINATION ?', scope.destination));
  if (tag !== null) tokens.push(...said(mode === 'updated-copy' ? 'FOR RECOVER OF COPY WITH TAG ?' : 'TAG ?', tag));
  if (format !== null) tokens.push(...said('FORMAT ?', format));
  if (spec.filesPerSet !== null) tokens.push(...said(`FILESPERSET ${spec.filesPerSet}`));
  if (spec.maxSetSize !== null) tokens.push(...said(`MAXSETSIZE ${spec.maxSetSize}`));
  if (spec.sectionSize !== null) tokens.push(...said(`SECTION SIZE ${spec.sectionSize}`));
  tokens.push(...keep(spec.keep));
  const since = spec.notBackedUpSinceHours;
  if (since !== null) tokens.push(...said('NOT BACKED UP SINCE TIME ?', ago(since)));
  for (const kind of ['offline', 'readonly', 'inaccessible'] as const) {
    if (spec.skip.includes(kind)) tokens.push(...said(`SKIP ${kind.toUpperCase()}`));
  }
  if (spec.checkLogical) tokens.push(...said('CHECK LOGICAL'));
  if (spec.validateOnly) tokens.push(...said('VALIDATE'));
  if (spec.duration !== null) {
    const two = (value: number): string => String(value).padStart(2, '0');
    const { minutes, partial, minimise } = spec.duration;
    tokens.push(...said(`DURATION ${two(Math.floor(minutes / 60))} : ${two(minutes % 60)}`));
    if (partial) tokens.push(...said('PARTIAL'));
    if (minimise !== 'none') tokens.push(...said(`MINIMIZE ${minimise.toUpperCase()}`));
  }
  return tokens;
}

const ago = (hours: number): string => (hours % 24 ? `SYSDATE-${hours}/24` : `SYSDATE-${hours / 24}`);

function keep(chosen: StrategySpec['keep']): RmanToken[] {
  if (chosen === null) return [];
  const { until, restorePoint } = chosen;
  const point = restorePoint === null ? [] : said(`RESTORE POINT ${restorePoint}`);
  if (until.kind === 'forever') return [...said('KEEP FOREVER'), ...point];
  const time = until.kind === 'days' ? `SYSDATE+${until.days}` : `TO_DATE('${until.date} 00:00:00','YYYY-MM-DD HH24:MI:SS')`;
  return [...said('KEEP UNTIL TIME ?', time), ...point];
}

const folded = (name: string): string => (/^[A-Za-z][\w$#]*$/.test(name) ? name.toUpperCase() : name);
const list = (items: RmanToken[][]): RmanToken[] => items.flatMap((item, index) => (index === 0 ? item : [...said(','), ...item]));

function object(scope: BackupScope): RmanToken[] {
  switch (scope.kind) {
    case 'database':
      return said('DATABASE');
    case 'root':
      return said('DATABASE ROOT');
    case 'pdbs':
      return [...said('PLUGGABLE DATABASE'), ...list(scope.pdbs.map((name) => [string(folded(name))]))];
    case 'tablespaces': {
      const names = scope.tablespaces.map((name) => name.split(':').map(folded));
      return [...said('TABLESPACE'), ...list(names.map(([a, b]) => (b === undefined ? [string(a!)] : said('? : ?', a!, b))))];
    }
    case 'datafiles':
      return [...said('DATAFILE'), ...list(scope.datafiles.map((file) => (typeof file === 'number' ? said(String(file)) : [string(file)])))];
    case 'archived-logs':
      return [...said('ARCHIVELOG'), ...logRange(scope.range)];
    case 'control-file':
      return said('CURRENT CONTROLFILE');
    case 'spfile':
      return said('SPFILE');
    case 'recovery-area':
      return said('RECOVERY AREA');
    case 'custom-script':
    case 'data-pump':
      throw new Error('has no object');
  }
}

type Range = Extract<BackupScope, { kind: 'archived-logs' }>['range'];

function logRange(range: Range): RmanToken[] {
  if (range.by === 'all') return said('ALL');
  const tokens: RmanToken[] = [];
  for (const end of ['from', 'until'] as const) {
    if (range.by === 'time') {
      const at = range[end];
      if (at === null) continue;
      const text = at.kind === 'ago' ? ago(at.hours) : `TO_DATE('${at.moment.replace('T', ' ')}:00','YYYY-MM-DD HH24:MI:SS')`;
      tokens.push(...said(`${end.toUpperCase()} TIME ?`, text));
    } else if (range[end] !== null) tokens.push(...said(`${end.toUpperCase()} ${range.by.toUpperCase()} ${range[end]}`));
  }
  if (range.by === 'sequence' && range.thread !== null) tokens.push(...said(`THREAD ${range.thread}`));
  return tokens;
}

function behindObject({ scope, controlFile }: StrategySpec): RmanToken[] {
  const tokens: RmanToken[] = [];
  if (scope.kind === 'archived-logs') {
    if (scope.notBackedUpTimes !== null) tokens.push(...said(`NOT BACKED UP ${scope.notBackedUpTimes} TIMES`));
    if (scope.deleteInput !== 'keep') tokens.push(...said(scope.deleteInput === 'input' ? 'DELETE INPUT' : 'DELETE ALL INPUT'));
  }
  if (controlFile.kind === 'in-backup') tokens.push(...said('INCLUDE CURRENT CONTROLFILE'));
  if ('plusArchivedLogs' in scope && scope.plusArchivedLogs) tokens.push(...said('PLUS ARCHIVELOG'));
  return tokens;
}

function afterwards(spec: StrategySpec): RmanToken[] {
  const { afterwards: steps, deleteArchivedLogsBackedUp: times, scope } = spec;
  const tokens: RmanToken[] = [];
  if (steps.restoreValidate) {
    tokens.push(...said('RUN {'), ...channels(spec), ...said('RESTORE'), ...restored(scope), ...said('VALIDATE ; }'));
  }
  const upkeep: RmanToken[] = [];
  if (steps.crosscheck) upkeep.push(...said('CROSSCHECK BACKUP ; CROSSCHECK COPY ;'));
  if (steps.deleteExpired) {
    upkeep.push(...said('DELETE NOPROMPT EXPIRED BACKUP ; DELETE NOPROMPT EXPIRED COPY ; DELETE NOPROMPT EXPIRED ARCHIVELOG ALL ;'));
  }
  const type = spec.device.kind === 'disk' ? 'DISK' : 'SBT';
  if (times !== null) upkeep.push(...said(`DELETE NOPROMPT ARCHIVELOG ALL BACKED UP ${times} TIMES TO DEVICE TYPE ${type} ;`));
  const policy = steps.deleteObsolete;
  if (policy?.kind === 'configured') upkeep.push(...said('DELETE NOPROMPT OBSOLETE ;'));
  if (policy?.kind === 'redundancy') upkeep.push(...said(`DELETE NOPROMPT OBSOLETE REDUNDANCY ${policy.copies} ;`));
  if (policy?.kind === 'window') upkeep.push(...said(`DELETE NOPROMPT OBSOLETE RECOVERY WINDOW OF ${policy.days} DAYS ;`));
  if (steps.report) upkeep.push(...said('REPORT NEED BACKUP ; REPORT UNRECOVERABLE ; LIST BACKUP SUMMARY ;'));
  if (upkeep.length === 0 || spec.device.kind === 'disk') return [...tokens, ...upkeep];
  const maintenance = said('ALLOCATE CHANNEL FOR MAINTENANCE');
  return [...tokens, ...maintenance, ...said('DEVICE TYPE DISK ;'), ...maintenance, ...device(spec), ...said(';'), ...upkeep, ...said('RELEASE CHANNEL ;')];
}

function restored(scope: BackupScope): RmanToken[] {
  if (scope.kind === 'control-file') return said('CONTROLFILE');
  if (scope.kind === 'archived-logs' && scope.range.by === 'all') return said('ARCHIVELOG FROM TIME ?', 'SYSDATE-1');
  return object(scope);
}
