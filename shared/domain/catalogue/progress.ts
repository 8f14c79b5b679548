// How far a job has come, from successive readings of V$SESSION_LONGOPS: one share that never goes back. Pure.
import { z } from 'zod';

/** One row of the view for the sessions of our job. */
export type LongOperation = {
  /** Names the operation among all readings: instance, session and its start. */
  key: string;
  operation: string;
  channel: string | null;
  /** Blocks; the total is 0 while it is not known. */
  done: number;
  total: number;
};

export const channelProgressSchema = z.strictObject({
  channel: z.string().nullable(),
  operation: z.string(),
  share: z.number(),
});

export const databaseProgressSchema = z.strictObject({
  /** 0 to 0.99: the end is the run's to tell. `null` until the database knows how much there is to do. */
  share: z.number().nullable(),
  /** Milliseconds since 1970 of this computer. */
  askedAt: z.number(),
  /** What each channel does at the moment. */
  channels: z.array(channelProgressSchema),
});
export type DatabaseProgress = z.infer<typeof databaseProgressSchema>;

/** What must be remembered between readings. */
export type ProgressMemory = { share: number | null; seen: ReadonlyMap<string, { done: number; total: number }> };

export const noProgress: ProgressMemory = { share: null, seen: new Map() };

const CEILING = 0.99;
const AGGREGATE = 'RMAN: aggregate input';
const amount = (value: number): number => (Number.isFinite(value) && value > 0 ? value : 0);

/**
 * The memory after one more reading. Every command of a script (data files, then archived logs) has an aggregate of its
 * own whose share begins at zero: the bar shows the blocks of all commands seen so far and stands still, rather than
 * going back, when a new command makes the whole larger. Rows that vanish from the view (it is a ring) stay counted.
 */
export function advance(memory: ProgressMemory, reading: readonly LongOperation[]): ProgressMemory {
  const seen = new Map(memory.seen);
  for (const { key, operation, done, total } of reading) {
    if (operation !== AGGREGATE || amount(total) === 0) continue;
    const before = seen.get(key);
    const whole = Math.max(before?.total ?? 0, amount(total));
    seen.set(key, { total: whole, done: Math.min(whole, Math.max(before?.done ?? 0, amount(done))) });
  }
  let done = 0;
  let total = 0;
  for (const one of seen.values()) {
    done += one.done;
    total += one.total;
  }
  if (total === 0) return { share: memory.share, seen };
  return { share: Math.max(memory.share ?? 0, Math.min(CEILING, done / total)), seen };
}

/** What is shown of a memory and the reading that made it. */
export function shownProgress(
  { share }: ProgressMemory,
  reading: readonly LongOperation[],
  askedAt: number,
): DatabaseProgress {
  const channels = reading
    .filter(({ operation, done, total }) => !operation.startsWith('RMAN: aggregate') && amount(total) > amount(done))
    .map(({ channel, operation, done, total }) => ({
      channel,
      operation: operation.replace(/^RMAN: /, ''),
      share: amount(done) / amount(total),
    }));
  return { share, askedAt, channels };
}
