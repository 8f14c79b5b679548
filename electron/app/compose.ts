// The only place that builds services and ties them together; called by the desktop, the command line and the tests.
import { createRuns, type Runs } from '../runs/runs.ts';
import { createSettings, type SettingsService } from '../settings/settings.ts';
import { checkBeforeRun } from '../strategies/check.ts';
import { createStrategies, type Strategies } from '../strategies/strategies.ts';
import { createTargets, secretNameOf, type Targets } from '../targets/targets.ts';
import { renderScript } from '../../shared/rman/render-script.ts';
import type { Clock, Desktop, Launcher, Logger, Paths, Secrets, SimulatorCommand, Store } from './ports.ts';
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
  about: { version: string; platform: string; locale: string; profile: string; runtime: string };
};

export type Application = {
  ports: Ports;
  state: State;
  settings: SettingsService;
  targets: Targets;
  strategies: Strategies;
  runs: Runs;
  /** Publishes anew what changed outside of the services: what the desktop offers. */
  refresh(): void;
  /** Lets go of everything; children live on. */
  stop(): Promise<void>;
};

/**
 * Builds the application and its first state. One that supervises takes over the runs of the profile as soon as no
 * other process has them; one that does not only looks, queues and follows.
 */
export async function compose(ports: Ports, { supervise }: { supervise: boolean }): Promise<Application> {
  const { store, clock, secrets, launcher, desktop } = ports;
  let refresh = (): void => {};
  const changed = (): void => refresh();

  const settings = await createSettings(store.settings, changed);
  const targets = createTargets({ store, clock, secrets, launcher, changed });
  const strategies = createStrategies({ store, clock, changed });
  const runs = createRuns({
    ...ports,
    renderScript,
    checkBeforeRun: (target, spec) => checkBeforeRun(target, spec, { checkTarget: targets.checkBeforeRun }),
    passwordOf: (target) => secrets.read(secretNameOf(target.id), target.spec.name),
  });
  if (supervise) await runs.begin();

  const state = createState(await readSlices({ store, secrets, desktop, runs, settings }));
  const keeper = keepStateFresh({ state, store, secrets, desktop, runs, settings, logger: ports.logger });
  refresh = keeper.refresh;
  keeper.refresh();

  return {
    ports,
    state,
    settings,
    targets,
    strategies,
    runs,
    refresh: keeper.refresh,
    async stop() {
      await runs.shutdown();
      await keeper.stop();
      await store.close();
    },
  };
}
