// Starts and ends processes of runs-host.ts.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { HostOrders } from './runs-host.ts';

let built: Promise<string> | undefined;

/** The store's worker as the product's build makes it. */
export const storeWorkerFile = fileURLToPath(new URL('../../dist/electron/store-worker.cjs', import.meta.url));

function buildHost(): Promise<string> {
  return (built ??= bundle());
}

async function bundle(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'respaldo-runs-host-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./runs-host.ts', import.meta.url)),
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'host.cjs' } },
    },
  });
  return join(outDir, 'host.cjs');
}

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
  const child = fork(await buildHost(), { env: { ...process.env, RESPALDO_RUNS_HOST: JSON.stringify(orders) } });
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
