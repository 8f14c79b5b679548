// The only road to Oracle's driver: loads it when the first session is wanted, decides once whether it works thin or
// thick, and opens sessions within a time limit. Knows nothing of targets and of what is asked of a session.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Driver from 'oracledb';
import type { Oracle, SqlCredentials } from '../app/oracle-ports.ts';
import type { Clock } from '../app/ports.ts';
import type { SqlConnection } from '../../shared/domain/sql-connection.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { attributesOf } from './attributes.ts';
import { within } from './deadline.ts';
import { oracleError, oracleFailure } from './errors.ts';
import { createPool } from './pool.ts';
import { createSession, type OpenSession } from './session.ts';
import { watchSockets, type OpenedSockets, type SocketWatch } from './sockets.ts';
import { findTnsEntry, readTnsNames } from './tns-names.ts';

type Mode = { kind: 'thin' } | { kind: 'thick'; client: string };
type Loaded = { driver: typeof Driver; mode: Mode; watch: SocketWatch };

export type OracleTools = {
  clock: Clock;
  /**
   * The Instant Client that some connection of this profile wants. Asked once, before the first session: the driver
   * can become thick only before that, so the decision is for all connections of the process.
   */
  instantClient?(): Promise<string | null>;
};

export function createOracle({ clock, instantClient = () => Promise.resolve(null) }: OracleTools): Oracle {
  const open = new Set<{ close(drop?: boolean): Promise<void> }>();
  const pools = new Set<{ close(): Promise<void> }>();
  const opening = new Set<OpenedSockets>();
  let loading: Promise<Loaded> | null = null;
  let closed = false;

  async function load(wanted: string | null): Promise<Loaded> {
    const { default: driver } = await import('oracledb');
    const client = wanted ?? (await instantClient());
    const mode: Mode = client === null ? { kind: 'thin' } : { kind: 'thick', client };
    if (mode.kind === 'thick') {
      try {
        driver.initOracleClient({ libDir: mode.client });
      } catch (error) {
        throw oracleError(error, []);
      }
    }
    return { driver, mode, watch: watchSockets() };
  }

  async function loaded(connection: SqlConnection): Promise<Loaded> {
    // An Instant Client that could not be loaded may be corrected: the next attempt loads anew.
    loading ??= load(connection.instantClient).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    const { mode, ...rest } = await loading;
    const current = mode.kind === 'thick' ? mode.client : null;
    if (connection.instantClient !== null && connection.instantClient !== current) {
      throw new AppError('oracle.restart-needed', { client: current ?? '–' });
    }
    return { mode, ...rest };
  }

  async function openSession(connection: SqlConnection, credentials: SqlCredentials): Promise<OpenSession> {
    if (closed) throw new AppError('oracle.closed');
    const { driver, mode, watch } = await loaded(connection);
    const alias = mode.kind === 'thick' ? await descriptorOfAlias(connection) : null;
    const secrets = [credentials.password, credentials.walletPassword ?? ''];
    const attributes = attributesOf(connection, credentials, mode.kind, driver, alias);
    const { result, sockets } = watch.watch(() => driver.getConnection(attributes));
    opening.add(sockets);
    try {
      const raw = await within(result, connection.connectSeconds * 1000, clock, () => {
        sockets.destroy();
        return oracleFailure('NJS-510', `no session within ${connection.connectSeconds} s`, true);
      });
      if (closed) {
        sockets.destroy();
        throw new AppError('oracle.closed');
      }
      const session = createSession(raw, {
        driver,
        sockets,
        clock,
        callMs: connection.callSeconds * 1000,
        secrets,
        ended: () => open.delete(session),
      });
      open.add(session);
      return session;
    } catch (error) {
      // In thick mode a session that comes too late has no socket of ours: it is closed when it comes.
      result.then((late) => void late.close().catch(() => undefined), () => undefined);
      throw closed ? new AppError('oracle.closed') : oracleError(error, secrets);
    } finally {
      opening.delete(sockets);
    }
  }

  return {
    open: openSession,

    pool(connection, credentials, limits = {}) {
      const pool = createPool({ open: async () => openSession(connection, await credentials()), clock, limits });
      const kept = {
        ...pool,
        async close() {
          pools.delete(kept);
          await pool.close();
        },
      };
      pools.add(kept);
      return kept;
    },

    async close(ms) {
      closed = true;
      for (const sockets of opening) sockets.destroy();
      const polite = [...pools, ...open].map((one) => one.close());
      await within(Promise.all(polite), ms, clock, () => new Error('late')).catch(() => undefined);
      await Promise.all([...open].map((session) => session.close(true)));
    },
  };
}

/** `null`: it is no alias, or tnsnames.ora does not have it: the client is then left to say so. */
async function descriptorOfAlias({ address }: SqlConnection): Promise<string | null> {
  if (address.kind !== 'alias') return null;
  const text = await readFile(join(address.tnsAdmin, 'tnsnames.ora'), 'utf8').catch(() => null);
  return text === null ? null : (findTnsEntry(readTnsNames(text), address.alias)?.descriptor ?? null);
}
