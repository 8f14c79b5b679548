import { describe, expect, it } from 'vitest';
import { countedState, dateInGrid, periodText } from '../../../../../renderer/features/calendar/calendar-words.ts';
import { dayFrom, weekOf } from '../../../../../renderer/features/calendar/days.ts';

const day = dayFrom('2026-11-24') ?? 0;

describe('words of the calendar', () => {
  it('counts states as each language does', () => {
    expect([countedState('succeeded', 1, 'es'), countedState('succeeded', 7, 'es')]).toEqual(['correcta', 'correctas']);
    expect([countedState('queued', 7, 'es'), countedState('warning', 3, 'en'), countedState('failed', 3, 'en')]).toEqual([
      'en cola', 'warnings', 'failed',
    ]);
  });
  it('names the period whatever the zone of the workstation', () => {
    expect(periodText('month', day, weekOf(day), 'es')).toBe('noviembre de 2026');
    expect(periodText('week', day, weekOf(day), 'en')).toMatch(/23.*29, 2026/);
    expect([dateInGrid(day, 'en'), dateInGrid(dayFrom('2026-12-01') ?? 0, 'en')]).toEqual(['24', 'Dec 1']);
  });
});
