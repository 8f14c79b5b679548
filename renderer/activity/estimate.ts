// How much longer a run may take, as far as anything honest can be said. Pure.

/**
 * - `unknown`: no good run of the strategy to compare with
 * - `left`: within the usual duration; `share` of it is over
 * - `longer`: beyond it, so nothing can be said but by how much
 * All spans in milliseconds.
 */
export type Estimate =
  | { kind: 'unknown' }
  | { kind: 'left'; leftMs: number; share: number; usualMs: number }
  | { kind: 'longer'; overMs: number; usualMs: number };

/** `usualMs` is the duration of the last good run, the only base of an estimate; `startedAt` null: not begun. */
export function estimateOf(startedAt: number | null, usualMs: number | null, nowMs: number): Estimate {
  if (startedAt === null || usualMs === null || usualMs <= 0) return { kind: 'unknown' };
  const elapsed = Math.max(0, nowMs - startedAt);
  if (elapsed > usualMs) return { kind: 'longer', overMs: elapsed - usualMs, usualMs };
  return { kind: 'left', leftMs: usualMs - elapsed, share: elapsed / usualMs, usualMs };
}
