// Finds the next time on the wall at which a calendar rule falls; knows no zone.
// Its work is bounded by one Gregorian cycle.
import { daysOfMonth, type CalendarRule } from './calendar-rule.ts';
import { DAY, HOUR, MINUTE, MONTHS_OF_A_CYCLE, SECOND, type Wall } from './wall-time.ts';

/** The first time at or after `from`; `null` when there is none in 400 years, which is never. */
export type WallSearch = (from: Wall) => Wall | null;

/** A search for the rule. It remembers the month it last looked at, so going forward is cheap. */
export function wallSearch(rule: CalendarRule): WallSearch {
  const nextTime = timeSearch(rule.times);
  const firstTime = nextTime(0) ?? 0;
  let monthStart = 0;
  let monthEnd = 0;
  let days = 0;

  function look(months: number): void {
    monthStart = Date.UTC(1970, months, 1);
    monthEnd = Date.UTC(1970, months + 1, 1);
    const year = Math.floor(months / 12);
    days = daysOfMonth(rule, 1970 + year, months - 12 * year);
  }

  /** The first time of a day after `day` (0 for any) in the month looked at, or in later ones. */
  function firstAfter(day: number): Wall | null {
    const month = monthOf(monthStart);
    let rest = day >= 31 ? 0 : days & (-1 << (day + 1));
    for (let ahead = 1; rest === 0; ahead += 1) {
      if (ahead > MONTHS_OF_A_CYCLE) return null;
      look(month + ahead);
      rest = days;
    }
    return monthStart + (lowestBit(rest) - 1) * DAY + firstTime;
  }

  return (from) => {
    if (from < monthStart || from >= monthEnd) look(monthOf(from));
    const day = Math.floor((from - monthStart) / DAY) + 1;
    if (days & (1 << day)) {
      const midnight = monthStart + (day - 1) * DAY;
      const time = nextTime(from - midnight);
      if (time !== null) return midnight + time;
    }
    return firstAfter(day);
  };
}

/** Months since January 1970. */
const monthOf = (wall: Wall): number => {
  const date = new Date(wall);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
};

const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask);

/** The first time of the day at or after `from`, `null` when the day has no more. */
function timeSearch(times: CalendarRule['times']): (from: number) => number | null {
  if (Array.isArray(times)) return (from) => times.find((time) => time >= from) ?? null;
  const { hours, minutes, seconds } = times as Exclude<CalendarRule['times'], readonly number[]>;
  const earliest = (minutes[0] ?? 0) * MINUTE + (seconds[0] ?? 0) * SECOND;
  return (from) => {
    const hour = atLeast(hours, Math.floor(from / HOUR));
    if (hour === null) return null;
    if (hour * HOUR > from) return hour * HOUR + earliest;
    const within = timeOfHour(minutes, seconds, from - hour * HOUR);
    if (within !== null) return hour * HOUR + within;
    const later = atLeast(hours, hour + 1);
    return later === null ? null : later * HOUR + earliest;
  };
}

function timeOfHour(minutes: readonly number[], seconds: readonly number[], from: number): number | null {
  const minute = atLeast(minutes, Math.floor(from / MINUTE));
  if (minute === null) return null;
  const first = (seconds[0] ?? 0) * SECOND;
  if (minute * MINUTE > from) return minute * MINUTE + first;
  const second = atLeast(seconds, Math.ceil((from - minute * MINUTE) / SECOND));
  if (second !== null) return minute * MINUTE + second * SECOND;
  const later = atLeast(minutes, minute + 1);
  return later === null ? null : later * MINUTE + first;
}

const atLeast = (sorted: readonly number[], value: number): number | null =>
  sorted.find((item) => item >= value) ?? null;
