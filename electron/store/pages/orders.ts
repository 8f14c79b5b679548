// The orders in which runs are listed, each with the indexes that have it ready. Every order goes on by time, so
// that it is total and a page can start after any run.
import type { RunSort } from '../../../shared/domain/history.ts';
import { runStates } from '../../../shared/domain/run.ts';
import { sortKey } from '../names.ts';
import { factWord } from '../search/run-document.ts';
import type { Among } from '../search/found-texts.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import type { Place } from './cursor.ts';

export type Order = {
  descending: boolean;
  /** Column of `runs`. */
  column: 'seq' | 'duration_key' | 'bytes_key' | 'state_rank' | 'strategy_key' | 'target_key';
  /** Which index has all runs in this order, and which those of one group: named, so that no other is ever taken. */
  overAll: string;
  inGroup: string;
  /** The key that all runs of a group share; `null` when they differ. */
  keyOfGroup(group: RunGroup): string | number | null;
  /** That key as the text index knows it. */
  among(key: string | number): Among | null;
};

const different = { keyOfGroup: () => null, among: () => null };

const columns: Record<RunSort['by'], Omit<Order, 'descending'>> = {
  // The table itself lies in the order of time.
  queuedAt: { column: 'seq', overAll: 'NOT INDEXED', inGroup: 'INDEXED BY runs_by_group', ...different },
  duration: {
    column: 'duration_key',
    overAll: 'INDEXED BY runs_by_duration',
    inGroup: 'INDEXED BY runs_by_group_duration',
    ...different,
  },
  bytes: {
    column: 'bytes_key',
    overAll: 'INDEXED BY runs_by_bytes',
    inGroup: 'INDEXED BY runs_by_group_bytes',
    ...different,
  },
  // Runs of one group that share their key lie in the order of time.
  state: {
    column: 'state_rank',
    overAll: 'INDEXED BY runs_by_state',
    inGroup: 'INDEXED BY runs_by_group',
    keyOfGroup: (group) => runStates.indexOf(group.state),
    among: (key) => ({ fact: factWord.state(runStates[Number(key)] ?? ''), column: 'state_rank', key }),
  },
  strategyName: {
    column: 'strategy_key',
    overAll: 'INDEXED BY runs_by_strategy',
    inGroup: 'INDEXED BY runs_by_group',
    keyOfGroup: (group) => sortKey(group.strategyName),
    among: (key) => ({ fact: factWord.strategyKey(String(key)), column: 'strategy_key', key }),
  },
  targetName: {
    column: 'target_key',
    overAll: 'INDEXED BY runs_by_target',
    inGroup: 'INDEXED BY runs_by_group',
    keyOfGroup: (group) => sortKey(group.targetName),
    among: (key) => ({ fact: factWord.targetKey(String(key)), column: 'target_key', key }),
  },
};

export const orderOf = (sort: RunSort): Order => ({ ...columns[sort.by], descending: sort.descending });

export function orderBy({ column, descending }: Order): string {
  const direction = descending ? 'DESC' : 'ASC';
  return column === 'seq' ? `ORDER BY seq ${direction}` : `ORDER BY ${column} ${direction}, seq ${direction}`;
}

/** Negative when `a` is listed before `b`. */
export function comparePlaces(order: Order, a: Place, b: Place): number {
  const forward = compareKeys(a.key, b.key) || a.seq - b.seq;
  return order.descending ? -forward : forward;
}

/** Compares as SQLite does: text by its UTF-8 bytes, that is by code points. */
export function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
