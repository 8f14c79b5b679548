// Gathers the published slices from the store and the services, and publishes them anew after every change.
import type { Watch } from '../catalogue/watch.ts';
import type { Databases } from '../databases/databases.ts';
import type { LogDatabase } from '../log-database/log-database.ts';
import type { Notify } from '../notify/notify.ts';
import type { Runs } from '../runs/runs.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { Sync } from '../sync/sync.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';
import type { Slices } from '../../shared/ipc/slices.ts';
import type { Desktop, Logger, Secrets } from './ports.ts';
import type { Store } from './store-port.ts';
import { secretNameOf } from './secret-names.ts';
import type { State } from './state.ts';

type Sources = {
  store: Store;
  secrets: Secrets;
  desktop: Desktop;
  runs: Runs;
  scheduler: Scheduler;
  settings: SettingsService;
  notify: Notify;
  logDatabase: LogDatabase;
  sync: Sync;
  databases: Databases;
  watch: Watch;
};

/** Everything that is published, as it stands now; `history.changes` starts at zero. */
export async function readSlices(sources: Sources): Promise<Slices> {
  const [targets, strategies, activity, schedule, outbox, logDatabase, sync, databases] = await Promise.all([
    readTargets(sources),
    readStrategies(sources),
    sources.runs.activity(),
    readSchedule(sources),
    sources.notify.summary(),
    sources.logDatabase.state(),
    sources.sync.status(),
    sources.databases.health(),
  ]);
  return {
    targets,
    strategies,
    activity,
    settings: sources.settings.current(),
    schedule,
    outbox,
    logDatabase,
    sync,
    databases,
    catalogue: readCatalogue(sources),
    history: { changes: 0 },
    audit: { newest: await sources.store.audit.newest() },
    notices: await readNotices(sources, targets, strategies),
  };
}

const readCatalogue = ({ watch }: Pick<Sources, 'watch'>): Slices['catalogue'] => ({
  progress: watch.progress(),
  concerns: watch.concerns(),
});

async function readTargets({ store, secrets }: Sources): Promise<Slices['targets']> {
  const targets = await store.targets.list();
  return Promise.all(
    targets.map(async (target) => ({ ...target, hasPassword: await secrets.has(secretNameOf(target.id)) })),
  );
}

async function readStrategies({ store }: Sources): Promise<Slices['strategies']> {
  const [strategies, last] = await Promise.all([store.strategies.list(), store.runs.lastPerStrategy()]);
  return strategies.map((strategy) => ({
    ...strategy,
    lastAttempt: last[strategy.id]?.attempt ?? null,
    lastGood: last[strategy.id]?.good ?? null,
  }));
}

async function readSchedule({ store, scheduler }: Sources): Promise<Slices['schedule']> {
  const [pause, standings] = await Promise.all([store.pause.load(), scheduler.standings()]);
  return { pause, standings };
}

/** What nobody can see any more would not be missed either, so what is in no list is named. */
async function readUnlisted(
  { store }: Sources,
  targets: readonly { id: string }[],
  strategies: readonly { id: string }[],
): Promise<ErrorReport[]> {
  const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);
  const names = [
    ...(await store.targets.unlisted(idsOf(targets))),
    ...(await store.strategies.unlisted(idsOf(strategies))),
  ];
  return names.length === 0 ? [] : [{ code: 'store.unreadable', params: { names: names.join(', ') }, fields: [] }];
}

async function readNotices(
  sources: Sources,
  targets: readonly { id: string }[],
  strategies: readonly { id: string }[],
): Promise<ErrorReport[]> {
  const { store, desktop, runs } = sources;
  const elsewhere: ErrorReport[] = runs.isSupervising() ? [] : [{ code: 'supervision.elsewhere', params: {}, fields: [] }];
  const unlisted = await readUnlisted(sources, targets, strategies);
  return [...store.notices(), ...unlisted, ...elsewhere, ...desktop.notices()];
}

/**
 * Publishes after every change. Changes that come while slices are being read cause one more reading, not one each:
 * a thousand runs that move at once cost two readings.
 */
export function keepStateFresh(sources: Sources & { state: State; logger: Logger }) {
  const { state, runs, scheduler, settings, notify, logDatabase, sync, databases, logger } = sources;
  let working: Promise<void> | null = null;
  let wanted: 'nothing' | 'activity' | 'all' = 'nothing';
  let changes = 0;
  let stopped = false;

  const publish = async (what: 'activity' | 'all'): Promise<void> => {
    state.publish('activity', await runs.activity());
    if (what === 'activity') return;
    const targets = await readTargets(sources);
    const strategies = await readStrategies(sources);
    state.publish('targets', targets);
    state.publish('strategies', strategies);
    state.publish('schedule', await readSchedule(sources));
    state.publish('databases', await databases.health());
    state.publish('catalogue', readCatalogue(sources));
    state.publish('settings', settings.current());
    state.publish('notices', await readNotices(sources, targets, strategies));
    state.publish('history', { changes: (changes += 1) });
    await publishAudit();
  };

  const publishAudit = async (): Promise<void> => {
    const newest = await sources.store.audit.newest();
    if (!stopped && newest !== state.snapshot().slices.audit.newest) state.publish('audit', { newest });
  };

  const work = async (): Promise<void> => {
    while (wanted !== 'nothing' && !stopped) {
      const what = wanted;
      wanted = 'nothing';
      try {
        await publish(what);
      } catch (error) {
        logger.exception(error, 'publishing state');
      }
    }
    working = null;
  };
  const ask = (what: 'activity' | 'all'): void => {
    if (what === 'all' || wanted === 'nothing') wanted = what;
    if (!stopped) working ??= work();
  };
  const leaving = [
    runs.onChange((change) => ask(change === 'progress' ? 'activity' : 'all')),
    scheduler.onChange(() => ask('all')),
  ];

  return {
    refresh: () => ask('all'),
    /** The outbox has a rhythm of its own: nothing else changes with it. */
    refreshOutbox(): void {
      const published = notify.summary().then((summary) => (stopped ? undefined : state.publish('outbox', summary)));
      published.catch((error: unknown) => (stopped ? undefined : logger.exception(error, 'publishing state')));
    },
    /** Somebody has done something that may change nothing else: a log-in, a password, a user. */
    refreshAudit(): void {
      publishAudit().catch((error: unknown) => (stopped ? undefined : logger.exception(error, 'publishing state')));
    },
    /** How a database answers changes nothing else. */
    refreshDatabases(): void {
      const published = databases.health().then((value) => (stopped ? undefined : state.publish('databases', value)));
      published.catch((error: unknown) => (stopped ? undefined : logger.exception(error, 'publishing state')));
    },
    /** What databases say of themselves comes in a rhythm of its own, too. */
    refreshCatalogue(): void {
      if (!stopped) state.publish('catalogue', readCatalogue(sources));
    },
    /** As little as the outbox does the log database move with anything else. */
    refreshLogDatabase(): void {
      const published = logDatabase.state().then((value) => (stopped ? undefined : state.publish('logDatabase', value)));
      published.catch((error: unknown) => (stopped ? undefined : logger.exception(error, 'publishing state')));
    },
    /** Nor does what is sent there. */
    refreshSync(): void {
      const published = sync.status().then((value) => (stopped ? undefined : state.publish('sync', value)));
      published.catch((error: unknown) => (stopped ? undefined : logger.exception(error, 'publishing state')));
    },
    async stop(): Promise<void> {
      for (const leave of leaving) leave();
      stopped = true;
      await working;
    },
  };
}
