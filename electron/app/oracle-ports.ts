// What the services need of Oracle: a session, and how one comes to have sessions. Types only.
import type { SqlConnection } from '../../shared/domain/sql-connection.ts';

/** What may be bound: plain text, numbers, instants, bytes and NULL; never an object or an array. */
export type SqlValue = string | number | Date | Uint8Array | null;
export type SqlBinds = Record<string, SqlValue>;

/** A row that Oracle refused in a batch, by its place in the batch; `code` as `ORA-00942`. */
export type SqlRowError = { offset: number; code: string; message: string };

/**
 * One session in Oracle. Nothing is committed by itself. What is lost (dropped socket, killed session) is lost with its
 * uncommitted work, and every later call fails.
 * @throws AppError from every method, with the ORA- or NJS- code and whether the session is gone
 */
export type SqlSession = {
  /** Rows with lower-case column names, DATE and TIMESTAMP as Date, NUMBER as number, CLOB as string, BLOB as bytes. */
  query(sql: string, binds?: SqlBinds, limit?: { maxRows: number }): Promise<Record<string, SqlValue>[]>;
  /** A statement or PL/SQL block without a result; answers the rows it touched. */
  execute(sql: string, binds?: SqlBinds): Promise<{ rowsAffected: number }>;
  /** One statement for many rows; a refused row does not hold up the others. */
  executeMany(sql: string, rows: SqlBinds[]): Promise<{ rowsAffected: number; errors: SqlRowError[] }>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** Gives it back; `drop` when its state is not known any more. Never throws. */
  close(drop?: boolean): Promise<void>;
};

/** What the keychain holds for a connection; `walletPassword` is that of an encrypted ewallet.pem. */
export type SqlCredentials = { password: string; walletPassword: string | null };

/**
 * What a session is wanted for. `slow` questions, of which a view may hang, never hold all of them; an `urgent` one,
 * that asks only whether the database is there, gets one beyond the limit when all are lent.
 */
export type PoolLane = 'urgent' | 'usual' | 'slow';

/** Sessions of one connection, opened when they are wanted and closed when nobody wants them any more. */
export type SqlPool = {
  /**
   * Lends `work` a session that answers, and takes it back whatever comes: what was not committed is rolled back, and a
   * session that is lost is dropped.
   * @throws AppError as `SqlSession`, `oracle.busy` when none becomes free in time, `oracle.closed`
   */
  use<T>(work: (session: SqlSession) => Promise<T>, lane?: PoolLane): Promise<T>;
  /** As `use`, for who holds a session longer; `close` gives it back. */
  take(lane?: PoolLane): Promise<SqlSession>;
  /** How many sessions are open, lent or not. */
  size(): number;
  /** Closes what is idle, and the rest when it is given back; later calls fail with `oracle.closed`. Never throws. */
  close(): Promise<void>;
};

export type PoolLimits = {
  /** Sessions at most; one more for what is urgent. */
  max: number;
  /** How long one may wait for a session to be given back. */
  queueMs: number;
  /** A session that nobody wanted for so long is closed. */
  idleMs: number;
  /** One that has lain for so long is asked whether it still answers before it is lent. */
  pingMs: number;
};

/** The driver. Nothing of it is loaded before the first session is wanted. */
export type Oracle = {
  /**
   * Opens a session of its own. Never waits longer than the connection's time-out, a server that accepts and then says
   * nothing included.
   * @throws AppError `oracle.failed`, `oracle.lost`, `oracle.restart-needed`, `oracle.closed`
   */
  open(connection: SqlConnection, credentials: SqlCredentials): Promise<SqlSession>;
  /** Opens nothing yet. `credentials` is asked for every new session: a corrected password is used at once. */
  pool(
    connection: SqlConnection,
    credentials: () => Promise<SqlCredentials>,
    limits?: Partial<PoolLimits>,
  ): SqlPool;
  /** Closes every session and pool, politely for `ms`, then by their sockets. Nothing can be opened afterwards. */
  close(ms: number): Promise<void>;
};
