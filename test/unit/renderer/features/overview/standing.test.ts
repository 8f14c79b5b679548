// How strategies stand and in which order the overview shows them.
import { describe, expect, it } from 'vitest';
import { healthOf, needingAttention, RECENT_MS, summaryOf, worstFirst } from '../../../../../renderer/features/overview/standing.ts';
import { isStalled, SILENCE_MS } from '../../../../../renderer/activity/stalled.ts';
import type { RunState } from '../../../../../shared/domain/run.ts';
import type { StrategyOverview, TargetOverview } from '../../../../../shared/ipc/slices.ts';
import { believableSlices, runOf } from '../../../../support/fake-content.ts';

const NOW = Date.UTC(2026, 10, 24);
const HOUR = 3_600_000;
const { targets, strategies } = believableSlices(NOW);

function strategy(name: string, last: RunState | null, goodAge: number | null, change: Partial<StrategyOverview> = {}) {
  const [base] = strategies;
  const [target] = targets;
  if (!base || !target) throw new Error('no content');
  const run = (state: RunState, age: number) =>
    runOf(base, target, { state, queuedAt: NOW - age - HOUR, startedAt: NOW - age - HOUR, endedAt: NOW - age });
  return {
    ...base,
    id: name,
    spec: { ...base.spec, name },
    lastAttempt: last && run(last, HOUR),
    lastGood: goodAge === null ? null : run('succeeded', goodAge),
    ...change,
  };
}
const on = { enabled: true };

describe('health', () => {
  it('is failing after a failure or a lost run, however good the one before', () => {
    expect(healthOf(strategy('a', 'failed', 2 * HOUR), on, NOW)).toBe('failing');
    expect(healthOf(strategy('a', 'lost', 2 * HOUR), on, NOW)).toBe('failing');
  });

  it('is unprotected without any good backup: never is not zero', () => {
    expect(healthOf(strategy('a', null, null), on, NOW)).toBe('unprotected');
    expect(healthOf(strategy('a', 'cancelled', null), on, NOW)).toBe('unprotected');
  });

  it('is old beyond the week, good up to it', () => {
    expect(healthOf(strategy('a', 'succeeded', RECENT_MS), on, NOW)).toBe('good');
    expect(healthOf(strategy('a', 'succeeded', RECENT_MS + 1), on, NOW)).toBe('old');
  });

  it('keeps a cancelled attempt and warnings apart from good', () => {
    expect(healthOf(strategy('a', 'cancelled', HOUR), on, NOW)).toBe('interrupted');
    expect(healthOf(strategy('a', 'warning', HOUR), on, NOW)).toBe('warned');
  });

  it('expects nothing of what is disabled, itself or its database', () => {
    expect(healthOf(strategy('a', 'failed', null, { enabled: false }), on, NOW)).toBe('off');
    expect(healthOf(strategy('a', 'failed', null), { enabled: false }, NOW)).toBe('off');
  });
});

describe('order', () => {
  const [first, second] = targets.map((target) => ({ ...target, enabled: true })) as [TargetOverview, TargetOverview];
  const rows = worstFirst(
    [
      strategy('good', 'succeeded', HOUR, { targetId: first.id }),
      strategy('warned', 'warning', HOUR, { targetId: second.id }),
      strategy('never', null, null, { targetId: first.id }),
      strategy('failing long', 'failed', 30 * 24 * HOUR, { targetId: second.id }),
      strategy('failing', 'failed', 24 * HOUR, { targetId: second.id }),
      strategy('failing never good', 'failed', null, { targetId: second.id }),
      strategy('orphan', 'failed', null, { targetId: 'gone' }),
    ],
    [first, second],
    [],
    NOW,
  );

  it('puts the database with the worst strategy first and in it the worst strategy, the oldest good one first', () => {
    expect(rows.map((row) => row.strategy.spec.name)).toEqual([
      'failing never good',
      'failing long',
      'failing',
      'warned',
      'never',
      'good',
    ]);
  });

  it('counts a failing strategy as recent when its good backup is', () => {
    expect(summaryOf(rows, NOW)).toEqual({ expected: 6, recent: 3, overdue: 0, failing: 3, unprotected: 1, old: 0 });
  });
});

describe('overdue', () => {
  const [base] = targets.map((target) => ({ ...target, enabled: true })) as [TargetOverview];
  const overdue = (strategyId: string, overdueSince: number | null) => {
    return { strategyId, next: null, open: null, overdueSince };
  };
  const rows = worstFirst(
    [
      strategy('failing', 'failed', HOUR, { targetId: base.id }),
      strategy('late', 'succeeded', HOUR, { targetId: base.id }),
      strategy('later', 'succeeded', HOUR, { targetId: base.id }),
      strategy('off', 'succeeded', HOUR, { targetId: base.id, enabled: false }),
      strategy('good', 'succeeded', HOUR, { targetId: base.id }),
    ],
    [base],
    [overdue('late', NOW - HOUR), overdue('later', NOW - 2 * HOUR), overdue('off', NOW - HOUR), overdue('good', null)],
    NOW,
  );

  it('comes before everything else, the longest first, and is asked of nothing that is off', () => {
    expect(rows.map((row) => row.strategy.spec.name)).toEqual(['later', 'late', 'failing', 'good', 'off']);
    expect(summaryOf(rows, NOW).overdue).toBe(2);
  });

  it('leads what needs attention', () => {
    expect(needingAttention(rows).map((row) => row.strategy.spec.name)).toEqual(['later', 'late', 'failing']);
  });
});

describe('silence', () => {
  const progress = { step: null, lines: 1, pieces: 0, sets: 0, files: 0, errors: 0, usualMs: null };

  it('is only noticed after a while, and never before the first output', () => {
    expect(isStalled({ ...progress, lastOutputAt: NOW - SILENCE_MS }, NOW)).toBe(false);
    expect(isStalled({ ...progress, lastOutputAt: NOW - SILENCE_MS - 1 }, NOW)).toBe(true);
    expect(isStalled({ ...progress, lastOutputAt: null }, NOW)).toBe(false);
    expect(isStalled(null, NOW)).toBe(false);
  });
});
