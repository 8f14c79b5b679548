// The orders in which runs are listed, each with the indexes that have it ready. Every order goes on by time, so
// that it is total and a page can start after any run.
import type { RunSort } from '../../../shared/domain/history.ts';
import { runStates } from '../../../shared/domain/run.ts';
import { sortKey } from '../names.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import type { Place } from './cursor.ts';

export type Order = {
  descending: boolean;
  /** Column of `runs`, indexed with the group behind it; and behind the group, unless all of a group is alike. */
  column: 'seq' | 'duration_key' | 'bytes_key' | 'state_rank' | 'strategy_key' | 'target_key';
  /** The key that all runs of a group share; `null` when they differ. */
  keyOfGroup(group: RunGroup): string | number | null;
};

const different = (): null => null;

const columns: Record<RunSort['by'], Pick<Order, 'column' | 'keyOfGroup'>> = {
  queuedAt: { column: 'seq', keyOfGroup: different },
  duration: { column: 'duration_key', keyOfGroup: different },
  bytes: { column: 'bytes_key', keyOfGroup: different },
  state: { column: 'state_rank', keyOfGroup: (group) => runStates.indexOf(group.state) },
  strategyName: { column: 'strategy_key', keyOfGroup: (group) => sortKey(group.strategyName) },
  targetName: { column: 'target_key', keyOfGroup: (group) => sortKey(group.targetName) },
};

export const orderOf = (sort: RunSort): Order => ({ ...columns[sort.by], descending: sort.descending });

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
