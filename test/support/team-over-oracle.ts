// Workstations that share one set of log tables in the stand-in, each with a real store and the real driver.
import { createOracle } from '../../electron/oracle/driver.ts';
import { createSync, type LogTables, type Sync } from '../../electron/sync/sync.ts';
import { createTeam, type Team } from '../../electron/sync/team.ts';
import type { Clock, Logger } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import type { OracleWithTables } from './sync-over-oracle.ts';
import { storeInProcess } from './store-in-process.ts';

export type TeamMember = {
  store: Store;
  sync: Sync;
  team: Team;
  logTables: LogTables;
  exceptions: unknown[];
  /** Goes over to other log tables. */
  use(name: string, tables: OracleWithTables): void;
  /** Sends what it has and reads what the others have. */
  exchange(): Promise<void>;
  end(): Promise<void>;
};

/** `skew` is how far its clock is from the world's, in ms. */
export async function teamMember(
  name: string,
  tables: OracleWithTables,
  {
    skew = 0, store = storeInProcess(), leasesChanged = () => {},
  }: { skew?: number; store?: Store; leasesChanged?: () => void } = {},
): Promise<TeamMember> {
  const clock = skewed(skew);
  const driver = createOracle({ clock: skewed(0) });
  const exceptions: unknown[] = [];
  const logger: Logger = { info: () => {}, warn: () => {}, exception: (error) => (exceptions.push(error), 'I') };
  let used = { name: 'LOGS', tables };
  const logTables: LogTables = {
    name: () => used.name,
    isEnabled: () => true,
    sends: () => true,
    open: () => driver.open(used.tables.connection, { password: used.tables.password, walletPassword: null }),
  };
  const workstation = { name, osUser: 'ana', platform: 'linux', version: '1' };
  const sync = createSync({ store: store.sync, clock, logger, logTables, workstation, changed: () => {} });
  const team = createTeam({ store, clock, logger, logTables, changed: () => {}, leasesChanged });
  await sync.drain();
  return {
    store,
    sync,
    team,
    logTables,
    exceptions,
    use: (name, others) => void (used = { name, tables: others }),
    async exchange() {
      await sync.drain();
      await team.readOnce();
    },
    async end() {
      await team.end();
      await sync.end();
      await driver.close(200);
      await store.close();
    },
  };
}

const skewed = (skew: number): Clock => ({
  now: () => Date.now() + skew,
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
});
