// What a retention policy no longer needs, by RMAN's own rules (reference §5.5), and the window that is left. Pure: it
// deletes nothing, and does not know what RMAN will be told.
import { DAY_MS, type FullBackup, type RetainedBackup, type RetentionPolicy } from './backups.ts';
import { newestRedo, recoveryWindow, type RecoveryWindow, type WindowQuestion } from './window.ts';

export type Obsolescence<Backup extends RetainedBackup> = {
  kept: Backup[];
  /** What `DELETE OBSOLETE` takes. */
  obsolete: Backup[];
  /** How far back the database can be restored from what is kept. */
  window: RecoveryWindow;
};

/**
 * - REDUNDANCY n keeps the newest n full backups or copies of every file; RECOVERY WINDOW OF n DAYS keeps the newest
 *   one whose checkpoint is n days old or older, and all that are newer.
 * - A level 1 backup and redo are needed as long as they are newer than the oldest full backup that is kept of a file.
 * - Retention looks at files, deletion at sets: a set goes when it is needed for none of its files.
 * - An archival backup (KEEP) is exempt until its day, and obsolete from then on; it never counts as one of the copies.
 * - A file without a full backup needs everything that there is of it.
 *
 * Both lists keep the order of `backups`. `question.files` names the files that the database has now: redo is kept for
 * these alone.
 */
export function obsoleteOf<Backup extends RetainedBackup>(
  backups: readonly Backup[],
  policy: RetentionPolicy,
  now: number,
  question: WindowQuestion = {},
): Obsolescence<Backup> {
  const { kept, obsolete } = dividedByPolicy(backups, policy, now, question.files);
  const online = question.online ?? newestRedo(backups);
  const files = question.files ?? namesIn(backups);
  return { kept, obsolete, window: recoveryWindow(kept, now, { ...question, files, online }) };
}

/** The same without the window, for whoever asks a hundred times. */
export function dividedByPolicy<Backup extends RetainedBackup>(
  backups: readonly Backup[],
  policy: RetentionPolicy,
  now: number,
  files?: Iterable<string>,
): Omit<Obsolescence<Backup>, 'window'> {
  const needed = policy.kind === 'none' ? null : neededSince(backups, policy, now);
  const redoSince = needed && redoNeededSince(needed, files);
  const kept: Backup[] = [];
  const obsolete: Backup[] = [];
  for (const backup of backups) {
    const goes = needed !== null && isObsolete(backup, needed, redoSince!, now);
    (goes ? obsolete : kept).push(backup);
  }
  return { kept, obsolete };
}

/** By file: the checkpoint of the oldest full backup that the policy keeps of it. */
type Needed = ReadonlyMap<string, number>;

function neededSince(
  backups: readonly RetainedBackup[],
  policy: Exclude<RetentionPolicy, { kind: 'none' }>,
  now: number,
): Needed {
  const checkpoints = new Map<string, number[]>();
  for (const backup of backups) {
    if (backup.kind === 'redo') continue;
    for (const file of backup.files) {
      const own = checkpoints.get(file) ?? [];
      if (own.length === 0) checkpoints.set(file, own);
      if (isCounted(backup)) own.push(backup.checkpointAt);
    }
  }
  const needed = new Map<string, number>();
  for (const [file, own] of checkpoints) {
    own.sort((left, right) => right - left);
    needed.set(file, oldestKept(own, policy, now));
  }
  return needed;
}

const isCounted = (backup: RetainedBackup): backup is FullBackup => backup.kind === 'full' && backup.keep === null;

/** `checkpoints`: newest first. */
function oldestKept(
  checkpoints: readonly number[],
  policy: Exclude<RetentionPolicy, { kind: 'none' }>,
  now: number,
): number {
  if (policy.kind === 'redundancy') return checkpoints[policy.copies - 1] ?? -Infinity;
  const begin = now - policy.days * DAY_MS;
  return checkpoints.find((at) => at <= begin) ?? -Infinity;
}

function redoNeededSince(needed: Needed, files: Iterable<string> | undefined): number {
  let since = Infinity;
  for (const file of files ?? needed.keys()) since = Math.min(since, needed.get(file) ?? -Infinity);
  return since === Infinity ? -Infinity : since;
}

function isObsolete(backup: RetainedBackup, needed: Needed, redoSince: number, now: number): boolean {
  if (backup.keep === 'forever') return false;
  if (backup.keep !== null) return backup.keep <= now;
  if (backup.kind === 'redo') return backup.until <= redoSince;
  const { checkpointAt, kind, files } = backup;
  // A level 1 of the very checkpoint that a kept full backup has adds nothing to it.
  return files.every((file) => {
    const since = needed.get(file)!;
    return kind === 'full' ? checkpointAt < since : checkpointAt <= since;
  });
}

function namesIn(backups: readonly RetainedBackup[]): Set<string> {
  const names = new Set<string>();
  for (const backup of backups) if (backup.kind !== 'redo') for (const file of backup.files) names.add(file);
  return names;
}
