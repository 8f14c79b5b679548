// One day of the calendar with everything that is drawn of it. Pure.
import type { Occurrence } from '../../../shared/domain/occurrence.ts';
import { countsOf, sortedInto, windowsOn, type StateCount, type Window, type WindowShare } from './day-summary.ts';
import { lengthOf, type DaySpan } from './days.ts';

export type DayContent = {
  span: DaySpan;
  /** In order of time. */
  entries: readonly Occurrence[];
  counts: readonly StateCount[];
  windows: readonly WindowShare[];
  /** How long the day really is. */
  hours: number;
};

/** The days filled with what passes the filter of a database (`null`: all). */
export function contentOf(
  spans: readonly DaySpan[],
  occurrences: readonly Occurrence[],
  blackouts: readonly Window[],
  targetId: string | null,
): DayContent[] {
  const through = targetId === null ? occurrences : occurrences.filter((one) => one.targetId === targetId);
  const windows = blackouts.filter((one) => targetId === null || one.targetId === null || one.targetId === targetId);
  const entries = sortedInto(through, spans);
  return spans.map((span, index) => {
    const ofDay = entries[index] ?? [];
    return { span, entries: ofDay, counts: countsOf(ofDay), windows: windowsOn(span, windows), hours: lengthOf(span) };
  });
}
