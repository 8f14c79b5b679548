import { describe, expect, test } from 'vitest';
import { eventOf, groupsOf } from '../../../../electron/notify/event.ts';
import type { Occurrence } from '../../../../shared/domain/occurrence.ts';
import { sampleOccurrence, T0 } from '../../../support/alerts.ts';

describe('what an occurrence is worth telling', () => {
  test.each([
    ['failed', null, 'failure'],
    ['failed', { kind: 'retries-spent', attempts: 3 }, 'failure'],
    ['interrupted', null, 'failure'],
    ['warning', null, 'warning'],
    ['succeeded', null, 'success'],
    ['cancelled', null, null],
    ['missed', { kind: 'too-late', hours: 4 }, 'missed'],
    ['missed', { kind: 'not-caught-up' }, 'missed'],
    ['missed', { kind: 'superseded', by: T0 }, 'missed'],
    ['missed', { kind: 'collapsed', into: T0 }, null],
    ['skipped', { kind: 'overlap', runId: 'R' }, 'missed'],
    ['skipped', { kind: 'by-user' }, null],
    ['skipped', { kind: 'withdrawn' }, null],
    ['waiting', { kind: 'retry', attempt: 2, at: T0, rootCode: null }, null],
    ['running', null, null],
  ] as [Occurrence['state'], Occurrence['reason'], string | null][])('%s %o', (state, reason, event) => {
    expect(eventOf({ state, reason })).toBe(event);
  });
});

test('what one strategy missed is told together, everything else by itself', () => {
  const missed = (strategyId: string, instant: number) =>
    sampleOccurrence({ state: 'missed', reason: { kind: 'not-caught-up' }, strategyId, instant });
  const groups = groupsOf([missed('A', 1), sampleOccurrence(), missed('B', 2), missed('A', 3), sampleOccurrence()]);
  expect(groups.map(({ event, occurrences }) => [event, occurrences.length])).toEqual([
    ['missed', 2],
    ['failure', 1],
    ['missed', 1],
    ['failure', 1],
  ]);
  expect(groups[0]?.occurrences.map(({ instant }) => instant)).toEqual([1, 3]);
});
