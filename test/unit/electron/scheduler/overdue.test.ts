// When a good run is overdue, by schedules that a DBA would write.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOverdueMemory, type Overdue } from '../../../../electron/scheduler/overdue-memory.ts';
import { overdueAt, overdueSince, widestGap, type Expectation, type Plan } from '../../../../electron/scheduler/overdue.ts';
import type { BlackoutCalendar, Schedule, ScheduleRule } from '../../../../shared/schedule/schedule.ts';
import { occurrencesBetween } from '../../../../shared/schedule/occurrences.ts';
import { plainSchedule } from '../../../../shared/schedule/schedule.ts';
import { sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string): number => Date.parse(`${text}:00Z`);
const START = at('2026-01-15T12:00');

const cron = (expression: string): ScheduleRule => ({ kind: 'cron', expression });
const plan = (rule: ScheduleRule, zone = 'UTC', change: Partial<Schedule> = {}, more: Partial<Plan> = {}): Plan => ({
  schedule: { ...plainSchedule(rule, zone), ...change },
  missed: { kind: 'run-once' },
  blackouts: [],
  ...more,
});
const expected = (of: Plan, since: number, lastGood: number | null): Expectation => ({ ...of, since, lastGood });

const weekend: BlackoutCalendar = {
  zone: 'UTC',
  windows: [{ kind: 'weekly', days: ['sat'], from: '00:00', until: '00:00' }, { kind: 'weekly', days: ['sun'], from: '00:00', until: '12:00' }],
};

describe('the widest gap', () => {
  test.each<[string, Plan, number | null]>([
    ['every night', plan(cron('0 2 * * *')), 24],
    ['the night on which clocks go back', plan(cron('0 2 * * *'), 'Europe/Madrid'), 25],
    ['at 2 and at 6', plan({ kind: 'daily', times: ['02:00', '06:00'] }), 20],
    ['on weekdays', plan(cron('0 2 * * 1-5')), 72],
    ['on Sundays', plan({ kind: 'weekly', days: ['sun'], times: ['03:00'] }), 168],
    ['on the 1st', plan(cron('0 2 1 * *')), 31 * 24],
    ['on the 31st, where there is one', plan({ kind: 'monthly', days: [31], shortMonths: 'skip', times: ['02:00'] }), 61 * 24],
    ['on the 31st or the last day', plan({ kind: 'monthly', days: [31], shortMonths: 'last-day', times: ['02:00'] }), 31 * 24],
    ['every 90 minutes', plan({ kind: 'every', count: 90, unit: 'minutes', anchor: '2026-01-01T00:00' }), 1.5],
    ['every year', plan(cron('0 2 1 1 *')), 366 * 24],
    ['every leap day', plan(cron('0 2 29 2 *')), 1461 * 24],
    ['once', plan({ kind: 'once', at: '2026-05-01T02:00' }), null],
    ['never', plan(cron('0 2 30 2 *')), null],
    ['twice before it ends', plan(cron('0 2 * * *'), 'UTC', { until: '2026-01-17T02:00' }), 24],
    ['once before it ends', plan(cron('0 2 * * *'), 'UTC', { until: '2026-01-16T02:00' }), null],
  ])('%s', (_name, of, hours) => {
    const gap = widestGap(of, START);
    expect(gap === null ? null : gap / HOUR).toBe(hours);
  });

  test('what comes every few minutes is looked at closely enough, and at most a day too patiently', () => {
    const exact = 24 * DAY + HOUR / 12;
    const gap = widestGap(plan(cron('*/5 * 1-7 * *')), START)!;
    expect(gap).toBeGreaterThanOrEqual(exact);
    expect(gap).toBeLessThanOrEqual(exact + DAY);
  });

  test('every minute of a month leaves eleven months, and takes no enumeration of half a million starts', () => {
    const gap = widestGap(plan(cron('* * * 1 *')), START)!;
    expect(gap).toBeGreaterThan(334 * DAY);
    expect(gap).toBeLessThan(336.1 * DAY);
  });

  test('a blackout is a gap: to its end, or past it where nothing is caught up', () => {
    const nightly = (more: Partial<Plan>): number => widestGap(plan(cron('0 2 * * *'), 'UTC', {}, { blackouts: [weekend], ...more }), START)! / HOUR;
    // Friday 02:00, then Sunday 12:00.
    expect(nightly({})).toBe(58);
    expect(nightly({ missed: { kind: 'if-less-late', hours: 11 } })).toBe(58);
    expect(nightly({ missed: { kind: 'if-less-late', hours: 10 } })).toBe(72);
    expect(nightly({ missed: { kind: 'skip' } })).toBe(72);
  });

  test('a schedule whose every instant lies in a blackout starts at its ends, or not at all', () => {
    const windows: Schedule['blackouts'] = [{ kind: 'weekly', days: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '01:00', until: '03:00' }];
    expect(widestGap(plan(cron('0 2 * * *'), 'UTC', { blackouts: windows }), START)).toBe(DAY);
    const skipping = plan(cron('0 2 * * *'), 'UTC', { blackouts: windows }, { missed: { kind: 'skip' } });
    expect(widestGap(skipping, START)).toBeNull();
    expect(overdueAt(expected(skipping, START, null))).toBeNull();
  });

  test('is that of a plain look at every occurrence', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 });
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 });
    const zone = fc.constantFrom('UTC', 'Europe/Madrid', 'America/Santiago', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(hours, days, zone, (hour, day, name) => {
        const of = plan(cron(`7 ${hour.join(',')} * * ${day.join(',')}`), name);
        const found = occurrencesBetween(of.schedule, START, START + 400 * DAY).map((one) => one.at);
        const gaps = found.slice(1).map((instant, index) => instant - found[index]!);
        expect(widestGap(of, START)).toBeGreaterThanOrEqual(Math.max(...gaps));
        expect(widestGap(of, START)).toBeLessThanOrEqual(Math.max(...gaps) + HOUR);
      }),
      { numRuns: 40 },
    );
  });
});

describe('overdue', () => {
  const nightly = plan(cron('0 2 * * *'));

  test('is the widest gap and a quarter after the last good run', () => {
    const good = at('2026-03-02T02:40');
    expect(overdueAt(expected(nightly, START, good))).toBe(good + 30 * HOUR);
    expect(overdueSince(expected(nightly, START, good), good + 30 * HOUR - 1)).toBeNull();
    expect(overdueSince(expected(nightly, START, good), good + 40 * HOUR)).toBe(good + 30 * HOUR);
  });

  test('knows weekends', () => {
    const friday = at('2026-03-06T02:30');
    expect(overdueAt(expected(plan(cron('0 2 * * 1-5')), START, friday))).toBe(friday + 90 * HOUR);
  });

  test('counts from when the schedule exists while nothing was ever good, or only before it', () => {
    expect(overdueAt(expected(nightly, START, null))).toBe(START + 30 * HOUR);
    expect(overdueAt(expected(nightly, START, START - 100 * DAY))).toBe(START + 30 * HOUR);
  });

  test('is not told before anything was due: a schedule that begins later', () => {
    const later = plan(cron('0 2 * * *'), 'UTC', { from: '2026-06-01T00:00' });
    expect(overdueAt(expected(later, START, null))).toBe(at('2026-06-01T02:00') + 6 * HOUR);
  });

  test('is nothing for what happens once, never, or is over', () => {
    expect(overdueAt(expected(plan({ kind: 'once', at: '2026-05-01T02:00' }), START, null))).toBeNull();
    expect(overdueAt(expected(plan(cron('0 2 30 2 *')), START, null))).toBeNull();
    const ended = plan(cron('0 2 * * *'), 'UTC', { until: '2026-01-20T03:00' });
    expect(overdueAt(expected(ended, START, at('2026-01-20T02:10')))).toBeNull();
    // Its last two were to come, and only the first of them was good.
    expect(overdueAt(expected(ended, START, at('2026-01-19T02:10')))).toBe(at('2026-01-19T02:10') + 30 * HOUR);
  });
});

describe('the memory', () => {
  const target = sampleTarget('DEMO');
  const base = sampleStrategy(target, 'Nightly');
  const strategy = { ...base, spec: { ...base.spec, schedule: plainSchedule(cron('0 2 * * *'), 'UTC') } };
  const asked: Overdue = { strategy, target, everyone: null, since: START, lastGood: null };
  const late = START + 10 * DAY;

  test('answers as the plain function, also after a good run, a new version, other blackouts', () => {
    const memory = createOverdueMemory();
    const steps: [Partial<Overdue>, number | null][] = [
      [{}, START + 30 * HOUR],
      [{}, START + 30 * HOUR],
      [{ lastGood: late - 40 * HOUR }, late - 10 * HOUR],
      [{ lastGood: late - 20 * HOUR }, null],
      [{ strategy: { ...strategy, version: 2, spec: { ...strategy.spec, schedule: plainSchedule(cron('0 2 * * 0'), 'UTC') } } }, START + 210 * HOUR],
      [{ everyone: weekend }, START + 1.25 * 58 * HOUR],
      [{ target: { ...target, revision: 2, spec: { ...target.spec, blackouts: weekend } } }, START + 1.25 * 58 * HOUR],
      [{}, START + 30 * HOUR],
    ];
    for (const [change, answer] of steps) expect(memory.overdueSince({ ...asked, ...change }, late)).toBe(answer);
  });

  test('is silent on what is disabled or has no schedule, and on what it was told to forget', () => {
    const memory = createOverdueMemory();
    expect(memory.overdueSince({ ...asked, strategy: { ...strategy, enabled: false } }, late)).toBeNull();
    expect(memory.overdueSince({ ...asked, target: { ...target, enabled: false } }, late)).toBeNull();
    expect(memory.overdueSince({ ...asked, strategy: base }, late)).toBeNull();
    memory.keepOnly(new Set());
    expect(memory.overdueSince(asked, late)).toBe(START + 30 * HOUR);
  });
});
