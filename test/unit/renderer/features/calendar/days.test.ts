import { describe, expect, it } from 'vitest';
import { dayAt, dayFrom, dayText, hoursOf, lengthOf, monthLater, monthWeeksOf, spansOf, weekOf } from '../../../../../renderer/features/calendar/days.ts';
import { DAY, HOUR } from '../../../../../shared/schedule/wall-time.ts';
import { zoneNamed, type Zone } from '../../../../../shared/schedule/zone.ts';

const day = (text: string): number => dayFrom(text) ?? Number.NaN;
const zone = (name: string): Zone => {
  const found = zoneNamed(name);
  if (!found) throw new Error(name);
  return found;
};
const spanIn = (name: string, text: string) => {
  const [span] = spansOf([day(text)], zone(name));
  if (!span) throw new Error(text);
  return span;
};

describe('the grid of a month', () => {
  it('begins on a Monday, holds whole weeks and every day of the month', () => {
    const weeks = monthWeeksOf(day('2026-11-24'));
    expect(weeks.map((week) => week.map(dayText).at(0))).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
  it('is four weeks for a February that begins on a Monday', () => {
    expect(monthWeeksOf(day('2027-02-10'))).toHaveLength(4);
    expect(monthWeeksOf(day('2027-02-10')).flat().map(dayText).at(-1)).toBe('2027-02-28');
  });
  it('has no gap and no day twice over sixty years', () => {
    for (let at = day('1999-12-31'); at < day('2060-01-01'); at += 17 * DAY) {
      const days = monthWeeksOf(at).flat();
      expect(days).toContain(at);
      expect(days.every((one, index) => index === 0 || one - (days[index - 1] ?? 0) === DAY)).toBe(true);
      expect(weekOf(at)).toContain(at);
    }
  });
});

describe('a month later', () => {
  it('keeps to the end of short months', () => {
    expect(dayText(monthLater(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(dayText(monthLater(day('2028-03-31'), -1))).toBe('2028-02-29');
    expect(dayText(monthLater(day('2026-12-15'), 1))).toBe('2027-01-15');
  });
});

describe('days where clocks change', () => {
  it('has 23 and 25 hours in Madrid', () => {
    expect(lengthOf(spanIn('Europe/Madrid', '2026-03-29'))).toBe(23);
    expect(lengthOf(spanIn('Europe/Madrid', '2026-10-25'))).toBe(25);
    expect(lengthOf(spanIn('Europe/Madrid', '2026-10-26'))).toBe(24);
  });
  it('begins at one where there is no midnight', () => {
    const span = spanIn('Asia/Beirut', '2026-03-29');
    expect(span.from + zone('Asia/Beirut').offsetAt(span.from)).toBe(day('2026-03-29') + HOUR);
    expect(lengthOf(span)).toBe(23);
  });
  it('ends with half an hour on Lord Howe Island', () => {
    const hours = hoursOf(spanIn('Australia/Lord_Howe', '2026-10-04'));
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toMatchObject({ until: spanIn('Australia/Lord_Howe', '2026-10-05').from });
    expect((hours.at(-1)?.until ?? 0) - (hours.at(-1)?.from ?? 0)).toBe(HOUR / 2);
  });
  it('lasts no time where the zone left the day out', () => {
    expect(lengthOf(spanIn('Pacific/Apia', '2011-12-30'))).toBe(0);
    expect(hoursOf(spanIn('Pacific/Apia', '2011-12-30'))).toEqual([]);
  });
  it('joins day to day without a hole in any zone', () => {
    for (const name of ['Europe/Madrid', 'Asia/Beirut', 'America/Havana', 'Africa/Casablanca', 'Antarctica/Troll']) {
      const spans = spansOf(Array.from({ length: 800 }, (_, index) => day('2025-01-01') + index * DAY), zone(name));
      expect(spans.every((span, index) => index === 0 || span.from === spans[index - 1]?.until)).toBe(true);
      expect(spans.every((span) => dayAt(span.from, zone(name)) === span.day)).toBe(true);
    }
  });
});

describe('a date as text', () => {
  it('reads what it writes and nothing else', () => {
    expect(dayText(day('2026-02-28'))).toBe('2026-02-28');
    for (const wrong of ['', '2026-02-30', '2026-2-3', 'tomorrow', '2026-02-28T00:00']) expect(dayFrom(wrong)).toBeNull();
  });
});
