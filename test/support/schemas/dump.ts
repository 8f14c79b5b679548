// A SQLite file as text that can be read in a review, and back: schema, rows and the tables that full-text search keeps
// behind itself. Knows nothing of what the tables mean.
import Database from 'better-sqlite3';
import { bindingForOldRuntime } from '../../../electron/store/native-binding.ts';

type SchemaRow = { type: string; name: string; tbl_name: string; sql: string };

/** Opens a file with the binding of this runtime. */
export function openSqlite(path: string): Database.Database {
  const nativeBinding = bindingForOldRuntime();
  return new Database(path, nativeBinding === undefined ? {} : { nativeBinding });
}

/** What the file consists of; SQLite's own tables (`sqlite_stat1`) are left out. */
export function schemaOf(database: Database.Database): SchemaRow[] {
  return database
    .prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`)
    .all() as SchemaRow[];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A value as SQL; `quote()` of SQLite itself, except that line ends stay visible as one line. */
function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return `X'${Buffer.from(value).toString('hex')}'`;
  if (typeof value === 'string') return quoted(value).replaceAll('\n', "'||char(10)||'");
  return String(value);
}

const isVirtual = ({ sql }: SchemaRow): boolean => sql.startsWith('CREATE VIRTUAL TABLE');

/** Statements that make the same file again: tables, rows, then virtual tables, indexes and triggers. */
export function dumpOf(database: Database.Database): string {
  const schema = schemaOf(database);
  const pragma = (name: string): unknown => database.pragma(name, { simple: true });
  const lines = [
    `PRAGMA application_id = ${String(pragma('application_id'))};`,
    `PRAGMA user_version = ${String(pragma('user_version'))};`,
  ];
  const tables = schema.filter((row) => row.type === 'table' && !isVirtual(row));
  for (const { name, sql } of tables) {
    lines.push(`${sql};`);
    for (const row of database.prepare(`SELECT * FROM ${name}`).raw().iterate() as Iterable<unknown[]>) {
      lines.push(`INSERT INTO ${name} VALUES (${row.map(literal).join(', ')});`);
    }
  }
  // A virtual table's own tables stand above already: it is entered into the schema instead of being created.
  for (const { type, name, tbl_name: table, sql } of schema.filter(isVirtual)) {
    const values = [type, name, table, '0', sql].map((value) => (value === '0' ? '0' : quoted(value)));
    lines.push(`INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (${values.join(', ')});`);
  }
  // In a fixed order: VACUUM INTO, which makes the copies, enters indexes before triggers, whenever they were made.
  for (const kind of ['index', 'trigger', 'view']) {
    for (const { sql } of schema.filter(({ type }) => type === kind)) lines.push(`${sql};`);
  }
  return `${lines.join('\n')}\n`;
}

/** Makes the file of a dump. */
export function restore(dump: string, path: string): void {
  const database = openSqlite(path);
  // SQLite otherwise forbids writing its own schema, which virtual tables need (see `dumpOf`).
  database.unsafeMode(true);
  database.pragma('writable_schema = ON');
  // A table that was made anew stands behind those that refer to it.
  database.pragma('foreign_keys = OFF');
  database.exec(`BEGIN; ${dump} COMMIT;`);
  database.close();
}
