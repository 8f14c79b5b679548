// What a request for a page comes to before any run is read: the order, and how much the filter lets through, which is
// counted without reading a run. Knows no way of reading.
import type { RunFilter, RunSort } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import type { FoundRuns } from '../search/text-search.ts';
import { countRuns, filtersGroups, matchingGroups, type RunGroup } from '../tables/run-groups.ts';
import { SEQ_END, seqRange, type SeqRange } from '../tables/run-order.ts';
import type { Place } from './cursor.ts';
import { orderOf, type Order } from './orders.ts';
import { runsInRange, runsInRangeOf, type RunTable } from './run-tables.ts';

/** Where one way of reading begins to cost more than another. They change how long a page takes, not what it holds. */
export type PageCosts = {
  /** Runs, lying anywhere, that are few enough to be sorted for one page. */
  few: number;
  /** So many groups can be merged for less than any other way costs. */
  fewGroups: number;
  /** A look into a group costs as much as sorting so many runs. */
  runsPerGroup: number;
  /** A range of time with so many runs is read through for less than looks into many groups cost. */
  fewInRange: number;
  /** Rows that are walked in the hope of a page before another way is taken. */
  patience: number;
  /** So many candidates are looked up in the text index, and more for each that is found there. */
  lookups: number;
  lookupsForOne: number;
  /** Keys of an order that are asked one by one for runs with the words. */
  keys: number;
};

/** Measured on a million runs: each choice costs a few milliseconds at its limit. */
export const usualCosts: PageCosts = {
  few: 20_000,
  fewGroups: 128,
  runsPerGroup: 128,
  fewInRange: 20_000,
  patience: 12_000,
  lookups: 40,
  lookupsForOne: 4,
  keys: 32,
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
  /** Runs of the groups in the range of time, counted up to one more than `most` or further; texts apart. */
  count(most: number): number;
  /** `null`: no text is asked for. */
  found: FoundRuns | null;
  costs: PageCosts;
};

type Asked = { filter: RunFilter; sort: RunSort; after: Place | null; costs: PageCosts };

export function createPlan(connection: Connection, found: FoundRuns | null, asked: Asked): Plan {
  const { filter, sort, after, costs } = asked;
  const range = seqRange(filter);
  const isAnyTime = range.first === 0 && range.end === SEQ_END;
  const isAnyGroup = !filtersGroups(filter);
  const groups = once(() => matchingGroups(connection, filter));
  const shared = { order: orderOf(sort), range, isAnyTime, after, costs };
  const count = countOf(connection, { ...shared, groups, isAnyGroup });
  return { ...shared, groups, isAnyGroup, count, found };
}

/** The same page of those groups alone, without any text. */
export function planOfGroups(connection: Connection, plan: Plan, groups: RunGroup[]): Plan {
  const own = { ...plan, found: null, groups: () => groups, isAnyGroup: false };
  return { ...own, count: countOf(connection, own) };
}

/** How many runs the plan lets through; `null` beyond `COUNTED`. */
export function totalOf(connection: Connection, plan: Plan): number | null {
  const total = plan.found ? countFound(connection, plan, plan.found) : plan.count(COUNTED);
  return total > COUNTED ? null : total;
}

function countFound(connection: Connection, plan: Plan, { named, texts }: FoundRuns): number {
  const byName = planOfGroups(connection, plan, named).count(COUNTED);
  return byName > COUNTED ? byName : byName + texts.count(COUNTED);
}

/** The runs that a plan without text lets through, in the cheaper of two ways to find them. */
export function tableOf(connection: Connection, plan: Omit<Plan, 'count' | 'found'>): RunTable {
  const { range, isAnyTime, isAnyGroup, costs } = plan;
  if (isAnyGroup) return runsInRange(range, null);
  const groups = plan.groups();
  if (isAnyTime || groups.length <= costs.fewGroups) return runsInRangeOf(groups, range);
  const most = Math.min(groups.length * 8, costs.fewInRange);
  return countIn(connection, runsInRange(range, null), most) <= most
    ? runsInRange(range, groups)
    : runsInRangeOf(groups, range);
}

function countOf(connection: Connection, plan: Omit<Plan, 'count' | 'found'>): (most: number) => number {
  let known: { count: number; most: number } | null = null;
  return (most) => {
    if (plan.isAnyTime) return plan.isAnyGroup ? countRuns(connection) : runsOf(plan.groups());
    if (known === null || (known.count > known.most && most > known.most)) {
      known = { count: countIn(connection, tableOf(connection, plan), most), most };
    }
    return known.count;
  };
}

function countIn({ value }: Connection, { from, bound }: RunTable, most: number): number {
  return value<number>(`SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ?)`).get(...bound, most + 1) ?? 0;
}

/** Runs of all these groups. */
const runsOf = (groups: RunGroup[]): number => groups.reduce((sum, { runs }) => sum + runs, 0);

function once<Value>(find: () => Value): () => Value {
  let found: { value: Value } | null = null;
  return () => (found ??= { value: find() }).value;
}
