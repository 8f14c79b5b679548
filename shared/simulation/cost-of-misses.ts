// What missed runs cost: two simulations of the same days, without and with them, beside each other. Pure.
import type { SimulatedDay } from './simulate.ts';

const DAY_MS = 86_400_000;

export type Cost = {
  /** The most days that the restorable window is shorter on any one day, and that day's index. */
  windowLost: { days: number; on: number } | null;
  /** Days at whose end nothing could be restored, though it could without the misses. */
  withoutRestore: number[];
  /** Days on which the window has a gap that it would not have. */
  withGap: number[];
  /** By how much longer changes are in no backup, in ms, and on which day. */
  uncovered: { ms: number; on: number } | null;
  /** The last day on which anything differs; `null`: the misses cost nothing. */
  until: number | null;
};

/** Days of the newest unbroken window at the end of a day; 0 when nothing can be restored. */
export const windowDays = ({ restorable: [newest] }: SimulatedDay): number =>
  newest === undefined ? 0 : (newest.to - newest.from) / DAY_MS;

/** `asPlanned` and `missed` are the same days. */
export function costOfMisses(asPlanned: readonly SimulatedDay[], missed: readonly SimulatedDay[]): Cost {
  const cost: Cost = { windowLost: null, withoutRestore: [], withGap: [], uncovered: null, until: null };
  missed.forEach((day, index) => {
    const plan = asPlanned[index];
    if (plan === undefined) return;
    const lost = windowDays(plan) - windowDays(day);
    if (lost > (cost.windowLost?.days ?? 0)) cost.windowLost = { days: lost, on: index };
    if (day.restorable.length === 0 && plan.restorable.length > 0) cost.withoutRestore.push(index);
    if (day.restorable.length > Math.max(1, plan.restorable.length)) cost.withGap.push(index);
    const longer = (day.longestUncovered ?? 0) - (plan.longestUncovered ?? 0);
    if (longer > (cost.uncovered?.ms ?? 0)) cost.uncovered = { ms: longer, on: index };
    if (lost > 0 || longer > 0 || day.restorable.length < plan.restorable.length) cost.until = index;
  });
  return cost;
}
