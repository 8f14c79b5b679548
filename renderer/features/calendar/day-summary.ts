// What the days of the calendar hold: their entries, how many of each state, and when nothing may start. Pure.
import type { Occurrence, OccurrenceState } from '../../../shared/domain/occurrence.ts';
import type { DaySpan } from './days.ts';

/** What deserves a look first stands first. */
export const worstFirst: readonly OccurrenceState[] = [
  'failed',
  'interrupted',
  'missed',
  'warning',
  'running',
  'queued',
  'waiting',
  'planned',
  'succeeded',
  'skipped',
  'cancelled',
];

export type StateCount = { state: OccurrenceState; count: number };

/** How many of each state, the worst first, none that is not there. */
export function countsOf(occurrences: readonly Pick<Occurrence, 'state'>[]): StateCount[] {
  const counts = new Map<OccurrenceState, number>();
  for (const { state } of occurrences) counts.set(state, (counts.get(state) ?? 0) + 1);
  return worstFirst.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [{ state, count }];
  });
}

/** The entries of each span, in order of time. Spans lie in order and do not overlap. */
export function sortedInto<Entry extends { instant: number }>(
  entries: readonly Entry[],
  spans: readonly { from: number; until: number }[],
): Entry[][] {
  const inOrder = entries.toSorted((a, b) => a.instant - b.instant);
  let at = 0;
  return spans.map(({ from, until }) => {
    while ((inOrder[at]?.instant ?? Infinity) < from) at += 1;
    const start = at;
    while ((inOrder[at]?.instant ?? Infinity) < until) at += 1;
    return inOrder.slice(start, at);
  });
}

/** A time in which nothing may start; on one database, or on any (`null`). */
export type Window = { from: number; until: number; targetId: string | null };

/** The part of a window that falls on a day, as shares of the day's real length from 0 to 1. */
export type WindowShare = { start: number; end: number; window: Window };

/** The windows that touch the day. */
export function windowsOn({ from, until }: DaySpan, windows: readonly Window[]): WindowShare[] {
  if (until <= from) return [];
  const share = (at: number): number => (Math.min(until, Math.max(from, at)) - from) / (until - from);
  return windows
    .filter((window) => window.from < until && window.until > from)
    .map((window) => ({ start: share(window.from), end: share(window.until), window }));
}
