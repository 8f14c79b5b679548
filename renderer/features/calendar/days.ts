// The days of a calendar in one time zone: which belong to a month or a week, when they begin, how long they are. Pure.
import { DAY, HOUR, parseWall, wallText, weekdayOf, type Wall } from '../../../shared/schedule/wall-time.ts';
import type { Zone } from '../../../shared/schedule/zone.ts';

/** A date as the midnight of its wall clock; in no zone. */
export type Day = Wall;

/** A date with the instants between which it lies in a zone. `until` is the start of the next day. */
export type DaySpan = { day: Day; from: number; until: number };

/** `2026-03-29` */
export const dayText = (day: Day): string => wallText(day).slice(0, 10);

/** Reads `2026-03-29`; `null` for anything else. */
export const dayFrom = (text: string): Day | null => (text.length === 10 ? parseWall(`${text}T00:00`) : null);

/** The date that the clock of the zone shows. */
export const dayAt = (instant: number, zone: Zone): Day =>
  Math.floor((instant + zone.offsetAt(instant)) / DAY) * DAY;

/** Days from Monday to Sunday. */
export function weekOf(day: Day): Day[] {
  const monday = day - ((weekdayOf(day) + 6) % 7) * DAY;
  return Array.from({ length: 7 }, (_, index) => monday + index * DAY);
}

/** The weeks that hold a day of the month, in full. */
export function monthWeeksOf(day: Day): Day[][] {
  const weeks: Day[][] = [];
  const last = monthLater(firstOfMonth(day), 1) - DAY;
  for (let week = weekOf(firstOfMonth(day)); (week[0] ?? Infinity) <= last; week = weekOf((week[6] ?? last) + DAY)) {
    weeks.push(week);
  }
  return weeks;
}

export const isSameMonth = (a: Day, b: Day): boolean => firstOfMonth(a) === firstOfMonth(b);

export function firstOfMonth(day: Day): Day {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** The same date in another month, or the last one there: a month after 31 January is 28 February. */
export function monthLater(day: Day, months: number): Day {
  const date = new Date(day);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0);
  return Math.min(first + (date.getUTCDate() - 1) * DAY, last);
}

/**
 * When the days begin and end by the clock of the zone. A day without midnight begins after the gap; one that the
 * zone left out (Apia, 30 December 2011) lasts no time.
 */
export function spansOf(days: readonly Day[], zone: Zone): DaySpan[] {
  return days.map((day) => ({ day, from: zone.instantOf(day), until: zone.instantOf(day + DAY) }));
}

/** Hours that really pass in the day: 23 or 25 where the clocks change. */
export const lengthOf = ({ from, until }: DaySpan): number => (until - from) / HOUR;

/** The stretch of elapsed time that one row of a week's column stands for. */
export type HourSpan = { from: number; until: number };

/** The day cut into hours that pass, from its start; the last one is short where the clocks move by half an hour. */
export function hoursOf({ from, until }: DaySpan): HourSpan[] {
  const count = Math.ceil((until - from) / HOUR);
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * HOUR,
    until: Math.min(until, from + (index + 1) * HOUR),
  }));
}
