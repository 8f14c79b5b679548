// Whether an attempt that failed is followed by another one, and when.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterFailure, canHeal, longestRetryMs, retryDelay } from '../../../../electron/scheduler/retry.ts';
import type { Run } from '../../../../shared/domain/run.ts';
import { explainCode } from '../../../../shared/rman/codes/index.ts';

const MINUTE = 60_000;
const NOW = 1_790_000_000_000;
const policy = { count: 2, firstMinutes: 5, longestMinutes: 60 };
const healing: Pick<Run, 'failure' | 'rootCode' | 'cancelRequestedAt'> = {
  failure: null,
  rootCode: 'ORA-19809',
  cancelRequestedAt: null,
};
const first = { trigger: 'schedule', attempts: 1 } as const;
const when = { now: NOW, next: null, random: 0.5 };

test('the examples heal and do not heal, as the catalogue says', () => {
  expect(explainCode('ORA-19809')?.healsByRetry).not.toBe('no');
  expect(explainCode('ORA-01031')?.healsByRetry).toBe('no');
});

describe('after an attempt that can heal', () => {
  test('comes the next one, after a time that doubles', () => {
    expect(afterFailure(first, healing, policy, when)).toEqual({
      to: 'waiting',
      reason: { kind: 'retry', attempt: 2, at: NOW + 5 * MINUTE, rootCode: 'ORA-19809' },
    });
    expect(afterFailure({ trigger: 'retry', attempts: 2 }, healing, policy, when)).toEqual({
      to: 'waiting',
      reason: { kind: 'retry', attempt: 3, at: NOW + 10 * MINUTE, rootCode: 'ORA-19809' },
    });
  });

  test('comes none when they are spent, or there are none', () => {
    const spent = afterFailure({ trigger: 'retry', attempts: 3 }, healing, policy, when);
    expect(spent).toEqual({ to: 'failed', reason: { kind: 'retries-spent', attempts: 3 } });
    expect(afterFailure(first, healing, { ...policy, count: 0 }, when)).toEqual({ to: 'failed', reason: null });
  });

  test('comes none at or past the next occurrence', () => {
    const at = NOW + 5 * MINUTE;
    const failed = { to: 'failed', reason: { kind: 'next-comes-first', next: at } };
    expect(afterFailure(first, healing, policy, { ...when, next: at })).toEqual(failed);
    expect(afterFailure(first, healing, policy, { ...when, next: at + 1 })).toMatchObject({ to: 'waiting' });
  });

  test.each(['manual', 'command-line', 'demo'] as const)('comes none for a start that was %s', (trigger) => {
    expect(afterFailure({ trigger, attempts: 1 }, healing, policy, when)).toEqual({ to: 'failed', reason: null });
  });

  test('comes none when somebody had asked to cancel it', () => {
    expect(afterFailure(first, { ...healing, cancelRequestedAt: NOW }, policy, when)).toEqual({
      to: 'failed',
      reason: { kind: 'retry-cancelled' },
    });
  });
});

test('what cannot heal is not tried again, and says which code that was', () => {
  expect(afterFailure(first, { ...healing, rootCode: 'ORA-01031' }, policy, when)).toEqual({
    to: 'failed',
    reason: { kind: 'cannot-heal', rootCode: 'ORA-01031' },
  });
  const failure = { code: 'secret.missing' as const, params: {}, fields: [] };
  expect(afterFailure(first, { ...healing, failure }, policy, when).reason).toEqual({
    kind: 'cannot-heal',
    rootCode: 'secret.missing',
  });
});

test('our own failure decides over a code in the log; what nobody explains does not heal', () => {
  const failure = (code: 'destination.missing' | 'rman.not-oracle') => ({ code, params: {}, fields: [] });
  expect(canHeal({ failure: failure('destination.missing'), rootCode: null })).toBe(true);
  expect(canHeal({ failure: failure('rman.not-oracle'), rootCode: 'ORA-19809' })).toBe(false);
  expect(canHeal({ failure: null, rootCode: 'ORA-99998' })).toBe(false);
  expect(canHeal({ failure: null, rootCode: null })).toBe(false);
});

test('a wait varies by a fifth, and is never longer than the longest', () => {
  fc.assert(
    fc.property(
      fc.record({
        count: fc.nat(10),
        firstMinutes: fc.integer({ min: 1, max: 60 }),
        longestMinutes: fc.integer({ min: 60, max: 1440 }),
      }),
      fc.integer({ min: 1, max: 11 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (any, attempts, random) => {
        const delay = retryDelay(any, attempts, random);
        const plain = Math.min(any.longestMinutes, any.firstMinutes * 2 ** (attempts - 1)) * MINUTE;
        expect(delay).toBeGreaterThanOrEqual(plain * 0.8 - 1);
        expect(delay).toBeLessThanOrEqual(plain * 1.2 + 1);
        expect(delay).toBeLessThanOrEqual(longestRetryMs(any) + 1);
      },
    ),
  );
  expect(retryDelay(policy, 1, 0)).toBe(4 * MINUTE);
  expect(retryDelay(policy, 1, 0.9999999)).toBeCloseTo(6 * MINUTE, -3);
});
