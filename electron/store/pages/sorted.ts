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
  const places = runs.map((run) => ({
    key: column === 'duration_key' ? run.duration_key : column === 'bytes_key' ? run.bytes_key : run.seq,
    seq: run.seq,
  }));
  return sortedPlaces(order, places, after);
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
  const keys = new Map(groups.map((group) => [group.no, order.keyOfGroup(group)]));
  const byKey = new Map<string | number, Place[]>();
  for (const { seq, group } of runs) {
    const key = keys.get(group) ?? null;
    if (key === null) continue;
    const alike = byKey.get(key);
    if (alike) alike.push({ key, seq });
    else byKey.set(key, [{ key, seq }]);
  }
  const sign = order.descending ? -1 : 1;
  for (const [key, alike] of [...byKey].sort(([a], [b]) => sign * compareKeys(a, b))) {
    const toAfter = after === null ? 1 : sign * compareKeys(key, after.key);
    if (toAfter >= 0) yield* sortedPlaces(order, alike, toAfter === 0 ? after : null);
  }
}

/** As `sortedByColumn`, of places at hand: passes over most of them once for a page. */
function* sortedPlaces(order: Order, places: Place[], after: Place | null): Generator<Place> {
  let last = after;
  for (let size = SORTED_AT_ONCE; ; size *= 2) {
    const batch = firstOf(order, places, last, size);
    yield* batch;
    if (batch.length < size) return;
    last = batch.at(-1) ?? null;
  }
}

/** The first places beyond `after`, in order: keeps a few times as many as are wanted, and throws the rest away. */
function firstOf(order: Order, places: Place[], after: Place | null, count: number): Place[] {
  const compare = (a: Place, b: Place): number => comparePlaces(order, a, b);
  let best: Place[] = [];
  let worst: Place | null = null;
  for (const place of places) {
    if (after !== null && compare(place, after) <= 0) continue;
    if (worst !== null && compare(place, worst) >= 0) continue;
    best.push(place);
    if (best.length < 4 * count) continue;
    best = best.sort(compare).slice(0, count);
    worst = best.at(-1) ?? null;
  }
  return best.sort(compare).slice(0, count);
}
