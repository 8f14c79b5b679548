// Brings a file to the newest schema, all or nothing. Knows neither where the file lies nor what a schema means.
import type Database from 'better-sqlite3';

/** "RSPD": marks a SQLite file as Respaldo's. */
export const APPLICATION_ID = 0x52535044;

/** The schema of a file; 0 for an empty one. */
export function schemaVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/**
 * Applies the migrations that are missing, in one transaction: a step that fails leaves the schema, every row and
 * therefore the older Respaldo that can read them as they were. Two processes may arrive at once; the version is read
 * under the write lock, so the second one finds everything done.
 * @throws whatever a step throws.
 */
export function migrate(database: Database.Database, migrations: readonly string[]): void {
  const all = database.transaction(() => {
    const version = schemaVersion(database);
    if (version >= migrations.length) return;
    database.pragma(`application_id = ${APPLICATION_ID}`);
    for (const step of migrations.slice(version)) database.exec(step);
    const broken = database.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error('After the migration some rows refer to nothing.');
    database.pragma(`user_version = ${migrations.length}`);
  });
  all.immediate();
}
