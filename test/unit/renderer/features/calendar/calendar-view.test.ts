import { describe, expect, it } from 'vitest';
import { dayAfterKey, queryOf, turned, viewOf, weeksOf } from '../../../../../renderer/features/calendar/calendar-view.ts';
import { dayFrom, dayText } from '../../../../../renderer/features/calendar/days.ts';

const day = (text: string): number => dayFrom(text) ?? Number.NaN;
const present = { zone: 'Europe/Madrid', today: () => day('2026-11-24') };

describe('the address of a calendar', () => {
  it('reads what it writes', () => {
    const view = {
      scale: 'week',
      day: day('2026-03-29'),
      zone: 'America/Mexico_City',
      targetId: 'T1',
      strategyId: 'S1',
      open: true,
    } as const;
    expect(viewOf(queryOf(view, present.zone), present)).toEqual(view);
  });
  it('takes what makes no sense for absent', () => {
    const view = viewOf({ view: 'year', day: '2026-02-30', zone: 'Mars/Base' }, present);
    expect(view).toMatchObject({ scale: 'month', day: day('2026-11-24'), zone: 'Europe/Madrid', open: false });
  });
  it('leaves out the zone of this workstation', () => {
    expect(queryOf(viewOf({}, present), present.zone)).toEqual({ day: '2026-11-24' });
  });
});

describe('going through the calendar', () => {
  it('turns by months or weeks', () => {
    expect(dayText(turned({ scale: 'month', day: day('2026-01-31') }, 1))).toBe('2026-02-28');
    expect(dayText(turned({ scale: 'week', day: day('2026-01-01') }, -1))).toBe('2025-12-25');
    expect(weeksOf({ scale: 'week', day: day('2026-01-01') })).toHaveLength(1);
  });
  it.each([
    ['ArrowLeft', '2026-11-23'],
    ['ArrowRight', '2026-11-25'],
    ['ArrowUp', '2026-11-17'],
    ['ArrowDown', '2026-12-01'],
    ['Home', '2026-11-23'],
    ['End', '2026-11-29'],
    ['PageUp', '2026-10-24'],
    ['PageDown', '2026-12-24'],
  ])('%s leads to %s', (key, to) => {
    expect(dayText(dayAfterKey(key, day('2026-11-24')) ?? 0)).toBe(to);
  });
  it('leaves other keys alone', () => {
    expect(dayAfterKey('a', day('2026-11-24'))).toBeNull();
  });
});
