// Reads what RMAN prints besides backups and restores: crosschecks, deletions, skips, validation tables. English only.
import type { Deleted, SkipReason } from '../../domain/log-facts.ts';
import { addDeleted, addSkipped, addWarning, type Trace } from './trace.ts';

export type MaintenanceState = {
  /** The object line that the last line announced: "deleted backup piece" is followed by its handle. */
  pending: { what: 'deleted'; type: Deleted['type'] } | { what: 'expired'; type: string } | { what: 'kept' } | null;
  /** The table or list that the lines stand in. */
  table: 'files' | 'control' | 'logs' | 'deleting-input' | null;
};

/** Takes one line that is no backup or restore output; says whether it is maintenance output that it knows. */
export function readMaintenance(
  trace: Trace, state: MaintenanceState, word: string, text: string, lineNumber: number, operation: string | null,
): boolean {
  if (readObjectLine(trace, state, text, lineNumber)) return true;
  if (state.table === 'deleting-input') state.table = null;
  switch (word) {
    case 'crosschecked':
      return readCrosscheck(trace, state, text, lineNumber);
    case 'deleted':
      return readDeleted(state, text);
    case 'validation':
      return readValidationLine(trace, state, text, lineNumber);
    case 'Crosschecked':
      trace.counts.crosschecked += Number(/^Crosschecked (\d+)/.exec(text)?.[1] ?? 0);
      return true;
    case 'Deleted':
      return /^Deleted \d+ (?:EXPIRED )?objects/.test(text);
    case 'validate':
      return readCorruption(trace, text, lineNumber);
    case 'skipping':
    case 'specification':
    case 'no':
    case 'could':
    case 'file':
    case 'backup':
      return readSkip(trace, text, lineNumber);
    default:
      return readValidationTable(trace, state, text, lineNumber, operation);
  }
}

const OBJECT_LINE = new RegExp(
  '^(?:backup piece handle|archived? ?log file ?name|datafile copy file ?name|control ?file copy file ?name|' +
    'backup copy file ?name|proxy copy handle|foreign archived log file name)=(.+?)' +
    '(?: RECID=\\d+ STAMP=\\d+| thread=\\d+ sequence=\\d+)?$',
  'i',
);

function readObjectLine(trace: Trace, state: MaintenanceState, text: string, lineNumber: number): boolean {
  if (!text.includes('=')) return false;
  const object = OBJECT_LINE.exec(text);
  if (!object) return false;
  const name = object[1]!;
  const pending = state.pending;
  if (pending?.what === 'deleted') addDeleted(trace, pending.type, name, lineNumber);
  else if (pending?.what === 'expired') detailLastWarning(trace, name);
  else if (state.table === 'deleting-input' && pending === null) addDeleted(trace, 'archived-log', name, lineNumber);
  if (pending) state.pending = null;
  return true;
}

function detailLastWarning(trace: Trace, name: string): void {
  const warning = trace.warnings.at(-1);
  if (warning && warning.details.length < 20) warning.details.push(name);
}

function readCrosscheck(trace: Trace, state: MaintenanceState, text: string, lineNumber: number): boolean {
  const found = /^crosschecked (.+?): found to be '(\w+)'/.exec(text);
  if (!found) return false;
  const [, type, status] = found;
  if (status === 'AVAILABLE') return true;
  if (status === 'UNAVAILABLE') trace.validation.unavailable += 1;
  else trace.validation.expired += 1;
  addWarning(trace, { event: 'object-expired', text, lineNumber, severity: 'warning' });
  state.pending = { what: 'expired', type: type! };
  return true;
}

const DELETED =
  /^deleted (backup ?piece|archived? ?log|datafile copy|control ?file copy|proxy copy|foreign archived log)/;

function readDeleted(state: MaintenanceState, text: string): boolean {
  const found = DELETED.exec(text);
  if (!found) return false;
  state.pending = { what: 'deleted', type: deletedType(found[1]!) };
  return true;
}

function deletedType(words: string): Deleted['type'] {
  if (words.startsWith('backup')) return 'backup-piece';
  if (words.startsWith('archive')) return 'archived-log';
  if (words.startsWith('datafile')) return 'datafile-copy';
  return words.startsWith('control') ? 'controlfile-copy' : 'other';
}

function readValidationLine(trace: Trace, state: MaintenanceState, text: string, lineNumber: number): boolean {
  const found = /^validation (succeeded|failed) for (.+)$/.exec(text);
  if (!found) return false;
  if (found[1] === 'succeeded') return true;
  trace.validation.failedLogs += 1;
  addWarning(trace, { event: 'validation-failed', text, lineNumber, severity: 'warning' });
  state.pending = { what: 'expired', type: found[2]! };
  return true;
}

function readCorruption(trace: Trace, text: string, lineNumber: number): boolean {
  if (!/^validate found one or more corrupt blocks/.test(text)) return false;
  trace.corruptBlocksLine ??= { number: lineNumber, text };
  return true;
}

type SkipRule = readonly [RegExp, SkipReason];

const SKIPS: readonly SkipRule[] = [
  [/^skipping .*already backed up/, 'already-backed-up'],
  [/^skipping .*because it has not changed/, 'not-changed'],
  [/^skipping .*already restored/, 'already-restored'],
  [/^skipping (?:read-?only|read only) /, 'read-only'],
  [/^skipping offline /, 'offline'],
  [/^skipping inaccessible /, 'inaccessible'],
  [/^skipping .*inaccessible/, 'inaccessible'],
  [/^skipping (?:data ?file|archived? ?logs?|backup ?set|file|datafile copy|backup piece|control)/, 'other'],
  [/^could not read file header for (?:data)?file/, 'header-unreadable'],
  [/^file \d+ is excluded from whole database backup/, 'excluded'],
  [/^specification does not match any/, 'no-match'],
  [/^no obsolete backups? found/, 'no-obsolete'],
  [/^no copy of datafile|^no parent backup or copy of datafile/, 'no-copy-to-recover'],
  [/^no (?:archived? ?logs?|backups?|copies|files?) found/, 'no-match'],
  [/^backup cancelled because (?:all files were skipped|there are no files to backup)/, 'all-files-skipped'],
  [/^backup not done; all files already backed up/, 'already-backed-up'],
];

/** A file that is left out although it belongs to the database is worth a warning; the rest is how RMAN saves work. */
const WORRYING: ReadonlySet<SkipReason> = new Set<SkipReason>(['offline', 'inaccessible', 'header-unreadable']);

function readSkip(trace: Trace, text: string, lineNumber: number): boolean {
  const rule = SKIPS.find(([pattern]) => pattern.test(text));
  if (!rule) return false;
  addSkipped(trace, rule[1], whatWasSkipped(text), text, lineNumber);
  if (WORRYING.has(rule[1])) addWarning(trace, { event: 'file-skipped', text, lineNumber, severity: 'warning' });
  return true;
}

function whatWasSkipped(text: string): string | null {
  const match = /does not match any (.+?)(?: in the .*)?$/.exec(text);
  if (match) return match[1]!;
  const logs = /(thread \d+ (?:from|with) sequence \d+(?: to \d+)?)/.exec(text);
  if (logs) return logs[1]!;
  return /(?:datafile|file) #?(\d+)/.exec(text)?.[1] ?? null;
}

const FILES_TABLE = /^-{4} -{6} -{14} -{12} -{15} -{10}/;
const CONTROL_TABLE = /^-{12} -{6} -{14} -{15}$/;
const LOGS_TABLE = /^-{4} -{7} -{6} -{14} -{15} -/;

/** The result tables of VALIDATE (reference §3.5). Headings may be translated; the rows of dashes are not. */
function readValidationTable(
  trace: Trace, state: MaintenanceState, text: string, lineNumber: number, operation: string | null,
): boolean {
  if (text.charCodeAt(0) === 0x2d) {
    if (FILES_TABLE.test(text)) state.table = 'files';
    else if (CONTROL_TABLE.test(text)) state.table = 'control';
    else if (LOGS_TABLE.test(text)) state.table = 'logs';
    else return false;
    return true;
  }
  if (state.table === null || operation === null) return false;
  return readTableRow(trace, state.table, text, lineNumber);
}

function readTableRow(trace: Trace, table: MaintenanceState['table'], text: string, lineNumber: number): boolean {
  if (table === 'files') {
    const row = /^(\d+)\s+(\S+)\s+(\d+)\s+(\d+)\s+(\d+)(?:\s|$)/.exec(text);
    if (!row) return false;
    noteFile(trace, `datafile ${row[1]}`, row[2] !== 'OK', Number(row[3]), text, lineNumber);
    return true;
  }
  const row =
    table === 'logs'
      ? /^(\d+\s+\d+)\s+(\S+)\s+(\d+)\s+(\d+)\s/.exec(text)
      : /^(\S.*?)\s+(\S+)\s+(\d+)\s+(\d+)$/.exec(text);
  if (!row) return false;
  const failing = Number(row[3]);
  const file = table === 'logs' ? `archived log ${row[1]}` : row[1]!;
  noteFile(trace, file, row[2] !== 'OK' || failing > 0, 0, text, lineNumber);
  return true;
}

function noteFile(
  trace: Trace, file: string, failed: boolean, markedCorrupt: number, text: string, lineNumber: number,
): void {
  trace.validation.filesChecked += 1;
  trace.validation.markedCorruptBlocks += markedCorrupt;
  if (failed && trace.validation.failedFiles.length < 1000) {
    trace.validation.failedFiles.push({ file, markedCorrupt, lineNumber });
  } else if (markedCorrupt > 0) {
    addWarning(trace, { event: 'blocks-marked-corrupt', text, lineNumber, severity: 'strong' });
  }
}
