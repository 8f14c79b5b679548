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
/** More than a page has, so that most pages sort once. */
const SORTED_AT_ONCE = 128;

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
    const batch: GroupedPlace[] = [];
    for (const { text, bound } of stretches(order, column === 'seq' ? range : ALL, last)) {
      if (batch.length === size) break;
      batch.push(
        ...sql<GroupedPlace>(`
          SELECT ${column} AS key, seq, group_no AS "group" FROM runs ${order.overAll}
          WHERE ${text} ${orderBy(order)} LIMIT ?`).all(...bound, size - batch.length),
      );
    }
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

/** How many groups `mergeGroups` looks into before its first run, at worst. */
export function mergedAtOnce(order: Order, groups: RunGroup[]): number {
  return Math.max(0, ...groupsByKey(order, groups, null).map((alike) => alike.length));
}

/** The runs of a set of numbers, sorted anew for every batch. */
export function sortSeqs(connection: Connection, order: Order, seqs: number[], after: Place | null): Generator<Place> {
  const from = 'json_each(?) j CROSS JOIN runs ON seq = j.value';
  return sortedBatches(connection, order, { from, bound: [JSON.stringify(seqs)] }, after);
}

/** The runs of a set of groups that together hold few, sorted anew for every batch. */
export function sortGroups(
  connection: Connection,
  order: Order,
  range: SeqRange,
  groups: RunGroup[],
  after: Place | null,
): Generator<Place> {
  const from = 'json_each(?) j CROSS JOIN runs ON group_no = j.value AND +seq >= ? AND +seq < ?';
  return sortedBatches(connection, order, { from, bound: [numbersOf(groups), range.first, range.end] }, after);
}

/** The runs of a set of groups in a range of time that holds few, sorted anew for every batch. */
export function sortRange(
  connection: Connection,
  order: Order,
  range: SeqRange,
  groups: RunGroup[],
  after: Place | null,
): Generator<Place> {
  const from = `(
    SELECT * FROM runs NOT INDEXED WHERE seq >= ? AND seq < ? AND group_no IN (SELECT value FROM json_each(?)))`;
  return sortedBatches(connection, order, { from, bound: [range.first, range.end, numbersOf(groups)] }, after);
}

function* sortedBatches(
  { sql }: Connection,
  order: Order,
  { from, bound }: { from: string; bound: Bound[] },
  after: Place | null,
): Generator<Place> {
  const { column, descending } = order;
  let last = after;
  for (;;) {
    const beyond = last === null ? '1' : `(${column}, seq) ${descending ? '<' : '>'} (?, ?)`;
    const batch = sql<Place>(`
      SELECT ${column} AS key, seq FROM ${from} WHERE ${beyond} ${orderBy(order)} LIMIT ?`).all(
      ...bound,
      ...(last === null ? [] : [last.key, last.seq]),
      SORTED_AT_ONCE,
    );
    yield* batch;
    if (batch.length < SORTED_AT_ONCE) return;
    last = batch.at(-1) ?? null;
  }
}

const numbersOf = (groups: RunGroup[]): string => JSON.stringify(groups.map(({ no }) => no));

/** Groups of equal key together, in order; those before `after` left out. Groups without a common key are one batch. */
export function groupsByKey(order: Order, groups: RunGroup[], after: Place | null): RunGroup[][] {
  const byKey = new Map<string | number | null, RunGroup[]>();
  for (const group of groups) {
    const key = order.keyOfGroup(group);
    const alike = byKey.get(key);
    if (alike) alike.push(group);
    else byKey.set(key, [group]);
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
  const own: Order = key === null ? order : { ...order, column: 'seq' };
  const isPast = key !== null && after !== null && compareKeys(key, after.key) !== 0;
  let last = isPast || after === null ? null : key === null ? after : { key: after.seq, seq: after.seq };
  for (let size = 8; ; size = Math.min(size * 4, LARGEST_BATCH)) {
    const batch: Place[] = [];
    for (const { text, bound } of stretches(own, range, last)) {
      if (batch.length === size) break;
      batch.push(
        ...sql<Place>(`
          SELECT ${own.column} AS key, seq FROM runs ${order.inGroup}
          WHERE group_no = ? AND ${text} ${orderBy(own)} LIMIT ?`).all(group.no, ...bound, size - batch.length),
      );
    }
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

type Stretch = { text: string; bound: Bound[] };

/**
 * What lies beyond a place, as one or two stretches of an index: the rest of its key, then all further keys. Comparing
 * pairs, `(key, seq) > (?, ?)`, would say so at once; but where the second half is the rowid SQLite seeks by the first
 * alone, and passes over every run of the same key: most of a million, where the key is a state.
 *
 * `range` is told by `seq`, which leads no index but that of time: elsewhere it must not tempt the planner.
 */
function stretches({ column, descending }: Order, range: SeqRange, after: Place | null): Stretch[] {
  if (column === 'seq') {
    const first = after === null || descending ? range.first : Math.max(range.first, after.seq + 1);
    const end = after === null || !descending ? range.end : Math.min(range.end, after.seq);
    return [{ text: 'seq >= ? AND seq < ?', bound: [first, end] }];
  }
  const within = '+seq >= ? AND +seq < ?';
  const limits = [range.first, range.end];
  if (after === null) return [{ text: within, bound: limits }];
  const further = descending ? '<' : '>';
  return [
    { text: `${column} = ? AND seq ${further} ? AND ${within}`, bound: [after.key, after.seq, ...limits] },
    { text: `${column} ${further} ? AND ${within}`, bound: [after.key, ...limits] },
  ];
}

function orderBy({ column, descending }: Order): string {
  const direction = descending ? 'DESC' : 'ASC';
  return column === 'seq' ? `ORDER BY seq ${direction}` : `ORDER BY ${column} ${direction}, seq ${direction}`;
}
