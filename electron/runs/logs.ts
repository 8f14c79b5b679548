// Opens the log of any run, wherever it lies: a spool that grows, a spool that nobody sealed yet, or the store.
import { runFiles } from '../rman/run-files.ts';
import type { Clock } from '../app/ports.ts';
import type { Store, StoredRun } from '../app/store-port.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { isOver } from '../../shared/domain/run.ts';
import { followSpool, type Follower } from './follow.ts';
import { createSpool, type Spool } from './spool.ts';

/** How long a spool that nobody conducts stays open after its last reader. */
const IDLE_MS = 30_000;

/** A spool and who follows it. */
export type OpenLog = { spool: Spool; follower: Follower; conducted: boolean; usedAt: number };

/** Where the log of a run lies just now. `none`: nothing was written yet. */
export type LogPlace =
  | { kind: 'spool'; log: OpenLog; over: boolean }
  | { kind: 'store' }
  | { kind: 'none'; over: boolean };

export type Logs = ReturnType<typeof createLogs>;

export function createLogs(ports: { store: Store; clock: Clock; runsDirectory: string }) {
  const { store, clock } = ports;
  const open = new Map<string, OpenLog>();

  function openSpool(runId: string, conducted: boolean, take?: (bytes: Uint8Array) => void): OpenLog {
    const spool = createSpool(runFiles(ports.runsDirectory, runId).spool);
    const log = { spool, follower: followSpool(spool, clock, take), conducted, usedAt: clock.now() };
    open.set(runId, log);
    return log;
  }

  async function close(runId: string, log: OpenLog): Promise<void> {
    if (open.get(runId) === log) open.delete(runId);
    await log.follower.stop().catch(() => {});
    await log.spool.close();
  }

  async function stored(runId: string): Promise<StoredRun> {
    const found = await store.runs.get(runId);
    if (!found) throw new AppError('run.missing');
    return found;
  }

  return {
    /** Opens the spool of a run that this process conducts; `take` gets every byte once. Readers share it. */
    async conduct(runId: string, take: (bytes: Uint8Array) => void): Promise<OpenLog> {
      const before = open.get(runId);
      // Known before the other is let go of: a reader that looks meanwhile would open a third, which nobody closes.
      const log = openSpool(runId, true, take);
      if (before) await close(runId, before);
      return log;
    },

    /** Opens a spool to be read from its beginning to its end, as sealing does. */
    async whole(runId: string): Promise<OpenLog> {
      const log = open.get(runId) ?? openSpool(runId, false);
      log.usedAt = clock.now();
      await complete(log);
      return log;
    },

    /** Finds the log of a run. @throws AppError `run.missing` */
    async find(runId: string): Promise<LogPlace> {
      const own = open.get(runId);
      if (own?.conducted && !own.spool.isWhole()) return { kind: 'spool', log: own, over: false };
      const { state } = (await stored(runId)).run;
      if (await store.logs.isSealed(runId)) return { kind: 'store' };
      const over = isOver(state);
      let log = open.get(runId);
      if (!log && state === 'queued') return { kind: 'none', over };
      log ??= openSpool(runId, false);
      log.usedAt = clock.now();
      if (over) await complete(log);
      else if (!log.conducted) await log.follower.caughtUp();
      // Sealed and removed while we looked: the store has it all.
      if (log.spool.bytes() === 0 && (await store.logs.isSealed(runId))) return { kind: 'store' };
      return { kind: 'spool', log, over };
    },

    /** Lets go of a run's spool, so that its file can be removed. */
    async release(runId: string): Promise<void> {
      const log = open.get(runId);
      if (log) await close(runId, log);
    },

    /** Closes what nobody has read for a while. */
    async closeIdle(): Promise<void> {
      const idle = [...open].filter(([, log]) => !log.conducted && clock.now() - log.usedAt > IDLE_MS);
      await Promise.all(idle.map(([runId, log]) => close(runId, log)));
    },

    async closeAll(): Promise<void> {
      await Promise.all([...open].map(([runId, log]) => close(runId, log)));
    },
  };
}

/** Reads a spool that nobody writes any more to its end; its last line counts even without a line end. */
async function complete(log: OpenLog): Promise<void> {
  if (log.spool.isWhole()) return;
  await log.follower.caughtUp();
  log.spool.finish();
}
