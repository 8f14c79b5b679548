// Notifications over the real store, with a hand on the clock, a desktop that writes down what it is shown, and a way
// of ending the application as if it had been killed.
import type { DesktopNote } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { createNotify, type Notify, type NotifyPorts } from '../../electron/notify/notify.ts';
import { newId } from '../../shared/domain/id.ts';
import type { Occurrence, OccurrenceState } from '../../shared/domain/occurrence.ts';
import type { Run } from '../../shared/domain/run.ts';
import { defaultSettings, type Settings } from '../../shared/domain/settings.ts';
import { sampleOccurrence } from './alerts.ts';
import { testTrust } from './mail-servers.ts';
import { memorySecrets } from './memory-secrets.ts';
import { movedClock } from './moved-clock.ts';
import { keptLogger } from './runs-fixture.ts';
import { storeInProcess } from './store-in-process.ts';
import { sampleRun } from './store-samples.ts';

export type NotifyWorld = ReturnType<typeof notifyWorld>;

export function notifyWorld(settings: Partial<Settings> = {}) {
  const store = storeInProcess();
  const clock = movedClock();
  const logger = keptLogger();
  const secrets = memorySecrets();
  const shown: DesktopNote[] = [];
  const notifies: Notify[] = [];
  const world = {
    store,
    clock,
    logger,
    secrets,
    shown,
    settings: { ...defaultSettings, language: 'en', ...settings } as Settings,

    notify(more: Partial<NotifyPorts> = {}): Notify {
      const notify = createNotify({
        store,
        clock,
        logger,
        secrets,
        desktop: { show: async (note) => (shown.push(note), { delivered: true, answer: '' }) },
        settings: () => world.settings,
        locale: 'en',
        host: 'ws1',
        lines: async (_id, from) => ({ from, lines: ['RMAN-03009: failure', 'password=tiger'].slice(from), total: 2 }),
        overdue: async () => new Map(),
        changed: () => {},
        trust: testTrust,
        random: () => 0.5,
        ...more,
      });
      notifies.push(notify);
      return notify;
    },

    /** An occurrence with its run, both at their end. */
    async settled(
      state: OccurrenceState,
      run: Partial<Run> = {},
      change: Partial<Occurrence> = {},
    ): Promise<Occurrence> {
      const now = clock.now();
      const over = { state: 'failed' as const, startedAt: now - 60_000, endedAt: now, rootCode: 'ORA-19809' };
      const stored = sampleRun({ ...over, ...run });
      const id = newId(now);
      const occurrence = sampleOccurrence({ id, strategyId: id, instant: now, updatedAt: now, ...change });
      await store.occurrences.begin([{ occurrence, from: null, run: stored }]);
      await store.occurrences.move(occurrence.id, 'queued', state, now, {});
      return { ...occurrence, runId: stored.run.id };
    },

    states: async () => (await store.outbox.list(500)).map(({ channel, state }) => `${channel} ${state}`).sort(),

    async close(): Promise<void> {
      for (const notify of notifies) await notify.end();
      await store.close();
    },
  };
  return world;
}

/** The store of an application that is killed when `end` is called: what it does later has no effect. */
export function mortal(store: Store): { store: Store; kill(): void } {
  let dead = false;
  const outbox = new Proxy(store.outbox, {
    get: (target, name) => (...values: unknown[]) =>
      dead ? new Promise(() => {}) : Reflect.apply(Reflect.get(target, name) as () => unknown, target, values),
  });
  return { store: { ...store, outbox }, kill: () => void (dead = true) };
}
