// The runs that a search found, in order; the filter is part of the search. Chooses how to read them, as places-of.ts
// does for filters without text.
import type { Connection } from '../connection.ts';
import type { FoundRuns } from '../search/text-search.ts';
import type { Place } from './cursor.ts';
import { compareKeys } from './orders.ts';
import { groupsByKey, sortSeqs, walk } from './places.ts';
import { acceptance } from './places-of.ts';
import type { Plan } from './plan.ts';

export function* placesFound(connection: Connection, plan: Plan, found: FoundRuns): Iterable<Place> {
  const { order, after, costs } = plan;
  if (order.column === 'seq') {
    for (const seq of found.inTime(order.descending, after?.seq ?? null)) yield { key: seq, seq };
    return;
  }
  const few = found.all(costs.few);
  if (few) yield* sortSeqs(connection, order, few, after);
  else if (order.among(0) !== null) yield* keyByKey(plan, found);
  else yield* walkFound(connection, plan, found);
}

/** Where whole groups share what is sorted by, each key is a search of its own, in the order of time. */
function* keyByKey(plan: Plan, found: FoundRuns): Iterable<Place> {
  const { order, after } = plan;
  for (const [group] of groupsByKey(order, plan.groups(), after)) {
    const key = group ? order.keyOfGroup(group) : null;
    const among = key === null ? null : order.among(key);
    if (key === null || among === null) continue;
    const isStarted = after !== null && compareKeys(key, after.key) === 0;
    for (const seq of found.inTime(order.descending, isStarted ? after.seq : null, among)) yield { key, seq };
  }
}

function* walkFound(connection: Connection, plan: Plan, found: FoundRuns): Iterable<Place> {
  const { order, range, after, costs } = plan;
  const accepts = acceptance(plan);
  let known = found.all(found.hasIsCheap ? costs.gathered : Number.MAX_SAFE_INTEGER);
  const patience = known ? costs.patience : costs.patienceWithLookups;
  let looked = 0;
  for (const place of walk(connection, order, range, after)) {
    if (accepts(place) && found.has(place.seq)) yield place;
    looked += 1;
    if (looked !== patience) continue;
    // Runs with these words lie far away in this order. Knowing all of them makes every further look cheap.
    known ??= found.all(Number.MAX_SAFE_INTEGER);
    if (known === null || known.length > costs.gathered) continue;
    yield* sortSeqs(connection, order, known, place);
    return;
  }
}
