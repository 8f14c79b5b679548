// The only place that builds services and ties them together; called by the desktop, the command line and the tests.
import { hostname } from 'node:os';
import { createNotify, type Notify } from '../notify/notify.ts';
import { createRuns, type Runs } from '../runs/runs.ts';
import { systemAlarm } from '../scheduler/alarm.ts';
import { gatherRequirementFacts } from '../scheduler/requirement-facts.ts';
import { requirementsOf } from '../scheduler/requirements.ts';
import { createScheduler, type Scheduler } from '../scheduler/scheduler.ts';
import { createSettings, type SettingsService } from '../settings/settings.ts';
import { checkBeforeRun, checkDestination } from '../strategies/check.ts';
import { createStrategies, type Strategies } from '../strategies/strategies.ts';
import { createTargets, secretNameOf, type Targets } from '../targets/targets.ts';
import type { Requirement, Standing } from '../../shared/domain/occurrence.ts';
import { renderScript } from '../../shared/rman/render-script.ts';
import type {
  Clock, Desktop, DesktopNotifier, Launcher, Logger, Paths, Power, Secrets, SimulatorCommand, Store,
} from './ports.ts';
import { createState, type State } from './state.ts';
import { keepStateFresh, readSlices } from './published-slices.ts';

/** Everything that the composition takes from outside. */
export type Ports = {
  store: Store;
  clock: Clock;
  logger: Logger;
  paths: Paths;
  secrets: Secrets;
  launcher: Launcher;
  simulator: SimulatorCommand;
  desktop: Desktop;
  power: Power;
  /** Absent where there is no desktop: its notes are then left to a process that has one. */
  notifier?: DesktopNotifier;
  about: { version: string; platform: string; locale: string; profile: string; runtime: string };
};

export type Application = {
  ports: Ports;
  state: State;
  settings: SettingsService;
  targets: Targets;
  strategies: Strategies;
  runs: Runs;
  scheduler: Scheduler;
  notify: Notify;
  /** What a start of the strategy needs now. @throws AppError `strategy.missing` */
  requirements(strategyId: string): Promise<Requirement[]>;
  /** Publishes anew what changed outside of the services: what the desktop offers. */
  refresh(): void;
  /** Lets go of everything; children live on. */
  stop(): Promise<void>;
};

/**
 * How a process looks after its profile. One that supervises takes over the runs as soon as no other process has them;
 * one that does not only looks, queues and follows. `automatic`: it also starts by itself what is due. A command that
 * is there for one run must not, since it would leave behind what it has begun.
 */
export type Part = { supervise: boolean; automatic?: boolean };

/** How long a command waits for its messages to arrive. */
const LAST_WORDS_MS = 10_000;

/** Builds the application and its first state. */
export async function compose(ports: Ports, { supervise, automatic = false }: Part): Promise<Application> {
  const { store, clock, secrets, launcher, desktop } = ports;
  let refresh = (): void => {};
  let reschedule = (): void => {};
  let refreshOutbox = (): void => {};
  let tellPeople = (): void => {};
  const changed = (): void => {
    refresh();
    reschedule();
    tellPeople();
  };

  const settings = await createSettings(store.settings, changed);
  const targets = createTargets({ store, clock, secrets, launcher, changed });
  const strategies = createStrategies({ store, clock, changed });
  const runs = createRuns({
    ...ports,
    renderScript,
    checkBeforeRun: (target, spec) => checkBeforeRun(target, spec, { checkTarget: targets.checkBeforeRun }),
    passwordOf: (target) => secrets.read(secretNameOf(target.id), target.spec.name),
  });
  const scheduler = createScheduler({ ...ports, runs, alarm: systemAlarm, automatic });
  reschedule = scheduler.changed;
  const notify = createNotify({
    ...ports,
    desktop: ports.notifier ?? null,
    settings: settings.current,
    locale: ports.about.locale,
    host: hostname(),
    lines: runs.lines,
    overdue: async () => overdueOf(await scheduler.standings()),
    changed: () => refreshOutbox(),
  });
  if (supervise) {
    await runs.begin();
    // Catching up may take a while; the window does not wait for it.
    void scheduler.begin();
    tellPeople = notify.look;
    scheduler.onChange(notify.look);
    runs.onChange((change) => (change === 'states' ? notify.look() : undefined));
    notify.begin();
  }

  const sources = { store, secrets, desktop, runs, scheduler, settings, notify };
  const state = createState(await readSlices(sources));
  const keeper = keepStateFresh({ ...sources, state, logger: ports.logger });
  refresh = keeper.refresh;
  refreshOutbox = keeper.refreshOutbox;
  keeper.refresh();

  return {
    ports,
    state,
    settings,
    targets,
    strategies,
    runs,
    scheduler,
    notify,
    async requirements(strategyId) {
      const facts = await gatherRequirementFacts(strategyId, clock.now(), {
        store,
        power: ports.power,
        checkTarget: targets.checkBeforeRun,
        checkDestination: (target, spec) => checkDestination(target.spec, spec),
      });
      return requirementsOf(facts, clock.now());
    },
    refresh: keeper.refresh,
    async stop() {
      await scheduler.end();
      // A command is over when its run is: what it has to tell may not have another chance for long.
      if (supervise) await notify.end(ports.notifier ? 0 : LAST_WORDS_MS);
      await runs.shutdown();
      await keeper.stop();
      await store.close();
    },
  };
}

/** Since when a good run is overdue, by strategy id. */
const overdueOf = (standings: readonly Standing[]): Map<string, number> =>
  new Map(standings.flatMap(({ strategyId, overdueSince }) =>
    overdueSince === null ? [] : [[strategyId, overdueSince] as const]));
