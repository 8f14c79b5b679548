// What a request for a page comes to before any run is read: the order, and how much the filter lets through, which is
// known beforehand and for nothing (run_groups). Knows no way of reading.
import type { RunFilter, RunSort } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import type { FoundRuns } from '../search/text-search.ts';
import { countRuns, filtersGroups, matchingGroups, type RunGroup } from '../tables/run-groups.ts';
import { SEQ_END, seqRange, type SeqRange } from '../tables/run-order.ts';
import type { Place } from './cursor.ts';
import { orderOf, type Order } from './orders.ts';

/** Where one way of reading begins to cost more than another. They change how long a page takes, not what it holds. */
export type PageCosts = {
  /** Runs, lying anywhere, that are few enough to be fetched and sorted at once. */
  few: number;
  /** The same for runs that lie side by side in time. */
  fewInRange: number;
  /** So many groups can be merged for less than any other way costs. */
  fewGroups: number;
  /** A filter that lets through one run in so many is met soon enough by walking over all. */
  oneIn: number;
  /** Runs found by their text that are kept as numbers; beyond, each candidate is looked up in the text index. */
  gathered: number;
  /** Rows that are walked in the hope of a page before another way is taken; and with a look-up for each. */
  patience: number;
  patienceWithLookups: number;
};

/** Measured on a million runs: each choice costs a few milliseconds at its limit. */
export const usualCosts: PageCosts = {
  few: 4_000,
  fewInRange: 20_000,
  fewGroups: 512,
  oneIn: 32,
  gathered: 100_000,
  patience: 8_000,
  patienceWithLookups: 400,
};

/** Beyond this many runs a page says no total. */
const COUNTED = 10_000;

export type Plan = {
  order: Order;
  range: SeqRange;
  isAnyTime: boolean;
  /** Where the page before ended. */
  after: Place | null;
  /** The groups that the filter lets through; all of them are read only when they are needed. */
  groups(): RunGroup[];
  isAnyGroup: boolean;
  /** `null`: no text is asked for. */
  found: FoundRuns | null;
  costs: PageCosts;
};

type Asked = { filter: RunFilter; sort: RunSort; after: Place | null; costs: PageCosts };

export function createPlan(connection: Connection, found: FoundRuns | null, asked: Asked): Plan {
  const { filter, sort, after, costs } = asked;
  const range = seqRange(filter);
  let groups: RunGroup[] | null = null;
  return {
    order: orderOf(sort),
    range,
    isAnyTime: range.first === 0 && range.end === SEQ_END,
    after,
    groups: () => (groups ??= matchingGroups(connection, filter)),
    isAnyGroup: !filtersGroups(filter),
    found,
    costs,
  };
}

/** How many runs the plan lets through; `null` beyond `COUNTED`. */
export function totalOf(connection: Connection, plan: Plan): number | null {
  const total = countUpTo(connection, plan, COUNTED);
  return total > COUNTED ? null : total;
}

function countUpTo(connection: Connection, plan: Plan, most: number): number {
  const { found, isAnyTime, isAnyGroup, range } = plan;
  if (found) return found.all(most)?.length ?? most + 1;
  if (isAnyTime) return isAnyGroup ? countRuns(connection) : runsOf(plan.groups());
  if (isAnyGroup) return countInRange(connection, range, most);
  let total = 0;
  for (const { no } of plan.groups()) {
    total += countInGroup(connection, no, range, most);
    if (total > most) break;
  }
  return total;
}

/** Runs in a range of time, counted up to one more than `most`. */
export function countInRange({ value }: Connection, { first, end }: SeqRange, most: number): number {
  const count = value<number>(
    'SELECT count(*) FROM (SELECT 1 FROM runs NOT INDEXED WHERE seq >= ? AND seq < ? LIMIT ?)',
  );
  return count.get(first, end, most + 1) ?? 0;
}

function countInGroup({ value }: Connection, group: number, { first, end }: SeqRange, most: number): number {
  const count = value<number>(`
    SELECT count(*) FROM (
      SELECT 1 FROM runs INDEXED BY runs_by_group WHERE group_no = ? AND seq >= ? AND seq < ? LIMIT ?)`);
  return count.get(group, first, end, most + 1) ?? 0;
}

/** Runs of all these groups. */
export const runsOf = (groups: RunGroup[]): number => groups.reduce((sum, { runs }) => sum + runs, 0);
