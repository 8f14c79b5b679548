// The pieces that a sentence about a schedule is made of, in each language; what is said with them, the callers know.
import type { Language } from '../../domain/settings.ts';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

export type TimeUnit = 'second' | 'minute' | 'hour';

/** Numbers are values (weekday 0 is Sunday, month 1 January, nth 6 the last); texts are finished phrases. */
export type Speech = {
  /** `a, b and c` */
  list(items: readonly string[]): string;
  /** A date of the wall, milliseconds, without the time. */
  date(wall: number): string;
  /** `at 02:00 and 14:00` */
  atTimes(times: readonly string[]): string;
  /** `every 15 minutes` */
  every(unit: TimeUnit, step: number): string;
  /** `from minute 5 on` */
  startingAt(unit: TimeUnit, value: number): string;
  /** `from 00:10 on` */
  startingAtTime(time: string): string;
  /** `counted from <date> at <time>` */
  countedFrom(date: string, time: string): string;
  /** `at minutes 10 and 40` */
  atValues(unit: TimeUnit, values: readonly string[]): string;
  /** `of every hour` */
  ofEvery(unit: TimeUnit): string;
  /** `between 08:00 and 17:59` */
  between(from: string, until: string): string;
  /** `in the hours 02, 05 and 09` */
  inHours(hours: readonly string[]): string;
  once(date: string, time: string): string;

  everyDay: string;
  mondayToFriday: string;
  weekend: string;
  onWeekdays(days: readonly number[]): string;
  /** `on the 1st and 15th` */
  onDates(dates: readonly number[]): string;
  onLastDay: string;
  onLastWorkday: string;
  /** `on the weekday (Monday to Friday) nearest to the 15th` */
  onNearest(date: number): string;
  onNth(nth: number, weekday: number): string;
  ofEveryMonth: string;
  ofMonths(months: readonly number[]): string;
  inMonths(months: readonly number[]): string;
  /** Two sets of days, of which one is enough. */
  andAlso(one: string, other: string): string;

  zoneTime(city: string): string;
  from(date: string, time: string): string;
  until(date: string, time: string): string;
  notBetween(from: string, until: string, days: string): string;
  notFromTo(from: string, until: string): string;
  /** A date and a time of day in one. */
  dateAndTime(date: string, time: string): string;
};

/** The speech of a language. */
export const speechOf = (language: Language): Speech => (language === 'es' ? spanish : english);
