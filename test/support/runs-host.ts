// A process that supervises runs over the real store and dies when told: the application in the crash tests. Bundled
// by runs-host-process.ts; what it is to do stands in RESPALDO_RUNS_HOST.
import { systemClock } from '../../electron/app/clock.ts';
import type { LifePoint } from '../../electron/runs/runs.ts';
import { createRuns } from '../../electron/runs/runs.ts';
import { createLauncher } from '../../electron/rman/launcher.ts';
import { filesOf } from '../../electron/rman/run-files.ts';
import { createRunnersLauncher } from '../../electron/runners/launcher.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { systemAlarm } from '../../electron/scheduler/alarm.ts';
import { createScheduler } from '../../electron/scheduler/scheduler.ts';
import type { Logger, Paths, SimulatorCommand } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { renderScript } from '../../shared/rman/render-script.ts';

export type HostOrders = {
  paths: Paths;
  workerFile: string;
  simulator: SimulatorCommand;
  /** Strategies to start at once. */
  start: string[];
  /** Dies by SIGKILL when a run reaches this point for the `times`th time. */
  dieAt: { point: LifePoint; times: number } | null;
  /** Starts by itself what is due; dies by SIGKILL before or after a row and its run are written together. */
  scheduler?: { dies: 'before-begin' | 'after-begin' | 'never' };
};

const orders = JSON.parse(process.env['RESPALDO_RUNS_HOST'] ?? '') as HostOrders;
let left = orders.dieAt?.times ?? 0;

const tell = (message: object): void => void process.send?.(message);

const logger: Logger = {
  info: () => {},
  warn: () => {},
  exception(error, where) {
    tell({ exception: `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });
    return '';
  },
};

/** The signal is on its way: nothing may happen any more. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

/** The store of a process that dies where it begins a run. */
function dyingAtBegin(store: Store): Store {
  const begin: Store['occurrences']['begin'] = async (starts) => {
    if (orders.scheduler?.dies === 'before-begin') return die();
    const begun = await store.occurrences.begin(starts);
    return orders.scheduler?.dies === 'after-begin' ? die() : begun;
  };
  return { ...store, occurrences: { ...store.occurrences, begin } };
}

async function main(): Promise<void> {
  const opened = await openStore({ path: orders.paths.database, now: Date.now, workerFile: orders.workerFile });
  const store = dyingAtBegin(opened);
  const runs = createRuns({
    store,
    logger,
    clock: systemClock,
    paths: orders.paths,
    launcher: createRunnersLauncher({ local: createLauncher(), filesOf }),
    simulator: orders.simulator,
    renderScript,
    checkBeforeRun: () => Promise.resolve([]),
    passwordOf: () => Promise.reject(new Error('no password is needed')),
    encryptionPasswordOf: () => Promise.reject(new Error('no password is needed')),
    at(point) {
      if (point !== orders.dieAt?.point) return;
      left -= 1;
      if (left > 0) return;
      return die();
    },
  });
  const scheduler = createScheduler({
    ...{ store, clock: systemClock, logger, runs, alarm: systemAlarm, power: { onBattery: () => null } },
    automatic: true,
  });
  process.on('message', (message) => {
    if (message === 'shutdown') void scheduler.end().then(() => runs.shutdown()).then(() => store.close()).then(() => process.disconnect());
  });
  await runs.begin();
  if (orders.scheduler) await scheduler.begin();
  for (const strategyId of orders.start) tell(await runs.start(strategyId, 'manual'));
}

void main();
