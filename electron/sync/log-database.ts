// The log database of the settings as sync sees it: a pool of sessions in which the names of the log tables mean those
// of their owner. Knows no statement about facts.
import type { Oracle, SqlPool } from '../app/oracle-ports.ts';
import type { Secrets } from '../app/ports.ts';
import { LOG_DATABASE_SECRET, type LogDatabaseSettings } from '../../shared/domain/log-database.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { LogDatabase } from './sync.ts';

export type LogDatabasePorts = {
  /** Absent where no driver is at hand: nothing is then set up. */
  oracle: Oracle | undefined;
  settings(): LogDatabaseSettings | null;
  secrets: Pick<Secrets, 'read'>;
};

/** One session sends, one answers questions meanwhile. */
const SESSIONS = 2;

export function createLogDatabase({ oracle, settings, secrets }: LogDatabasePorts): LogDatabase & { close(): Promise<void> } {
  let pool: { of: string; sessions: SqlPool } | null = null;

  const credentials = async () => ({
    password: await secrets.read(LOG_DATABASE_SECRET, 'log database'),
    walletPassword: null,
  });

  function poolFor(driver: Oracle, { connection }: LogDatabaseSettings): SqlPool {
    const of = JSON.stringify(connection);
    if (pool?.of !== of) {
      void pool?.sessions.close();
      pool = { of, sessions: driver.pool(connection, credentials, { max: SESSIONS }) };
    }
    return pool.sessions;
  }

  return {
    name() {
      const log = oracle && settings();
      if (!log) return null;
      const { connection: { address, user }, owner, send } = log;
      return JSON.stringify([address, user.toUpperCase(), owner?.toUpperCase() ?? null, send.logText, send.audit]);
    },

    isEnabled: () => settings()?.enabled === true,

    sends(kind) {
      const send = settings()?.send;
      if (kind === 'log') return send?.logText === true;
      return kind === 'audit' ? send?.audit === true : true;
    },

    async open() {
      const log = settings();
      if (!oracle || !log) throw new AppError('sync.none');
      const session = await poolFor(oracle, log).take();
      if (log.owner === null) return session;
      try {
        // Checked by the settings: letters, digits, _ $ # alone. A name cannot be bound.
        await session.execute(`ALTER SESSION SET CURRENT_SCHEMA = ${log.owner}`);
        return session;
      } catch (error) {
        await session.close(true);
        throw error;
      }
    },

    async close() {
      await pool?.sessions.close();
      pool = null;
    },
  };
}
