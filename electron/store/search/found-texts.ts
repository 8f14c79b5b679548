// Runs that the text index finds by the words of their errors and logs, with the words of their names where a search
// has several. Filters by facts are part of the question to the index. Knows no order but that of time.
import { OWN_WORKSTATION, type RunFilter } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import { DOCUMENTS_PER_RUN, SEQ_END, seqRange } from '../tables/run-order.ts';
import { hasLongRuns, longRunsAmong, longRunsWith } from './long-runs.ts';
import { documentRowid, factWord, LONG } from './run-document.ts';
import { termQuery, type Term } from './words.ts';

export type FoundTexts = {
  /** How many there are; counted no further than `most` and one. Costs a fifth of reading their numbers. */
  count(most: number): number;
  /** All of them with what they are sorted by, read once for every order; `null` when there are more than `most`. */
  keys(most: number): RunKeys[] | null;
  /** Makes every further `has` cheap. Costs some 0.2 µs for every run found. */
  gather(): void;
  /** Looks one run up; some 30 µs before `gather`. */
  has(seq: number): boolean;
  /** False when a look-up costs as much as finding all: the index has no place to look up the beginning of a word. */
  hasIsCheap: boolean;
  /** Their numbers in the order of time, beyond `after` (exclusive; `null` from the start). */
  inTime(descending: boolean, after: number | null, among?: Among): Iterable<number>;
};

/** What a run is sorted by: itself, or as its group says. */
export type RunKeys = { seq: number; group: number; duration_key: number; bytes_key: number };

/** A value that all runs of a part of the list share: as a fact, and as a column of `runs`. */
export type Among = { fact: string; column: 'state_rank' | 'strategy_key' | 'target_key'; key: string | number };

type Asked = { filter: RunFilter; terms: Term[]; named: RunGroup[]; nameQueries: (string | null)[] };

const LARGEST_BATCH = 4_096;
const SEQ = `rowid / ${DOCUMENTS_PER_RUN}`;
/** Keeps to the documents of whole runs; the chunks of long logs are looked at apart. */
const RUNS_FOUND = `
  FROM run_text WHERE run_text MATCH ? AND rowid BETWEEN ? AND ? AND rowid & ${DOCUMENTS_PER_RUN - 1} = 0`;

const SELECT_KEYS = 'SELECT runs.seq, group_no AS "group", duration_key, bytes_key FROM';

/** What was read when at most so many were wanted: more rows than that may not be all. */
type Known<Row> = { rows: Row[]; most: number };

const suffices = <Row>(known: Known<Row> | null, most: number): known is Known<Row> =>
  known !== null && (known.rows.length <= known.most || most <= known.most);

/** Finds what `named` has not: runs of those groups are left out. */
export function foundTexts(connection: Connection, asked: Asked): FoundTexts {
  const { sql, value } = connection;
  const { first, end } = seqRange(asked.filter);
  const termQueries = termQueriesOf(asked);
  const areLong = hasLongRuns(connection);
  const long = areLong ? longRunsWith(connection, { ...asked, queries: termQueries }) : [];
  const query = questionOf(asked, termQueries, areLong, otherWorkstations(connection, asked.filter));
  /** All runs but for the long ones, ascending, once they are known. */
  let seqs: number[] | null = null;
  let readKeys: Known<RunKeys> | null = null;
  let counted: { count: number; most: number } | null = null;

  const between = (lowest: number, beyond: number, fact?: string): [string, bigint, bigint] => [
    fact === undefined ? query : `facts : ${fact} AND (${query})`,
    documentRowid(Math.max(first, lowest), 0),
    documentRowid(Math.min(end, beyond), 0) - 1n,
  ];

  function keysUpTo(most: number): RunKeys[] {
    if (!suffices(readKeys, most)) {
      const rows = sql<RunKeys>(`
        ${SELECT_KEYS} (
          SELECT * FROM (SELECT ${SEQ} AS seq ${RUNS_FOUND} LIMIT ?) UNION ALL SELECT value FROM json_each(?)) f
        CROSS JOIN runs INDEXED BY runs_by_time ON runs.seq = f.seq`).all(
        ...between(0, SEQ_END),
        most + 1,
        JSON.stringify(long),
      );
      readKeys = { rows, most };
      if (rows.length <= most) seqs = rows.slice(0, rows.length - long.length).map(({ seq }) => seq);
    }
    return readKeys.rows;
  }

  function count(most: number): number {
    if (seqs !== null) return seqs.length + long.length;
    if (readKeys !== null && readKeys.rows.length > most) return most + 1;
    if (counted === null || (counted.count > counted.most && most > counted.most)) {
      const upTo = value<number>(`SELECT count(*) FROM (SELECT 1 ${RUNS_FOUND} LIMIT ?)`);
      counted = { count: (upTo.get(...between(0, SEQ_END), most + 1) ?? 0) + long.length, most };
    }
    return counted.count;
  }

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
    if (fact === undefined && seqs !== null) {
      yield* beyondIn(seqs, descending, after);
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
    count,
    keys(most) {
      const rows = keysUpTo(most);
      return rows.length > most ? null : rows;
    },
    inTime,
    hasIsCheap: !asked.terms.some(({ beginning }) => beginning),
    gather() {
      seqs ??= value<number>(`SELECT ${SEQ} ${RUNS_FOUND}`).all(...between(0, SEQ_END));
    },
    has(seq) {
      if (isAmong(long, seq)) return true;
      if (seqs !== null) return isAmong(seqs, seq);
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
function questionOf(
  { filter, named, nameQueries }: Asked,
  termQueries: string[],
  areLong: boolean,
  others: string[],
): string {
  const wanted = [...factQueries(filter), ...termQueries].join(' AND ');
  const unwanted = [...(areLong ? [LONG] : []), ...others.map(factWord.workstation)].map((word) => `facts : ${word}`);
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
    ...oneOf(filter.workstationIds.includes(OWN_WORKSTATION) ? [] : filter.workstationIds.map(factWord.workstation)),
  ];
}

/** Own runs have no word that says so: where they are wanted, others are left out. */
function otherWorkstations({ value }: Connection, { workstationIds }: RunFilter): string[] {
  if (!workstationIds.includes(OWN_WORKSTATION)) return [];
  return value<string>(`
    SELECT DISTINCT workstation_id FROM run_groups WHERE workstation_id NOT IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(workstationIds));
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
