// Sets of runs as tables for a FROM clause, each with the columns seq, group_no, duration_key and bytes_key: read from
// indexes alone. The rows of `runs` are eight times as long, and a set is read whole.
import type { Bound } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import type { SeqRange } from '../tables/run-order.ts';

export type RunTable = { from: string; bound: Bound[] };

const COLUMNS = 'runs.seq, runs.group_no, runs.duration_key, runs.bytes_key';

/** All runs in a range of time, or those of some groups: costs a look at every run in the range. */
export function runsInRange({ first, end }: SeqRange, groups: RunGroup[] | null): RunTable {
  const among = groups === null ? '' : 'AND group_no IN (SELECT value FROM json_each(?))';
  return {
    from: `(SELECT ${COLUMNS} FROM runs INDEXED BY runs_by_time WHERE seq >= ? AND seq < ? ${among})`,
    bound: [first, end, ...(groups === null ? [] : [numbersOf(groups)])],
  };
}

/** The runs of some groups in a range of time: costs a look into every group. */
export function runsInRangeOf(groups: RunGroup[], { first, end }: SeqRange): RunTable {
  return {
    from: `(
      SELECT ${COLUMNS} FROM json_each(?) j CROSS JOIN runs INDEXED BY runs_by_group
        ON group_no = j.value AND seq >= ? AND seq < ?)`,
    bound: [numbersOf(groups), first, end],
  };
}

export const numbersOf = (groups: RunGroup[]): string => JSON.stringify(groups.map(({ no }) => no));
