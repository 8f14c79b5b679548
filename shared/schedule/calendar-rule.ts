// The rules that name times on the wall, as sets of times and days; knows no zone and no order of instants.
import { EVERY_DATE, EVERY_WEEK, parseCron, type DateField, type WeekdayField } from './cron.ts';
import { timesOfDay, weekdayNumber, type ScheduleRule } from './schedule.ts';
import { daysInMonth, HOUR, MINUTE, SECOND } from './wall-time.ts';

export type CalendarRule = {
  /** Milliseconds of the day when the rule lists its times; else every combination of the three sets. */
  times: readonly number[] | { hours: readonly number[]; minutes: readonly number[]; seconds: readonly number[] };
  /** 1 to 12. */
  months: readonly number[];
  dates: DateField;
  weekdays: WeekdayField;
  /** The last day stands in for dates that a month does not have. */
  lastDayStandsIn: boolean;
  /** Goes by elapsed time where clocks change. */
  interval: boolean;
};

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const OPEN_DATES: DateField = { open: true, dates: EVERY_DATE, nearest: 0, lastDay: false, lastWorkday: false };
const OPEN_WEEKDAYS: WeekdayField = { open: true, nth: Array<number>(7).fill(EVERY_WEEK) };

/** The rule as times on the wall; `null` for `once` and `every`, which are instants. */
export function calendarRule(rule: ScheduleRule): CalendarRule | null {
  if (rule.kind === 'once' || rule.kind === 'every') return null;
  if (rule.kind === 'cron') {
    const { hours, minutes, seconds, ...days } = parseCron(rule.expression);
    const combinations = hours.length * minutes.length * seconds.length;
    // A short list is walked faster than three.
    const times = combinations <= 48 ? listed(hours, minutes, seconds) : { hours, minutes, seconds };
    return { ...days, times, lastDayStandsIn: false };
  }
  const base: CalendarRule = {
    times: timesOfDay(rule.times),
    months: ALL_MONTHS,
    dates: OPEN_DATES,
    weekdays: OPEN_WEEKDAYS,
    lastDayStandsIn: false,
    interval: false,
  };
  switch (rule.kind) {
    case 'daily':
      return base;
    case 'weekly':
      return { ...base, weekdays: onWeekdays(rule.days.map(weekdayNumber), EVERY_WEEK) };
    case 'monthly':
      return {
        ...base,
        dates: { ...OPEN_DATES, open: false, dates: rule.days.reduce((mask, day) => mask | (1 << day), 0) },
        lastDayStandsIn: rule.shortMonths === 'last-day',
      };
    case 'last-day':
      return { ...base, dates: { ...OPEN_DATES, open: false, dates: 0, lastDay: true } };
    case 'nth-weekday':
      return { ...base, weekdays: onWeekdays([weekdayNumber(rule.weekday)], 1 << (rule.nth === 'last' ? 5 : rule.nth - 1)) };
  }
}

function listed(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]): number[] {
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * HOUR + minute * MINUTE + second * SECOND)),
  );
}

function onWeekdays(days: number[], bits: number): WeekdayField {
  return { open: false, nth: OPEN_WEEKDAYS.nth.map((_, day) => (days.includes(day) ? bits : 0)) };
}

/**
 * The days of a month (from 0) on which the rule falls; bit n is the nth. When both the day of the month and the
 * weekday are given, a day needs to fit only one of them, as in cron everywhere.
 */
export function daysOfMonth(rule: CalendarRule, year: number, month: number): number {
  if (!rule.months.includes(month + 1)) return 0;
  const length = daysInMonth(year, month);
  const firstWeekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  const all = lowerBits(length);
  const byDate = (): number => byDates(rule, length, firstWeekday) & all;
  const byWeekday = (): number => byWeekdays(rule.weekdays, length, firstWeekday);
  if (rule.dates.open) return rule.weekdays.open ? all : byWeekday();
  return rule.weekdays.open ? byDate() : byDate() | byWeekday();
}

/** Bits 1 to `length`. */
const lowerBits = (length: number): number => (length === 31 ? -1 : (1 << (length + 1)) - 1) & ~1;

function byDates({ dates, lastDayStandsIn }: CalendarRule, length: number, firstWeekday: number): number {
  let days = dates.dates;
  if (dates.lastDay || (lastDayStandsIn && (days & ~lowerBits(length) & ~1) !== 0)) days |= 1 << length;
  if (dates.lastWorkday) days |= 1 << nearestWorkday(length, length, firstWeekday);
  for (let day = 1; dates.nearest !== 0 && day <= length; day += 1) {
    if (dates.nearest & (1 << day)) days |= 1 << nearestWorkday(day, length, firstWeekday);
  }
  return days;
}

/** The Monday to Friday nearest to the day without leaving the month. */
function nearestWorkday(day: number, length: number, firstWeekday: number): number {
  const weekday = (firstWeekday + day - 1) % 7;
  if (weekday === 6) return day === 1 ? 3 : day - 1;
  if (weekday === 0) return day === length ? day - 2 : day + 1;
  return day;
}

function byWeekdays({ nth }: WeekdayField, length: number, firstWeekday: number): number {
  let days = 0;
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const bits = nth[weekday] ?? 0;
    if (bits === 0) continue;
    const first = ((weekday - firstWeekday + 7) % 7) + 1;
    for (let day = first, index = 0; day <= length; day += 7, index += 1) {
      if (bits & (1 << index) || (bits & (1 << 5) && day + 7 > length)) days |= 1 << day;
    }
  }
  return days;
}
