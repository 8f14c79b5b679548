// The runs of a set, sorted on the spot for the page that is wanted: cheap for few of them, and right for any number.
import type { Connection } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import type { Place } from './cursor.ts';
import { compareKeys, comparePlaces, orderBy, type Order } from './orders.ts';
import type { RunTable } from './run-tables.ts';

/** More than a page has, so that most pages sort once. */
const SORTED_AT_ONCE = 128;

/** @param groups at least those that the runs are of. */
export function sorted(
  connection: Connection,
  order: Order,
  table: RunTable,
  groups: () => RunGroup[],
  after: Place | null,
): Iterable<Place> {
  return order.among(0) === null
    ? sortedByColumn(connection, order, table, after)
    : sortedByGroup(connection, order, table, groups(), after);
}

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

/** Where whole groups share their key, a run's group says where it belongs: its row is not read. */
function* sortedByGroup(
  { sql }: Connection,
  order: Order,
  { from, bound }: RunTable,
  groups: RunGroup[],
  after: Place | null,
): Generator<Place> {
  const keys = new Map(groups.map((group) => [group.no, order.keyOfGroup(group)]));
  const byKey = new Map<string | number, number[]>();
  for (const { seq, group } of sql<{ seq: number; group: number }>(`SELECT seq, group_no AS "group" FROM ${from}`).all(
    ...bound,
  )) {
    const key = keys.get(group) ?? null;
    if (key === null) continue;
    const alike = byKey.get(key);
    if (alike) alike.push(seq);
    else byKey.set(key, [seq]);
  }
  const sign = order.descending ? -1 : 1;
  for (const [key, seqs] of [...byKey].sort(([a], [b]) => sign * compareKeys(a, b))) {
    if (after !== null && sign * compareKeys(key, after.key) < 0) continue;
    for (const seq of seqs.sort((a, b) => sign * (a - b))) {
      const place = { key, seq };
      if (after === null || comparePlaces(order, place, after) > 0) yield place;
    }
  }
}
