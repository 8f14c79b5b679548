// The windows of a blackout calendar as stretches of time, for the calendar to draw. Whether an instant lies in one is
// blackout.ts's.
import { wallOf, weekdayNumber, type Blackout, type BlackoutCalendar } from './schedule.ts';
import { DAY, parseTimeOfDay, weekdayOf, type Wall } from './wall-time.ts';
import { zoneNamed, type Zone } from './zone.ts';

export type BlackoutWindow = { from: number; until: number };

/** Every window that overlaps `from <= instant < until`, by its beginning. @throws on a zone that does not exist */
export function blackoutWindows({ zone, windows }: BlackoutCalendar, from: number, until: number): BlackoutWindow[] {
  const known = zoneNamed(zone);
  if (known === null) throw new TypeError(`not a zone: ${zone}`);
  return windows
    .flatMap((window) => (window.kind === 'dated' ? [[wallOf(window.from), wallOf(window.until)] as const] : weekly(window, known, from, until)))
    .map(([begins, ends]) => ({ from: known.instantOf(begins), until: known.instantOf(ends) }))
    .filter((window) => window.from < until && window.until > from)
    .sort((a, b) => a.from - b.from);
}

/** One that began the day before reaches into the stretch; so does one that another offset puts into it. */
function weekly(
  { days, from: begins, until: ends }: Extract<Blackout, { kind: 'weekly' }>,
  zone: Zone,
  from: number,
  until: number,
): (readonly [Wall, Wall])[] {
  const weekdays = new Set(days.map(weekdayNumber));
  const start = parseTimeOfDay(begins) ?? 0;
  const end = parseTimeOfDay(ends) ?? 0;
  const length = end > start ? end - start : end - start + DAY;
  const found: (readonly [Wall, Wall])[] = [];
  const first = Math.floor((from + zone.offsetAt(from)) / DAY) * DAY - 2 * DAY;
  const last = until + zone.offsetAt(until) + DAY;
  for (let day = first; day <= last; day += DAY) {
    if (weekdays.has(weekdayOf(day))) found.push([day + start, day + start + length]);
  }
  return found;
}
