// Opens the store's file whatever state it is in: new, older, newer, somebody else's, damaged, out of reach. Nothing
// that was in a file is ever overwritten or deleted here. Knows no table.
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError, type ErrorReport } from '../../../shared/errors/app-error.ts';
import { openRaw, prepareConnection, type Connection } from '../connection.ts';
import { foreseen, isDamage, sqliteCode } from '../sqlite-failures.ts';
import { copyAside, moveAside } from './aside.ts';
import { APPLICATION_ID, migrate, schemaVersion } from './migrate.ts';
import { forgetSuspicion, isSound } from './soundness.ts';

export type FileOptions = {
  path: string;
  /** Milliseconds since 1970, for the names of what is kept aside. */
  now: number;
  nativeBinding: string | undefined;
  migrations: readonly string[];
};

/** Thrown to the one place that keeps the file aside. */
class Damaged extends Error {}

/**
 * A connection at the newest schema, and what the user should know about how it came to be.
 * @throws AppError `store.newer`, `store.foreign` (both leave the file untouched), `store.full`, `store.unavailable`.
 */
export function openFile(options: FileOptions): { connection: Connection; notices: ErrorReport[] } {
  const { path, now } = options;
  const notices: ErrorReport[] = [];
  if (!existsSync(dirname(path))) {
    throw new AppError('store.unavailable', { path, detail: `the directory ${dirname(path)} does not exist` });
  }
  for (;;) {
    const identity = identityOf(path);
    try {
      return { connection: openSound(options), notices };
    } catch (error) {
      // Twice damaged cannot be: the second file is new. Then the disk is what fails.
      if (!(error instanceof Damaged || isDamage(error)) || notices.length > 0) throw foreseen(error, path);
    }
    // Another process may have kept it aside a moment ago and started anew.
    if (identityOf(path) !== identity) continue;
    notices.push(new AppError('store.corrupt', { kept: keepAside(path, now) }).report());
  }
}

function keepAside(path: string, now: number): string {
  try {
    const kept = moveAside(path, now);
    forgetSuspicion(path);
    return kept;
  } catch (error) {
    throw new AppError('store.unavailable', { path, detail: (error as Error).message });
  }
}

function openSound(options: FileOptions): Connection {
  const { path, nativeBinding } = options;
  if (existsSync(path)) inspect(options);
  const database = openRaw(path, { nativeBinding });
  try {
    refuseOthers(database, options);
    const connection = prepareConnection(database);
    if (!isSound(database, path)) throw new Damaged();
    bringUpToDate(connection, options);
    return connection;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Looks at the file through a connection that cannot change it, not even by tidying up on closing. */
function inspect(options: FileOptions): void {
  let database: Database.Database | undefined;
  try {
    database = openRaw(options.path, { nativeBinding: options.nativeBinding, readonly: true });
    refuseOthers(database, options);
  } catch (error) {
    // The very first start of all was interrupted: only a connection that may write can undo what it left.
    if (sqliteCode(error) !== 'SQLITE_READONLY_ROLLBACK') throw error;
  } finally {
    database?.close();
  }
}

function refuseOthers(database: Database.Database, { path, migrations }: FileOptions): void {
  const isOurs = database.pragma('application_id', { simple: true }) === APPLICATION_ID;
  if (!isOurs && database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined) {
    throw new AppError('store.foreign', { path });
  }
  const found = schemaVersion(database);
  const known = migrations.length;
  if (isOurs && found > known) throw new AppError('store.newer', { path, found, known });
}

function bringUpToDate(connection: Connection, { path, now, migrations }: FileOptions): void {
  const version = schemaVersion(connection.database);
  if (version >= migrations.length) return;
  try {
    if (version > 0) copyAside(connection, path, version, now);
    migrate(connection.database, migrations);
  } catch (error) {
    const known = foreseen(error, path);
    if (known instanceof AppError || isDamage(error)) throw known;
    const detail = `schema ${version} could not be brought to ${migrations.length}: ${(error as Error).message}`;
    throw new AppError('store.unavailable', { path, detail });
  }
}

/** What tells a file from a later one of the same name. */
function identityOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.dev}/${stats.ino}` : 'missing';
}
