// Decides how thoroughly a file is checked when it is opened, and checks it. Damage found later leaves a mark beside
// the file, so that the next start looks at all of it.
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** Up to this size everything is checked, in well under a tenth of a second. */
const CHECKED_WHOLE = 32 * 1024 * 1024;

/** What cannot be made again and is small: these are checked at every start, whatever the size of the logs. */
const PRECIOUS = ['targets', 'strategies', 'strategy_versions', 'settings', 'secrets', 'supervision', 'users'];

const markPath = (path: string): string => `${path}.suspect`;

/** Remembers that SQLite found damage while working. */
export function markSuspect(path: string): void {
  writeFileSync(markPath(path), '');
}

/** True when no damage was found. @throws SqliteError where the damage stops the check itself. */
export function isSound(database: Database.Database, path: string): boolean {
  const suspect = existsSync(markPath(path));
  if (suspect || statSync(path).size <= CHECKED_WHOLE) {
    if (!isOk(database.pragma('quick_check(1)'))) return false;
    if (suspect) rmSync(markPath(path), { force: true });
    return true;
  }
  const present = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  return PRECIOUS.every((table) => !present.includes(table) || isOk(database.pragma(`quick_check(${table})`)));
}

/** The mark belongs to a file that is kept aside now. */
export function forgetSuspicion(path: string): void {
  rmSync(markPath(path), { force: true });
}

function isOk(answer: unknown): boolean {
  return Array.isArray(answer) && answer.length === 1 && (answer[0] as { quick_check: string }).quick_check === 'ok';
}
