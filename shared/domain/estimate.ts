// How much longer a run may take, as far as anything honest can be said. Pure.
import type { Run } from './run.ts';

/**
 * - `unknown`: no good run of the strategy to compare with
 * - `ending`: it was asked to stop, so its usual duration says nothing any more
 * - `left`: within the usual duration; `share` of it is over
 * - `longer`: beyond it, so nothing can be said but by how much
 * All spans in milliseconds.
 */
export type Estimate =
  | { kind: 'unknown' }
  | { kind: 'ending' }
  | { kind: 'left'; leftMs: number; share: number; usualMs: number }
  | { kind: 'longer'; overMs: number; usualMs: number };

/** The parts of a run that an estimate looks at. */
export type EstimatedRun = Pick<Run, 'startedAt' | 'cancelRequestedAt'>;

/** `usualMs` is the duration of the last good run, the only base of an estimate. */
export function estimateOf(
  { startedAt, cancelRequestedAt }: EstimatedRun,
  usualMs: number | null,
  nowMs: number,
): Estimate {
  if (cancelRequestedAt !== null) return { kind: 'ending' };
  if (startedAt === null || usualMs === null || usualMs <= 0) return { kind: 'unknown' };
  const elapsed = Math.max(0, nowMs - startedAt);
  if (elapsed > usualMs) return { kind: 'longer', overMs: elapsed - usualMs, usualMs };
  return { kind: 'left', leftMs: usualMs - elapsed, share: elapsed / usualMs, usualMs };
}
