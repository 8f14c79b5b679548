// A time zone: its offsets, when its clocks change, and which instant a time on the wall is. Only importer of Temporal.
import { Temporal } from 'temporal-polyfill/implementation';
import { DAY, HOUR, type Wall } from './wall-time.ts';

/** The clocks of a zone go from the offset `before` to `after` (milliseconds east of UTC) at the instant `at`. */
export type ClockChange = { at: number; before: number; after: number };

/** A stretch of instants with one offset. */
export type Period = {
  offset: number;
  /** First instant after the stretch. Without `next` the offset may go on: it is merely as far as was looked. */
  until: number;
  /** The change that the stretch begins with, where it is known; `null` when it lies days back. */
  previous: ClockChange | null;
  /** The change that ends the stretch. */
  next: ClockChange | null;
};

export type Zone = {
  /** As the tz database spells it; links keep their name. */
  name: string;
  offsetAt(instant: number): number;
  periodAt(instant: number): Period;
  /** The changes with `from < at <= until`. */
  changesBetween(from: number, until: number): ClockChange[];
  /**
   * A wall time that does not exist is the first instant after the gap;
   * one that exists twice is the first of the two.
   */
  instantOf(wall: Wall): number;
};

// Further from the turn of a year than this, the changes of the neighbouring year are of no consequence.
const NEAR = 3 * DAY;
/** More than any zone is from UTC, and than any clock was ever moved, together. */
export const WIDEST_OFFSET = 48 * HOUR;

// Reading a zone costs a millisecond; ten thousand schedules share a few dozen zones. It is never stale: a process
// keeps one version of the tz database.
const known = new Map<string, Zone | null>();

/** The zone of that name in the tz database, links such as `US/Eastern` included, in any case; else `null`. */
export function zoneNamed(name: string): Zone | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const id = tzdbName(name);
  const zone = id === null ? null : createZone(id);
  // What a user types letter by letter must not stay for ever.
  if (zone !== null) known.set(name, zone);
  return zone;
}

/** Offsets such as `+01:00` are no zones: they never change their clocks, which is not what anyone means by them. */
function tzdbName(name: string): string | null {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

type Year = { offsetBefore: number; changes: ClockChange[] };

function readYear(name: string, year: number): Year {
  const end = Date.UTC(year + 1, 0, 1);
  let moment = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1) - 1).toZonedDateTimeISO(name);
  const offsetBefore = offsetOf(moment);
  const changes: ClockChange[] = [];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= end) return { offsetBefore, changes };
    const change = { at: next.epochMilliseconds, before: changes.at(-1)?.after ?? offsetBefore, after: offsetOf(next) };
    // Where only the name or the saving flag changes, the clocks on the wall go on.
    if (change.before !== change.after) changes.push(change);
    moment = next;
  }
}

const offsetOf = (moment: Temporal.ZonedDateTime): number => moment.offsetNanoseconds / 1_000_000;

function createZone(name: string): Zone {
  const years = new Map<number, Year>();

  function yearOf(year: number): Year {
    let read = years.get(year);
    if (read === undefined) years.set(year, (read = readYear(name, year)));
    return read;
  }

  function periodAt(instant: number): Period {
    const year = new Date(instant).getUTCFullYear();
    const start = Date.UTC(year, 0, 1);
    const end = Date.UTC(year + 1, 0, 1);
    const { offsetBefore, changes } = yearOf(year);
    let previous = instant - start < NEAR ? (yearOf(year - 1).changes.at(-1) ?? null) : null;
    let offset = offsetBefore;
    for (const change of changes) {
      if (change.at > instant) return { offset, until: change.at, previous, next: change };
      previous = change;
      offset = change.after;
    }
    const next = end - instant < NEAR ? (yearOf(year + 1).changes[0] ?? null) : null;
    return { offset, until: next?.at ?? end, previous, next };
  }

  function changesBetween(from: number, until: number): ClockChange[] {
    const found: ClockChange[] = [];
    const last = new Date(until).getUTCFullYear();
    for (let year = new Date(from).getUTCFullYear(); year <= last; year += 1) found.push(...yearOf(year).changes);
    return found.filter(({ at }) => at > from && at <= until);
  }

  function instantOf(wall: Wall): number {
    for (let instant = wall - WIDEST_OFFSET; ; ) {
      const { offset, until, next } = periodAt(instant);
      if (wall - offset < until) return wall - offset;
      if (next !== null && wall < next.at + next.after) return next.at;
      instant = until;
    }
  }

  return { name, offsetAt: (instant) => periodAt(instant).offset, periodAt, changesBetween, instantOf };
}
