// Which strategies the list shows, and in which order. Pure.
import type { StrategyOverview, TargetOverview } from '../../../shared/ipc/slices.ts';

export type StrategyRow = { strategy: StrategyOverview; target: TargetOverview };
export type ListFilter = { typed: string; targetId: string | null };

/** The rows that hold every typed word, ordered. No good run sorts as the oldest: never is not zero. */
export function sortedRows(
  strategies: readonly StrategyOverview[],
  targets: readonly TargetOverview[],
  { typed, targetId }: ListFilter,
  sort: { by: string; descending: boolean },
): StrategyRow[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const sign = sort.descending ? -1 : 1;
  return strategies
    .flatMap((strategy): StrategyRow[] => {
      const target = byId.get(strategy.targetId);
      return target ? [{ strategy, target }] : [];
    })
    .filter((row) => targetId === null || row.target.id === targetId)
    .filter((row) => words.every((word) => searchText(row).includes(word)))
    .sort((a, b) => sign * compare(a, b, sort.by) || compare(a, b, 'name'));
}

const searchText = ({ strategy: { spec }, target }: StrategyRow): string =>
  `${spec.name} ${target.spec.name} ${spec.tag ?? ''} ${spec.notes}`.toLowerCase();

function compare(a: StrategyRow, b: StrategyRow, by: string): number {
  if (by === 'database') return a.target.spec.name.localeCompare(b.target.spec.name);
  if (by === 'attempt') return timeOf(a.strategy.lastAttempt) - timeOf(b.strategy.lastAttempt);
  if (by === 'good') return timeOf(a.strategy.lastGood) - timeOf(b.strategy.lastGood);
  return a.strategy.spec.name.localeCompare(b.strategy.spec.name);
}

const timeOf = (run: StrategyOverview['lastGood']): number => (run ? (run.endedAt ?? run.queuedAt) : 0);
