// Times as they are typed, zones as they are searched, days of a strip, moments on a zone's clock.
import { describe, expect, it } from 'vitest';
import { dayLink, stripMidnights } from '../../../../renderer/schedule-parts/strip-days.ts';
import { tidyTime, wallNow, wallParts } from '../../../../renderer/schedule-parts/time-text.ts';
import { briefMomentIn, momentIn, offsetText } from '../../../../renderer/schedule-parts/zone-clock.ts';
import { zoneNames, zonesFound } from '../../../../renderer/schedule-parts/zone-names.ts';

const NOW = Date.UTC(2026, 10, 24, 12);

describe('typed times', () => {
  it('become hours and minutes where they can mean only that', () => {
    const typed = ['2:30', '02.30', '230', '0230', '2h30', ' 14 ', '9', '23:59'];
    expect(typed.map(tidyTime)).toEqual(['02:30', '02:30', '02:30', '02:30', '02:30', '14:00', '09:00', '23:59']);
  });

  it('stay as they are where they mean none', () => {
    for (const typed of ['', '25', '24:00', '2:60', '2:3', 'noon', '12345']) expect(tidyTime(typed)).toBe(typed);
  });

  it('are half of a wall time, either of which may be missing', () => {
    expect(wallParts('2026-03-29T02:30')).toEqual({ date: '2026-03-29', time: '02:30' });
    expect(wallParts('T02:30')).toEqual({ date: '', time: '02:30' });
    expect(wallParts('')).toEqual({ date: '', time: '' });
  });

  it('come from the clock of a zone', () => {
    expect(wallNow('Asia/Kolkata', NOW)).toBe('2026-11-24T17:30');
    expect(wallNow('Nowhere', NOW)).toBe('2026-11-24T12:00');
  });
});

describe('zones', () => {
  const names = zoneNames('America/Bogota');

  it('begin with the workstation’s, and hold links beside what the runtime lists', () => {
    expect(names.slice(0, 2)).toEqual(['America/Bogota', 'UTC']);
    expect(names).toEqual(expect.arrayContaining(['Asia/Kolkata', 'US/Eastern', 'Europe/Madrid']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('are found by part of their city, without accents, the beginning first', () => {
    expect(zonesFound(names, 'bogotá')).toEqual(['America/Bogota']);
    expect(zonesFound(names, 'new york')).toEqual(['America/New_York']);
    expect(zonesFound(names, 'mad').slice(0, 2)).toEqual(['Atlantic/Madeira', 'Europe/Madrid']);
    expect(zonesFound(names, 'atlantis')).toEqual([]);
  });

  it('say their offset, half hours included, or that they do not exist', () => {
    expect(offsetText('UTC', NOW)).toBe('UTC+00:00');
    expect(offsetText('Asia/Kolkata', NOW)).toBe('UTC+05:30');
    expect(offsetText('Nowhere/Atall', NOW)).toBeNull();
  });

  it('show a moment in full, and in few letters', () => {
    expect(momentIn('Europe/Madrid', Date.UTC(2027, 0, 3, 1), 'en', NOW)).toMatch(/Sun.*Jan 3.*2027.*02:00/);
    expect(briefMomentIn('Europe/Madrid', NOW + 3_600_000, 'en', NOW)).toMatch(/^Tue.* 14:00 UTC\+1$/);
    expect(briefMomentIn('Asia/Kolkata', NOW + 30 * 86_400_000, 'en', NOW)).toMatch(/^Dec 24.* 17:30 UTC\+5:30$/);
    expect(briefMomentIn('UTC', NOW + 60_000, 'en', NOW)).toMatch(/ 12:01 UTC$/);
  });
});

describe('strip', () => {
  it('ends with today, and days follow each other by the calendar', () => {
    const days = stripMidnights(new Date(2026, 2, 30, 15).getTime());
    expect(days).toHaveLength(31);
    expect(days.map((at) => new Date(at).getHours())).toEqual(days.map(() => 0));
    expect(days.at(-2)).toBe(new Date(2026, 2, 30).getTime());
    expect(days[0]).toBe(new Date(2026, 2, 1).getTime());
  });

  it('leads to the runs of one day, and to the calendar where there is none', () => {
    const midnight = new Date(2026, 2, 5).getTime();
    const runs = { page: 'runs', query: { strategy: 's', period: '2026-03-05..2026-03-05' } };
    const calendar = { page: 'calendar', query: { strategy: 's', day: '2026-03-05', open: '1' } };
    for (const state of ['succeeded', 'warning', 'failed', 'cancelled', 'interrupted', 'running', 'queued'] as const) {
      expect(dayLink('s', midnight, state)).toEqual(runs);
    }
    for (const state of ['missed', 'skipped', 'planned', 'waiting', null] as const) {
      expect(dayLink('s', midnight, state)).toEqual(calendar);
    }
  });
});
