// Gathers how a profile stands: the scheduler, the queue, every strategy, the outbox; and what of it needs a look.
import type { ProcessIdentity } from '../app/ports.ts';
import { pauseNow } from '../scheduler/holds.ts';
import { createStandings } from '../scheduler/standings.ts';
import type { Occurrence, Pause } from '../../shared/domain/occurrence.ts';
import type { OutboxSummary } from '../../shared/domain/outbox.ts';
import { isGood, isOver, type ActiveRun, type Run } from '../../shared/domain/run.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { ProfileSession } from './profile-session.ts';

export type StrategyStatus = {
  strategy: Strategy;
  targetName: string;
  /** Both the strategy and its database are enabled. */
  enabled: boolean;
  next: number | null;
  overdueSince: number | null;
  lastAttempt: Run | null;
  lastGood: Run | null;
};

/** What needs a look. */
export type Attention =
  | { kind: 'unsupervised' }
  | { kind: 'overdue'; of: StrategyStatus; since: number }
  | { kind: 'not-good'; of: StrategyStatus; run: Run }
  | { kind: 'refused'; count: number };

export type Status = {
  /** The living process that starts what is due. */
  supervisor: ProcessIdentity | null;
  pause: Pause | null;
  active: ActiveRun[];
  /** Occurrences that have come and wait for something else than the queue. */
  waiting: Occurrence[];
  strategies: StrategyStatus[];
  outbox: OutboxSummary;
  attention: Attention[];
};

export async function readStatus({ application, store }: ProfileSession, now: number): Promise<Status> {
  const [holder, kept, active, due, strategies, outbox] = await Promise.all([
    store.supervision.holder(),
    store.pause.load(),
    application.runs.activity(),
    store.occurrences.due(now),
    readStrategies({ application, store }, now),
    store.outbox.summary(),
  ]);
  const supervisor = holder && application.ports.launcher.isAlive(holder) ? holder : null;
  return {
    supervisor,
    pause: pauseNow(kept, now),
    active,
    waiting: due.filter(({ state }) => state === 'waiting'),
    strategies,
    outbox,
    attention: attentionOf(supervisor, strategies, outbox),
  };
}

async function readStrategies({ store }: ProfileSession, now: number): Promise<StrategyStatus[]> {
  const [all, targets, last, standings] = await Promise.all([
    store.strategies.list(),
    store.targets.list(),
    store.runs.lastPerStrategy(),
    createStandings({ store, clock: { now: () => now } })(),
  ]);
  const targetOf = new Map(targets.map((target) => [target.id, target]));
  const standingOf = new Map(standings.map((standing) => [standing.strategyId, standing]));
  return all.map((strategy) => {
    const target = targetOf.get(strategy.targetId);
    const standing = standingOf.get(strategy.id);
    return {
      strategy,
      targetName: target?.spec.name ?? strategy.targetId,
      enabled: strategy.enabled && target?.enabled === true,
      next: standing?.next ?? null,
      overdueSince: standing?.overdueSince ?? null,
      lastAttempt: last[strategy.id]?.attempt ?? null,
      lastGood: last[strategy.id]?.good ?? null,
    };
  });
}

/** A pause is what somebody wanted; when it costs a backup, that one becomes overdue. */
function attentionOf(supervisor: ProcessIdentity | null, all: StrategyStatus[], outbox: OutboxSummary): Attention[] {
  const found: Attention[] = [];
  const enabled = all.filter((one) => one.enabled);
  if (supervisor === null && enabled.some(({ next }) => next !== null)) found.push({ kind: 'unsupervised' });
  for (const of of enabled) {
    const { overdueSince, lastAttempt } = of;
    if (overdueSince !== null) found.push({ kind: 'overdue', of, since: overdueSince });
    if (lastAttempt && isOver(lastAttempt.state) && !isGood(lastAttempt.state) && lastAttempt.state !== 'cancelled') {
      found.push({ kind: 'not-good', of, run: lastAttempt });
    }
  }
  if (outbox.refused > 0) found.push({ kind: 'refused', count: outbox.refused });
  return found;
}
