// A second, naive way to know when a schedule occurs: watch the clock on the wall, minute by minute, as Intl shows it.
// It shares no code with the product, and must stay too simple to be wrong.

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** What the clock of a zone shows, in minutes since 1970-01-01T00:00 on that wall. */
export type Clock = (instant: number) => number;

export function clockOf(zone: string): Clock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const number = (text: string, from: number, to: number): number => Number(text.slice(from, to));
  return (instant) => {
    // 03/29/2026, 03:00
    const text = format.format(instant);
    const day = Date.UTC(number(text, 6, 10), number(text, 0, 2) - 1, number(text, 3, 5)) / MINUTE;
    return day + number(text, 12, 14) * 60 + number(text, 15, 17);
  };
}

/** The first minutes of a new offset between two instants, by looking once a day. */
export function changesSeen(clock: Clock, from: number, until: number): number[] {
  const offset = (instant: number): number => clock(instant) - instant / MINUTE;
  const found: number[] = [];
  let before = offset(from);
  for (let day = from; day < until; day += DAY) {
    const after = offset(day + DAY);
    if (after === before) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    found.push(high);
    before = after;
  }
  return found;
}

/** A minute on the wall. `month` counts from 1, `weekday` from Sunday, 0. */
export type WallMinute = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  lastDay: boolean;
};

export type NaiveRule = { interval: boolean; fits(wall: WallMinute): boolean };

type Watched = { rule: NaiveRule; found: Set<number>; shown: Set<number> };

/**
 * The instants in `[from, until]` at which each rule occurs, in order, as told by someone who watches the wall: a
 * fitting time counts when the clock shows it (named times: the first time only); when the clock leaps over fitting
 * times, named ones count there and then, those of an interval as many minutes later as they lie beyond the leap.
 */
export function watchClock(clock: Clock, rules: readonly NaiveRule[], from: number, until: number): number[][] {
  const watched = rules.map((rule): Watched => ({ rule, found: new Set(), shown: new Set() }));
  let last = clock(from) - 1;
  for (let instant = from; instant <= until; instant += MINUTE) {
    const shown = clock(instant);
    for (let leapt = last + 1; leapt < shown; leapt += 1) {
      const wall = wallMinute(leapt);
      for (const { rule, found } of watched) {
        if (rule.fits(wall)) found.add(rule.interval ? instant + (leapt - last - 1) * MINUTE : instant);
      }
    }
    const wall = wallMinute(shown);
    for (const { rule, found, shown: seen } of watched) {
      if (!rule.fits(wall)) continue;
      if (rule.interval || !seen.has(shown)) found.add(instant);
      seen.add(shown);
    }
    last = shown;
  }
  return watched.map(({ found }) => [...found].filter((at) => at <= until).sort((a, b) => a - b));
}

let kept: { day: number; date: Omit<WallMinute, 'hour' | 'minute'> } | undefined;

function wallMinute(minutes: number): WallMinute {
  const day = Math.floor(minutes / 1_440);
  if (kept?.day !== day) {
    const date = new Date(day * DAY);
    kept = {
      day,
      date: {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        weekday: date.getUTCDay(),
        lastDay: new Date((day + 1) * DAY).getUTCDate() === 1,
      },
    };
  }
  return { ...kept.date, hour: Math.floor(minutes / 60) - day * 24, minute: minutes - Math.floor(minutes / 60) * 60 };
}
