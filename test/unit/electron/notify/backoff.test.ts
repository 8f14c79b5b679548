import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givesUp, retryDelay } from '../../../../electron/notify/backoff.ts';

const HOUR = 3_600_000;

test('waiting doubles from half a minute to an hour', () => {
  expect([1, 2, 3, 8, 9, 100].map((attempts) => retryDelay(attempts, 0.5))).toEqual([
    30_000, 60_000, 120_000, HOUR, HOUR, HOUR,
  ]);
});

test('jitter spreads it by a fifth both ways, and never to nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      const plain = retryDelay(attempts, 0.5);
      const delay = retryDelay(attempts, random);
      return delay >= Math.floor(plain * 0.8) && delay <= Math.ceil(plain * 1.2);
    }),
  );
  expect(retryDelay(1, 0)).toBeLessThan(retryDelay(1, 1));
});

test('after three days and ten attempts nobody tries any more', () => {
  expect(givesUp(0, 10, 72 * HOUR)).toBe(true);
  expect(givesUp(0, 10, 71 * HOUR)).toBe(false);
  // The machine slept: its first attempt is not its last.
  expect(givesUp(0, 1, 900 * HOUR)).toBe(false);
});
