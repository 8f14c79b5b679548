// Sync over the real store and the log tables in memory, on a clock that the test moves.
import type { Store } from '../../electron/app/store-port.ts';
import { createSync, type Sync } from '../../electron/sync/sync.ts';
import type { SyncKind } from '../../shared/domain/sync.ts';
import { fakeLogTables, type Call, type Fault, type FakeLogTables } from './fake-log-tables.ts';
import { storeInProcess } from './store-in-process.ts';

export const SYNC_NOW = 1_800_000_000_000;

export type SyncWorld = {
  store: Store;
  oracle: FakeLogTables;
  sync: Sync;
  /** Which log tables are set up; `null`: none. */
  uses(name: string | null): void;
  /** Whether facts are sent, or kept only. */
  enables(enabled: boolean): void;
  /** Kinds that are not wanted in the log tables. */
  without(kinds: SyncKind[]): void;
  /** Lets time pass; timers fire in order, and what they begin is waited for. */
  pass(ms: number): Promise<void>;
  /** The same profile after the application was started again. */
  restart(): Promise<void>;
  exceptions: unknown[];
  close(): Promise<void>;
};

export function syncWorld(fault: (call: Call) => Fault | null = () => null): SyncWorld {
  const store = storeInProcess();
  const oracle = fakeLogTables(fault);
  const exceptions: unknown[] = [];
  let name: string | null = 'LOG@one';
  let enabled = true;
  let unwanted: SyncKind[] = [];
  let now = SYNC_NOW;
  let timers: { at: number; act: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 400; turn += 1) await Promise.resolve();
  };
  const make = (): Sync => createSync({
    store: store.sync,
    clock: {
      now: () => now,
      after(ms, act) {
        const timer = { at: now + ms, act };
        timers.push(timer);
        return () => void (timers = timers.filter((other) => other !== timer));
      },
    },
    logger: { info: () => {}, warn: () => {}, exception: (error) => (exceptions.push(error), 'I') },
    logTables: {
      name: () => name,
      isEnabled: () => enabled,
      sends: (kind) => !unwanted.includes(kind),
      open: oracle.open,
    },
    workstation: { name: 'host', osUser: 'ana', platform: 'linux', version: '1' },
    changed: () => {},
    random: () => 0.5,
  });
  const world = {
    store,
    oracle,
    exceptions,
    sync: make(),
    uses: (next: string | null) => void (name = next),
    enables: (next: boolean) => void (enabled = next),
    without: (kinds: SyncKind[]) => void (unwanted = kinds),
    async pass(ms: number) {
      const until = now + ms;
      for (;;) {
        await settle();
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = until;
    },
    async restart() {
      await world.sync.end();
      timers = [];
      world.sync = make();
    },
    async close() {
      await world.sync.end();
      await store.close();
    },
  };
  return world;
}
