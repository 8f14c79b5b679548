// The one function that says when a schedule occurs. Scheduler, preview, calendar and command line all ask it.
import { blackoutSearch } from './blackout.ts';
import { calendarInstants, LAST_WALL, NO_NOTES, type Found, type OccurrenceNote } from './calendar-instants.ts';
import { calendarRule } from './calendar-rule.ts';
import { wallOf, type BlackoutCalendar, type Schedule, type ScheduleRule } from './schedule.ts';
import { wallSearch } from './wall-search.ts';
import { HOUR, MINUTE, SECOND, wallText, type Wall } from './wall-time.ts';
import { zoneNamed, type Zone } from './zone.ts';

export type { OccurrenceNote };

export type Occurrence = {
  /** Milliseconds since the epoch. */
  at: number;
  /** What the clock in the schedule's zone shows then. */
  wall: string;
  /** Of that clock, in seconds east of UTC. */
  offset: number;
  notes: readonly OccurrenceNote[];
};

export type OccurrenceOptions = {
  /** Blackouts beside the schedule's own: the target's and everyone's. */
  blackouts?: readonly BlackoutCalendar[];
};

/**
 * Every occurrence strictly after the instant `from`, in order, each instant once; possibly without end, and lazily.
 * One in a blackout is there, with a note. The rules where clocks change are in docs/schedules.md.
 * @throws TypeError on a schedule that its schema refuses
 */
export function* occurrences(
  schedule: Schedule,
  from: number,
  options: OccurrenceOptions = {},
): Generator<Occurrence, void> {
  for (const { at, offset, notes } of occurrenceInstants(schedule, from, options)) {
    yield { at, wall: wallText(at + offset), offset: offset / SECOND, notes };
  }
}

/**
 * The same for whoever needs no clock: writing down the wall time of an instant costs more than finding it. `offset` in
 * milliseconds.
 */
export function* occurrenceInstants(
  schedule: Schedule,
  from: number,
  options: OccurrenceOptions = {},
): Generator<Found, void> {
  const zone = zoneNamed(schedule.zone);
  if (zone === null) throw new TypeError(`not a zone: ${schedule.zone}`);
  const own = { zone: schedule.zone, windows: schedule.blackouts };
  const blackouts = blackoutSearch([own, ...(options.blackouts ?? [])]);
  const first = schedule.from === null ? from : Math.max(from, zone.instantOf(wallOf(schedule.from)) - 1);
  const last = schedule.until === null ? Infinity : lastInstantOf(zone, wallOf(schedule.until));
  for (const found of instants(schedule.rule, zone, first)) {
    if (found.at > last) return;
    const until = blackouts.endOf(found.at);
    yield until === null ? found : { ...found, notes: [...found.notes, { code: 'blackout', until }] };
  }
}

/** The first `count` occurrences after `from`; fewer when the schedule ends or never runs. */
export function nextOccurrences(
  schedule: Schedule,
  from: number,
  count: number,
  options?: OccurrenceOptions,
): Occurrence[] {
  const found: Occurrence[] = [];
  if (count < 1) return found;
  for (const occurrence of occurrences(schedule, from, options)) {
    if (found.push(occurrence) >= count) break;
  }
  return found;
}

/** Those with `from < at <= until`. */
export function occurrencesBetween(
  schedule: Schedule,
  from: number,
  until: number,
  options?: OccurrenceOptions,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of occurrences(schedule, from, options)) {
    if (occurrence.at > until) break;
    found.push(occurrence);
  }
  return found;
}

/** The instant as the zone's clock shows it, for example `2026-03-29T03:00:00+02:00`. */
export function localIso({ wall, offset }: Occurrence): string {
  if (offset === 0) return `${wall}+00:00`;
  const distance = wallText(Math.abs(offset) * SECOND).slice(11);
  return `${wall}${offset < 0 ? '-' : '+'}${distance.endsWith(':00') ? distance.slice(0, 5) : distance}`;
}

function instants(rule: ScheduleRule, zone: Zone, after: number): Iterable<Found> {
  if (rule.kind === 'once') return onceInstant(wallOf(rule.at), zone, after);
  if (rule.kind === 'every') return everyInstant(rule, zone, after);
  const calendar = calendarRule(rule);
  if (calendar === null) throw new TypeError(`not a calendar rule: ${rule.kind}`);
  return calendarInstants(calendar, wallSearch(calendar), zone, after);
}

function* onceInstant(wall: Wall, zone: Zone, after: number): Iterable<Found> {
  const at = zone.instantOf(wall);
  if (at <= after) return;
  const { offset, next } = zone.periodAt(at);
  const notes: OccurrenceNote[] = [];
  if (at + offset !== wall) notes.push({ code: 'gap-moved', wanted: wallText(wall) });
  else if (next !== null && wall >= next.at + next.after) notes.push({ code: 'first-of-two' });
  yield { at, offset, notes };
}

/** Elapsed time alone counts: the distance is always the same, whatever the clocks do. */
function* everyInstant(rule: Extract<ScheduleRule, { kind: 'every' }>, zone: Zone, after: number): Iterable<Found> {
  const anchor = zone.instantOf(wallOf(rule.anchor));
  const step = rule.count * (rule.unit === 'hours' ? HOUR : MINUTE);
  let { offset, until } = zone.periodAt(after);
  for (let at = anchor + (Math.floor((after - anchor) / step) + 1) * step; at < LAST_WALL; at += step) {
    if (at >= until) ({ offset, until } = zone.periodAt(at));
    yield { at, offset, notes: NO_NOTES };
  }
}

/** A time that exists twice is over with the second of the two. */
function lastInstantOf(zone: Zone, wall: Wall): number {
  const first = zone.instantOf(wall);
  const { next, offset } = zone.periodAt(first);
  if (next === null || first + offset !== wall || wall < next.at + next.after) return first;
  return wall - next.after;
}
