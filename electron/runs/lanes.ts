// Decides which queued runs may start now and what the others wait for: one lane per target, a cap over all. Pure.
import type { Run, WaitReason } from '../../shared/domain/run.ts';

export type LanePlan = {
  /** Runs to start now, in order. */
  start: string[];
  /** What each run that stays in the queue waits for. */
  waits: Map<string, WaitReason>;
};

/**
 * Plans the queue. `active` holds every run that is not over; those beyond *queued* occupy the lane of their target and
 * a place under the cap. First come, first served, but a run that waits for its lane holds up nobody in other lanes.
 */
export function planLanes(active: readonly Run[], runsAtOnce: number): LanePlan {
  const underWay = active.filter((run) => run.state !== 'queued');
  const queue = active.filter((run) => run.state === 'queued').sort(byArrival);
  /** The run that each lane is waiting for at this point of the queue. */
  const lanes = new Map(underWay.map((run) => [run.targetId, run]));
  const plan: LanePlan = { start: [], waits: new Map() };
  let places = runsAtOnce - underWay.length;
  for (const run of queue) {
    const before = lanes.get(run.targetId);
    if (before) plan.waits.set(run.id, { kind: 'lane', runId: before.id, strategyName: before.strategyName });
    else if (places > 0) {
      places -= 1;
      plan.start.push(run.id);
    } else plan.waits.set(run.id, { kind: 'cap', runsAtOnce });
    lanes.set(run.targetId, before ?? run);
  }
  return plan;
}

/** What a run waits for, to be shown; a run about to start waits for nothing but its turn. */
export function waitReason(plan: LanePlan, run: Run): WaitReason | null {
  if (run.state !== 'queued') return null;
  return plan.waits.get(run.id) ?? { kind: 'next' };
}

/** Order of the queue; the id, which sorts by creation, decides within a millisecond. */
const byArrival = (a: Run, b: Run): number => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1);
