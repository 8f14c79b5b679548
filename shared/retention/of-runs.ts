// The backups of a whole database that are known from our own good runs alone, for when nobody can ask the database.
// Each run adds what it made and takes what its own retention rule deletes. Redo is left out: logs do not tell it.
import type { StrategySpec } from '../domain/strategy.ts';
import { isFilesScope } from '../domain/strategy/scope.ts';
import { deletionsOf } from '../domain/strategy/deleting.ts';
import { DAY_MS, type KeptUntil, type RetainedBackup, type RetentionPolicy } from './backups.ts';
import { dividedByPolicy } from './obsolete.ts';

/** A run that made its backup. */
export type GoodRun = { id: string; spec: StrategySpec; startedAt: number; endedAt: number };

/** All files of a database under one name: a run does not tell which there were. */
export const WHOLE = 'database';

/** `configured`: the database's own policy, `null` when nobody knows it; then nothing is taken by it. */
export function backupsOfRuns(runs: readonly GoodRun[], configured: RetentionPolicy | null): RetainedBackup[] {
  let backups: RetainedBackup[] = [];
  for (const run of [...runs].sort((left, right) => left.endedAt - right.endedAt)) {
    backups = withRun(backups, run);
    for (const deletion of deletionsOf(run.spec)) {
      if (deletion.kind !== 'obsolete') continue;
      const policy = deletion.policy === 'configured' ? configured : deletion.policy;
      if (policy) backups = dividedByPolicy(backups, policy, run.endedAt).kept;
    }
  }
  return backups;
}

/** What there is once `run` has ended. Parts of a database are left out: they restore no database. */
export function withRun(backups: readonly RetainedBackup[], run: GoodRun): RetainedBackup[] {
  const { spec, startedAt, endedAt, id } = run;
  const { scope } = spec;
  if (!isFilesScope(scope) || scope.kind !== 'database' || spec.validateOnly) return [...backups];
  const made = { id, files: [WHOLE], keep: keptUntil(spec, endedAt), completedAt: endedAt };
  switch (scope.mode) {
    case 'full':
    case 'level-0':
    case 'image-copy':
      return [...backups, { ...made, kind: 'full', checkpointAt: startedAt }];
    case 'level-1-differential':
    case 'level-1-cumulative': {
      const base = backups.findLast((one) => one.kind !== 'redo' && one.keep === null);
      // Without a level 0 below it RMAN makes one (reference §2.5).
      if (!base || base.kind === 'redo') return [...backups, { ...made, kind: 'full', checkpointAt: startedAt }];
      return [...backups, { ...made, kind: 'incremental', since: base.checkpointAt, checkpointAt: startedAt }];
    }
    case 'updated-copy': {
      // One copy, known by its tag, that rolls forward: what it was before is gone.
      const copy = `copy ${spec.tag ?? ''}`;
      const before = backups.find((one) => one.id === copy);
      const at = before ? Math.max(startOf(before), startedAt - spec.copyDaysBehind * DAY_MS) : startedAt;
      const completedAt = before ? at : endedAt;
      const others = backups.filter((one) => one.id !== copy);
      return [...others, { ...made, id: copy, kind: 'full', checkpointAt: at, completedAt }];
    }
  }
}

const startOf = (backup: RetainedBackup): number => (backup.kind === 'redo' ? backup.from : backup.checkpointAt);

function keptUntil({ keep }: StrategySpec, endedAt: number): KeptUntil {
  if (keep === null) return null;
  if (keep.until.kind === 'forever') return 'forever';
  return keep.until.kind === 'days' ? endedAt + keep.until.days * DAY_MS : Date.parse(`${keep.until.date}T00:00:00Z`);
}
