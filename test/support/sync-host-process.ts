// Starts processes of sync-host.ts and kills them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { bundled, withModules } from './bundled.ts';
import type { SyncHostOrders } from './sync-host.ts';

export type SyncHost = {
  /** What would have been an incident. */
  exceptions: string[];
  /** `kill -9`. */
  kill(): Promise<void>;
};

/** Resolves when it has written so many facts; it goes on. */
export async function startSyncHost(orders: SyncHostOrders, facts: number): Promise<SyncHost> {
  const child = fork(await bundled('sync-host'), {
    env: { ...process.env, ...withModules, RESPALDO_SYNC_HOST: JSON.stringify(orders) },
  });
  const exceptions: string[] = [];
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    let written = 0;
    child.on('message', (message: 'wrote' | { exceptions: string[] }) => {
      if (message === 'wrote') {
        written += 1;
        if (written === facts) resolve();
      } else exceptions.push(...message.exceptions);
    });
    child.once('exit', (code) => reject(new Error(`the host ended by itself with ${code}`)));
  });
  return {
    exceptions,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
