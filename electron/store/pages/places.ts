// Streams of runs in a wanted order, read from the indexes in small batches: over all runs, over a few groups
// merged, or over a small set sorted on the spot. None of them reads more than its reader takes, but for a batch.
import type { Bound, Connection } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import { SEQ_END, type SeqRange } from '../tables/run-order.ts';
import type { Place } from './cursor.ts';
import { compareKeys, comparePlaces, type Order } from './orders.ts';

const ALL: SeqRange = { first: 0, end: SEQ_END };
/** A place with the group of its run. */
export type GroupedPlace = Place & { group: number };

const LARGEST_BATCH = 1_024;

/**
 * All runs, each with its group, for the reader to filter. Only in the order of time does the range shorten the walk;
 * in any other the reader skips runs outside it, and knows how many.
 */
export function* walk(
  { sql }: Connection,
  order: Order,
  range: SeqRange,
  after: Place | null,
): Generator<GroupedPlace> {
  const { column } = order;
  let last = after;
  for (let size = 128; ; size = Math.min(size * 2, LARGEST_BATCH)) {
    const { text, bound } = condition(order, column === 'seq' ? range : ALL, last);
    const batch = sql<GroupedPlace>(`
      SELECT ${column} AS key, seq, group_no AS "group" FROM runs WHERE ${text} ${orderBy(order)} LIMIT ?`).all(
      ...bound,
      size,
    );
    yield* batch;
    last = batch.at(-1) ?? null;
    if (batch.length < size) return;
  }
}

/** The runs of some groups, merged. Costs a look into each group's index, whatever the groups hold. */
export function* mergeGroups(
  connection: Connection,
  order: Order,
  range: SeqRange,
  groups: RunGroup[],
  after: Place | null,
): Generator<Place> {
  for (const alike of groupsByKey(order, groups, after)) {
    const sources = alike.map((group) => inGroup(connection, order, range, group, after));
    yield* merged(order, sources);
  }
}

/** The runs of a small set of numbers, sorted. */
export function sortSeqs({ sql }: Connection, order: Order, seqs: number[], after: Place | null): Place[] {
  const found = sql<Place>(`
    SELECT ${order.column} AS key, seq FROM json_each(?) j CROSS JOIN runs ON seq = j.value`).all(JSON.stringify(seqs));
  return sorted(order, found, after);
}

/** The runs of a set of groups that together hold few, sorted. */
export function sortGroups(
  { sql }: Connection,
  order: Order,
  range: SeqRange,
  groups: RunGroup[],
  after: Place | null,
): Place[] {
  const found = sql<Place>(`
    SELECT ${order.column} AS key, seq FROM json_each(?) j CROSS JOIN runs ON group_no = j.value
    WHERE seq >= ? AND seq < ?`).all(JSON.stringify(groups.map(({ no }) => no)), range.first, range.end);
  return sorted(order, found, after);
}

/** The runs of a range of time that holds few, sorted, each with its group. */
export function sortRange(
  { sql }: Connection,
  order: Order,
  range: SeqRange,
  after: Place | null,
): GroupedPlace[] {
  const found = sql<GroupedPlace>(`
    SELECT ${order.column} AS key, seq, group_no AS "group" FROM runs NOT INDEXED WHERE seq >= ? AND seq < ?`).all(
    range.first,
    range.end,
  );
  return sorted(order, found, after);
}

function sorted<Found extends Place>(order: Order, found: Found[], after: Place | null): Found[] {
  const rest = after === null ? found : found.filter((place) => comparePlaces(order, place, after) > 0);
  return rest.sort((a, b) => comparePlaces(order, a, b));
}

/** Groups of equal key together, in order; those before `after` left out. Groups without a common key are one batch. */
function groupsByKey(order: Order, groups: RunGroup[], after: Place | null): RunGroup[][] {
  const byKey = new Map<string | number | null, RunGroup[]>();
  for (const group of groups) {
    const key = order.keyOfGroup(group);
    byKey.set(key, [...(byKey.get(key) ?? []), group]);
  }
  const sign = order.descending ? -1 : 1;
  return [...byKey]
    .filter(([key]) => key === null || after === null || sign * compareKeys(key, after.key) >= 0)
    .sort(([a], [b]) => (a === null || b === null ? 0 : sign * compareKeys(a, b)))
    .map(([, alike]) => alike);
}

function* inGroup(
  { sql }: Connection,
  order: Order,
  range: SeqRange,
  group: RunGroup,
  after: Place | null,
): Generator<Place> {
  const key = order.keyOfGroup(group);
  // Runs of one group that share their key lie in the order of time.
  const own: Order = key === null ? order : { ...order, column: 'seq' };
  const isPast = key !== null && after !== null && compareKeys(key, after.key) !== 0;
  let last = isPast || after === null ? null : key === null ? after : { key: after.seq, seq: after.seq };
  for (let size = 8; ; size = Math.min(size * 4, LARGEST_BATCH)) {
    const { text, bound } = condition(own, range, last);
    const batch = sql<Place>(`
      SELECT ${own.column} AS key, seq FROM runs WHERE group_no = ? AND ${text} ${orderBy(own)} LIMIT ?`).all(
      group.no,
      ...bound,
      size,
    );
    for (const place of batch) yield key === null ? place : { key, seq: place.seq };
    last = batch.at(-1) ?? null;
    if (batch.length < size) return;
  }
}

/** Merges streams that are each in order. */
function* merged(order: Order, sources: Generator<Place>[]): Generator<Place> {
  const heads = sources.flatMap((source) => {
    const next = source.next();
    return next.done ? [] : [{ place: next.value, source }];
  });
  while (heads.length > 0) {
    let best = 0;
    for (let i = 1; i < heads.length; i += 1) {
      if (comparePlaces(order, (heads[i] as Head).place, (heads[best] as Head).place) < 0) best = i;
    }
    const head = heads[best] as Head;
    yield head.place;
    const next = head.source.next();
    if (next.done) heads.splice(best, 1);
    else head.place = next.value;
  }
}

type Head = { place: Place; source: Generator<Place> };

function condition(order: Order, range: SeqRange, after: Place | null): { text: string; bound: Bound[] } {
  const { column, descending } = order;
  const text = 'seq >= ? AND seq < ?';
  if (after === null) return { text, bound: [range.first, range.end] };
  if (column === 'seq') {
    const first = descending ? range.first : Math.max(range.first, after.seq + 1);
    return { text, bound: [first, descending ? Math.min(range.end, after.seq) : range.end] };
  }
  const beyond = `(${column}, seq) ${descending ? '<' : '>'} (?, ?)`;
  return { text: `${beyond} AND ${text}`, bound: [after.key, after.seq, range.first, range.end] };
}

function orderBy({ column, descending }: Order): string {
  const direction = descending ? 'DESC' : 'ASC';
  return column === 'seq' ? `ORDER BY seq ${direction}` : `ORDER BY ${column} ${direction}, seq ${direction}`;
}
