// Makes a run out of a strategy and its target, and queues one that somebody asked for by hand. Knows no schedule.
import type { Store, StoredRun } from '../app/store-port.ts';
import { newId } from '../../shared/domain/id.ts';
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import { nothingKnown, type Trigger } from '../../shared/domain/run.ts';
import type { Strategy, StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';

/** A run to be queued for an occurrence whose row is there; its state is what the row must still be in. */
export type PlannedStart = {
  occurrence: Occurrence;
  strategy: Strategy;
  target: Target;
  trigger: Trigger;
  /** Somebody asked for it now. */
  byHand?: boolean;
};

type RenderScript = (spec: StrategySpec, stamp: { version: number; commandId: string }) => { text: string };

/** A queued run of the strategy as it stands. */
export function newRun(
  { strategy, target, trigger }: Pick<PlannedStart, 'strategy' | 'target' | 'trigger'>,
  now: number,
  renderScript: RenderScript,
): StoredRun {
  const id = newId(now);
  return {
    run: {
      id,
      strategyId: strategy.id,
      strategyVersion: strategy.version,
      strategyName: strategy.spec.name,
      targetId: target.id,
      targetName: target.spec.name,
      trigger,
      state: 'queued',
      queuedAt: now,
      ...nothingKnown,
    },
    queuePlace: null,
    script: renderScript(strategy.spec, { version: strategy.version, commandId: id }).text,
    commandLine: null,
    strategySpec: strategy.spec,
    child: null,
  };
}

/** Queues a run with an occurrence of its own, at the first free instant from the moment it was asked for. */
export async function beginByHand(stored: StoredRun, store: Pick<Store, 'occurrences'>): Promise<void> {
  const { strategyId, targetId, strategyName, targetName, trigger, queuedAt } = stored.run;
  for (let instant = offTheSecond(queuedAt); ; instant = offTheSecond(instant + 1)) {
    const occurrence: Occurrence = {
      id: newId(queuedAt),
      strategyId,
      targetId,
      strategyName,
      targetName,
      instant,
      trigger,
      state: 'queued',
      reason: null,
      runId: null,
      attempts: 0,
      updatedAt: queuedAt,
    };
    const [begun] = await store.occurrences.begin([{ occurrence, from: null, run: stored }]);
    if (begun) return;
  }
}

/** Schedules occur on whole seconds: a start by hand must never take the row of a planned instant. */
const offTheSecond = (instant: number): number => (instant % 1000 === 0 ? instant + 1 : instant);
