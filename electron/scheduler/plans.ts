// What is known of a strategy's schedule between two looks: the schedule as it counts, its cursor, its next instant.
// Pure; the looks keep it in memory, so that an idle one costs nothing however many strategies there are.
import type { ScheduleCursor, SchedulePlan } from '../app/store-port.ts';
import { newId } from '../../shared/domain/id.ts';
import type { Occurrence, OccurrenceReason, OccurrenceState } from '../../shared/domain/occurrence.ts';
import type { TimedStrategy } from '../../shared/domain/strategy/timing.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { Schedule } from '../../shared/schedule/schedule.ts';
import { nextInstant, type Stretch } from './instants.ts';

export type Cursor = Omit<ScheduleCursor, 'overdueToldAt'>;

export type Plan = {
  strategy: TimedStrategy;
  target: Target;
  /** The schedule, where strategy and database are enabled; `null`: nothing is planned. */
  schedule: Schedule | null;
  cursor: Cursor | null;
  /** Instants ahead that have a row which is no plan any more: the user has skipped them, or a clock was wrong. */
  taken: ReadonlySet<number>;
  /** The next instant. */
  next: number | null;
  /** True when that has its planned row. */
  isPlanned: boolean;
  /** True when every instant that has come has its row. */
  isCovered: boolean;
};

/**
 * What lies farther back is not missed any more: nobody would look at it, and a clock that was at its beginning (an
 * empty battery on the board) must not make rows of half a century.
 */
const HORIZON_MS = 400 * 86_400_000;

/** The schedule of a strategy as it counts now. */
export const effectiveSchedule = (strategy: TimedStrategy, target: Target): Schedule | null =>
  strategy.enabled && target.enabled ? strategy.spec.schedule : null;

/**
 * What has to be covered up to `now`, and the cursor once it is. An edited schedule counts from the moment at which it
 * was saved; up to then the instants are those of the schedule that it replaced, which are lost by no edit.
 */
export function coverage(plan: Plan, now: number): { stretches: Stretch[]; cursor: Cursor } {
  const { strategy, target, schedule, cursor } = plan;
  // From one schedule to another leads the strategy alone; to none and back may lead its database as well.
  const isEdit = schedule !== null && cursor?.schedule != null;
  const savedAt = Math.min(now, isEdit ? strategy.updatedAt : Math.max(strategy.updatedAt, target.updatedAt));
  const stretch = (from: Schedule | null, after: number, until: number): Stretch[] =>
    from && after < until ? [{ schedule: from, after: Math.max(after, now - HORIZON_MS), until }] : [];
  const at = { strategyId: strategy.id, schedule };
  if (cursor === null) {
    return {
      stretches: stretch(schedule, savedAt, now),
      cursor: { ...at, coveredUntil: savedAt, since: savedAt },
    };
  }
  const { coveredUntil, since } = cursor;
  if (saysSame(cursor.schedule, schedule)) {
    return { stretches: stretch(schedule, coveredUntil, now), cursor: { ...at, coveredUntil, since } };
  }
  const begin = Math.max(coveredUntil, savedAt);
  return {
    stretches: [...stretch(cursor.schedule, coveredUntil, savedAt), ...stretch(schedule, begin, now)],
    cursor: { ...at, coveredUntil: begin, since: savedAt },
  };
}

/** The plan of a strategy whose ledger says everything: no schedule is enumerated. */
export const planRead = ({ strategy, cursor, next }: SchedulePlan, target: Target): Plan => ({
  strategy,
  target,
  schedule: effectiveSchedule(strategy, target),
  cursor,
  taken: NOTHING_TAKEN,
  next,
  isPlanned: next !== null,
  isCovered: true,
});

const NOTHING_TAKEN: ReadonlySet<number> = new Set();

/** The plan of a strategy by its schedule; `ahead` are its rows after `now`. */
export function planWorkedOut(
  { strategy, cursor }: SchedulePlan,
  target: Target,
  ahead: readonly Occurrence[],
  now: number,
): Plan {
  const schedule = effectiveSchedule(strategy, target);
  const taken = takenInstants(ahead);
  const next = nextInstant(schedule, Math.max(now, cursor?.coveredUntil ?? now), taken);
  const plan = { strategy, target, schedule, cursor, taken, next, isPlanned: false, isCovered: false };
  return { ...plan, isPlanned: ahead.some((row) => isCurrent(row, plan)) };
}

/** Blackouts say when nothing may start, not when it occurs. */
function saysSame(one: Schedule | null, other: Schedule | null): boolean {
  if (one === null || other === null) return one === other;
  return JSON.stringify({ ...one, blackouts: [] }) === JSON.stringify({ ...other, blackouts: [] });
}

/** A row of the ledger that no run was started for. */
export function newRow(
  { strategy, target }: Pick<Plan, 'strategy' | 'target'>,
  instant: number,
  now: number,
  state: OccurrenceState = 'planned',
  reason: OccurrenceReason | null = null,
): Occurrence {
  return {
    id: newId(now),
    strategyId: strategy.id,
    targetId: target.id,
    strategyName: strategy.spec.name,
    targetName: target.spec.name,
    instant,
    trigger: 'schedule',
    state,
    reason,
    runId: null,
    attempts: 0,
    updatedAt: now,
  };
}

/** True while a planned row says what would be planned today. */
export const isCurrent = (row: Occurrence, plan: Pick<Plan, 'strategy' | 'target' | 'next'>): boolean =>
  row.state === 'planned' &&
  row.instant === plan.next &&
  row.targetId === plan.target.id &&
  row.strategyName === plan.strategy.spec.name &&
  row.targetName === plan.target.spec.name;

/** Instants ahead with a row that is no plan any more. */
export const takenInstants = (ahead: readonly Occurrence[]): ReadonlySet<number> =>
  new Set(ahead.filter(({ state }) => state !== 'planned').map(({ instant }) => instant));

/** The rows of each strategy, in the order in which they come. */
export function byStrategy(rows: readonly Occurrence[]): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const row of rows) {
    const others = found.get(row.strategyId);
    if (others) others.push(row);
    else found.set(row.strategyId, [row]);
  }
  return found;
}
