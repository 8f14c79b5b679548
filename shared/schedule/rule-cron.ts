// Between the builder's rules and cron: what cron can say of them, and which cron is one of them.
import { cronProblem, EVERY_WEEK, parseCron, type CronFields } from './cron.ts';
import { timesOfDay, wallOf, weekdayNames, weekdayNumber, type ScheduleRule, type Weekday } from './schedule.ts';
import { HOUR, MINUTE, timeOfDayText } from './wall-time.ts';

export type CronOfRule = {
  expression: string;
  /** False: where clocks change, this cron runs at other instants than the rule (see docs/schedules.md). */
  exact: boolean;
};

/** Any rule is counted from a day of its own; those that come from cron, from this one. */
const ANCHOR_DAY = '2026-01-01';
const MOST_TIMES = 48;

/** The rule as cron, `null` where cron has no words for it. */
export function toCron(rule: ScheduleRule): CronOfRule | null {
  if (rule.kind === 'cron') return { expression: rule.expression, exact: true };
  if (rule.kind === 'once') return null;
  if (rule.kind === 'every') return intervalToCron(rule);
  const days = daysToCron(rule);
  const times = timesToCron(rule.times);
  return days === null || times === null ? null : { expression: `${times} ${days}`, exact: true };
}

function daysToCron(rule: Exclude<ScheduleRule, { kind: 'cron' | 'once' | 'every' }>): string | null {
  switch (rule.kind) {
    case 'daily':
      return '* * *';
    case 'weekly':
      return `* * ${weekdaysToCron(rule.days)}`;
    case 'monthly':
      return monthDaysToCron(rule);
    case 'last-day':
      return 'L * *';
    case 'nth-weekday':
      return `* * ${rule.weekday.toUpperCase()}#${rule.nth === 'last' ? 'L' : rule.nth}`;
  }
}

function weekdaysToCron(days: readonly Weekday[]): string {
  const numbers = [...new Set(days.map(weekdayNumber))].sort((a, b) => a - b);
  if (numbers.join() === '1,2,3,4,5') return 'MON-FRI';
  return numbers.map((number) => weekdayNames[number]?.toUpperCase()).join(',');
}

/** The last day can stand in for the 31st alone: L. For the 29th or 30th cron would run on both days in long months. */
function monthDaysToCron({ days, shortMonths }: Extract<ScheduleRule, { kind: 'monthly' }>): string | null {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const last = sorted.at(-1) ?? 0;
  if (shortMonths === 'skip' || last <= 28) return `${listText(sorted)} * *`;
  const others = sorted.slice(0, -1);
  if (last !== 31 || (others.at(-1) ?? 0) > 28) return null;
  return `${[...(others.length > 0 ? [listText(others)] : []), 'L'].join(',')} * *`;
}

function timesToCron(times: readonly string[]): string | null {
  const wanted = timesOfDay(times);
  const hours = [...new Set(wanted.map((time) => Math.floor(time / HOUR)))];
  const minutes = [...new Set(wanted.map((time) => (time % HOUR) / MINUTE))].sort((a, b) => a - b);
  // Cron combines every hour with every minute; and all hours of the day are an interval to it.
  if (hours.length * minutes.length !== wanted.length || hours.length === 24) return null;
  return `${listText(minutes)} ${listText(hours)}`;
}

function intervalToCron({ count, unit, anchor }: Extract<ScheduleRule, { kind: 'every' }>): CronOfRule | null {
  const minutes = unit === 'hours' ? count * 60 : count;
  const start = (wallOf(anchor) / MINUTE) % minutes;
  if (60 % minutes === 0) {
    if (minutes === 60) return { expression: `${start} * * * *`, exact: true };
    return { expression: `${stepText(start, minutes, 59)} * * * *`, exact: true };
  }
  if (minutes % 60 !== 0 || 1440 % minutes !== 0) return null;
  const hour = minutes === 1440 ? String(Math.floor(start / 60)) : stepText(Math.floor(start / 60), minutes / 60, 23);
  return { expression: `${start % 60} ${hour} * * *`, exact: false };
}

const stepText = (start: number, step: number, last: number): string => {
  if (step === 1) return '*';
  return start === 0 ? `*/${step}` : `${start}-${last}/${step}`;
};

/** `1,2,3,7` as `1-3,7`. */
function listText(sorted: readonly number[]): string {
  const parts: string[] = [];
  for (let index = 0; index < sorted.length; ) {
    let end = index;
    while (sorted[end + 1] === (sorted[end] as number) + 1) end += 1;
    if (end - index >= 2) parts.push(`${sorted[index]}-${sorted[end]}`);
    else parts.push(...sorted.slice(index, end + 1).map(String));
    index = end + 1;
  }
  return parts.join(',');
}

/**
 * The builder's rule that runs exactly when the cron expression does; a `cron` rule where the builder has none, also
 * for an expression with problems.
 */
export function fromCron(expression: string): ScheduleRule {
  const raw: ScheduleRule = { kind: 'cron', expression };
  if (cronProblem(expression) !== null) return raw;
  const fields = parseCron(expression);
  if (fields.seconds.join() !== '0' || fields.months.length !== 12) return raw;
  if (fields.interval) return intervalOf(fields) ?? raw;
  if (fields.hours.length * fields.minutes.length > MOST_TIMES) return raw;
  const times = fields.hours.flatMap((hour) =>
    fields.minutes.map((minute) => timeOfDayText(hour * HOUR + minute * MINUTE)),
  );
  const days = dayShapeOf(fields);
  return days === null ? raw : { ...days, times };
}

function intervalOf({ minutes, hours, dates, weekdays }: CronFields): ScheduleRule | null {
  if (!dates.open || !weekdays.open || hours.length !== 24) return null;
  const [start = 0] = minutes;
  const step = 60 / minutes.length;
  if (!Number.isInteger(step) || minutes.some((minute, index) => minute !== start + index * step)) return null;
  const anchor = `${ANCHOR_DAY}T${timeOfDayText(start * MINUTE)}`;
  return step === 60 ? { kind: 'every', count: 1, unit: 'hours', anchor } : { kind: 'every', count: step, unit: 'minutes', anchor };
}

type DayShape =
  | { kind: 'daily' | 'last-day' }
  | { kind: 'weekly'; days: Weekday[] }
  | { kind: 'monthly'; days: number[]; shortMonths: 'skip' }
  | { kind: 'nth-weekday'; nth: 1 | 2 | 3 | 4 | 'last'; weekday: Weekday };

function dayShapeOf({ dates, weekdays }: CronFields): DayShape | null {
  if (dates.open) return weekdays.open ? { kind: 'daily' } : weekdayShapeOf(weekdays.nth);
  if (!weekdays.open || dates.nearest !== 0 || dates.lastWorkday) return null;
  const days = Array.from({ length: 31 }, (_, index) => index + 1).filter((day) => dates.dates & (1 << day));
  if (dates.lastDay) return days.length === 0 ? { kind: 'last-day' } : null;
  return { kind: 'monthly', days, shortMonths: 'skip' };
}

const NTH = new Map<number, 1 | 2 | 3 | 4 | 'last'>([[1, 1], [2, 2], [4, 3], [8, 4], [32, 'last']]);

function weekdayShapeOf(nth: readonly number[]): DayShape | null {
  const chosen = weekdayNames.filter((_, index) => nth[index] !== 0);
  const kinds = new Set(nth.filter((bits) => bits !== 0));
  if (kinds.size !== 1) return null;
  const [bits = 0] = kinds;
  if (bits === EVERY_WEEK) return { kind: 'weekly', days: chosen };
  const place = NTH.get(bits);
  const [weekday] = chosen;
  return place === undefined || chosen.length !== 1 || weekday === undefined ? null : { kind: 'nth-weekday', nth: place, weekday };
}
