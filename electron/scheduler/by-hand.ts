// What the user does to single occurrences: skip one, call its next attempt off, or have it at once.
import type { Clock } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Runs } from '../runs/runs.ts';
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { occursAt } from './instants.ts';
import { effectiveSchedule, newRow } from './plans.ts';

export type ByHandTools = { store: Store; clock: Pick<Clock, 'now'>; runs: Pick<Runs, 'startPlanned'> };

export function createByHand({ store, clock, runs }: ByHandTools) {
  async function strategyAndTarget(strategyId: string): Promise<{ strategy: Strategy; target: Target }> {
    const strategy = await store.strategies.get(strategyId);
    if (!strategy) throw new AppError('strategy.missing');
    const target = await store.targets.get(strategy.targetId);
    if (!target) throw new AppError('target.missing');
    return { strategy, target };
  }

  async function waitingRetry(occurrenceId: string): Promise<Occurrence> {
    const row = await store.occurrences.get(occurrenceId);
    if (!row) throw new AppError('occurrence.missing');
    if (row.state !== 'waiting' || row.attempts === 0) throw new AppError('occurrence.not-waiting');
    return row;
  }

  /** One that is only computed so far gets its row now. */
  async function rowAt(strategyId: string, instant: number): Promise<Occurrence> {
    const known = await store.occurrences.at(strategyId, instant);
    if (known) return known;
    const owner = await strategyAndTarget(strategyId);
    const schedule = effectiveSchedule(owner.strategy, owner.target);
    const now = clock.now();
    if (schedule === null || instant <= now || !occursAt(schedule, instant)) throw new AppError('occurrence.missing');
    await store.occurrences.cover([], [newRow(owner, instant, now)]);
    const row = await store.occurrences.at(strategyId, instant);
    if (!row) throw new AppError('occurrence.missing');
    return row;
  }

  async function callOff(row: Occurrence): Promise<void> {
    const isRetry = row.attempts > 0;
    const reason = isRetry ? { kind: 'retry-cancelled' as const } : { kind: 'by-user' as const };
    const isOpen = row.state === 'planned' || row.state === 'waiting';
    const to = isRetry ? 'failed' : 'skipped';
    if (!isOpen || !(await store.occurrences.move(row.id, row.state, to, clock.now(), { reason }))) {
      throw new AppError('occurrence.not-waiting');
    }
  }

  return {
    skip: async (strategyId: string, instant: number) => callOff(await rowAt(strategyId, instant)),
    cancelRetry: async (occurrenceId: string) => callOff(await waitingRetry(occurrenceId)),
    async retryNow(occurrenceId: string): Promise<void> {
      const occurrence = await waitingRetry(occurrenceId);
      const { strategy, target } = await strategyAndTarget(occurrence.strategyId);
      if (!strategy.enabled) throw new AppError('strategy.disabled', { strategy: strategy.spec.name });
      if (!target.enabled) throw new AppError('target.disabled', { target: target.spec.name });
      const [begun] = await runs.startPlanned([{ occurrence, strategy, target, trigger: 'retry', byHand: true }]);
      if (!begun) throw new AppError('strategy.already-queued', { strategy: strategy.spec.name });
    },
  };
}
