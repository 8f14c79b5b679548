// Since when a good run is overdue: the widest gap that the schedule itself leaves, and a quarter more, after the last
// good run. Pure; knows neither the ledger nor who is told.
import type { MissedPolicy } from '../../shared/domain/automation.ts';
import { occurrences } from '../../shared/schedule/occurrences.ts';
import type { BlackoutCalendar, Schedule } from '../../shared/schedule/schedule.ts';

const PATIENCE = 1.25;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer than a year: what a calendar does, it has done by then. */
const HORIZON = 400 * DAY;
/** Starts looked at one by one; what comes more often than every hour is then looked at day by day. */
const MOST_STARTS = 10_000;
/** A yearly or a leap-day rule shows its gap only beyond the horizon. */
const LEAST_STARTS = 3;
/** Blackouts in a row after which a schedule counts as one that never starts. */
const MOST_BLACKOUTS = 1_000;

/** A schedule with everything that decides when it really starts. */
export type Plan = {
  schedule: Schedule;
  missed: MissedPolicy;
  /** Blackouts beside the schedule's own: the target's and everyone's. */
  blackouts: readonly BlackoutCalendar[];
};

export type Expectation = Plan & {
  /** Since when the schedule has been what it is; before that nothing was expected. */
  since: number;
  /** The end of the last good run, whoever asked for it; `null`: there was none. */
  lastGood: number | null;
};

/**
 * The widest distance, in ms, between two starts that can be expected after the instant `from`. What falls into a
 * blackout is expected at the blackout's end, or not at all where the strategy does not catch up.
 * `null`: there are no two starts, as with a rule of kind `once`.
 */
export function widestGap(plan: Plan, from: number): number | null {
  let [before, widest, count] = [NaN, 0, 0];
  for (const at of starts(plan, from)) {
    if (count > 0) widest = Math.max(widest, at - before);
    before = at;
    count += 1;
    if (count >= MOST_STARTS) return Math.max(widest, widestByDay(plan, at, from + HORIZON));
    if (count >= LEAST_STARTS && at >= from + HORIZON) break;
  }
  return count < 2 ? null : widest;
}

/** Gaps of more than a day, which is also how much too wide they may be taken. */
function widestByDay(plan: Plan, from: number, until: number): number {
  let widest = 0;
  for (let day = from; day < until; ) {
    const next = nextStart(plan, day);
    if (next === null) break;
    if (next - day > DAY) widest = Math.max(widest, next - day + DAY);
    day = Math.max(day + DAY, next);
  }
  return widest;
}

/** The first start that can be expected after an instant. */
export function nextStart(plan: Plan, after: number): number | null {
  for (const at of starts(plan, after)) return at;
  return null;
}

/** From where `overdueAt` waits. */
export const referenceOf = ({ since, lastGood }: Pick<Expectation, 'since' | 'lastGood'>): number =>
  Math.max(since, lastGood ?? since);

/**
 * The instant at which a good run becomes overdue unless one comes before; `null`: never, because nothing (more) is
 * expected, or only once.
 */
export function overdueAt(expected: Expectation): number | null {
  const reference = referenceOf(expected);
  const next = nextStart(expected, reference);
  return next === null ? null : deadline(reference, next, widestGap(expected, gapsFrom(expected)));
}

/** `overdueAt`, once it has come. */
export function overdueSince(expected: Expectation, now: number): number | null {
  const at = overdueAt(expected);
  return at !== null && at <= now ? at : null;
}

/** Where to begin to look for the widest gap. What is left of a schedule that ends may be a single start. */
export const gapsFrom = (expected: Expectation): number =>
  expected.schedule.until === null ? referenceOf(expected) : expected.since;

/** A schedule whose first start comes later than any gap would explain is not overdue before it was due. */
export const deadline = (reference: number, next: number, gap: number | null): number | null =>
  gap === null ? null : Math.max(reference, next - gap) + gap * PATIENCE;

/** The instants at which it starts, in order; without an end where the rule has none. */
function* starts({ schedule, missed, blackouts }: Plan, after: number): Generator<number, void> {
  let from = after;
  for (let idle = 0; idle < MOST_BLACKOUTS; idle += 1) {
    let over: number | null = null;
    for (const { at, notes } of occurrences(schedule, from, { blackouts })) {
      const blackout = notes.find((note) => note.code === 'blackout');
      if (!blackout) {
        idle = 0;
        yield at;
        continue;
      }
      over = blackout.until;
      const tolerated = toleratedDelay(missed);
      if (over - at < tolerated) {
        idle = 0;
        yield over;
        from = over;
      } else {
        // What comes later in the same blackout may be in time; an occurrence at its very end is not in it.
        from = over - Math.max(1, tolerated);
      }
      break;
    }
    if (over === null) return;
  }
}

/** How much later than its instant, in ms, an occurrence does not start any more. */
function toleratedDelay(missed: MissedPolicy): number {
  if (missed.kind === 'if-less-late') return missed.hours * HOUR;
  return missed.kind === 'run-once' ? Infinity : 0;
}
