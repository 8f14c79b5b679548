// When schedules occur: the rules at clock changes, days of the month, bounds and blackouts,
// by example and by property.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  localIso,
  nextOccurrences,
  occurrences,
  occurrencesBetween,
  type Occurrence,
} from '../../../../shared/schedule/occurrences.ts';
import { plainSchedule, type Schedule, type ScheduleRule } from '../../../../shared/schedule/schedule.ts';
import { anyInstant, anyRule, anySchedule } from '../../../support/schedules.ts';

const cron = (expression: string): ScheduleRule => ({ kind: 'cron', expression });
const next = (rule: ScheduleRule, zone: string, from: string, count: number): Occurrence[] =>
  nextOccurrences(plainSchedule(rule, zone), Date.parse(from), count);
const local = (found: Occurrence[]): string[] => found.map(localIso);
const notes = (found: Occurrence[]): string[] =>
  found.flatMap((occurrence) => occurrence.notes.map(({ code }) => code));

describe('named times', () => {
  test('that do not exist run once, at the first instant after the gap', () => {
    const found = next(cron('30 2 * * *'), 'Europe/Madrid', '2026-03-28T00:00Z', 3);
    expect(local(found)).toEqual(['2026-03-28T02:30:00+01:00', '2026-03-29T03:00:00+02:00', '2026-03-30T02:30:00+02:00']);
    expect(found[1]).toEqual({
      at: Date.UTC(2026, 2, 29, 1),
      wall: '2026-03-29T03:00:00',
      offset: 7_200,
      notes: [{ code: 'gap-moved', wanted: '2026-03-29T02:30:00' }],
    });
  });

  test('several of one gap, and the time right after it, are one occurrence', () => {
    const found = next({ kind: 'daily', times: ['02:00', '02:30', '03:00'] }, 'Europe/Madrid', '2026-03-29T00:00Z', 2);
    expect(local(found)).toEqual(['2026-03-29T03:00:00+02:00', '2026-03-30T02:00:00+02:00']);
    expect(notes(found)).toEqual(['gap-moved']);
  });

  test('that come twice run once, at the first', () => {
    const found = next(cron('30 2 * * *'), 'Europe/Madrid', '2026-10-25T00:00Z', 2);
    expect(local(found)).toEqual(['2026-10-25T02:30:00+02:00', '2026-10-26T02:30:00+01:00']);
    expect(notes(found)).toEqual(['first-of-two']);
    // Asked between the two, the first is over and the second does not count.
    expect(local(next(cron('30 2 * * *'), 'Europe/Madrid', '2026-10-25T00:45Z', 1))).toEqual(['2026-10-26T02:30:00+01:00']);
  });

  test.each<[string, string, string, string]>([
    ['America/Sao_Paulo', '0 0 * * *', '2018-11-03T12:00Z', '2018-11-04T01:00:00-02:00'],
    ['Asia/Beirut', '15 0 * * *', '2026-03-28T12:00Z', '2026-03-29T01:00:00+03:00'],
    ['Africa/Cairo', '30 0 * * FRI', '2026-04-23T12:00Z', '2026-04-24T01:00:00+03:00'],
    ['Africa/Casablanca', '30 2 * * *', '2026-03-21T12:00Z', '2026-03-22T03:00:00+01:00'],
    ['Antarctica/Troll', '0 2 * * *', '2026-03-28T12:00Z', '2026-03-29T03:00:00+02:00'],
    ['Europe/Dublin', '30 1 * * *', '2026-03-28T12:00Z', '2026-03-29T02:00:00+01:00'],
    ['Australia/Lord_Howe', '10 2 * * *', '2026-10-03T12:00Z', '2026-10-04T02:30:00+11:00'],
    ['Pacific/Apia', '0 2 * * *', '2011-12-29T20:00Z', '2011-12-31T00:00:00+14:00'],
    ['US/Eastern', '30 2 * * *', '2026-03-07T12:00Z', '2026-03-08T03:00:00-04:00'],
  ])('%s: %s', (zone, expression, from, wanted) => {
    const found = next(cron(expression), zone, from, 1);
    expect(local(found)).toEqual([wanted]);
    expect(notes(found)).toEqual(['gap-moved']);
  });

  test('a single occurrence follows the same rules', () => {
    const once = (at: string): Occurrence[] => next({ kind: 'once', at }, 'Europe/Madrid', '2026-01-01T00:00Z', 3);
    expect([local(once('2026-03-29T02:30')), notes(once('2026-03-29T02:30'))]).toEqual([['2026-03-29T03:00:00+02:00'], ['gap-moved']]);
    expect([local(once('2026-10-25T02:30')), notes(once('2026-10-25T02:30'))]).toEqual([['2026-10-25T02:30:00+02:00'], ['first-of-two']]);
    expect(next({ kind: 'once', at: '2026-03-29T02:30' }, 'Europe/Madrid', '2026-03-29T01:00Z', 1)).toEqual([]);
  });
});

describe('intervals', () => {
  const gaps = (found: Occurrence[]): number[] =>
    found.slice(1).map(({ at }, index) => (at - (found[index]?.at ?? 0)) / 60_000);

  test.each(['*/15 * * * *', '0,15,30,45 * * * *', '*/15 0-23 * * *'])('%s goes on through both changes', (expression) => {
    for (const from of ['2026-03-28T23:00Z', '2026-10-24T22:00Z']) {
      expect(new Set(gaps(next(cron(expression), 'Europe/Madrid', from, 40)))).toEqual(new Set([15]));
    }
  });

  test('every hour is every hour, at any minute', () => {
    for (const from of ['2026-03-28T12:00Z', '2026-10-24T12:00Z']) {
      expect(new Set(gaps(next(cron('30 * * * *'), 'Europe/Madrid', from, 30)))).toEqual(new Set([60]));
    }
  });

  test('times that a gap leaves out run when the time that passes says so', () => {
    expect(local(next(cron('10 */2 * * *'), 'Europe/Madrid', '2026-03-28T23:00Z', 3))).toEqual([
      '2026-03-29T00:10:00+01:00', '2026-03-29T03:10:00+02:00', '2026-03-29T04:10:00+02:00',
    ]);
  });

  test('times that come twice run twice', () => {
    expect(local(next(cron('10 */2 * * *'), 'Europe/Madrid', '2026-10-24T22:00Z', 4))).toEqual([
      '2026-10-25T00:10:00+02:00', '2026-10-25T02:10:00+02:00', '2026-10-25T02:10:00+01:00', '2026-10-25T04:10:00+01:00',
    ]);
  });

  test('Lord Howe moves its clocks by half an hour', () => {
    expect(local(next(cron('0 * * * *'), 'Australia/Lord_Howe', '2026-10-03T14:00Z', 3))).toEqual([
      '2026-10-04T01:00:00+10:30', '2026-10-04T02:30:00+11:00', '2026-10-04T03:00:00+11:00',
    ]);
  });

  test('counted from an anchor keep their distance whatever the clocks do', () => {
    const found = next({ kind: 'every', count: 7, unit: 'hours', anchor: '2026-01-01T00:00' }, 'Europe/Madrid', '2025-12-30T00:00Z', 2_000);
    expect(new Set(gaps(found))).toEqual(new Set([420]));
    expect(local(found)).toContain('2026-01-01T00:00:00+01:00');
  });
});

describe('days', () => {
  const days = (expression: string, count: number, from = '2026-01-01T00:00Z'): string[] =>
    next(cron(expression), 'UTC', from, count).map(({ wall }) => wall.slice(0, 10));

  test.each<[string, string[]]>([
    ['0 6 L * *', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['0 6 LW * *', ['2026-01-30', '2026-02-27', '2026-03-31']],
    ['0 6 1W * *', ['2026-01-01', '2026-02-02', '2026-03-02']],
    ['0 6 15W * *', ['2026-01-15', '2026-02-16', '2026-03-16']],
    ['0 6 31W * *', ['2026-01-30', '2026-03-31', '2026-05-29']],
    ['0 6 * * FRI#2', ['2026-01-09', '2026-02-13', '2026-03-13']],
    ['0 6 * * MON#5', ['2026-03-30', '2026-06-29', '2026-08-31']],
    ['0 6 * * 5L', ['2026-01-30', '2026-02-27', '2026-03-27']],
    ['0 6 31 * *', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['0 6 13 * FRI', ['2026-01-02', '2026-01-09', '2026-01-13', '2026-01-16']],
    ['0 6 ? * 7', ['2026-01-04', '2026-01-11', '2026-01-18']],
    ['0 6 1 JAN-MAR/2 ?', ['2026-01-01', '2026-03-01', '2027-01-01']],
    ['0 6 29 2 *', ['2028-02-29', '2032-02-29']],
    ['0 2 * 2 MON#5', ['2044-02-29', '2072-02-29', '2112-02-29']],
    ['@monthly', ['2026-02-01', '2026-03-01']],
  ])('%s', (expression, wanted) => {
    expect(days(expression, wanted.length)).toEqual(wanted);
  });

  test('the last day stands in for the days that a month does not have, if wanted', () => {
    const monthly = (shortMonths: 'skip' | 'last-day'): Occurrence[] =>
      next({ kind: 'monthly', days: [30, 31], shortMonths, times: ['06:00'] }, 'UTC', '2026-01-30T12:00Z', 4);
    expect(monthly('skip').map(({ wall }) => wall.slice(5, 10))).toEqual(['01-31', '03-30', '03-31', '04-30']);
    expect(monthly('last-day').map(({ wall }) => wall.slice(5, 10))).toEqual(['01-31', '02-28', '03-30', '03-31']);
    expect(monthly('last-day')[1]?.notes).toEqual([{ code: 'short-month', wanted: 30 }]);
  });

  test.each(['0 0 30 2 *', '*/5 * 31 4,6,9,11 *', '0 0 31W 2 *'])('%s is never, and that is soon known', (expression) => {
    for (const zone of ['UTC', 'Europe/Madrid']) expect(next(cron(expression), zone, '2026-01-01T00:00Z', 1)).toEqual([]);
  });

  test('time ends with the year 9999', () => {
    const far = (rule: ScheduleRule): number => next(rule, 'Europe/Madrid', '9999-12-27T00:00Z', 100).length;
    expect(far({ kind: 'daily', times: ['02:00'] })).toBeLessThan(5);
    expect(far({ kind: 'every', count: 12, unit: 'hours', anchor: '2026-01-01T00:00' })).toBeLessThan(10);
  });
});

describe('bounds and blackouts', () => {
  const schedule: Schedule = { ...plainSchedule(cron('0 * * * *'), 'Europe/Madrid'), from: '2026-06-01T10:00', until: '2026-06-01T12:00' };

  test('the first and the last time are included', () => {
    expect(local(nextOccurrences(schedule, 0, 9))).toEqual([
      '2026-06-01T10:00:00+02:00', '2026-06-01T11:00:00+02:00', '2026-06-01T12:00:00+02:00',
    ]);
  });

  test('a last time that comes twice includes both', () => {
    const until = { ...schedule, from: '2026-10-25T02:00', until: '2026-10-25T02:00' };
    expect(local(nextOccurrences(until, 0, 9))).toEqual(['2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00']);
  });

  test('what lies in a blackout is there, with the end of the blackout', () => {
    const own: Schedule = {
      ...plainSchedule(cron('0 */6 * * *'), 'Europe/Madrid'),
      blackouts: [{ kind: 'weekly', days: ['mon'], from: '22:00', until: '00:30' }],
    };
    const target = { zone: 'UTC', windows: [{ kind: 'dated', from: '2026-06-01T22:15', until: '2026-06-02T04:00' } as const] };
    const found = nextOccurrences(own, Date.parse('2026-06-01T17:00Z'), 3, { blackouts: [target] });
    expect(found.map((occurrence) => [localIso(occurrence), occurrence.notes])).toEqual([
      // The schedule's own window ends at 00:30 (22:30 UTC), by when the target's has begun.
      ['2026-06-02T00:00:00+02:00', [{ code: 'blackout', until: Date.parse('2026-06-02T04:00Z') }]],
      // 04:00 UTC: a window is over at its end.
      ['2026-06-02T06:00:00+02:00', []],
      ['2026-06-02T12:00:00+02:00', []],
    ]);
  });
});

/** Parts of a stretch of time, from 0 to 1. */
const anyCuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });

describe('any schedule', () => {
  test('occurs at ever later instants, strictly after the one asked from', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, from) => {
        let last = from;
        for (const { at } of nextOccurrences(schedule, from, 50)) {
          expect(at).toBeGreaterThan(last);
          last = at;
        }
      }),
    );
  });

  test('is the same however the time is cut', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, anyCuts, (schedule, from, cuts) => {
        const until = from + 20 * 86_400_000;
        const whole = firsts(schedule, from, until);
        const end = whole.at(-1)?.at ?? until;
        const points = [from, ...cuts.map((cut) => from + Math.floor(cut * (end - from))).sort((a, b) => a - b), end];
        const parts = points
          .slice(1)
          .flatMap((point, index) => occurrencesBetween(schedule, points[index] ?? from, point));
        expect(parts).toEqual(whole);
      }),
    );
  });

  test('asked right before one of its occurrences, or right after the one before, answers that one', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, from) => {
        const found = nextOccurrences(schedule, from, 8);
        found.forEach((occurrence, index) => {
          expect(nextOccurrences(schedule, occurrence.at - 1, 1)).toEqual([occurrence]);
          expect(nextOccurrences(schedule, found[index - 1]?.at ?? from, 1)).toEqual([occurrence]);
        });
      }),
    );
  });

  test('is counted lazily', () => {
    fc.assert(
      fc.property(anyRule, anyInstant, (rule, from) => {
        const [first] = occurrences(plainSchedule(rule, 'Europe/Madrid'), from);
        expect(first).toEqual(nextOccurrences(plainSchedule(rule, 'Europe/Madrid'), from, 1)[0]);
      }),
    );
  });

  /** At most 200 of them. */
  function firsts(schedule: Schedule, from: number, until: number): Occurrence[] {
    return nextOccurrences(schedule, from, 200).filter(({ at }) => at <= until);
  }
});
