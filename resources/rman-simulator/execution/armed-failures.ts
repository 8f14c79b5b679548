// Decides whether an ordered failure strikes at a point, and counts in the state so that a retry can heal.
import { FAILURES, type FailureKind, type FailureName, type FailureOrder, type FailurePoint } from '../failures.ts';
import type { Store } from '../state/store.ts';

export interface ArmedFailures {
  /** The first order for this point (and kind of work) whose turn it is; it counts as having struck. */
  strike(point: FailurePoint, work?: string): FailureOrder | null;
  /** As `strike`, for one failure by name. */
  strikeNamed(name: FailureName, work?: string): FailureOrder | null;
}

export function armFailures(orders: readonly FailureOrder[], store: Store): ArmedFailures {
  const struckInThisSession = new Set<FailureOrder>();
  const take = (order: FailureOrder): boolean => {
    const kind: FailureKind = FAILURES[order.name];
    if (kind.oncePerSession === true && struckInThisSession.has(order)) return false;
    const strikes = isItsTurn(order);
    if (strikes) struckInThisSession.add(order);
    return strikes;
  };
  const isItsTurn = (order: FailureOrder): boolean => {
    if (order.times === undefined && order.after === undefined) return true;
    return store.update((database) => {
      const count = (database.failures[JSON.stringify(order)] ??= { chances: 0, struck: 0 });
      count.chances += 1;
      if (count.chances <= (order.after ?? 0) || count.struck >= (order.times ?? Infinity)) return false;
      count.struck += 1;
      return true;
    });
  };
  const find = (matches: (order: FailureOrder) => boolean, work: string | undefined): FailureOrder | null =>
    orders.find((order) => matches(order) && (order.on === undefined || order.on === work) && take(order)) ?? null;

  return {
    strike: (point, work) => find((order) => FAILURES[order.name].point === point, work),
    strikeNamed: (name, work) => find((order) => order.name === name, work),
  };
}
