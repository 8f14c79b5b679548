// The databases of the profile as SQL reaches them: a pool for each, how it answers, its passwords and its test. Asks
// nothing of a database by itself but whether it is there; what is read of it belongs to others.
import type { Oracle, PoolLane, SqlCredentials, SqlPool, SqlSession } from '../app/oracle-ports.ts';
import type { Clock, Logger, Secrets } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { sqlSecretNameOf, type SecretOf } from '../app/secret-names.ts';
import { reconnectDelay } from '../oracle/backoff.ts';
import type { ConnectionRow } from '../../shared/domain/connection-test.ts';
import type { DatabaseHealth } from '../../shared/domain/database-health.ts';
import { sqlConnectionSchema, sqlPasswordFormSchema, type SqlConnection } from '../../shared/domain/sql-connection.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';
import { testConnection } from './connection-test.ts';
import { answered, connecting, failed, unknownHealth, type Health } from './health.ts';

export type DatabasePorts = {
  store: Pick<Store, 'targets'>;
  secrets: Secrets;
  oracle: Oracle;
  clock: Clock;
  logger: Logger;
  /** The health of some database is not what it was. */
  changed(): void;
  /** In [0, 1); spreads attempts. */
  random?: () => number;
};

/** A database that answers is asked again after so long. */
const LOOK_MS = 60_000;

type Entry = {
  target: Target;
  connection: SqlConnection;
  pool: SqlPool;
  health: Health;
  stopTimer(): void;
};

export function createDatabases(ports: DatabasePorts) {
  const { store, secrets, oracle, clock, logger, changed } = ports;
  const random = ports.random ?? Math.random;
  const entries = new Map<string, Entry>();
  let watching = false;
  let ended = false;

  async function credentialsOf({ id, spec }: Pick<Target, 'id' | 'spec'>): Promise<SqlCredentials> {
    const wallet = sqlSecretNameOf(id, 'wallet');
    return {
      password: await secrets.read(sqlSecretNameOf(id, 'user'), spec.name),
      walletPassword: (await secrets.has(wallet)) ? await secrets.read(wallet, spec.name) : null,
    };
  }

  /** Makes the entries those of today's targets; one whose connection was changed begins anew. */
  async function follow(): Promise<void> {
    const targets = await store.targets.list();
    if (ended) return;
    const wanted = new Map(targets.map((target) => [target.id, target]));
    for (const [id, entry] of entries) {
      const connection = wanted.get(id)?.spec.sql ?? null;
      if (JSON.stringify(connection) !== JSON.stringify(entry.connection)) drop(id, entry);
    }
    for (const target of targets) {
      const known = entries.get(target.id);
      if (known) known.target = target;
      else if (target.spec.sql !== null) enter(target, target.spec.sql);
    }
  }

  function enter(target: Target, connection: SqlConnection): void {
    const entry: Entry = {
      target,
      connection,
      pool: oracle.pool(connection, () => credentialsOf(entry.target)),
      health: unknownHealth(clock.now()),
      stopTimer: () => {},
    };
    entries.set(target.id, entry);
    if (watching) void look(entry);
  }

  function drop(id: string, entry: Entry): void {
    entries.delete(id);
    entry.stopTimer();
    void entry.pool.close();
  }

  const set = (entry: Entry, health: Health): void => {
    if (entries.get(entry.target.id) !== entry || ended) return;
    entry.health = health;
    changed();
  };

  /** Lends a session, and learns from what becomes of it. */
  async function useEntry<T>(entry: Entry, work: (session: SqlSession) => Promise<T>, lane?: PoolLane): Promise<T> {
    if (entry.health.state !== 'up') set(entry, connecting(entry.health, clock.now()));
    let isLent = false;
    try {
      return await entry.pool.use(async (session) => {
        isLent = true;
        if (entry.health.state !== 'up') set(entry, answered(entry.health, clock.now()));
        return work(session);
      }, lane);
    } catch (error) {
      learn(entry, error, isLent);
      throw error;
    }
  }

  function learn(entry: Entry, error: unknown, isLent: boolean): void {
    // A statement that Oracle refuses says nothing against the session, and a full pool nothing against the database.
    if (!(error instanceof AppError) || error.code === 'oracle.busy' || error.code === 'oracle.closed') return;
    if (isLent && error.params['lost'] !== 1) return;
    const delay = reconnectDelay(entry.health.failures + 1, random());
    set(entry, failed(entry.health, error.report(), clock.now(), delay));
    logger.warn('database not reached', { target: entry.target.spec.name, error: error.code, oracle: error.params['code'] ?? '' });
    schedule(entry);
  }

  async function look(entry: Entry): Promise<void> {
    entry.stopTimer();
    if (entry.target.enabled) {
      await useEntry(entry, () => Promise.resolve(), 'urgent').catch((error: unknown) => {
        if (!(error instanceof AppError) && !ended) logger.exception(error, 'databases');
      });
    }
    schedule(entry);
  }

  function schedule(entry: Entry): void {
    entry.stopTimer();
    if (!watching || ended || entries.get(entry.target.id) !== entry) return;
    const { state, nextTryAt } = entry.health;
    // Down without a next try waits for a person: a refused password is not tried until it is changed.
    if (state === 'down' && nextTryAt === null) return;
    const wait = nextTryAt === null ? LOOK_MS : Math.max(0, nextTryAt - clock.now());
    entry.stopTimer = clock.after(wait, () => void look(entry));
  }

  async function existing(id: string): Promise<Target> {
    const target = await store.targets.get(id);
    if (!target) throw new AppError('target.missing');
    return target;
  }

  /** Something was corrected: what was learnt from the failures before does not hold any more. */
  function again(id: string): void {
    const entry = entries.get(id);
    if (!entry) return;
    entry.health = unknownHealth(clock.now());
    changed();
    if (watching) void look(entry);
  }

  return {
    /** From now on every database is asked by itself whether it answers. Waits for none of them. */
    async begin(): Promise<void> {
      watching = true;
      await follow();
      for (const entry of entries.values()) void look(entry);
    },

    /** Targets may have changed. */
    changed: follow,

    /** How every database with a SQL connection answers. */
    async health(): Promise<DatabaseHealth[]> {
      await follow();
      return Promise.all(
        [...entries].map(async ([targetId, { health: { state, since, error, nextTryAt } }]) => ({
          targetId,
          hasPassword: await secrets.has(sqlSecretNameOf(targetId, 'user')),
          hasWalletPassword: await secrets.has(sqlSecretNameOf(targetId, 'wallet')),
          state,
          since,
          error,
          nextTryAt,
        })),
      );
    },

    /**
     * Lends `work` a session of a target. While a password waits for a person to correct it, nothing is tried.
     * @throws AppError as `SqlPool.use`, `target.missing`, `oracle.no-connection`
     */
    async use<T>(targetId: string, work: (session: SqlSession) => Promise<T>, lane?: PoolLane): Promise<T> {
      const target = await existing(targetId);
      if (!entries.has(targetId)) await follow();
      const entry = entries.get(targetId);
      if (!entry) throw new AppError('oracle.no-connection', { target: target.spec.name });
      const { state, error, nextTryAt } = entry.health;
      if (state === 'down' && nextTryAt === null && error) throw new AppError(error.code, error.params);
      return useEntry(entry, work, lane);
    },

    /** Tries at once. @throws AppError `target.missing` */
    async reconnect(id: string): Promise<void> {
      await existing(id);
      again(id);
    },

    /** @throws AppError `input.invalid`, `target.missing`, `secret.plain-refused` unless `acceptPlainText` */
    async setPassword(id: string, which: SecretOf, password: string, acceptPlainText: boolean): Promise<void> {
      refuseProblems(sqlPasswordFormSchema, { password });
      await existing(id);
      await secrets.write(sqlSecretNameOf(id, which), password, acceptPlainText);
      again(id);
      changed();
    },

    async forgetPassword(id: string, which: SecretOf): Promise<void> {
      await secrets.forget(sqlSecretNameOf(id, which));
      changed();
    },

    /**
     * Tests a connection, one row per step. `password` in place of a stored one.
     * @throws AppError `input.invalid`, `target.missing`
     */
    async *test(
      id: string | null,
      connection: SqlConnection,
      signal: AbortSignal,
      password: string | null = null,
    ): AsyncIterable<ConnectionRow> {
      refuseProblems(sqlConnectionSchema, connection);
      const target = id === null ? null : await existing(id);
      const credentials = async (): Promise<SqlCredentials> => {
        if (password !== null) return { password, walletPassword: null };
        if (!target) throw new AppError('secret.missing', { target: '' });
        return credentialsOf(target);
      };
      yield* testConnection(connection, { oracle, clock, credentials }, signal);
    },

    /** Asks no database any more. Its sessions end with the driver. */
    end(): void {
      ended = true;
      for (const entry of entries.values()) entry.stopTimer();
    },
  };
}

export type Databases = ReturnType<typeof createDatabases>;
