// Moves finished logs from their spool files into the store, one after the other, and removes what is then spare.
import type { Clock, Logger, Paths } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { Halted, type Halt } from './halt.ts';
import type { LifePoint } from './life-point.ts';
import type { Logs } from './logs.ts';
import { removeSpareDirectory } from './spare-directory.ts';

const LINES_AT_ONCE = 1000;
const BYTES_AT_ONCE = 1024 * 1024;
const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 300_000;

export type SealTools = {
  store: Store;
  clock: Clock;
  paths: Paths;
  logger: Logger;
  logs: Logs;
  halt: Halt;
  at(point: LifePoint, runId: string): Promise<void>;
  /** A log has moved: who reads it finds it in the store now. */
  moved(): void;
};

export type Sealer = ReturnType<typeof createSealer>;

/**
 * A queue of runs whose log is to be sealed. What fails (a full disk) stays in its spool file, readable, and is tried
 * again later; a sealing that a crash interrupted is begun anew, so no line is lost or doubled.
 */
export function createSealer(tools: SealTools) {
  const { store, logs, halt, logger } = tools;
  const queue: string[] = [];
  const scheduled = new Set<string>();
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    for (let runId = queue.shift(); runId !== undefined && !halt.halted; runId = queue.shift()) {
      await sealPatiently(runId, FIRST_RETRY_MS);
    }
    working = null;
  }

  async function sealPatiently(runId: string, retryMs: number): Promise<void> {
    try {
      await seal(runId);
      scheduled.delete(runId);
    } catch (error) {
      if (error instanceof Halted) return;
      logger.exception(error, `sealing the log of run ${runId}`);
      tools.clock.after(retryMs, () => {
        if (!halt.halted) void sealPatiently(runId, Math.min(LONGEST_RETRY_MS, retryMs * 2));
      });
    }
  }

  async function seal(runId: string): Promise<void> {
    if (!(await store.logs.isSealed(runId))) await copyIntoStore(runId);
    await tools.at('sealed', runId);
    tools.moved();
    await logs.release(runId);
    await removeSpareDirectory(tools, runId);
  }

  async function copyIntoStore(runId: string): Promise<void> {
    const { spool } = await logs.whole(runId);
    await store.logs.unseal(runId);
    let at = 0;
    while (at < spool.total()) {
      if (halt.halted) throw new Halted();
      const lines = await spool.read(at, LINES_AT_ONCE, BYTES_AT_ONCE);
      if (lines.length === 0) throw new Error(`line ${at} of ${spool.path} could not be read`);
      await store.logs.append(runId, at, lines);
      at += lines.length;
      await tools.at('sealing', runId);
    }
    await store.logs.seal(runId, at);
  }

  return {
    add(runId: string): void {
      if (scheduled.has(runId) || halt.halted) return;
      scheduled.add(runId);
      queue.push(runId);
      working ??= work();
    },
    /** Resolves when the queue is empty, or halted. */
    idle: (): Promise<void> => working ?? Promise.resolve(),
  };
}
