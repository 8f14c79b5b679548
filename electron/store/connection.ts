// One SQLite connection with the settings that every part of the store relies on, and the one way of running SQL on
// it. Knows no table.
import Database from 'better-sqlite3';

/** A bound value. */
export type Bound = string | number | bigint | null | Uint8Array;

/** A prepared statement with rows of a known shape. */
export type Prepared<Row> = {
  get(...values: Bound[]): Row | undefined;
  all(...values: Bound[]): Row[];
  iterate(...values: Bound[]): IterableIterator<Row>;
  run(...values: Bound[]): { changes: number; lastInsertRowid: number | bigint };
};

export type Connection = {
  database: Database.Database;
  /** Prepares once and keeps the statement; `Row` is what the caller knows about the columns. */
  sql<Row>(text: string): Prepared<Row>;
  /** As `sql`, for statements of one column: a row is that column's value. */
  value<Value>(text: string): Prepared<Value>;
};

/** How long a statement waits for another process (the command line beside the window) before it gives up, in ms. */
const BUSY_MS = 10_000;

export type OpenOptions = { nativeBinding: string | undefined; readonly?: boolean };

/** Opens a file as it is. @throws SqliteError or TypeError, untranslated. */
export function openRaw(path: string, { nativeBinding, readonly = false }: OpenOptions): Database.Database {
  return new Database(path, {
    timeout: BUSY_MS,
    readonly,
    fileMustExist: readonly,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
}

/**
 * Puts a connection into the mode the store works in. Write-ahead logging lets the command line read while the window
 * writes; `synchronous = FULL` flushes every commit, because a run's state must survive a power cut before it is
 * published, and runs move a few times an hour.
 */
export function prepareConnection(database: Database.Database): Connection {
  // For a new file: a chunk of a log fits one or two pages, and the indexes of a million runs are a level lower.
  database.pragma('page_size = 8192');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  // Statements that may have to be undone halfway (triggers, foreign keys) note their pages there: not in a file.
  database.pragma('temp_store = MEMORY');
  // 64 MB hold the index that a million runs are sorted by: read through for one page, it must be there for the next.
  // Taken up only as far as a file is read, and given back when nobody looks at runs any more.
  database.pragma('cache_size = -65536');
  // A long checkpoint would otherwise leave a write-ahead file of its high-water size behind for good.
  database.pragma('journal_size_limit = 16777216');
  const statements = new Map<string, Prepared<unknown>>();
  const values = new Map<string, Prepared<unknown>>();
  return {
    database,
    sql: <Row>(text: string) =>
      cached(statements, text, () => database.prepare(withStablePlan(text))) as Prepared<Row>,
    value: <Value>(text: string) =>
      cached(values, text, () => database.prepare(withStablePlan(text)).pluck()) as Prepared<Value>,
  };
}

/**
 * Writes every `?` as `+?`, which means the same. This build of SQLite (STAT4) plans a statement anew whenever a value
 * is bound that might change its plan, which costs five times what the statement does;
 * an expression is not looked into.
 */
const withStablePlan = (text: string): string => text.replaceAll('?', '+?');

function cached(kept: Map<string, Prepared<unknown>>, text: string, prepare: () => unknown): Prepared<unknown> {
  let statement = kept.get(text);
  if (!statement) {
    statement = prepare() as Prepared<unknown>;
    kept.set(text, statement);
  }
  return statement;
}
