// Turns times on the wall into instants where clocks change; the rules of docs/schedules.md,
// one stretch of time at a time.
import type { CalendarRule } from './calendar-rule.ts';
import type { WallSearch } from './wall-search.ts';
import { DAY, wallText, type Wall } from './wall-time.ts';
import { WIDEST_OFFSET, type ClockChange, type Zone } from './zone.ts';

export type OccurrenceNote =
  /** The time that was asked for (`2026-03-29T02:30:00`) does not exist; this is the instant that stands in for it. */
  | { code: 'gap-moved'; wanted: string }
  /** The clock shows this time twice; this is the first of the two. */
  | { code: 'first-of-two' }
  /** The month has no such day; its last one stands in. */
  | { code: 'short-month'; wanted: number }
  /** Nothing may start now; `until` is the instant at which the blackout is over. */
  | { code: 'blackout'; until: number };

/** An instant at which a rule occurs, with the offset (milliseconds) of its zone then. */
export type Found = { at: number; offset: number; notes: readonly OccurrenceNote[] };

export const NO_NOTES: readonly OccurrenceNote[] = [];
/** Dates are written with four digits of the year. */
export const LAST_WALL = Date.UTC(9999, 11, 29);

/** The instants after `after`, in order, each once. Ends when the rule never falls again. */
export function* calendarInstants(
  rule: CalendarRule,
  search: WallSearch,
  zone: Zone,
  after: number,
): Generator<Found, void> {
  let cursor = after;
  for (;;) {
    const { offset, until, previous, next } = zone.periodAt(cursor + 1);
    const moved = previous === null ? [] : movedInstants(rule, search, previous, cursor);
    const repeated = !rule.interval && previous !== null && previous.after < previous.before;
    // The second time that the clock shows them, named times have been.
    let wall = search(Math.max(cursor + 1 + offset, repeated ? previous.at + previous.before : -Infinity));
    while (wall !== null && wall < Math.min(until + offset, LAST_WALL)) {
      const at: number = wall - offset;
      while (moved.length > 0 && (moved[0] as Found).at < at) yield moved.shift() as Found;
      const merged = moved[0]?.at === at ? moved.shift() : undefined;
      yield { at, offset, notes: notesOf(rule, wall, next, merged) };
      wall = search(wall + 1);
    }
    yield* moved;
    if (wall === null || wall >= LAST_WALL) return;
    // What lies far ahead is gone to at once, seeing every change from two days before it on; but where the clock may
    // go back next, an interval runs again at times that are behind.
    const mayRepeat = rule.interval && (next === null || next.after < next.before);
    cursor = mayRepeat ? until - 1 : Math.max(until - 1, wall - WIDEST_OFFSET);
  }
}

/**
 * Where the clock leaps forward: the instants after `cursor` that stand in for the times it leaves out. Named times run
 * together at the first instant after the gap; times of an interval run when the time that passes says so, as if the
 * clock had gone on.
 */
function movedInstants(rule: CalendarRule, search: WallSearch, change: ClockChange, cursor: number): Found[] {
  const { at, before, after } = change;
  if (after <= before || cursor >= at + (rule.interval ? after - before : 0)) return [];
  const found: Found[] = [];
  const end = at + after;
  let wall = search(rule.interval ? Math.max(at, cursor + 1) + before : at + before);
  while (wall !== null && wall < end) {
    const notes: OccurrenceNote[] = [{ code: 'gap-moved', wanted: wallText(wall) }];
    if (!rule.interval) return [{ at, offset: after, notes }];
    found.push({ at: wall - before, offset: after, notes });
    wall = search(wall + 1);
  }
  return found;
}

function notesOf(
  rule: CalendarRule,
  wall: Wall,
  next: ClockChange | null,
  merged: Found | undefined,
): readonly OccurrenceNote[] {
  const isFirstOfTwo = !rule.interval && next !== null && wall >= next.at + next.after;
  const missing = rule.lastDayStandsIn ? missingDay(rule, wall) : null;
  if (!isFirstOfTwo && missing === null && merged === undefined) return NO_NOTES;
  const notes: OccurrenceNote[] = [];
  if (!rule.interval && merged) notes.push(...merged.notes);
  if (isFirstOfTwo) notes.push({ code: 'first-of-two' });
  if (missing !== null) notes.push({ code: 'short-month', wanted: missing });
  return notes;
}

/** The day of the month that the last one stands in for. */
function missingDay({ dates }: CalendarRule, wall: Wall): number | null {
  const day = new Date(wall).getUTCDate();
  const isLast = new Date(wall + DAY).getUTCDate() === 1;
  if (!isLast || dates.dates & (1 << day)) return null;
  for (let wanted = day + 1; wanted <= 31; wanted += 1) if (dates.dates & (1 << wanted)) return wanted;
  return null;
}
