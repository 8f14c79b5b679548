// Runs whose log is too long for one document of the text index: there, the words of one search may lie in different
// documents. There are few such runs, so they are looked at one by one.
import type { RunFilter } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import { groupConditions, type RunGroup } from '../tables/run-groups.ts';
import { DOCUMENTS_PER_RUN, seqRange } from '../tables/run-order.ts';
import { LONG } from './run-document.ts';

/** @returns whether any run has a log of several documents. */
export function hasLongRuns({ value }: Connection): boolean {
  return value('SELECT 1 FROM run_logs WHERE long = 1 LIMIT 1').get() !== undefined;
}

/**
 * Numbers of the long runs that have every term, wherever in them, ascending: one word at the start of the log, the
 * other half a million lines below.
 * @param queries one per term. @param named groups whose runs are left out.
 */
export function longRunsWith(
  { value }: Connection,
  { filter, queries, named }: { filter: RunFilter; queries: string[]; named: RunGroup[] },
): number[] {
  let found: number[] | null = null;
  for (const query of queries) {
    const withTerm = value<number>(`
      SELECT DISTINCT rowid / ${DOCUMENTS_PER_RUN} FROM run_text WHERE run_text MATCH ?`).all(
      `facts : ${LONG} AND ${query}`,
    );
    const others = new Set(withTerm);
    found = found === null ? withTerm : found.filter((seq) => others.has(seq));
    if (found.length === 0) return [];
  }
  const { conditions, bound } = groupConditions(filter);
  const { first, end } = seqRange(filter);
  return value<number>(`
    SELECT r.seq FROM json_each(?) j CROSS JOIN runs r ON r.seq = j.value JOIN run_groups g ON g.no = r.group_no
    WHERE r.log_sealed = 1 AND r.seq >= ? AND r.seq < ? AND ${conditions.join(' AND ')}
      AND r.group_no NOT IN (SELECT value FROM json_each(?))
    ORDER BY r.seq`).all(
    JSON.stringify(found ?? []),
    first,
    end,
    ...bound,
    JSON.stringify(named.map(({ no }) => no)),
  );
}

/** Those of the runs that share the value of a column. */
export function longRunsAmong({ value }: Connection, long: number[], column: string, key: string | number): number[] {
  if (long.length === 0) return [];
  return value<number>(`
    SELECT seq FROM json_each(?) j CROSS JOIN runs ON seq = j.value WHERE ${column} = ? ORDER BY seq`).all(
    JSON.stringify(long),
    key,
  );
}
