// The runs that a search found, in order: those found by name are whole groups, as a filter gives them; the others are
// put between them. Chooses how to read these, as places-of.ts does for filters without text.
import type { Connection } from '../connection.ts';
import type { FoundTexts } from '../search/found-texts.ts';
import type { FoundRuns } from '../search/text-search.ts';
import type { Place } from './cursor.ts';
import { compareKeys } from './orders.ts';
import { groupsByKey, merged, walk } from './places.ts';
import { placesOf } from './places-of.ts';
import { planOfGroups, type Plan } from './plan.ts';
import { sortedKeys } from './sorted.ts';

export function placesFound(connection: Connection, plan: Plan, { named, texts }: FoundRuns): Iterable<Place> {
  const inTexts = placesInTexts(connection, plan, texts);
  if (named.length === 0) return inTexts;
  return merged(plan.order, [placesOf(connection, planOfGroups(connection, plan, named)), inTexts]);
}

function* placesInTexts(connection: Connection, plan: Plan, texts: FoundTexts): Generator<Place> {
  const { order, after, costs } = plan;
  if (order.column === 'seq') {
    for (const seq of texts.inTime(order.descending, after?.seq ?? null)) yield { key: seq, seq };
    return;
  }
  const few = texts.keys(costs.few);
  if (few) yield* sortedKeys(order, few, plan.groups, after);
  else if (order.among(0) !== null) yield* keyByKey(plan, texts);
  else yield* walkFound(connection, plan, texts);
}

/** Costs more than a page should: for what is many and lies far away in this order. */
function sortedTexts({ order, groups }: Plan, texts: FoundTexts, after: Place | null): Iterable<Place> {
  return sortedKeys(order, texts.keys(Number.MAX_SAFE_INTEGER - 1) ?? [], groups, after);
}

/** Where whole groups share what is sorted by, each key is a search of its own, in the order of time. */
function* keyByKey(plan: Plan, texts: FoundTexts): Generator<Place> {
  const { order, after, costs } = plan;
  let asked = 0;
  let last = after;
  for (const [group] of groupsByKey(order, plan.groups(), after)) {
    const key = group ? order.keyOfGroup(group) : null;
    const among = key === null ? null : order.among(key);
    if (key === null || among === null) continue;
    // Keys whose runs never have these words would be asked in vain, one after another.
    if (asked === costs.keys) {
      yield* sortedTexts(plan, texts, last);
      return;
    }
    const isStarted = after !== null && compareKeys(key, after.key) === 0;
    for (const seq of texts.inTime(order.descending, isStarted ? after.seq : null, among)) {
      last = { key, seq };
      yield last;
    }
    asked += 1;
  }
}

/**
 * Walks over all runs and asks of each whether it was found. A look-up into the text index is worth it while it finds
 * something; else knowing all that was found costs less than looking on.
 */
function* walkFound(connection: Connection, plan: Plan, texts: FoundTexts): Generator<Place> {
  const { order, range, after, costs } = plan;
  if (!texts.hasIsCheap) texts.gather();
  const sieve = { range, groups: plan.isAnyGroup ? null : plan.groups() };
  const candidates = walk(connection, order, sieve, after, costs.patience);
  let allowance = costs.lookups;
  for (let next = candidates.next(); ; next = candidates.next()) {
    if (next.done) {
      // Runs with these words lie far away in this order.
      if (next.value !== null) yield* sortedTexts(plan, texts, next.value);
      return;
    }
    if (texts.has(next.value.seq)) {
      yield next.value;
      allowance += costs.lookupsForOne;
    }
    allowance -= 1;
    if (allowance <= 0) texts.gather();
  }
}
