// Gathers what `requirements.ts` judges: from the store, the disk and the power supply; judges nothing.
import type { Power } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { QueuedRun } from '../../shared/domain/lanes.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import { everyRun, newestFirst } from '../../shared/domain/history.ts';
import type { Occurrence, Pause } from '../../shared/domain/occurrence.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { strategySpecSchema, type Strategy, type StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { LeaseStanding } from '../../shared/domain/team.ts';
import { AppError } from '../../shared/errors/app-error.ts';

export type RequirementFacts = {
  strategy: Strategy;
  /** `null`: it was removed. */
  target: Target | null;
  settings: Pick<Settings, 'blackouts' | 'runsAtOnce' | 'background'>;
  pause: Pause | null;
  /** `null`: the machine does not say. */
  onBattery: boolean | null;
  /** The occurrence that has come and is not settled. */
  open: Occurrence | null;
  /** Rows of the checks of target, destination and deletions, without a start of the client. */
  checks: { target: CheckRow[]; destination: CheckRow[]; deletion: CheckRow[] };
  /** What the last good run of the same kind wrote; `null`: there was none, or nobody could see its pieces. */
  similarBytes: number | null;
  /** Every run that is not over. */
  active: QueuedRun[];
  /** Who holds a shared strategy; `null`: it is not shared. */
  lease: LeaseStanding | null;
};

export type RequirementSources = {
  store: Store;
  power: Power;
  /** Who holds a shared strategy; absent, or `null`: it is not shared. */
  leaseOf?(strategyId: string): Promise<LeaseStanding | null>;
  checkTarget(target: Target): Promise<CheckRow[]>;
  checkDestination(target: Target, spec: StrategySpec): Promise<CheckRow[]>;
  checkDeletions(target: Target, spec: StrategySpec): Promise<CheckRow[]>;
};

/** Good runs that are looked through for one that can be compared with. */
const MOST_RUNS = 20;

/** @throws AppError `strategy.missing` */
export async function gatherRequirementFacts(
  strategyId: string,
  now: number,
  { store, power, leaseOf, checkTarget, checkDestination, checkDeletions }: RequirementSources,
): Promise<RequirementFacts> {
  const strategy = await store.strategies.get(strategyId);
  if (!strategy) throw new AppError('strategy.missing');
  const target = await store.targets.get(strategy.targetId);
  const [settings, pause, due, active, similarBytes] = await Promise.all([
    store.settings.load(),
    store.pause.load(),
    store.occurrences.due(now),
    store.runs.active(),
    lastSimilarBytes(strategy, store),
  ]);
  const { spec } = strategy;
  const [targetRows, destination, deletion] = target
    ? await Promise.all([checkTarget(target), checkDestination(target, spec), checkDeletions(target, spec)])
    : [[], [], []];
  return {
    strategy,
    target,
    settings,
    pause,
    onBattery: power.onBattery(),
    open: due.find((one) => one.strategyId === strategyId) ?? null,
    checks: { target: targetRows, destination, deletion },
    similarBytes,
    active,
    lease: (await leaseOf?.(strategyId)) ?? null,
  };
}

/** What the last good run of the same kind wrote; `null`: there was none, or nobody could see its pieces. */
export async function lastSimilarBytes({ id, spec }: Strategy, store: Store): Promise<number | null> {
  const good = { ...everyRun, strategyIds: [id], states: ['succeeded' as const, 'warning' as const] };
  const { runs } = await store.runs.page(good, newestFirst, null, MOST_RUNS);
  for (const run of runs) {
    // A run that had nothing to do says nothing about the next one.
    if (run.bytes === null || run.bytes === 0 || run.nothingToDo) continue;
    const stored = await store.runs.get(run.id);
    if (stored && isSimilar(stored.strategySpec, spec)) return run.bytes;
  }
  return null;
}

/** Archived logs, a level 0 and a level 1 of one database differ by orders of magnitude; so may what is compressed. */
const isSimilar = (then: StrategySpec, now: StrategySpec): boolean => {
  const { data } = strategySpecSchema.shape.scope.safeParse(then.scope);
  return data !== undefined && sizeKey({ ...then, scope: data }) === sizeKey(now);
};

/** What decides how much a run writes: what is backed up, how, and what of it is left out. */
const sizeKey = ({ scope, compression, validateOnly, keep }: StrategySpec): string =>
  JSON.stringify([scope, compression, validateOnly === true, keep !== null && keep !== undefined]);
