// The runs of a set, sorted on the spot for the page that is wanted: cheap for few of them, and right for any number.
import type { Connection } from '../connection.ts';
import type { RunKeys } from '../search/found-texts.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import type { Place } from './cursor.ts';
import { compareKeys, comparePlaces, orderBy, type Order } from './orders.ts';
import type { RunTable } from './run-tables.ts';

/** More than a page has, so that most pages sort once. */
const SORTED_AT_ONCE = 128;

/** The runs of a table. @param groups at least those that the runs are of. */
export function sorted(
  connection: Connection,
  order: Order,
  table: RunTable,
  groups: () => RunGroup[],
  after: Place | null,
): Iterable<Place> {
  if (!isOfGroups(order)) return sortedByColumn(connection, order, table, after);
  const rows = connection.sql<GroupedRun>(`SELECT seq, group_no AS "group" FROM ${table.from}`).all(...table.bound);
  return sortedByGroup(order, rows, groups(), after);
}

/** Runs whose keys are at hand. @param groups as above. */
export function sortedKeys(
  order: Order,
  runs: RunKeys[],
  groups: () => RunGroup[],
  after: Place | null,
): Iterable<Place> {
  if (isOfGroups(order)) return sortedByGroup(order, runs, groups(), after);
  const { column } = order;
  const keyOf = (run: RunKeys): number =>
    column === 'duration_key' ? run.duration_key : column === 'bytes_key' ? run.bytes_key : run.seq;
  return sortedRuns(order, runs, keyOf, after);
}

type GroupedRun = { seq: number; group: number };

/** Whether all runs of a group share what is sorted by. */
const isOfGroups = (order: Order): boolean => order.among(0) !== null;

/** Reads the set anew for every batch: SQLite keeps only the best few while it reads. */
function* sortedByColumn(
  { sql }: Connection,
  order: Order,
  { from, bound }: RunTable,
  after: Place | null,
): Generator<Place> {
  const { column, descending } = order;
  let last = after;
  for (let size = SORTED_AT_ONCE; ; size *= 2) {
    const beyond = last === null ? '1' : `(${column}, seq) ${descending ? '<' : '>'} (?, ?)`;
    const batch = sql<Place>(`
      SELECT ${column} AS key, seq FROM ${from} WHERE ${beyond} ${orderBy(order)} LIMIT ?`).all(
      ...bound,
      ...(last === null ? [] : [last.key, last.seq]),
      size,
    );
    yield* batch;
    if (batch.length < size) return;
    last = batch.at(-1) ?? null;
  }
}

/** A run's group says where it belongs: its row is not read. */
function* sortedByGroup(
  order: Order,
  runs: GroupedRun[],
  groups: RunGroup[],
  after: Place | null,
): Generator<Place> {
  const sign = order.descending ? -1 : 1;
  const byKey = new Map<string | number, GroupedRun[]>();
  const alikeOf = new Map<number, GroupedRun[]>();
  for (const group of groups) {
    const key = order.keyOfGroup(group);
    if (key === null || (after !== null && sign * compareKeys(key, after.key) < 0)) continue;
    const alike = byKey.get(key) ?? [];
    byKey.set(key, alike);
    alikeOf.set(group.no, alike);
  }
  for (const run of runs) alikeOf.get(run.group)?.push(run);
  for (const [key, alike] of [...byKey].sort(([a], [b]) => sign * compareKeys(a, b))) {
    const isStarted = after !== null && compareKeys(key, after.key) === 0;
    yield* sortedRuns(order, alike, () => key, isStarted ? after : null);
  }
}

/** As `sortedByColumn`, of runs at hand: passes over all of them once for a page. */
function* sortedRuns<Run extends GroupedRun>(
  order: Order,
  runs: Run[],
  keyOf: (run: Run) => string | number,
  after: Place | null,
): Generator<Place> {
  const compare = (a: Place, b: Place): number => comparePlaces(order, a, b);
  let last = after;
  for (let size = SORTED_AT_ONCE; ; size *= 2) {
    // Keeps a few times as many as are wanted, and now and then throws away what is too far behind.
    let best: Place[] = [];
    let worst: Place | null = null;
    for (const run of runs) {
      const place = { key: keyOf(run), seq: run.seq };
      if (last !== null && compare(place, last) <= 0) continue;
      if (worst !== null && compare(place, worst) >= 0) continue;
      best.push(place);
      if (best.length < 4 * size) continue;
      best = best.sort(compare).slice(0, size);
      worst = best.at(-1) ?? null;
    }
    best = best.sort(compare).slice(0, size);
    yield* best;
    if (best.length < size) return;
    last = best.at(-1) ?? null;
  }
}
