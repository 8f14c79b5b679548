// Blackouts: what they cover by the clock on the wall, and the instant at which they are over.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blackoutSearch } from '../../../../shared/schedule/blackout.ts';
import type { Blackout } from '../../../../shared/schedule/schedule.ts';
import { clockOf } from '../../../support/schedule-oracle.ts';
import { anyInstant, anySchedule } from '../../../support/schedules.ts';

const endOf = (zone: string, at: string, ...windows: Blackout[]): string | null => {
  const end = blackoutSearch([{ zone, windows }]).endOf(Date.parse(at));
  return end === null ? null : new Date(end).toISOString().slice(0, 16);
};

describe('a weekly window', () => {
  const night: Blackout = { kind: 'weekly', days: ['fri'], from: '22:00', until: '02:30' };

  test.each<[string, string | null]>([
    ['2026-06-05T19:59Z', null],
    ['2026-06-05T20:00Z', '2026-06-06T00:30'],
    ['2026-06-06T00:29:59Z', '2026-06-06T00:30'],
    ['2026-06-06T00:30Z', null],
    ['2026-06-06T21:00Z', null],
  ])('past midnight, at %s', (at, end) => {
    expect(endOf('Europe/Madrid', at, night)).toBe(end);
  });

  test('whose end is its start lasts a day', () => {
    expect(endOf('UTC', '2026-06-05T21:00Z', { ...night, until: '22:00' })).toBeNull();
    expect(endOf('UTC', '2026-06-06T21:59Z', { ...night, until: '22:00' })).toBe('2026-06-06T22:00');
  });

  test('whose end does not exist is over after the gap, and one whose end comes twice covers what the wall shows', () => {
    const early: Blackout = { kind: 'weekly', days: ['sun'], from: '01:00', until: '02:30' };
    expect(endOf('Europe/Madrid', '2026-03-29T00:59Z', early)).toBe('2026-03-29T01:00');
    // 02:10 the first time, then 02:45, then 02:10 again.
    expect(endOf('Europe/Madrid', '2026-10-25T00:10Z', early)).toBe('2026-10-25T00:30');
    expect(endOf('Europe/Madrid', '2026-10-25T00:45Z', early)).toBeNull();
    expect(endOf('Europe/Madrid', '2026-10-25T01:10Z', early)).toBe('2026-10-25T01:30');
  });
});

test('windows that follow each other end together', () => {
  const morning: Blackout = { kind: 'weekly', days: ['mon'], from: '08:00', until: '12:00' };
  const dated: Blackout = { kind: 'dated', from: '2026-06-01T12:00', until: '2026-06-03T07:00' };
  expect(endOf('UTC', '2026-06-01T09:00Z', dated, morning)).toBe('2026-06-03T07:00');
  expect(endOf('UTC', '2026-06-08T09:00Z', dated, morning)).toBe('2026-06-08T12:00');
});

test('windows over the whole week are answered for too', () => {
  const always: Blackout = { kind: 'weekly', days: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'], from: '00:00', until: '00:00' };
  expect(blackoutSearch([{ zone: 'UTC', windows: [always] }]).endOf(0)).toBeGreaterThan(365 * 86_400_000);
});

test('any instant in a window lies before its end, and its end in none', () => {
  fc.assert(
    fc.property(anySchedule, anyInstant, ({ zone, blackouts }, at) => {
      const search = blackoutSearch([{ zone, windows: blackouts }]);
      const end = search.endOf(at);
      expect(end !== null).toBe(blackouts.some((window) => covers(window, clockOf(zone)(at))));
      if (end === null) return;
      expect(end).toBeGreaterThan(at);
      if (end - at < 300 * 86_400_000) expect(search.endOf(end)).toBeNull();
    }),
  );
});

/** By the minutes that the wall shows. */
function covers(window: Blackout, wall: number): boolean {
  if (window.kind === 'dated') return wall >= minutesOf(window.from) && wall < minutesOf(window.until);
  const [start, end] = [timeOf(window.from), timeOf(window.until)];
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const [day, minute] = [Math.floor(wall / 1_440), wall % 1_440];
  const begins = (number: number): boolean => window.days.some((name) => days.indexOf(name) === (number + 4) % 7);
  if (end > start) return begins(day) && minute >= start && minute < end;
  return (begins(day) && minute >= start) || (begins(day - 1) && minute < end);
}

const minutesOf = (wall: string): number => Date.parse(`${wall}Z`) / 60_000;
const timeOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
