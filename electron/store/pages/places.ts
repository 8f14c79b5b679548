// Streams of runs in a wanted order, read from the indexes in small batches: over all runs, or over a few groups
// merged. None of them reads more than its reader takes, but for a batch.
import type { Bound, Connection } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import { SEQ_END, type SeqRange } from '../tables/run-order.ts';
import type { Place } from './cursor.ts';
import { compareKeys, comparePlaces, orderBy, type Order } from './orders.ts';
import { numbersOf } from './run-tables.ts';

const ALL: SeqRange = { first: 0, end: SEQ_END };
const LARGEST_BATCH = 1_024;
const LONGEST_WALK = 4_096;

/** What a walk lets through; `groups: null` is any. */
export type Sieve = { range: SeqRange; groups: RunGroup[] | null };

/**
 * Walks over all runs and keeps those that the sieve lets through. Gives up after some `patience` rows.
 * @returns where it gave up; `null` at the end of the list.
 */
export function* walk(
  connection: Connection,
  order: Order,
  { range, groups }: Sieve,
  after: Place | null,
  patience: number,
): Generator<Place, Place | null> {
  const within = order.column === 'seq' ? range : ALL;
  const among = groups === null ? null : numbersOf(groups);
  let last = after;
  let looked = 0;
  for (let size = 128; ; size = Math.min(size * 2, LONGEST_WALK)) {
    let end: Place | undefined;
    for (const stretch of stretches(order, within, last)) {
      yield* step(connection, order, { stretch, size, range, among });
      end = endOf(connection, order, stretch, size);
      if (end) break;
    }
    if (!end) return null;
    last = pastRange(order, range, end);
    looked += size;
    if (looked >= patience) return last;
  }
}

type Step = { stretch: Stretch; size: number; range: SeqRange; among: string | null };

/** What is let through of the next `size` rows. SQLite looks at five rows in the time it takes to hand one out. */
function step({ sql }: Connection, order: Order, { stretch: { text, bound }, size, range, among }: Step): Place[] {
  const { column, overAll } = order;
  const isAmong = among === null ? '' : 'AND group_no IN (SELECT value FROM json_each(?))';
  return sql<Place>(`
    SELECT ${column} AS key, seq FROM (
      SELECT ${column}, seq, group_no FROM runs ${overAll} WHERE ${text} ${orderBy(order)} LIMIT ?)
    WHERE seq >= ? AND seq < ? ${isAmong} ${orderBy(order)}`).all(
    ...bound,
    size,
    range.first,
    range.end,
    ...(among === null ? [] : [among]),
  );
}

/** The last of the next `size` rows; undefined when there are fewer. */
function endOf({ sql }: Connection, order: Order, { text, bound }: Stretch, size: number): Place | undefined {
  const { column, overAll } = order;
  return sql<Place>(`
    SELECT ${column} AS key, seq FROM runs ${overAll} WHERE ${text} ${orderBy(order)} LIMIT 1 OFFSET ?`).get(
    ...bound,
    size - 1,
  );
}

/** Rows of one key lie in the order of time: those before the range, or behind it, are passed over in one leap. */
function pastRange({ column, descending }: Order, { first, end }: SeqRange, { key, seq }: Place): Place {
  if (column === 'seq') return { key, seq };
  if (descending) return { key, seq: seq >= end ? end : seq < first ? -1 : seq };
  return { key, seq: seq < first ? first - 1 : seq >= end ? SEQ_END : seq };
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
export function* merged(order: Order, sources: Generator<Place>[]): Generator<Place> {
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
