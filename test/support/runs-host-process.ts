// Starts and ends processes of runs-host.ts.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.ts';
import type { HostOrders } from './runs-host.ts';

/** The store's worker as the product's build makes it. */
export const storeWorkerFile = fileURLToPath(new URL('../../dist/electron/store-worker.cjs', import.meta.url));

export type Host = {
  process: ChildProcess;
  /** How the process ended: the name of the signal, or its exit code. */
  gone: Promise<string | number | null>;
  /** Ids of the runs it started, as they come. */
  started: string[];
  /** What its application log would hold. */
  exceptions: string[];
  kill(): Promise<void>;
  /** Ends it in good order. */
  shutdown(): Promise<void>;
};

export async function startHost(orders: HostOrders): Promise<Host> {
  const child = fork(await bundled('runs-host'), { env: { ...process.env, RESPALDO_RUNS_HOST: JSON.stringify(orders) } });
  const started: string[] = [];
  const exceptions: string[] = [];
  child.on('message', (message: { runId?: string; exception?: string }) => {
    if (message.runId !== undefined) started.push(message.runId);
    if (message.exception !== undefined) exceptions.push(message.exception);
  });
  const gone = once(child, 'exit').then(([code, signal]) => (signal ?? code) as string | number | null);
  return {
    process: child,
    gone,
    started,
    exceptions,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async shutdown() {
      if (child.connected) child.send('shutdown');
      await gone;
    },
  };
}
