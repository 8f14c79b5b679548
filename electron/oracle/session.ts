// One session of the driver behind the port's face: named binds, no commit by itself, every call limited in time, and
// every error told in the product's way. Knows neither pools nor addresses.
import type { Connection } from 'oracledb';
import type { Clock } from '../app/ports.ts';
import type { SqlSession } from '../app/oracle-ports.ts';
import { batchOf, bindsOf, type BindTypes } from './binds.ts';
import { columnHandler, namedRows, type ColumnTypes } from './columns.ts';
import { within } from './deadline.ts';
import { isLost, oracleError, oracleFailure } from './errors.ts';
import type { OpenedSockets } from './sockets.ts';

export type SessionTools = {
  driver: BindTypes & ColumnTypes & { OUT_FORMAT_ARRAY: number };
  sockets: OpenedSockets;
  clock: Pick<Clock, 'after'>;
  callMs: number;
  secrets: readonly string[];
  /** Called once when it is over, closed or lost. */
  ended(): void;
};

/** The driver cancels a call that is too long; a server that does not even answer that is left after so long. */
const GRACE_MS = 2_000;
/** A polite good-bye takes one round trip. */
const CLOSE_MS = 2_000;
const ROWS_PER_ROUND_TRIP = 200;

/** A session as the pool sees it. */
export type OpenSession = SqlSession & {
  /** False once it is closed or lost. */
  isOpen(): boolean;
  /** One round trip. @throws as the other methods */
  ping(): Promise<void>;
};

export function createSession(connection: Connection, tools: SessionTools): OpenSession {
  const { driver, sockets, clock, callMs, secrets } = tools;
  const handler = columnHandler(driver);
  let over: 'no' | 'closed' | 'lost' = 'no';
  connection.callTimeout = callMs;

  const end = (how: 'closed' | 'lost'): void => {
    if (over !== 'no') return;
    over = how;
    if (how === 'lost') sockets.destroy();
    tools.ended();
  };

  async function call<T>(work: () => Promise<T>): Promise<T> {
    if (over !== 'no') throw oracleFailure('NJS-003', 'the session is closed', true);
    const late = () => oracleFailure('NJS-123', `no answer within ${Math.round(callMs / 1000)} s`, true);
    try {
      return await within(work(), callMs + GRACE_MS, clock, late);
    } catch (error) {
      const known = oracleError(error, secrets);
      if (isLost(known)) end('lost');
      throw known;
    }
  }

  return {
    isOpen: () => over === 'no',
    ping: () => call(() => connection.ping()),

    query: (sql, binds = {}, limit) =>
      call(async () => {
        const { metaData = [], rows = [] } = await connection.execute<unknown[]>(sql, bindsOf(binds, driver), {
          outFormat: driver.OUT_FORMAT_ARRAY,
          autoCommit: false,
          fetchTypeHandler: handler,
          maxRows: limit?.maxRows ?? 0,
          fetchArraySize: ROWS_PER_ROUND_TRIP,
          prefetchRows: ROWS_PER_ROUND_TRIP,
        });
        return namedRows(metaData, rows);
      }),

    execute: (sql, binds = {}) =>
      call(async () => {
        const { rowsAffected } = await connection.execute(sql, bindsOf(binds, driver), { autoCommit: false });
        return { rowsAffected: rowsAffected ?? 0 };
      }),

    async executeMany(sql, given) {
      if (given.length === 0) return { rowsAffected: 0, errors: [] };
      const { rows, definitions } = batchOf(given, driver);
      return call(async () => {
        const result = await connection.executeMany(sql, rows, {
          autoCommit: false,
          batchErrors: true,
          bindDefs: definitions,
        });
        const errors = (result.batchErrors ?? []).map((error) => {
          const known = oracleError(error, secrets) as { params?: { code?: string; detail?: string } };
          return { offset: error.offset ?? 0, code: known.params?.code ?? '', message: known.params?.detail ?? '' };
        });
        return { rowsAffected: result.rowsAffected ?? 0, errors };
      });
    },

    commit: () => call(() => connection.commit()),
    rollback: () => call(() => connection.rollback()),

    async close(drop = false) {
      if (over !== 'no') return;
      end(drop ? 'lost' : 'closed');
      // The driver rolls back what is open and says good-bye; dropped, its sockets are gone and it only tidies up.
      const closing = connection.close().catch(() => undefined);
      if (drop) return;
      await within(closing, CLOSE_MS, clock, () => new Error('late')).catch(() => sockets.destroy());
    },
  };
}
