// Dates of the calendar in words: headings, the period that is shown, what a screen reader hears of a day.
import { occurrenceStateText } from '../../../shared/domain/occurrence-text.ts';
import type { OccurrenceState } from '../../../shared/domain/occurrence-state.ts';
import type { Language } from '../../../shared/domain/settings.ts';
import { DAY } from '../../../shared/schedule/wall-time.ts';
import type { T } from '../../i18n/languages.ts';
import type { DayContent } from './day-content.ts';
import type { Day } from './days.ts';
import type { Scale } from './calendar-view.ts';

// A date is a midnight of no zone, so it is written as UTC, which changes nothing.
const written = (language: Language, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' });

/** `November 2026`, or `23 – 29 Nov 2026`. */
export function periodText(scale: Scale, day: Day, week: readonly Day[], language: Language): string {
  if (scale === 'month') return written(language, { month: 'long', year: 'numeric' }).format(day);
  const [first = day] = week;
  return written(language, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(first, first + 6 * DAY);
}

/** `Tuesday, 24 November 2026` */
export const longDate = (day: Day, language: Language): string =>
  written(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(day);

/** `24`; the first of a month says which: `1 Dec`. */
export const dateInGrid = (day: Day, language: Language): string =>
  new Date(day).getUTCDate() === 1
    ? written(language, { day: 'numeric', month: 'short' }).format(day)
    : written(language, { day: 'numeric' }).format(day);

/** `Tue 24` */
export const weekdayAndDate = (day: Day, language: Language): string =>
  `${written(language, { weekday: 'short' }).format(day)} ${dateInGrid(day, language)}`;

/** The word of a state beside a number: `7 correctas`. Phrases, such as `en cola`, stay as they are. */
export function countedState(state: OccurrenceState, count: number, language: Language): string {
  const word = occurrenceStateText(state, language);
  const takesPlural = language === 'es' ? !word.includes(' ') : state === 'warning';
  return count !== 1 && takesPlural ? `${word}s` : word;
}

/** Everything that a cell shows, as a sentence. */
export function dayLabel(content: DayContent, isToday: boolean, language: Language, t: T): string {
  const { span, entries, counts, windows, hours } = content;
  const states = counts.map(({ state, count }) => `${count} ${countedState(state, count, language)}`);
  return [
    longDate(span.day, language),
    ...(isToday ? [t('calendar.isToday')] : []),
    entries.length === 0 ? t('calendar.nothing') : states.join(', '),
    ...(windows.length > 0 ? [t('calendar.blackout')] : []),
    ...(hours === 24 ? [] : [t('calendar.hours', { count: hours })]),
  ].join('; ');
}
