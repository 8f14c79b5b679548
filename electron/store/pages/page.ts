// One page of the list of runs: chooses how to read it by how much the filter lets through, which is known
// beforehand and for nothing (run_groups), counts, and finds where a search hit. No way reads more than a bounded
// number of rows in the common cases; the rare ones cost time, never a wrong answer.
import type { RunFilter, RunPage, RunSort } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import { hitIn } from '../search/hit.ts';
import type { FoundRuns, TextSearch } from '../search/text-search.ts';
import { termsOf } from '../search/words.ts';
import { countRuns, filtersGroups, matchingGroups, type RunGroup } from '../tables/run-groups.ts';
import { SEQ_END, seqRange, type SeqRange } from '../tables/run-order.ts';
import { runOf, SELECT_RUN, type RunRow } from '../tables/run-rows.ts';
import { cursorOf, placeOf, type Place } from './cursor.ts';
import { orderOf, type Order } from './orders.ts';
import { mergeGroups, sortGroups, sortRange, sortSeqs, walk } from './places.ts';

/** Where one way of reading begins to cost more than another: they change how long a page takes, never what it holds. */
export type PageCosts = {
  /** Runs that are few enough to be fetched and sorted at once. */
  few: number;
  /** Up to so many groups a merge costs less than any other way. */
  fewGroups: number;
  /** Runs found by their text that are kept as numbers; beyond, each candidate is looked up in the text index. */
  gathered: number;
  /** Rows that are looked at in the hope of a page before another way is taken; and with a look-up for each. */
  patience: number;
  patienceWithLookups: number;
};

/** Measured on a million runs: each choice costs a few milliseconds at its limit. */
export const usualCosts: PageCosts = {
  few: 4_000,
  fewGroups: 64,
  gathered: 100_000,
  patience: 30_000,
  patienceWithLookups: 1_000,
};

/** Beyond this many runs a page says no total. */
const COUNTED = 10_000;

export type PageRequest = { filter: RunFilter; sort: RunSort; cursor: string | null; limit: number };

/** What a request comes to before any run is read. */
type Plan = {
  order: Order;
  range: SeqRange;
  after: Place | null;
  /** `null`: all groups. */
  groups: RunGroup[] | null;
  /** `null`: no text is asked for. */
  found: FoundRuns | null;
  costs: PageCosts;
};

/** @throws AppError `request.malformed` for a cursor that is none. */
export function readPage(
  connection: Connection,
  search: TextSearch,
  request: PageRequest,
  costs: PageCosts = usualCosts,
): RunPage {
  const { filter, sort, cursor } = request;
  const limit = Math.min(Math.max(1, Math.floor(request.limit)), 1_000);
  const plan: Plan = {
    order: orderOf(sort),
    range: seqRange(filter),
    after: placeOf(sort, cursor),
    groups: filtersGroups(filter) ? matchingGroups(connection, filter) : null,
    found: search.search(filter),
    costs,
  };
  const places = firstPlaces(connection, plan, limit + 1);
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  const terms = plan.found ? termsOf(filter.text) : [];
  const rowAt = connection.sql<RunRow>(`${SELECT_RUN} WHERE r.seq = ?`);
  return {
    runs: shown.map(({ seq }) => ({
      ...runOf(rowAt.get(seq) as RunRow),
      hit: terms.length > 0 ? hitIn(connection, seq, terms) : null,
    })),
    next: places.length > limit && last ? cursorOf(sort, last) : null,
    total: totalOf(connection, plan),
  };
}

/** At most `count` places of the plan, in order. */
function firstPlaces(connection: Connection, plan: Plan, count: number): Place[] {
  const places: Place[] = [];
  for (const place of plan.found ? placesFound(connection, plan, plan.found) : placesOf(connection, plan)) {
    places.push(place);
    if (places.length === count) break;
  }
  return places;
}

/** The places that the filter lets through, in order, where no text is asked for. */
function* placesOf(connection: Connection, plan: Plan): Iterable<Place> {
  const { order, range, after, groups, costs } = plan;
  const accepts = acceptance(plan);
  if (groups !== null && groups.length <= costs.fewGroups) {
    yield* mergeGroups(connection, order, range, groups, after);
  } else if (groups !== null && runsOf(groups) <= costs.few) {
    yield* sortGroups(connection, order, range, groups, after);
  } else if (order.column !== 'seq' && countInRange(connection, range, costs.few) <= costs.few) {
    yield* sortRange(connection, order, range, after).filter(accepts);
  } else {
    let looked = 0;
    for (const place of walk(connection, order, range, after)) {
      if (accepts(place)) yield place;
      looked += 1;
      if (looked < costs.patience) continue;
      // What is wanted lies far away in this order: a strategy given up years ago, sorted by the newest.
      if (groups) yield* mergeGroups(connection, order, range, groups, place);
      else yield* sortRange(connection, order, range, place);
      return;
    }
  }
}

/** The places of the runs that a search found (the filter is part of the search), in order. */
function* placesFound(connection: Connection, plan: Plan, found: FoundRuns): Iterable<Place> {
  const { order, range, after, groups, costs } = plan;
  if (order.column === 'seq') {
    for (const seq of found.inTime(order.descending, after?.seq ?? null)) yield { key: seq, seq };
    return;
  }
  const few = found.all(costs.few);
  if (few) {
    yield* sortSeqs(connection, order, few, after);
    return;
  }
  const patience = found.all(costs.gathered) ? costs.patience : costs.patienceWithLookups;
  const accepts = acceptance(plan);
  const isFew = groups !== null && groups.length <= costs.fewGroups;
  const candidates = isFew
    ? mergeGroups(connection, order, range, groups, after)
    : walk(connection, order, range, after);
  let looked = 0;
  for (const place of candidates) {
    if ((isFew || accepts(place)) && found.has(place.seq)) yield place;
    looked += 1;
    if (looked !== patience) continue;
    // Runs with these words lie far away in this order. Knowing all of them makes every further look cheap.
    const all = found.all(Number.MAX_SAFE_INTEGER) ?? [];
    if (all.length > costs.gathered) continue;
    yield* sortSeqs(connection, order, all, place);
    return;
  }
}

/** Whether the filter lets a run through that was met while walking over all runs. */
function acceptance({ groups, range }: Plan): (place: Place & { group?: number }) => boolean {
  const numbers = groups && new Set(groups.map(({ no }) => no));
  return ({ seq, group }) =>
    seq >= range.first && seq < range.end && (numbers === null || group === undefined || numbers.has(group));
}

/** How many runs the plan lets through; `null` beyond `COUNTED`. */
function totalOf(connection: Connection, { groups, range, found }: Plan): number | null {
  if (found) return found.all(COUNTED)?.length ?? null;
  const isAnyTime = range.first === 0 && range.end === SEQ_END;
  let total = 0;
  if (groups === null) total = isAnyTime ? countRuns(connection) : countInRange(connection, range, COUNTED);
  else if (isAnyTime) total = runsOf(groups);
  else {
    for (const { no } of groups) {
      total += countInGroup(connection, no, range);
      if (total > COUNTED) break;
    }
  }
  return total > COUNTED ? null : total;
}

/** Runs in a range of time, counted up to one more than `most`. */
function countInRange({ value }: Connection, { first, end }: SeqRange, most: number): number {
  const count = value<number>(
    'SELECT count(*) FROM (SELECT 1 FROM runs NOT INDEXED WHERE seq >= ? AND seq < ? LIMIT ?)',
  );
  return count.get(first, end, most + 1) ?? 0;
}

function countInGroup({ value }: Connection, group: number, { first, end }: SeqRange): number {
  const count = value<number>(
    'SELECT count(*) FROM (SELECT 1 FROM runs WHERE group_no = ? AND seq >= ? AND seq < ? LIMIT ?)',
  );
  return count.get(group, first, end, COUNTED + 1) ?? 0;
}

const runsOf = (groups: RunGroup[]): number => groups.reduce((sum, { runs }) => sum + runs, 0);
