// Whether an instant lies in a blackout, and when it is free again; decides nothing about what then happens.
import { wallOf, weekdayNumber, type Blackout, type BlackoutCalendar } from './schedule.ts';
import { DAY, parseTimeOfDay, weekdayOf, type Wall } from './wall-time.ts';
import { zoneNamed, type Zone } from './zone.ts';

/** Answers for the windows of several calendars together. */
export type BlackoutSearch = {
  /** The instant at which the windows over `instant` end, one after another; `null` when none is over it. */
  endOf(instant: number): number | null;
};

// Windows that follow each other without a gap for longer than this never end for any practical purpose.
const MOST_IN_A_ROW = 1_000;

/** @throws on a zone that does not exist */
export function blackoutSearch(calendars: readonly BlackoutCalendar[]): BlackoutSearch {
  const searches = calendars.flatMap(({ zone, windows }) => {
    const known = zoneNamed(zone);
    if (known === null) throw new TypeError(`not a zone: ${zone}`);
    return windows.map((window) => windowSearch(window, known));
  });

  function endOf(instant: number): number | null {
    let end = instant;
    for (let row = 0; row < MOST_IN_A_ROW; row += 1) {
      const later = Math.max(end, ...searches.map((search) => search(end) ?? end));
      if (later === end) return end === instant ? null : end;
      end = later;
    }
    return end;
  }
  return { endOf: searches.length === 0 ? () => null : endOf };
}

/** A window covers what the clock on the wall shows: an hour that is repeated inside it is in it twice. */
function windowSearch(window: Blackout, zone: Zone): (instant: number) => number | null {
  const covers = window.kind === 'dated' ? datedWindow(window) : weeklyWindow(window);
  return (instant) => {
    const end = covers(instant + zone.offsetAt(instant));
    if (end === null) return null;
    const over = zone.instantOf(end);
    // The wall showed that end once already, and the clock then went back into the window: it is the second time.
    return over > instant ? over : instantOfSecond(end, instant, zone);
  };
}

function instantOfSecond(end: Wall, instant: number, zone: Zone): number {
  const { offset, until } = zone.periodAt(instant);
  return Math.min(end - offset, until);
}

function datedWindow({ from, until }: Extract<Blackout, { kind: 'dated' }>): (wall: Wall) => Wall | null {
  const [start, end] = [wallOf(from), wallOf(until)];
  return (wall) => (wall >= start && wall < end ? end : null);
}

function weeklyWindow({ days, from, until }: Extract<Blackout, { kind: 'weekly' }>): (wall: Wall) => Wall | null {
  const begins = new Set(days.map(weekdayNumber));
  const start = parseTimeOfDay(from) ?? 0;
  const end = parseTimeOfDay(until) ?? 0;
  const length = end > start ? end - start : end - start + DAY;
  return (wall) => {
    const midnight = Math.floor(wall / DAY) * DAY;
    // It began today, or yesterday and goes past midnight.
    for (const day of [midnight, midnight - DAY]) {
      const began = day + start;
      if (begins.has(weekdayOf(day)) && wall >= began && wall < began + length) return began + length;
    }
    return null;
  };
}
