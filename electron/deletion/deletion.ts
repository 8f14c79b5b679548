// What the deletions of a strategy would do, from the facts of its database or else from our own runs. Gathers; the
// judgement is shared/retention's. Deletes nothing.
import type { Store } from '../app/store-port.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import { deletionRow } from '../../shared/domain/doctor/judge-deletion.ts';
import { everyRun, newestFirst } from '../../shared/domain/history.ts';
import { deletionsOf } from '../../shared/domain/strategy/deleting.ts';
import { isFilesScope } from '../../shared/domain/strategy/scope.ts';
import { storedStrategySpec } from '../../shared/domain/strategy/upgrade.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { assess, type Assessment, type DeletionFacts } from '../../shared/retention/assess.ts';
import type { RetainedBackup } from '../../shared/retention/backups.ts';
import { backupsOfRuns, withRun, type GoodRun } from '../../shared/retention/of-runs.ts';
import type { Recorded } from './recorded.ts';

export type DeletionPorts = {
  store: Pick<Store, 'runs'>;
  now(): number;
  /** What the database of a target records. @throws AppError when it cannot be asked */
  recorded(targetId: string): Promise<Recorded>;
};

/** Good runs that are read back: half a year of daily ones. */
const MOST_RUNS = 200;

export function createDeletion({ store, now, recorded }: DeletionPorts) {
  async function recordedOf({ id, spec }: Target): Promise<Recorded | null> {
    if (spec.sql === null) return null;
    try {
      return await recorded(id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return null;
    }
  }

  async function goodRuns(targetId: string): Promise<GoodRun[]> {
    const good = { ...everyRun, targetIds: [targetId], states: ['succeeded' as const, 'warning' as const] };
    const { runs } = await store.runs.page(good, newestFirst, null, MOST_RUNS);
    const stored = await Promise.all(runs.map(({ id }) => store.runs.get(id)));
    return stored.flatMap((one): GoodRun[] => {
      const spec = one && storedStrategySpec(one.strategySpec);
      if (!one || !spec || one.run.startedAt === null || one.run.endedAt === null) return [];
      const { id, startedAt, endedAt, nothingToDo } = one.run;
      return nothingToDo ? [] : [{ id, spec, startedAt, endedAt }];
    });
  }

  async function factsFor(target: Target, spec: StrategySpec, at: number): Promise<DeletionFacts> {
    const found = await recordedOf(target);
    // What is only simulated has no standby.
    const standby = found?.standby ?? (target.spec.runner.kind === 'simulated' ? NO_STANDBY : null);
    const next: GoodRun = { id: 'next', spec, startedAt: at, endedAt: at };
    const configured = found?.configured ?? null;
    if (found?.backups) {
      const { all, files } = found.backups;
      return { basis: 'database', backups: withNext(all, files, spec, at), question: { files }, configured, standby };
    }
    const runs = await goodRuns(target.id);
    const backups = withRun(backupsOfRuns(runs, configured), next);
    return { basis: runs.length > 0 ? 'runs' : 'none', backups, question: { redo: 'assumed' }, configured, standby };
  }

  /** @throws AppError as the store does */
  async function assessFor(target: Target, spec: StrategySpec): Promise<Assessment> {
    const deletions = deletionsOf(spec);
    const goal = spec.recoveryGoalDays ?? target.spec.recoveryGoalDays;
    const at = now();
    // Who deletes nothing asks nobody.
    const facts = deletions.length === 0 ? NO_FACTS : await factsFor(target, spec, at);
    return assess(deletions, facts, goal, at);
  }

  return {
    assessFor,

    /** The same as a row of a check; none for a strategy that deletes nothing. */
    async rows(target: Target, spec: StrategySpec): Promise<CheckRow[]> {
      return deletionRow(spec, await assessFor(target, spec));
    },
  };
}

export type Deletions = ReturnType<typeof createDeletion>;

const NO_STANDBY = { hasStandby: false, logsProtected: false };
const NO_FACTS: DeletionFacts = { basis: 'none', backups: [], question: {}, configured: null, standby: null };

/** The backup that the run itself makes before it deletes: every file of the database, or nothing that counts. */
function withNext(all: readonly RetainedBackup[], files: string[], spec: StrategySpec, at: number): RetainedBackup[] {
  const { scope } = spec;
  if (!isFilesScope(scope) || scope.kind !== 'database' || spec.validateOnly || spec.keep !== null) return [...all];
  if (scope.mode !== 'full' && scope.mode !== 'level-0' && scope.mode !== 'image-copy') return [...all];
  return [...all, { id: 'next', kind: 'full', files, keep: null, checkpointAt: at, completedAt: at }];
}
