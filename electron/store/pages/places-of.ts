// The runs that a filter without text lets through, in order: chooses how to read them by how many there are. Either
// many pass, and a walk in the wanted order meets a page of them soon, or few do, and they can all be sorted: of a
// million runs both cost a few milliseconds at worst. Only runs that are many and lie far away in the order cost more.
import type { Connection } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import { SEQ_END } from '../tables/run-order.ts';
import type { Place } from './cursor.ts';
import { compareKeys, type Order } from './orders.ts';
import { groupsByKey, mergedAtOnce, mergeGroups, walk } from './places.ts';
import { tableOf, type Plan } from './plan.ts';
import { sorted } from './sorted.ts';

export function* placesOf(connection: Connection, plan: Plan): Generator<Place> {
  const { order, range, after, costs, isAnyTime } = plan;
  // Nothing is left out, or what is left out lies at both ends of the order.
  if (plan.isAnyGroup && (isAnyTime || order.column === 'seq')) {
    yield* walk(connection, order, { range, groups: null }, after, Infinity);
    return;
  }
  const groups = plan.groups();
  if (groups.length === 0) return;
  const isInOrder = isAnyTime || liesInTime(plan);
  if (isInOrder && groups.length <= costs.fewGroups) {
    yield* mergeGroups(connection, order, range, groups, after);
  } else if (plan.count(costs.few) <= costs.few) {
    yield* sorted(connection, order, tableOf(connection, plan), plan.groups, after);
  } else if (isInOrder && mergedAtOnce(order, groups) <= costs.fewGroups) {
    yield* mergeGroups(connection, order, range, groups, after);
  } else {
    const sieve = { range, groups: plan.isAnyGroup ? null : groups };
    const last = yield* walk(connection, order, sieve, firstPlace(order, groups, after), costs.patience);
    if (last === null) return;
    // What is wanted lies far away in this order: a strategy given up years ago, sorted by the newest.
    const sortable = groups.length * costs.runsPerGroup;
    const isMerged = liesInTime(plan) || (isInOrder && plan.count(sortable) > sortable);
    if (isMerged) yield* mergeGroups(connection, order, range, groups, last);
    else yield* sorted(connection, order, tableOf(connection, plan), plan.groups, last);
  }
}

/** Where a walk may begin: keys that no group has are not walked over. */
function firstPlace(order: Order, groups: RunGroup[], after: Place | null): Place | null {
  const first = groupsByKey(order, groups, after)[0]?.[0];
  const key = first ? order.keyOfGroup(first) : null;
  if (key === null || (after !== null && compareKeys(key, after.key) === 0)) return after;
  return { key, seq: order.descending ? SEQ_END : -1 };
}

/** Whether every group lies in this order by time, so that a range of time is one stretch of it. */
function liesInTime({ order }: Plan): boolean {
  return order.column === 'seq' || order.among(0) !== null;
}
