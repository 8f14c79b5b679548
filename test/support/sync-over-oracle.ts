// Sync over the real store, the real driver and a stand-in for the database that speaks the real protocol. Its clock
// runs a hundred times as fast as the world's: what it waits for comes soon.
import type { Clock } from '../../electron/app/ports.ts';
import { createOracle } from '../../electron/oracle/driver.ts';
import { createSync, type Sync } from '../../electron/sync/sync.ts';
import { newSqlConnection, type SqlConnection } from '../../shared/domain/sql-connection.ts';
import { createLogTables } from './log-tables-in-stand-in.ts';
import { startOracle, type StandIn } from './oracle/index.ts';
import type { Store } from '../../electron/app/store-port.ts';

const FASTER = 100;
const PASSWORD = 'Copia-de-Seguridad-1';

/** Where the log tables are. */
export type LogTablesOf = { connection: SqlConnection; password: string };
export type OracleWithTables = LogTablesOf & { oracle: StandIn };

/** A database in which a user LOGS owns the log tables. */
export async function oracleWithLogTables(): Promise<OracleWithTables> {
  const grants = ['CREATE SESSION', 'CREATE TABLE', 'CREATE VIEW', 'UNLIMITED TABLESPACE'];
  const oracle = await startOracle({ users: { LOGS: { password: PASSWORD, grants } } });
  const plain = newSqlConnection();
  const connection: SqlConnection = {
    ...plain,
    address: { kind: 'easy', protocol: 'tcp', host: '127.0.0.1', port: oracle.port, service: 'ORCL' },
    user: 'logs',
    connectSeconds: 2,
    callSeconds: 2,
  };
  const driver = createOracle({ clock: worldClock });
  const session = await driver.open(connection, { password: PASSWORD, walletPassword: null });
  await createLogTables(session);
  await session.close();
  await driver.close(1000);
  return { oracle, connection, password: PASSWORD };
}

export type RunningSync = { sync: Sync; exceptions: unknown[]; end(): Promise<void> };

/** Sync of a profile, as an application that has just been started has it. */
export function syncOver(store: Store, { connection, password }: LogTablesOf): RunningSync {
  const driver = createOracle({ clock: worldClock });
  const exceptions: unknown[] = [];
  const sync = createSync({
    store: store.sync,
    clock: fastClock(),
    logger: { info: () => {}, warn: () => {}, exception: (error) => (exceptions.push(error), 'I') },
    logTables: {
      name: () => 'LOGS',
      isEnabled: () => true,
      sends: () => true,
      open: () => driver.open(connection, { password, walletPassword: null }),
    },
    workstation: { name: 'host', osUser: 'ana', platform: 'linux', version: '1' },
    changed: () => {},
  });
  return {
    sync,
    exceptions,
    async end() {
      await sync.end();
      await driver.close(200);
    },
  };
}

const worldClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

function fastClock(): Clock {
  const begun = Date.now();
  return {
    now: () => begun + (Date.now() - begun) * FASTER,
    after(ms, act) {
      const timer = setTimeout(act, ms / FASTER);
      return () => clearTimeout(timer);
    },
  };
}
