// The runs that a filter without text lets through, in order: chooses how to read them by how many there are. No way
// reads more than a bounded number of rows in the common cases; the rare ones cost time, never a wrong answer.
import type { Connection } from '../connection.ts';
import { countRuns, type RunGroup } from '../tables/run-groups.ts';
import type { Place } from './cursor.ts';
import { mergedAtOnce, mergeGroups, sortGroups, sortRange, walk, type GroupedPlace } from './places.ts';
import { countInRange, runsOf, type Plan } from './plan.ts';

export function* placesOf(connection: Connection, plan: Plan): Iterable<Place> {
  const { order, range, after, costs, isAnyTime } = plan;
  // Nothing is left out, or what is left out lies at both ends of the order.
  if (plan.isAnyGroup && (isAnyTime || order.column === 'seq')) {
    yield* walk(connection, order, range, after);
    return;
  }
  const groups = plan.groups();
  const isMergeable = mergedAtOnce(order, groups) <= costs.fewGroups;
  if (isMergeable && (isAnyTime || liesInTime(plan)) && !isCommon(connection, plan, groups)) {
    yield* mergeGroups(connection, order, range, groups, after);
  } else if (!isAnyTime && countInRange(connection, range, costs.fewInRange) <= costs.fewInRange) {
    yield* sortRange(connection, order, range, groups, after);
  } else if (!isMergeable && runsOf(groups) <= costs.few) {
    yield* sortGroups(connection, order, range, groups, after);
  } else {
    yield* walkPatiently(connection, plan, groups);
  }
}

/** Whether every group lies in this order by time, so that a range of time is one stretch of it. */
function liesInTime({ order }: Plan): boolean {
  return order.column === 'seq' || order.among(0) !== null;
}

/** Whether so many runs pass the filter that walking over all of them meets a page of them soon. */
function isCommon(connection: Connection, plan: Plan, groups: RunGroup[]): boolean {
  return plan.isAnyTime && runsOf(groups) * plan.costs.oneIn >= countRuns(connection);
}

function* walkPatiently(connection: Connection, plan: Plan, groups: RunGroup[]): Iterable<Place> {
  const { order, range, after, costs } = plan;
  const accepts = acceptance(plan);
  let looked = 0;
  for (const place of walk(connection, order, range, after)) {
    if (accepts(place)) yield place;
    looked += 1;
    if (looked < costs.patience) continue;
    // What is wanted lies far away in this order: a strategy given up years ago, sorted by the newest.
    if (plan.isAnyTime || liesInTime(plan)) yield* mergeGroups(connection, order, range, groups, place);
    else yield* sortRange(connection, order, range, groups, place);
    return;
  }
}

/** Whether the filter lets a run through that was met while walking over all runs. */
export function acceptance(plan: Plan): (place: GroupedPlace) => boolean {
  const { first, end } = plan.range;
  const numbers = plan.isAnyGroup ? null : new Set(plan.groups().map(({ no }) => no));
  return ({ seq, group }) => seq >= first && seq < end && (numbers === null || numbers.has(group));
}
