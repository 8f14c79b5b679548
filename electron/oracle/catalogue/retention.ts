// What a database records of its backups, as far as retention goes: which files and redo are in which available set,
// copy or archived log. Rows of sets with a piece that is not there any more are left out.
import type { KeptUntil } from '../../../shared/retention/backups.ts';
import type { RecordedFile, RecordedRedo } from '../../../shared/retention/of-catalogue.ts';
import { instant, isYes, number, numberOrNull } from './columns.ts';
import type { Question, Row } from './question.ts';

type Cut<Item> = { items: Item[]; cut: boolean };

/** Beyond this nothing is judged: half of the facts would show a window that is not there. */
const MOST_ROWS = 50_000;

const sets = `
SELECT d.set_stamp, d.set_count, d.file#, d.incremental_level, d.incremental_change#, d.checkpoint_change#,
       d.checkpoint_time, d.completion_time, s.keep, s.keep_until, SYSDATE AS db_time
FROM   v$backup_datafile d
JOIN   v$backup_set s ON s.set_stamp = d.set_stamp AND s.set_count = d.set_count
WHERE  d.file# > 0
AND    NOT EXISTS (SELECT 1 FROM v$backup_piece p
                   WHERE p.set_stamp = d.set_stamp AND p.set_count = d.set_count AND p.status <> 'A')`;

const copies = `
SELECT recid, stamp, file#, checkpoint_change#, checkpoint_time, completion_time, keep, keep_until, SYSDATE AS db_time
FROM   v$datafile_copy
WHERE  status = 'A' AND file# > 0`;

const redoSets = `
SELECT l.set_stamp, l.set_count, l.thread#, l.sequence#, l.first_time, l.next_time, SYSDATE AS db_time
FROM   v$backup_redolog l
WHERE  NOT EXISTS (SELECT 1 FROM v$backup_piece p
                   WHERE p.set_stamp = l.set_stamp AND p.set_count = l.set_count AND p.status <> 'A')`;

const logs = `
SELECT thread#, sequence#, first_time, next_time, SYSDATE AS db_time
FROM   v$archived_log
WHERE  status = 'A' AND deleted = 'NO' AND archived = 'YES' AND standby_dest = 'NO'`;

const files = 'SELECT file# FROM v$datafile';

const keptUntil = (row: Row, nowMs: number): KeptUntil =>
  isYes(row, 'keep') ? (instant(row, 'keep_until', nowMs) ?? 'forever') : null;

const fileOf = (id: string, row: Row, nowMs: number): RecordedFile => ({
  id,
  file: number(row, 'file#'),
  level: numberOrNull(row, 'incremental_level'),
  keep: keptUntil(row, nowMs),
  checkpointChange: number(row, 'checkpoint_change#'),
  sinceChange: numberOrNull(row, 'incremental_change#'),
  checkpointAt: instant(row, 'checkpoint_time', nowMs) ?? 0,
  completedAt: instant(row, 'completion_time', nowMs) ?? nowMs,
});

const redoOf = (id: string, row: Row, nowMs: number): RecordedRedo => ({
  id,
  thread: number(row, 'thread#'),
  from: instant(row, 'first_time', nowMs) ?? nowMs,
  until: instant(row, 'next_time', nowMs) ?? nowMs,
});

const setId = (row: Row): string => `set ${number(row, 'set_stamp')}/${number(row, 'set_count')}`;
const logId = (row: Row): string => `log ${number(row, 'thread#')}/${number(row, 'sequence#')}`;

export const retainedSetsQuestion: Question<Cut<RecordedFile>> = {
  texts: [{ since: 1102, sql: sets, views: ['v_$backup_datafile', 'v_$backup_set', 'v_$backup_piece'] }],
  maxRows: MOST_ROWS,
  read: (rows, { cut, nowMs }) => ({ cut, items: rows.map((row) => fileOf(setId(row), row, nowMs)) }),
};

export const retainedCopiesQuestion: Question<Cut<RecordedFile>> = {
  texts: [{ since: 1102, sql: copies, views: ['v_$datafile_copy'] }],
  maxRows: MOST_ROWS,
  read: (rows, { cut, nowMs }) => ({
    cut,
    items: rows.map((row) => fileOf(`copy ${number(row, 'recid')}/${number(row, 'stamp')}`, row, nowMs)),
  }),
};

export const retainedRedoQuestion: Question<Cut<RecordedRedo>> = {
  texts: [{ since: 1102, sql: redoSets, views: ['v_$backup_redolog', 'v_$backup_piece'] }],
  maxRows: MOST_ROWS,
  // Each log of a set counts by itself: a set may have holes.
  read: (rows, { cut, nowMs }) => ({
    cut,
    items: rows.map((row) => redoOf(`${setId(row)} ${logId(row)}`, row, nowMs)),
  }),
};

export const archivedLogsQuestion: Question<Cut<RecordedRedo>> = {
  texts: [{ since: 1102, sql: logs, views: ['v_$archived_log'] }],
  maxRows: MOST_ROWS,
  read: (rows, { cut, nowMs }) => ({ cut, items: rows.map((row) => redoOf(logId(row), row, nowMs)) }),
};

export const fileNumbersQuestion: Question<Cut<string>> = {
  texts: [{ since: 1102, sql: files, views: ['v_$datafile'] }],
  maxRows: MOST_ROWS,
  read: (rows, { cut }) => ({ cut, items: rows.map((row) => String(number(row, 'file#'))) }),
};
