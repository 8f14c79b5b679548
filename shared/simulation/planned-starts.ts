// When a strategy will start, and which of its occurrences it will not run: the schedule with its blackouts and what
// the strategy does with an occurrence that they held back (as the scheduler decides, docs/scheduler.md). Pure.
import type { StrategySpec } from '../domain/strategy.ts';
import { occurrenceInstants } from '../schedule/occurrences.ts';
import type { BlackoutCalendar } from '../schedule/schedule.ts';

const HOUR_MS = 3_600_000;

/** `startsAt` null: it will not run, because of the blackout. */
export type PlannedStart = { instant: number; startsAt: number | null };

/** Lazily, by instant, those strictly after `after`. */
export function* plannedStarts(
  { schedule, missed }: Pick<StrategySpec, 'schedule' | 'missed'>,
  after: number,
  blackouts: readonly BlackoutCalendar[],
): Generator<PlannedStart, void> {
  if (schedule === null) return;
  let held: { instant: number; until: number } | null = null;
  for (const { at, notes } of occurrenceInstants(schedule, after, { blackouts })) {
    if (held !== null) {
      // The next one came while it waited, and stands for both.
      yield { instant: held.instant, startsAt: at <= held.until ? null : held.until };
      held = null;
    }
    const blackout = notes.find((note) => note.code === 'blackout');
    if (blackout === undefined) yield { instant: at, startsAt: at };
    else if (isCaughtUp(missed, blackout.until - at)) held = { instant: at, until: blackout.until };
    else yield { instant: at, startsAt: null };
  }
  if (held !== null) yield { instant: held.instant, startsAt: held.until };
}

const isCaughtUp = (missed: StrategySpec['missed'], late: number): boolean =>
  missed.kind === 'run-once' || (missed.kind === 'if-less-late' && late < missed.hours * HOUR_MS);
