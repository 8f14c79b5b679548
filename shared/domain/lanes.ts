// Decides in which order runs wait, which of them may start now and what the others wait for: one lane per target, a
// cap over all. Pure.
import type { Run, Trigger, WaitReason } from './run.ts';
import type { StrategySpec } from './strategy.ts';

/** What the queue has to know of a run. */
export type QueuedRun = {
  run: Pick<Run, 'id' | 'strategyId' | 'strategyName' | 'targetId' | 'trigger' | 'state' | 'queuedAt'>;
  /** The place that the user gave it; `null`: where its kind and arrival put it. */
  queuePlace: number | null;
  strategySpec: Pick<StrategySpec, 'scope'>;
};

export type LanePlan = {
  /** Runs to start now, in order. */
  start: string[];
  /** What each run that stays in the queue waits for. */
  waits: Map<string, WaitReason>;
};

/**
 * Plans the queue. `active` holds every run that is not over; those beyond *queued* occupy the lane of their target and
 * a place under the cap. The order is that of `inQueueOrder`, but a run that waits for its lane holds up nobody in
 * other lanes.
 */
export function planLanes(active: readonly QueuedRun[], runsAtOnce: number): LanePlan {
  const underWay = active.flatMap(({ run }) => (run.state === 'queued' ? [] : [run]));
  /** The run that each lane is waiting for at this point of the queue. */
  const lanes = new Map(underWay.map((run) => [run.targetId, run]));
  const plan: LanePlan = { start: [], waits: new Map() };
  let places = runsAtOnce - underWay.length;
  for (const { run } of inQueueOrder(active)) {
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
export function waitReason(plan: LanePlan, run: Pick<Run, 'id' | 'state'>): WaitReason | null {
  if (run.state !== 'queued') return null;
  return plan.waits.get(run.id) ?? { kind: 'next' };
}

/**
 * The waiting ones among `active` in the order of the queue: what somebody has just asked for by hand, then what the
 * user put in order, then archived logs (they are short, and until they are backed up a lost disk costs
 * transactions), then the rest; within each by arrival.
 */
export function inQueueOrder<Entry extends QueuedRun>(active: readonly Entry[]): Entry[] {
  return active.filter(({ run }) => run.state === 'queued').sort(byTurn);
}

/** The queue with a run before another one, or last (`null`). What is not in the queue changes nothing. */
export function movedBefore(queue: readonly string[], runId: string, before: string | null): string[] {
  if (!queue.includes(runId) || runId === before) return [...queue];
  const others = queue.filter((id) => id !== runId);
  const at = before === null ? others.length : others.indexOf(before);
  return at < 0 ? [...queue] : others.toSpliced(at, 0, runId);
}

const BY_HAND: ReadonlySet<Trigger> = new Set(['manual', 'command-line', 'demo']);

function turnOf({ run, queuePlace, strategySpec }: QueuedRun): number {
  if (queuePlace !== null) return 1;
  if (BY_HAND.has(run.trigger)) return 0;
  // What an earlier version wrote is handed out as it was: it may have any shape, and must not stop the queue.
  return strategySpec?.scope?.kind === 'archived-logs' ? 2 : 3;
}

/** The id, which sorts by creation, decides within a millisecond. */
const byTurn = (a: QueuedRun, b: QueuedRun): number =>
  turnOf(a) - turnOf(b) ||
  (a.queuePlace ?? 0) - (b.queuePlace ?? 0) ||
  a.run.queuedAt - b.run.queuedAt ||
  (a.run.id < b.run.id ? -1 : 1);
