// The instants of a schedule as the ledger needs them: those that have come, the newest of them, the next free one.
// Pure.
import { nextOccurrences, occurrences, occurrencesBetween } from '../../shared/schedule/occurrences.ts';
import type { Schedule } from '../../shared/schedule/schedule.ts';

/** What a schedule says for a stretch of time, `after < instant <= until`. */
export type Stretch = { schedule: Schedule; after: number; until: number };

const MINUTE = 60_000;

/** The newest instant of the stretches, which follow each other; looked for from the end, however long they are. */
export function newestInstant(stretches: readonly Stretch[]): number | null {
  for (const { schedule, after, until } of [...stretches].reverse()) {
    for (let width = MINUTE; ; width *= 4) {
      const from = Math.max(after, until - width);
      const found = from < until ? occurrencesBetween(schedule, from, until).at(-1) : undefined;
      if (found) return found.at;
      if (from === after || from >= until) break;
    }
  }
  return null;
}

/** The instants of the stretches before `end`, in order and lazily. */
export function* instantsBefore(stretches: readonly Stretch[], end: number): Generator<number, void> {
  for (const { schedule, after, until } of stretches) {
    for (const { at } of occurrences(schedule, after)) {
      if (at > until || at >= end) break;
      yield at;
    }
  }
}

/** The first instant after `after` that is not `taken`; `null`: there is none. */
export function nextInstant(schedule: Schedule | null, after: number, taken?: ReadonlySet<number>): number | null {
  if (schedule === null) return null;
  for (const { at } of occurrences(schedule, after)) if (!taken?.has(at)) return at;
  return null;
}

/** True when the schedule occurs at exactly this instant. */
export const occursAt = (schedule: Schedule, instant: number): boolean =>
  nextOccurrences(schedule, instant - 1, 1)[0]?.at === instant;
