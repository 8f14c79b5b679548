// Which runs contain the words of a search: in their names, their errors or anywhere in their log. Filters by facts
// ride along in the index, so what comes out needs no more filtering. Knows no order but that of time.
import type { RunFilter } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import { DOCUMENTS_PER_RUN, SEQ_END, seqRange } from '../tables/run-order.ts';
import { groupConditions } from '../tables/run-groups.ts';
import { documentRowid, factWord, LONG } from './run-document.ts';
import { termQuery, termsOf, type Term } from './words.ts';

/** Runs found by their text. */
export type FoundRuns = {
  /** Their numbers, ascending; `null` when there are more than were asked for. */
  all(most: number): number[] | null;
  /** Looks one run up; far from free unless `all` has answered. */
  has(seq: number): boolean;
  /** False when a look-up costs as much as finding all: the index has no place to look up the beginning of a word. */
  hasIsCheap: boolean;
  /** Their numbers in the order of time, beyond `after` (exclusive; `null` from the start). */
  inTime(descending: boolean, after: number | null, among?: Among): Iterable<number>;
};

/** A value that all runs of a part of the list share: as a fact, and as a column of `runs`. */
export type Among = { fact: string; column: 'state_rank' | 'strategy_key' | 'target_key'; key: string | number };

export type TextSearch = {
  /** @returns `null` when the filter's text has no words: then it restricts nothing. */
  search(filter: RunFilter): FoundRuns | null;
  /** Forgets what was found: something was written. */
  forget(): void;
};

/** Keeps to the documents of whole runs; the chunks of long logs are looked at apart. */
const RUNS_FOUND = `
  FROM run_text WHERE run_text MATCH ? AND rowid BETWEEN ? AND ? AND rowid & ${DOCUMENTS_PER_RUN - 1} = 0`;
const SEQ = `rowid / ${DOCUMENTS_PER_RUN}`;

export function createTextSearch(connection: Connection): TextSearch {
  // A reader pages, sorts and pages again through one and the same search.
  let last: { key: string; version: number; found: FoundRuns } | null = null;
  const version = (): number => connection.database.pragma('data_version', { simple: true }) as number;

  return {
    search(filter) {
      const terms = termsOf(filter.text);
      if (terms.length === 0) return null;
      const key = JSON.stringify(filter);
      if (last?.key !== key || last.version !== version()) {
        last = { key, version: version(), found: foundRuns(connection, filter, terms) };
      }
      return last.found;
    },
    forget() {
      last = null;
    },
  };
}

function foundRuns(connection: Connection, filter: RunFilter, terms: Term[]): FoundRuns {
  const { value } = connection;
  const query = [...factQueries(filter), `{names log} : (${terms.map(termQuery).join(' AND ')})`].join(' AND ');
  const { first, end } = seqRange(filter);
  const long = longRuns(connection, filter, terms);
  let gathered: { seqs: number[]; most: number } | null = null;

  const between = (lowest: number, beyond: number, fact?: string): [string, bigint, bigint] => [
    fact === undefined ? query : `facts : ${fact} AND ${query}`,
    documentRowid(Math.max(first, lowest), 0),
    documentRowid(Math.min(end, beyond), 0) - 1n,
  ];

  function all(most: number): number[] | null {
    // What was gathered is either everything, or everything up to a limit that was too low.
    if (!gathered || (gathered.seqs.length > gathered.most && most > gathered.most)) {
      const found = value<number>(`SELECT ${SEQ} ${RUNS_FOUND} LIMIT ?`).all(...between(0, SEQ_END), most + 1);
      gathered = { seqs: united(found, long), most };
    }
    return gathered.seqs.length > most ? null : gathered.seqs;
  }

  function* inTime(descending: boolean, after: number | null, among?: Among): Generator<number> {
    const [lowest, beyond] = after === null ? [0, SEQ_END] : descending ? [0, after] : [after + 1, SEQ_END];
    const found = value<number>(`SELECT ${SEQ} ${RUNS_FOUND} ORDER BY rowid ${descending ? 'DESC' : 'ASC'}`);
    const rest = longAmong(connection, long, among).filter((seq) => seq >= lowest && seq < beyond);
    if (descending) rest.reverse();
    const isBefore = (a: number, b: number): boolean => (descending ? a > b : a < b);
    for (const seq of found.iterate(...between(lowest, beyond, among?.fact))) {
      while (rest[0] !== undefined && isBefore(rest[0], seq)) yield rest.shift() as number;
      if (rest[0] === seq) rest.shift();
      yield seq;
    }
    yield* rest;
  }

  return {
    all,
    inTime,
    hasIsCheap: !terms.some(({ beginning }) => beginning),
    has(seq) {
      if (gathered && gathered.seqs.length <= gathered.most) return isAmong(gathered.seqs, seq);
      return isAmong(long, seq) || value(`SELECT 1 ${RUNS_FOUND}`).get(...between(seq, seq + 1)) !== undefined;
    },
  };
}

/**
 * Runs with a long log that contain every term, wherever in it: one word at the start of the log, the other half a
 * million lines below. There are few such runs, so they are filtered one by one.
 */
function longRuns({ value }: Connection, filter: RunFilter, terms: Term[]): number[] {
  if (value('SELECT 1 FROM run_logs WHERE long = 1 LIMIT 1').get() === undefined) return [];
  let found: number[] | null = null;
  for (const term of terms) {
    const withTerm = value<number>(`SELECT DISTINCT ${SEQ} FROM run_text WHERE run_text MATCH ?`).all(
      `facts : ${LONG} AND {names log} : ${termQuery(term)}`,
    );
    found = found === null ? withTerm : found.filter((seq) => isAmong(withTerm, seq));
    if (found.length === 0) return [];
  }
  const { conditions, bound } = groupConditions(filter);
  const { first, end } = seqRange(filter);
  return value<number>(`
    SELECT r.seq FROM json_each(?) j CROSS JOIN runs r ON r.seq = j.value JOIN run_groups g ON g.no = r.group_no
    WHERE r.log_sealed = 1 AND r.seq >= ? AND r.seq < ? AND ${conditions.join(' AND ')}
    ORDER BY r.seq`).all(JSON.stringify(found), first, end, ...bound);
}

/** Those long runs that share the value. */
function longAmong({ value }: Connection, long: number[], among: Among | undefined): number[] {
  if (among === undefined || long.length === 0) return [...long];
  return value<number>(`
    SELECT seq FROM json_each(?) j CROSS JOIN runs ON seq = j.value WHERE ${among.column} = ? ORDER BY seq`).all(
    JSON.stringify(long),
    among.key,
  );
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

/** Both ascending lists as one. */
function united(a: number[], b: number[]): number[] {
  if (b.length === 0) return a;
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** Whether an ascending list has the number. */
function isAmong(ascending: number[], wanted: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted;
}
