// Judges how each strategy stands and puts the worst first. Pure; knows no text and no component.
import type { Standing } from '../../../shared/domain/occurrence.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { isGood } from '../../../shared/domain/run-state.ts';
import type { StrategyOverview, TargetOverview } from '../../../shared/ipc/slices.ts';

/** A good backup older than this no longer counts as recent: a week, the longest usual interval. */
export const RECENT_MS = 7 * 24 * 3_600_000;

/** How a strategy stands, worst first. `off`: it or its database is disabled, so nothing is expected of it. */
export const healths = ['failing', 'unprotected', 'old', 'warned', 'interrupted', 'good', 'off'] as const;
export type Health = (typeof healths)[number];

export type StrategyRow = {
  strategy: StrategyOverview;
  target: TargetOverview;
  health: Health;
  /** Since when the scheduler misses a good run; `null`: it does not. */
  overdueSince: number | null;
};

/**
 * `failing` when the last attempt failed or was lost track of; `unprotected` when there never was a good one; `old`
 * when the last good one is not recent; then by what the last attempt was.
 */
export function healthOf(strategy: StrategyOverview, target: Pick<TargetOverview, 'enabled'>, nowMs: number): Health {
  const { lastAttempt, lastGood, enabled } = strategy;
  if (!enabled || !target.enabled) return 'off';
  if (lastAttempt?.state === 'failed' || lastAttempt?.state === 'lost') return 'failing';
  if (!lastGood) return 'unprotected';
  if (nowMs - goodAt(lastGood) > RECENT_MS) return 'old';
  if (lastAttempt?.state === 'warning') return 'warned';
  return lastAttempt && !isGood(lastAttempt.state) ? 'interrupted' : 'good';
}

/** When a good run's backup was complete. */
export const goodAt = (run: Run): number => run.endedAt ?? run.startedAt ?? run.queuedAt;

/**
 * All strategies grouped by database: the database with the worst strategy first, in it the worst strategy first.
 * Nothing is worse than overdue: whatever the last attempt was, the time without a good one is too long.
 */
export function worstFirst(
  strategies: readonly StrategyOverview[],
  targets: readonly TargetOverview[],
  standings: readonly Standing[],
  nowMs: number,
): StrategyRow[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const overdue = new Map(standings.map((standing) => [standing.strategyId, standing.overdueSince]));
  const rows = strategies
    .flatMap((strategy): StrategyRow[] => {
      const target = byId.get(strategy.targetId);
      if (!target) return [];
      const health = healthOf(strategy, target, nowMs);
      const overdueSince = health === 'off' ? null : (overdue.get(strategy.id) ?? null);
      return [{ strategy, target, health, overdueSince }];
    })
    .sort(byBadness);
  const place = new Map<string, number>();
  for (const { target } of rows) if (!place.has(target.id)) place.set(target.id, place.size);
  return rows.sort((a, b) => (place.get(a.target.id) ?? 0) - (place.get(b.target.id) ?? 0));
}

function byBadness(a: StrategyRow, b: StrategyRow): number {
  const overdue = (a.overdueSince ?? Infinity) - (b.overdueSince ?? Infinity);
  if (a.overdueSince !== b.overdueSince) return overdue;
  const health = healths.indexOf(a.health) - healths.indexOf(b.health);
  if (health !== 0) return health;
  const age = lastGoodOf(a) - lastGoodOf(b);
  return age !== 0 ? age : a.strategy.spec.name.localeCompare(b.strategy.spec.name);
}

const lastGoodOf = ({ strategy }: StrategyRow): number => (strategy.lastGood ? goodAt(strategy.lastGood) : -Infinity);

/** The state of the whole in numbers. `expected` are the strategies that are not off. */
export type Summary = {
  expected: number;
  recent: number;
  overdue: number;
  failing: number;
  unprotected: number;
  old: number;
};

export function summaryOf(rows: readonly StrategyRow[], nowMs: number): Summary {
  const count = (health: Health): number => rows.filter((row) => row.health === health).length;
  const expected = rows.filter((row) => row.health !== 'off');
  const recent = expected.filter(({ strategy }) => strategy.lastGood && nowMs - goodAt(strategy.lastGood) <= RECENT_MS);
  return {
    expected: expected.length,
    recent: recent.length,
    overdue: rows.filter((row) => row.overdueSince !== null).length,
    failing: count('failing'),
    unprotected: count('unprotected'),
    old: count('old'),
  };
}

/** What needs somebody: overdue first, then what failed; in the order of `rows`. */
export const needingAttention = (rows: readonly StrategyRow[]): StrategyRow[] => [
  ...rows.filter((row) => row.overdueSince !== null),
  ...rows.filter((row) => row.overdueSince === null && row.health === 'failing'),
];
