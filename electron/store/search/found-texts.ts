// Runs that the text index finds by the words of their errors and logs, with the words of their names where a search
// has several. Filters by facts are part of the question to the index. Knows no order but that of time.
import type { RunFilter } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import { DOCUMENTS_PER_RUN, SEQ_END, seqRange } from '../tables/run-order.ts';
import { hasLongRuns, longRunsAmong, longRunsWith } from './long-runs.ts';
import { documentRowid, factWord, LONG } from './run-document.ts';
import { termQuery, type Term } from './words.ts';

export type FoundTexts = {
  /** All their numbers, ascending; `null` when there are more than `most`. */
  all(most: number): number[] | null;
  /** Makes every further `has` cheap. Costs some 0.2 µs for every run found. */
  gather(): void;
  /** Looks one run up; some 30 µs before `gather`. */
  has(seq: number): boolean;
  /** False when a look-up costs as much as finding all: the index has no place to look up the beginning of a word. */
  hasIsCheap: boolean;
  /** Their numbers in the order of time, beyond `after` (exclusive; `null` from the start). */
  inTime(descending: boolean, after: number | null, among?: Among): Iterable<number>;
};

/** A value that all runs of a part of the list share: as a fact, and as a column of `runs`. */
export type Among = { fact: string; column: 'state_rank' | 'strategy_key' | 'target_key'; key: string | number };

type Asked = { filter: RunFilter; terms: Term[]; named: RunGroup[]; nameQueries: (string | null)[] };

const LARGEST_BATCH = 4_096;
const SEQ = `rowid / ${DOCUMENTS_PER_RUN}`;
/** Keeps to the documents of whole runs; the chunks of long logs are looked at apart. */
const RUNS_FOUND = `
  FROM run_text WHERE run_text MATCH ? AND rowid BETWEEN ? AND ? AND rowid & ${DOCUMENTS_PER_RUN - 1} = 0`;

/** Finds what `named` has not: runs of those groups are left out. */
export function foundTexts(connection: Connection, asked: Asked): FoundTexts {
  const { value } = connection;
  const { first, end } = seqRange(asked.filter);
  const termQueries = termQueriesOf(asked);
  const areLong = hasLongRuns(connection);
  const long = areLong ? longRunsWith(connection, { ...asked, queries: termQueries }) : [];
  const query = questionOf(asked, termQueries, areLong);
  let read: { seqs: number[]; most: number } | null = null;

  const between = (lowest: number, beyond: number, fact?: string): [string, bigint, bigint] => [
    fact === undefined ? query : `facts : ${fact} AND (${query})`,
    documentRowid(Math.max(first, lowest), 0),
    documentRowid(Math.min(end, beyond), 0) - 1n,
  ];

  /** Runs but for the long ones: either all of them, or one more than `most`. */
  function upTo(most: number): number[] {
    if (read === null || (read.seqs.length > read.most && most > read.most)) {
      read = { seqs: value<number>(`SELECT ${SEQ} ${RUNS_FOUND} LIMIT ?`).all(...between(0, SEQ_END), most + 1), most };
    }
    return read.seqs;
  }

  /** The same if all are known. */
  const allRead = (): number[] | null => (read !== null && read.seqs.length <= read.most ? read.seqs : null);

  function* inTime(descending: boolean, after: number | null, among?: Among): Generator<number> {
    const rest = among === undefined ? [...long] : longRunsAmong(connection, long, among.column, among.key);
    if (descending) rest.reverse();
    const isBefore = (a: number, b: number): boolean => (descending ? a > b : a < b);
    if (after !== null) while (rest[0] !== undefined && !isBefore(after, rest[0])) rest.shift();
    for (const seq of documentsInTime(descending, after, among?.fact)) {
      while (rest[0] !== undefined && isBefore(rest[0], seq)) yield rest.shift() as number;
      yield seq;
    }
    yield* rest;
  }

  /** In batches: no statement stays open when the reader has its page. */
  function* documentsInTime(descending: boolean, after: number | null, fact?: string): Generator<number> {
    const known = fact === undefined ? allRead() : null;
    if (known) {
      yield* beyondIn(known, descending, after);
      return;
    }
    const next = value<number>(`SELECT ${SEQ} ${RUNS_FOUND} ORDER BY rowid ${descending ? 'DESC' : 'ASC'} LIMIT ?`);
    let last = after;
    for (let size = 128; ; size = Math.min(size * 4, LARGEST_BATCH)) {
      const [lowest, beyond] = last === null ? [0, SEQ_END] : descending ? [0, last] : [last + 1, SEQ_END];
      const batch = next.all(...between(lowest, beyond, fact), size);
      yield* batch;
      if (batch.length < size) return;
      last = batch.at(-1) ?? null;
    }
  }

  return {
    all(most) {
      const seqs = upTo(most);
      return seqs.length + long.length > most ? null : united(seqs, long);
    },
    inTime,
    hasIsCheap: !asked.terms.some(({ beginning }) => beginning),
    gather: () => void upTo(Number.MAX_SAFE_INTEGER - 1),
    has(seq) {
      const known = allRead();
      if (isAmong(long, seq)) return true;
      if (known) return isAmong(known, seq);
      return value(`SELECT 1 ${RUNS_FOUND}`).get(...between(seq, seq + 1)) !== undefined;
    },
  };
}

/** Where the terms may stand. A run with its only term in a name is among `named`. */
function termQueriesOf({ terms, nameQueries }: Asked): string[] {
  return terms.map((term, index) => {
    const inText = `{errors log} : ${termQuery(term)}`;
    const inName = terms.length === 1 ? null : nameQueries[index];
    return inName ? `(${inText} OR facts : ${inName})` : `(${inText})`;
  });
}

/** The question to the index about documents that are whole runs. */
function questionOf({ filter, named, nameQueries }: Asked, termQueries: string[], areLong: boolean): string {
  const wanted = [...factQueries(filter), ...termQueries].join(' AND ');
  const unwanted = areLong ? [`facts : ${LONG}`] : [];
  if (named.length > 0) unwanted.push(`(${nameQueries.map((inName) => `facts : ${inName}`).join(' AND ')})`);
  return unwanted.length === 0 ? wanted : `(${wanted}) NOT (${unwanted.join(' OR ')})`;
}

function factQueries(filter: RunFilter): string[] {
  const oneOf = (words: string[]): string[] => (words.length === 0 ? [] : [`facts : (${words.join(' OR ')})`]);
  return [
    ...oneOf(filter.targetIds.map(factWord.targetId)),
    ...oneOf(filter.strategyIds.map(factWord.strategyId)),
    ...oneOf(filter.states.map(factWord.state)),
    ...oneOf(filter.triggers.map(factWord.trigger)),
  ];
}

/** Both ascending lists, which have nothing in common, as one. */
function united(a: number[], b: number[]): number[] {
  return b.length === 0 ? a : [...a, ...b].sort((x, y) => x - y);
}

/** An ascending list from a place on, in either direction. */
function* beyondIn(ascending: number[], descending: boolean, after: number | null): Generator<number> {
  const step = descending ? -1 : 1;
  const first = descending ? ascending.length - 1 : 0;
  let at = after === null ? first : descending ? firstFrom(ascending, after) - 1 : firstFrom(ascending, after + 1);
  for (; at >= 0 && at < ascending.length; at += step) yield ascending[at] as number;
}

/** Whether an ascending list has the number. */
function isAmong(ascending: number[], wanted: number): boolean {
  return ascending[firstFrom(ascending, wanted)] === wanted;
}

/** Index of the first number that is not less. */
function firstFrom(ascending: number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
