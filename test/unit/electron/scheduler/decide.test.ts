// What becomes of the occurrences of a strategy that have come.
import { describe, expect, test } from 'vitest';
import { decide, tooLate, type Situation } from '../../../../electron/scheduler/decide.ts';
import type { Occurrence } from '../../../../shared/domain/occurrence.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 9, 4, 12);

const row = (ago: number, change: Partial<Occurrence> = {}): Occurrence => ({
  id: `row ${ago}`,
  strategyId: 'S',
  targetId: 'T',
  strategyName: 'Weekly',
  targetName: 'DEMO',
  instant: NOW - ago,
  trigger: 'schedule',
  state: 'planned',
  reason: null,
  runId: null,
  attempts: 0,
  updatedAt: NOW - ago,
  ...change,
});
const held = (ago: number, change: Partial<Occurrence> = {}): Occurrence =>
  row(ago, { state: 'waiting', reason: { kind: 'battery' }, ...change });
const retried = (ago: number, at: number): Occurrence =>
  row(ago, { state: 'waiting', attempts: 1, runId: 'R', reason: { kind: 'retry', attempt: 2, at, rootCode: null } });

/** The steps in few words: what is done to which row, and why. */
function steps(due: Occurrence[], change: Partial<Situation> = {}): unknown[] {
  const situation: Situation = {
    now: NOW,
    scheduled: true,
    missed: { kind: 'run-once' },
    due,
    hold: null,
    busy: null,
    longestRetryMs: HOUR,
    ...change,
  };
  return decide(situation).map((step) =>
    step.do === 'start' ? ['start', step.row.id, step.trigger] : [step.to, step.row.id, step.reason],
  );
}

test('nothing due, nothing done', () => expect(steps([])).toEqual([]));

describe('an occurrence alone', () => {
  test.each([
    [0, 'schedule'],
    [MINUTE, 'schedule'],
    [MINUTE + 1, 'catch-up'],
    [400 * 24 * HOUR, 'catch-up'],
  ])('%i ms after its instant starts by %s', (ago, trigger) => {
    expect(steps([row(ago)])).toEqual([['start', `row ${ago}`, trigger]]);
  });

  test('that is late is missed where nothing is caught up, but a minute is not late', () => {
    const missed = { kind: 'skip' } as const;
    expect(steps([row(MINUTE)], { missed })).toEqual([['start', 'row 60000', 'schedule']]);
    expect(steps([row(MINUTE + 1)], { missed })).toEqual([['missed', 'row 60001', { kind: 'not-caught-up' }]]);
  });

  test('starts while it is less late than allowed', () => {
    const missed = { kind: 'if-less-late', hours: 2 } as const;
    expect(steps([row(2 * HOUR - 1)], { missed })).toEqual([['start', 'row 7199999', 'catch-up']]);
    expect(steps([row(2 * HOUR)], { missed })).toEqual([['missed', 'row 7200000', { kind: 'too-late', hours: 2 }]]);
  });

  test('waits for what holds it back, and says so once', () => {
    const hold = { kind: 'paused', until: NOW + HOUR } as const;
    expect(steps([row(0)], { hold })).toEqual([['waiting', 'row 0', hold]]);
    expect(steps([row(0, { state: 'waiting', reason: hold })], { hold })).toEqual([]);
    expect(steps([held(0)], { hold })).toEqual([['waiting', 'row 0', hold]]);
    expect(steps([held(5 * MINUTE)])).toEqual([['start', 'row 300000', 'catch-up']]);
  });

  test('is given up while it waits, when it would be too late anyway', () => {
    const hold = { kind: 'battery' } as const;
    expect(steps([held(2 * MINUTE)], { hold, missed: { kind: 'skip' } })).toEqual([
      ['missed', 'row 120000', { kind: 'not-caught-up' }],
    ]);
  });

  test('is skipped while the previous run goes on, but waits for a pause first', () => {
    const hold = { kind: 'paused', until: null } as const;
    expect(steps([row(0)], { busy: 'R' })).toEqual([['skipped', 'row 0', { kind: 'overlap', runId: 'R' }]]);
    expect(steps([row(0)], { busy: 'R', hold })).toEqual([['waiting', 'row 0', hold]]);
  });

  test('is withdrawn with its strategy; what has failed before has failed', () => {
    expect(steps([row(0), held(0)], { scheduled: false })).toEqual([
      ['skipped', 'row 0', { kind: 'withdrawn' }],
      ['skipped', 'row 0', { kind: 'withdrawn' }],
    ]);
    expect(steps([retried(HOUR, NOW)], { scheduled: false })).toEqual([['failed', 'row 3600000', { kind: 'withdrawn' }]]);
  });
});

describe('several occurrences', () => {
  test('the newest runs and stands for the others', () => {
    expect(steps([row(2 * HOUR), row(HOUR), row(2 * MINUTE)])).toEqual([
      ['missed', 'row 7200000', { kind: 'collapsed', into: NOW - 2 * MINUTE }],
      ['missed', 'row 3600000', { kind: 'collapsed', into: NOW - 2 * MINUTE }],
      ['start', 'row 120000', 'catch-up'],
    ]);
  });

  test('one that waited is superseded; one that failed is not tried any more', () => {
    expect(steps([retried(2 * HOUR, NOW - HOUR), held(HOUR), row(0)])).toEqual([
      ['failed', 'row 7200000', { kind: 'next-comes-first', next: NOW }],
      ['missed', 'row 3600000', { kind: 'superseded', by: NOW }],
      ['start', 'row 0', 'schedule'],
    ]);
  });

  test('none is said to be run for by one that does not run', () => {
    const late = { kind: 'too-late', hours: 1 };
    expect(steps([row(3 * HOUR), row(2 * HOUR)], { missed: { kind: 'if-less-late', hours: 1 } })).toEqual([
      ['missed', 'row 10800000', late],
      ['missed', 'row 7200000', late],
    ]);
  });
});

describe('a further attempt', () => {
  test('is made at its time, however late the occurrence is by then', () => {
    expect(steps([retried(HOUR, NOW + 1)])).toEqual([]);
    expect(steps([retried(HOUR, NOW)], { missed: { kind: 'skip' } })).toEqual([['start', 'row 3600000', 'retry']]);
  });

  test('is held back like a start, and waits for a run that somebody else has started', () => {
    const hold = { kind: 'blackout', until: NOW + HOUR } as const;
    expect(steps([retried(HOUR, NOW)], { hold })).toEqual([['waiting', 'row 3600000', hold]]);
    expect(steps([retried(HOUR, NOW)], { busy: 'other' })).toEqual([]);
    expect(steps([held(HOUR, { attempts: 2 })])).toEqual([['start', 'row 3600000', 'retry']]);
  });

  test('is not waited for longer than any attempt is', () => {
    expect(steps([retried(HOUR, NOW + HOUR)])).toEqual([]);
    expect(steps([retried(HOUR, NOW + HOUR + 1)])).toEqual([['start', 'row 3600000', 'retry']]);
  });
});

test('what waits ahead of a clock that was set back waits on', () => {
  expect(steps([held(-MINUTE - 1)])).toEqual([]);
  expect(steps([held(-MINUTE)])).toEqual([['start', 'row -60000', 'schedule']]);
  expect(steps([held(-HOUR)], { scheduled: false })).toEqual([['skipped', 'row -3600000', { kind: 'withdrawn' }]]);
});

test('an instant ahead of a clock that went back is not late', () => {
  expect(tooLate(NOW + HOUR, NOW, { kind: 'skip' })).toBeNull();
});
