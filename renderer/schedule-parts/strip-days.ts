// The days of a strip: their midnights on this workstation's clock, and where each leads. Pure.
import type { OccurrenceState } from '../../shared/domain/occurrence.ts';

export const STRIP_DAYS = 30;

/** The midnights around the last days, today included: one more than there are days. */
export function stripMidnights(nowMs: number, count = STRIP_DAYS): number[] {
  const today = new Date(nowMs);
  // By the calendar, not by 24 hours: some days are longer.
  return Array.from({ length: count + 1 }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - count + 1 + index).getTime(),
  );
}

export type DayLink = { page: 'runs' | 'calendar'; query: Record<string, string> };

/** States that have no run: the Bitácora would be empty, the calendar says why. */
const WITHOUT_RUN: readonly (OccurrenceState | null)[] = ['missed', 'skipped', 'planned', 'waiting', null];

/** Where the day that begins at `midnight` leads: to its runs, or to its occurrences if it came to none. */
export function dayLink(strategyId: string, midnight: number, state: OccurrenceState | null): DayLink {
  const date = new Date(midnight);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return WITHOUT_RUN.includes(state)
    ? { page: 'calendar', query: { strategy: strategyId, day, open: '1' } }
    : { page: 'runs', query: { strategy: strategyId, period: `${day}..${day}` } };
}
