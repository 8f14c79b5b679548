// Decides what an error of Oracle means for what was being sent: a row that waits, a row that is put aside, or a stop
// of everything. Pure.
import { rowDelay } from './backoff.ts';

/** What became of one row. */
export type RowFate = { result: 'later'; nextAt: number } | { result: 'quarantined' };

/**
 * What it takes until something can be sent again. `person`: an attempt would do harm, since every one with a wrong
 * password counts against the limit of the account. `long`: it lasts until somebody acts, but an attempt does no harm.
 * `time`: it may heal by itself.
 */
export type Healing = 'person' | 'long' | 'time';

const WRONG_PASSWORD = new Set(['ORA-01005', 'ORA-01017', 'ORA-28001', 'ORA-28003']);
/** Locked, or not allowed in: said before the password counts. */
const SHUT_OUT = new Set(['ORA-28000', 'ORA-01045', 'ORA-01035']);

/** Codes that are about the log tables, their space or the whole database: no row is to blame. */
const EVERYTHING = new Set([
  // A table, view, column or privilege is missing, or a trigger on one of the tables is broken.
  'ORA-00942', 'ORA-00904', 'ORA-01031', 'ORA-04098', 'ORA-04063', 'ORA-04043', 'ORA-00980', 'ORA-01720',
  // No room: tablespace, quota, undo, temporary space, LOB segments.
  'ORA-01536', 'ORA-01653', 'ORA-01654', 'ORA-01652', 'ORA-01658', 'ORA-01683', 'ORA-01688', 'ORA-01691', 'ORA-01692',
  'ORA-01950', 'ORA-30036', 'ORA-30032', 'ORA-19815', 'ORA-00257',
  // The database is read only, mounted only, going down or not there.
  'ORA-16000', 'ORA-01219', 'ORA-01109', 'ORA-01033', 'ORA-01034', 'ORA-01089', 'ORA-01092', 'ORA-01012', 'ORA-00018',
  'ORA-00020', 'ORA-04031', 'ORA-00604', 'ORA-00372', 'ORA-00376', 'ORA-02396', 'ORA-02391',
]);

/** The row itself can never be taken as it is. */
const UNTAKEABLE = new Set([
  'ORA-01400', 'ORA-01407', 'ORA-01438', 'ORA-12899', 'ORA-02290', 'ORA-01722', 'ORA-01401', 'ORA-01461', 'ORA-24816',
  'ORA-01858', 'ORA-01861', 'ORA-12704', 'ORA-22275', 'ORA-01830', 'ORA-01843', 'ORA-00932', 'ORA-20000',
]);

/** Attempts that a row gets for a reason that may pass: its parent is on its way, somebody else holds a lock. */
const ATTEMPTS = 4;

/** What a refused row means. `null`: it is not the row's fault, everything must stop. */
export function rowFate(code: string, attempts: number, now: number, random: number): RowFate | null {
  if (stopOf(code) !== null) return null;
  if (UNTAKEABLE.has(code) || attempts + 1 >= ATTEMPTS) return { result: 'quarantined' };
  return { result: 'later', nextAt: now + rowDelay(attempts + 1, random) };
}

/** What it takes when a code stops everything; `null`: it does not. */
export function stopOf(code: string): Healing | null {
  if (WRONG_PASSWORD.has(code)) return 'person';
  if (SHUT_OUT.has(code)) return 'long';
  return EVERYTHING.has(code) ? 'time' : null;
}
