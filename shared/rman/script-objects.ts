// Writes the things that RMAN's commands work on, and its times, as tokens; knows no command.
import { foldedName } from '../domain/strategy/names.ts';
import type { BackupScope, FilesScope, LogMoment, LogRange } from '../domain/strategy/scope.ts';
import { nameQuoted, quoted, timeQuoted, wholeNumber } from './quoting.ts';

/** `DATABASE`, `TABLESPACE "PDB1":"USERS"`, `DATAFILE 1, '/u02/users01.dbf'` (reference §2.5). */
export function filesObject(scope: FilesScope): string {
  switch (scope.kind) {
    case 'database':
      return 'DATABASE';
    case 'root':
      return 'DATABASE ROOT';
    case 'pdbs':
      return `PLUGGABLE DATABASE ${scope.pdbs.map(oracleName).join(', ')}`;
    case 'tablespaces':
      return `TABLESPACE ${scope.tablespaces.map((name) => name.split(':').map(oracleName).join(':')).join(', ')}`;
    case 'datafiles':
      return `DATAFILE ${scope.datafiles.map((file) => (typeof file === 'number' ? wholeNumber(file) : quoted(file))).join(', ')}`;
  }
}

/** What a strategy backs up, with what belongs behind the object; `null` when it is no object of RMAN's. */
export function backupObject(scope: BackupScope): string | null {
  switch (scope.kind) {
    case 'archived-logs':
      return `ARCHIVELOG ${logRange(scope.range)}`;
    case 'control-file':
      return 'CURRENT CONTROLFILE';
    case 'spfile':
      return 'SPFILE';
    case 'recovery-area':
      return 'RECOVERY AREA';
    case 'custom-script':
    case 'data-pump':
      return null;
    default:
      return filesObject(scope);
  }
}

/** `ALL`, `FROM TIME 'SYSDATE-1'`, `FROM SEQUENCE 10 UNTIL SEQUENCE 20 THREAD 1`. */
export function logRange(range: LogRange): string {
  if (range.by === 'all') return 'ALL';
  if (range.by === 'time') {
    return bounds(range.from && `TIME ${moment(range.from)}`, range.until && `TIME ${moment(range.until)}`);
  }
  const word = range.by === 'scn' ? 'SCN' : 'SEQUENCE';
  const bound = (value: number | null): string | null => (value === null ? null : `${word} ${wholeNumber(value)}`);
  const thread = range.by === 'sequence' && range.thread !== null ? ` THREAD ${wholeNumber(range.thread)}` : '';
  return `${bounds(bound(range.from), bound(range.until))}${thread}`;
}

const bounds = (from: string | null, until: string | null): string =>
  [from && `FROM ${from}`, until && `UNTIL ${until}`].filter((part) => part !== null).join(' ');

/** Never a bare date: how RMAN reads one depends on NLS_DATE_FORMAT (reference §1.3). */
const moment = (at: LogMoment): string => (at.kind === 'ago' ? hoursAgo(at.hours) : timeQuoted(at.moment.replace('T', ' ')));

/** A moment before the run, as `'SYSDATE-7'` or `'SYSDATE-6/24'`. */
export function hoursAgo(hours: number): string {
  return quoted(hours % 24 === 0 ? `SYSDATE-${wholeNumber(hours / 24)}` : `SYSDATE-${wholeNumber(hours)}/24`);
}

/** Always in double quotes: many a good name is one of RMAN's reserved words (reference §2.1). */
const oracleName = (name: string): string => nameQuoted(foldedName(name));
