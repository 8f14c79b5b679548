// What there is today, from the good runs that have been: the same rules as for days to come, with the times and sizes
// that were. What was deleted by hand, or by somebody else, it cannot know.
import type { StrategySpec } from '../domain/strategy.ts';
import { DAY_MS } from '../retention/backups.ts';
import { newBackupState, type BackupState } from './backup-state.ts';
import { deleteObsolete, policyOf } from './delete-obsolete.ts';
import type { Figures } from './figures.ts';
import { sizesOf } from './sizes.ts';
import type { StartState } from './simulate.ts';
import { takeBackup } from './take-backup.ts';

/** A good run as it was. */
export type PastRun = {
  strategyId: string;
  spec: StrategySpec;
  startedAt: number;
  endedAt: number;
  /** Bytes of all that it wrote; `null` where nobody could look. */
  bytes: number | null;
  nothingToDo: boolean;
};

/** `runs`: oldest first. Redo from before the first of them counts as gone. */
export function replay(runs: readonly PastRun[], figures: Figures, now: number): StartState {
  const sizes = sizesOf(figures);
  const state = newBackupState('p', runs[0]?.startedAt ?? now, figures.keepsRedo.value);
  let day = 0;
  for (const run of runs) {
    const { strategyId, spec, startedAt, endedAt, bytes, nothingToDo } = run;
    if (nothingToDo) continue;
    day = newDay(state, day, startedAt);
    takeBackup(state, { strategyId, spec, startedAt, endedAt, bytes, observed: undefined }, sizes);
    const { deleteObsolete: wanted } = spec.afterwards;
    if (wanted !== null) deleteObsolete(state, policyOf(wanted, figures), endedAt, [...daysFrom(state, endedAt)]);
  }
  return {
    backups: state.backups,
    logsOnDisk: state.redo.logs,
    archivedUntil: state.redo.until,
    coveredUntil: state.coveredUntil,
  };
}

/** Archived-log backups of one day are one; days of any clock do. */
function newDay(state: BackupState, day: number, at: number): number {
  const today = Math.floor(at / DAY_MS);
  if (today !== day) state.openLogs.clear();
  return today;
}

function* daysFrom({ redo }: BackupState, until: number): Generator<number> {
  for (let at = redo.logs[0]?.from ?? until; at < until; at += DAY_MS) yield at;
}
