// An estimate is given only where there is something honest to say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateOf } from '../../../../shared/domain/estimate.ts';
import { isStalled, SILENCE_MS } from '../../../../renderer/activity/stalled.ts';

const startedAt = (at: number | null) => ({ startedAt: at, cancelRequestedAt: null });

test.each([
  [null, 60_000],
  [1000, null],
  [1000, 0],
])('started at %s, usually %s: nothing can be said', (at, usualMs) => {
  expect(estimateOf(startedAt(at), usualMs, 5000)).toEqual({ kind: 'unknown' });
});

test('within the usual duration the rest of it is left', () => {
  expect(estimateOf(startedAt(1000), 10_000, 3500)).toEqual({ kind: 'left', leftMs: 7500, share: 0.25, usualMs: 10_000 });
});

test('beyond it there is no estimate, only by how much', () => {
  expect(estimateOf(startedAt(0), 10_000, 12_000)).toEqual({ kind: 'longer', overMs: 2000, usualMs: 10_000 });
});

test('a run that is asked to stop has no usual end any more', () => {
  expect(estimateOf({ startedAt: 0, cancelRequestedAt: 5 }, 10_000, 3000)).toEqual({ kind: 'ending' });
});

test('never a share outside of 0 to 1, never negative time, also when the clock was set back', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), fc.nat(2e9), (at, usualMs, now) => {
      const estimate = estimateOf(startedAt(at), usualMs, now);
      if (estimate.kind === 'left') {
        expect(estimate.share).toBeGreaterThanOrEqual(0);
        expect(estimate.share).toBeLessThanOrEqual(1);
        expect(estimate.leftMs).toBeGreaterThanOrEqual(0);
        expect(estimate.leftMs).toBeLessThanOrEqual(usualMs);
      } else if (estimate.kind === 'longer') expect(estimate.overMs).toBeGreaterThan(0);
    }),
  );
});

test('silence counts from output only, and not while it is usual', () => {
  const progress = { step: null, lines: 1, pieces: 0, sets: 0, files: 0, errors: 0, lastOutputAt: 1000, usualMs: null };
  expect(isStalled(progress, 1000 + SILENCE_MS)).toBe(false);
  expect(isStalled(progress, 1001 + SILENCE_MS)).toBe(true);
  expect(isStalled({ ...progress, lastOutputAt: null }, 1e12)).toBe(false);
  expect(isStalled(null, 1e12)).toBe(false);
});
