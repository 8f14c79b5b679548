// Says a schedule in one sentence, for any rule; the words come from the language's speech.
import type { Language } from '../../domain/settings.ts';
import { calendarRule, type CalendarRule } from '../calendar-rule.ts';
import { EVERY_WEEK, parseCron } from '../cron.ts';
import { fromCron } from '../rule-cron.ts';
import { wallOf, weekdayNumber, type Blackout, type Schedule, type ScheduleRule } from '../schedule.ts';
import { HOUR, MINUTE, timeOfDayText, DAY, type Wall } from '../wall-time.ts';
import { zoneNamed } from '../zone.ts';
import { speechOf, type Speech, type TimeUnit } from './speech.ts';

/** More times of day than this are said by their hours and minutes. */
const MOST_LISTED = 12;

/** For example `Every weekday (Monday to Friday) at 02:00, Madrid time; not from 12:00 to 14:00 every Friday.` */
export function scheduleSentence(schedule: Schedule, language: Language): string {
  const say = speechOf(language);
  const bounds = [
    ...(schedule.from === null ? [] : [say.from(...dateAndTime(schedule.from, say))]),
    ...(schedule.until === null ? [] : [say.until(...dateAndTime(schedule.until, say))]),
    ...schedule.blackouts.map((window) => blackoutPhrase(window, say)),
  ];
  const sentence = [`${rulePhrase(schedule.rule, say)}, ${zonePhrase(schedule.zone, say)}`, ...bounds].join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** `Madrid time`, and for a zone that is no city's, its own name. */
export function zonePhrase(zone: string, say: Speech): string {
  const name = zoneNamed(zone)?.name ?? zone;
  if (!name.includes('/')) return name;
  if (/^(Etc|US|Canada|Brazil|Chile|Mexico|Australia)\//.test(name) && !isCity(name)) return name;
  return say.zoneTime(name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' '));
}

/** Under `Australia/` there are cities and states. */
const isCity = (name: string): boolean =>
  /^Australia\/(Adelaide|Brisbane|Broken_Hill|Canberra|Darwin|Eucla|Hobart|Lindeman|Lord_Howe|Melbourne|Perth|Sydney)$/.test(name);

function rulePhrase(rule: ScheduleRule, say: Speech): string {
  if (rule.kind === 'once') return say.once(...dateAndTime(rule.at, say));
  if (rule.kind === 'every') return everyPhrase(rule, say);
  const calendar = calendarRule(rule);
  if (calendar === null) return '';
  const times = timesPhrase(rule, calendar, say);
  const days = daysPhrase(calendar, say);
  if (!times.startsInterval) return `${days} ${times.text}`;
  return days === say.everyDay ? times.text : `${times.text}, ${days}`;
}

function everyPhrase(rule: Extract<ScheduleRule, { kind: 'every' }>, say: Speech): string {
  const minutes = rule.unit === 'hours' ? rule.count * 60 : rule.count;
  const [unit, step]: [TimeUnit, number] = minutes % 60 === 0 ? ['hour', minutes / 60] : ['minute', minutes];
  if (60 % minutes !== 0) return `${say.every(unit, step)}, ${say.countedFrom(...dateAndTime(rule.anchor, say))}`;
  const start = (wallOf(rule.anchor) / MINUTE) % minutes;
  if (minutes === 60) return `${say.every('hour', 1)} ${say.atValues('minute', [String(start)])}`;
  return start === 0 ? say.every('minute', minutes) : `${say.every('minute', minutes)} ${say.startingAt('minute', start)}`;
}

type TimesPhrase = { text: string; /** `every 15 minutes`: said before the days. */ startsInterval: boolean };

function timesPhrase(rule: ScheduleRule, { times, interval }: CalendarRule, say: Speech): TimesPhrase {
  if (rule.kind !== 'cron') return { text: say.atTimes(listOf(times).map(timeOfDayText)), startsInterval: false };
  const built = fromCron(rule.expression);
  if (built.kind === 'every') return { text: everyPhrase(built, say), startsInterval: true };
  const { hours, minutes, seconds } = parseCron(rule.expression);
  const listed = listOf(times);
  if (!interval && listed.length > 0 && listed.length <= MOST_LISTED) {
    return { text: say.atTimes(listed.map(timeOfDayText)), startsInterval: false };
  }
  return { text: fieldsPhrase({ hours, minutes, seconds }, say), startsInterval: true };
}

const listOf = (times: CalendarRule['times']): readonly number[] => (Array.isArray(times) ? (times as readonly number[]) : []);

type TimeFields = { hours: readonly number[]; minutes: readonly number[]; seconds: readonly number[] };

function fieldsPhrase({ hours, minutes, seconds }: TimeFields, say: Speech): string {
  const plainSeconds = seconds.length === 1 && seconds[0] === 0;
  const hourStep = stepOf(hours, 24);
  const [minute = 0] = minutes;
  if (plainSeconds && minutes.length === 1 && hourStep !== null && hourStep > 1) {
    const first = timeOfDayText((hours[0] ?? 0) * HOUR + minute * MINUTE);
    return `${say.every('hour', hourStep)} ${say.startingAtTime(first)}`;
  }
  const parts: string[] = [];
  if (!plainSeconds) parts.push(valuesPhrase('second', seconds, say));
  // Every second of every minute needs no minutes.
  if (plainSeconds || minutes.length < 60) parts.push(valuesPhrase('minute', minutes, say));
  else if (stepOf(seconds, 60) === null) parts.push(say.ofEvery('minute'));
  if (hours.length < 24) parts.push(hoursPhrase(hours, say));
  else if (stepOf(minutes, 60) === null) parts.push(say.ofEvery('hour'));
  return parts.join(' ');
}

function valuesPhrase(unit: 'second' | 'minute', values: readonly number[], say: Speech): string {
  const step = stepOf(values, 60);
  if (step === null) return say.atValues(unit, spans(values, 2));
  const [start = 0] = values;
  return start === 0 ? say.every(unit, step) : `${say.every(unit, step)} ${say.startingAt(unit, start)}`;
}

function hoursPhrase(hours: readonly number[], say: Speech): string {
  const [first = 0] = hours;
  const last = hours.at(-1) ?? 0;
  if (last - first + 1 !== hours.length) return say.inHours(spans(hours, 2));
  return say.between(timeOfDayText(first * HOUR), timeOfDayText(last * HOUR + 59 * MINUTE));
}

/**
 * The distance of values that go evenly round the whole range (7 through 60 does not), 1 for all of them;
 * else `null`.
 */
function stepOf(values: readonly number[], size: number): number | null {
  const [first = 0, second] = values;
  if (second === undefined) return null;
  const step = second - first;
  const even = values.every((value, index) => value === first + index * step);
  return even && first < step && values.length * step === size ? step : null;
}

/** `1, 2, 3, 7` as `01–03`, `07`. */
function spans(values: readonly number[], digits: number): string[] {
  const padded = (value: number | undefined): string => String(value).padStart(digits, '0');
  const parts: string[] = [];
  for (let index = 0; index < values.length; ) {
    let end = index;
    while (values[end + 1] === (values[end] ?? 0) + 1) end += 1;
    if (end - index >= 2) parts.push(`${padded(values[index])}–${padded(values[end])}`);
    else parts.push(...values.slice(index, end + 1).map(padded));
    index = end + 1;
  }
  return parts;
}

function daysPhrase({ dates, weekdays, months }: CalendarRule, say: Speech): string {
  const all = months.length === 12;
  const inMonths = all ? '' : ` ${say.inMonths(months)}`;
  const ofMonths = ` ${all ? say.ofEveryMonth : say.ofMonths(months)}`;
  const byWeekday = (): string => weekdaysPhrase(weekdays.nth, inMonths, ofMonths, say);
  if (dates.open) return weekdays.open ? `${say.everyDay}${inMonths}` : byWeekday();
  const byDate = `${datesPhrase(dates, say)}${ofMonths}`;
  return weekdays.open ? byDate : say.andAlso(byDate, byWeekday());
}

function datesPhrase({ dates, nearest, lastDay, lastWorkday }: CalendarRule['dates'], say: Speech): string {
  const days = (mask: number): number[] =>
    Array.from({ length: 31 }, (_, index) => index + 1).filter((day) => mask & (1 << day));
  return say.list([
    ...(dates === 0 ? [] : [say.onDates(days(dates))]),
    ...days(nearest).map(say.onNearest),
    ...(lastDay ? [say.onLastDay] : []),
    ...(lastWorkday ? [say.onLastWorkday] : []),
  ]);
}

const FROM_MONDAY = [1, 2, 3, 4, 5, 6, 0];

function weekdaysPhrase(nth: readonly number[], inMonths: string, ofMonths: string, say: Speech): string {
  const weekly = FROM_MONDAY.filter((day) => nth[day] === EVERY_WEEK);
  const places = FROM_MONDAY.filter((day) => nth[day] !== EVERY_WEEK).flatMap((day) =>
    [1, 2, 3, 4, 5, 6].filter((place) => (nth[day] ?? 0) & (1 << (place - 1))).map((place) => say.onNth(place, day)),
  );
  return say.list([
    ...(weekly.length === 0 ? [] : [`${weekdayList(weekly, say)}${inMonths}`]),
    ...(places.length === 0 ? [] : [`${say.list(places)}${ofMonths}`]),
  ]);
}

/** `days` begin with Monday. */
function weekdayList(days: readonly number[], say: Speech): string {
  switch (days.join('')) {
    case '1234560':
      return say.everyDay;
    case '12345':
      return say.mondayToFriday;
    case '60':
      return say.weekend;
    default:
      return say.onWeekdays(days);
  }
}

function blackoutPhrase(window: Blackout, say: Speech): string {
  if (window.kind === 'dated') {
    return say.notFromTo(
      say.dateAndTime(...dateAndTime(window.from, say)),
      say.dateAndTime(...dateAndTime(window.until, say)),
    );
  }
  const days = FROM_MONDAY.filter((day) => window.days.map(weekdayNumber).includes(day));
  return say.notBetween(window.from, window.until, weekdayList(days, say));
}

function dateAndTime(text: string, say: Speech): [date: string, time: string] {
  const wall: Wall = wallOf(text);
  return [say.date(wall), timeOfDayText(wall % DAY)];
}
