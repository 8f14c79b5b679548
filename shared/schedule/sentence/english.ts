// English for sentences about schedules.
import type { Speech, TimeUnit } from './speech.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];
const NTH = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'last'];

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

function ordinal(number: number): string {
  const ending = number > 10 && number < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

const monthList = (months: readonly number[]): string => list(months.map((month) => MONTHS[month - 1] ?? ''));
const plural = (unit: TimeUnit, count: number): string => (count === 1 ? unit : `${unit}s`);

export const english: Speech = {
  list,
  date: (wall) => {
    const date = new Date(wall);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  },
  atTimes: (times) => `at ${list(times)}`,
  every: (unit, step) => (step === 1 ? `every ${unit}` : `every ${step} ${unit}s`),
  startingAt: (unit, value) => `from ${unit} ${value} on`,
  startingAtTime: (time) => `from ${time} on`,
  countedFrom: (date, time) => `counted from ${date} at ${time}`,
  atValues: (unit, values) => `at ${plural(unit, values.length)} ${list(values)}`,
  ofEvery: (unit) => `of every ${unit}`,
  between: (from, until) => `between ${from} and ${until}`,
  inHours: (hours) => `in the ${plural('hour', hours.length)} ${list(hours)}`,
  once: (date, time) => `once, on ${date} at ${time}`,

  everyDay: 'every day',
  mondayToFriday: 'every weekday (Monday to Friday)',
  weekend: 'every Saturday and Sunday',
  onWeekdays: (days) => `every ${list(days.map((day) => DAYS[day] ?? ''))}`,
  onDates: (dates) => `on the ${list(dates.map(ordinal))}`,
  onLastDay: 'on the last day',
  onLastWorkday: 'on the last weekday (Monday to Friday)',
  onNearest: (date) => `on the weekday (Monday to Friday) nearest to the ${ordinal(date)}`,
  onNth: (nth, weekday) => `on the ${NTH[nth]} ${DAYS[weekday]}`,
  ofEveryMonth: 'of every month',
  ofMonths: (months) => `of ${monthList(months)}`,
  inMonths: (months) => `in ${monthList(months)}`,
  andAlso: (one, other) => `${one} and also ${other}`,

  zoneTime: (city) => `${city} time`,
  from: (date, time) => `from ${date} at ${time} on`,
  until: (date, time) => `until ${date} at ${time}`,
  notBetween: (from, until, days) => `not from ${from} to ${until} ${days}`,
  notFromTo: (from, until) => `not from ${from} to ${until}`,
  dateAndTime: (date, time) => `${date} at ${time}`,
};
