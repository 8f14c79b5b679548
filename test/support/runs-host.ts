// A process that supervises runs over the real store and dies when told: the application in the crash tests. Bundled
// by runs-host-process.ts; what it is to do stands in RESPALDO_RUNS_HOST.
import { systemClock } from '../../electron/app/clock.ts';
import type { LifePoint } from '../../electron/runs/runs.ts';
import { createRuns } from '../../electron/runs/runs.ts';
import { createLauncher } from '../../electron/rman/launcher.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Paths, SimulatorCommand } from '../../electron/app/ports.ts';
import { renderScript } from '../../shared/rman/render-script.ts';

export type HostOrders = {
  paths: Paths;
  workerFile: string;
  simulator: SimulatorCommand;
  /** Strategies to start at once. */
  start: string[];
  /** Dies by SIGKILL when a run reaches this point for the `times`th time. */
  dieAt: { point: LifePoint; times: number } | null;
};

const orders = JSON.parse(process.env['RESPALDO_RUNS_HOST'] ?? '') as HostOrders;
let left = orders.dieAt?.times ?? 0;

const tell = (message: object): void => void process.send?.(message);

async function main(): Promise<void> {
  const store = await openStore({ path: orders.paths.database, now: Date.now, workerFile: orders.workerFile });
  const runs = createRuns({
    store,
    clock: systemClock,
    paths: orders.paths,
    launcher: createLauncher(),
    simulator: orders.simulator,
    renderScript,
    checkBeforeRun: () => Promise.resolve([]),
    passwordOf: () => Promise.reject(new Error('no password is needed')),
    logger: {
      info: () => {},
      warn: () => {},
      exception(error, where) {
        tell({ exception: `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });
        return '';
      },
    },
    at(point) {
      if (point !== orders.dieAt?.point) return;
      left -= 1;
      if (left > 0) return;
      process.kill(process.pid, 'SIGKILL');
      // The signal is on its way: nothing may happen any more.
      return new Promise(() => {});
    },
  });
  process.on('message', (message) => {
    if (message === 'shutdown') void runs.shutdown().then(() => store.close()).then(() => process.disconnect());
  });
  await runs.begin();
  for (const strategyId of orders.start) tell(await runs.start(strategyId, 'manual'));
}

void main();
