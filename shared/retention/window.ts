// How far back a database can be brought to any moment, from the backups there are. Pure; knows no retention policy.
import { DAY_MS, type RetainedBackup, type RetainedFiles } from './backups.ts';

export type RecoveryWindow = {
  /** From here on every moment until now can be restored; `null`: not even the present one. */
  from: number | null;
  /** The same in days, with fractions; 0 when nothing can be restored. */
  days: number;
  /** The file that can be restored least far back, or not at all; `null` without any file. */
  limitedBy: string | null;
};

export type WindowQuestion = {
  /** The files that make up the database; by default all that have a backup. */
  files?: Iterable<string>;
  /** By thread, since when its redo is in the online logs; by default since the end of its newest archived redo. */
  online?: ReadonlyMap<number, number>;
  /** `assumed` takes all redo to be there: for when nothing is known of it. */
  redo?: 'recorded' | 'assumed';
};

type Stretch = { from: number; until: number };

/** The window at `now`. A hole in the redo ends it, unless a level 1 backup leads over it. */
export function recoveryWindow(
  backups: readonly RetainedBackup[],
  now: number,
  { files, online, redo = 'recorded' }: WindowQuestion = {},
): RecoveryWindow {
  const stretches = redo === 'assumed' ? EVERYTHING : stretchesOf(backups, online ?? newestRedo(backups), now);
  const byFile = backupsByFile(backups);
  let limit: { file: string; from: number | null } | null = null;
  for (const file of files ?? byFile.keys()) {
    const from = earliest(byFile.get(file) ?? [], stretches, now);
    if (from === null) return { from: null, days: 0, limitedBy: file };
    if (limit === null || from > limit.from!) limit = { file, from };
  }
  if (limit === null) return { from: null, days: 0, limitedBy: null };
  return { from: limit.from, days: Math.max(0, (now - limit.from!) / DAY_MS), limitedBy: limit.file };
}

const EVERYTHING: readonly Stretch[] = [{ from: -Infinity, until: Infinity }];

/** The end of the newest archived redo of every thread. */
export function newestRedo(backups: readonly RetainedBackup[]): Map<number, number> {
  const newest = new Map<number, number>();
  for (const one of backups) {
    if (one.kind === 'redo') newest.set(one.thread, Math.max(newest.get(one.thread) ?? -Infinity, one.until));
  }
  return newest;
}

/** Every file's full and level 1 backups, oldest checkpoint first. */
function backupsByFile(backups: readonly RetainedBackup[]): Map<string, RetainedFiles[]> {
  const byFile = new Map<string, RetainedFiles[]>();
  for (const one of backups) {
    if (one.kind === 'redo') continue;
    for (const file of one.files) {
      const own = byFile.get(file);
      if (own) own.push(one);
      else byFile.set(file, [one]);
    }
  }
  for (const own of byFile.values()) own.sort((left, right) => left.checkpointAt - right.checkpointAt);
  return byFile;
}

/**
 * The first moment from which on one file can be restored to any. A full backup is a state to start from; a level 1 is
 * one when some earlier state can be brought to where its changes begin, by redo or by other level 1 backups.
 */
function earliest(own: readonly RetainedFiles[], stretches: readonly Stretch[], now: number): number | null {
  const last = stretches.at(-1);
  if (!last || last.until < now) return null;
  let reach = -Infinity;
  let found: number | null = null;
  for (const one of own) {
    if (one.kind === 'incremental' && reach < one.since) continue;
    reach = Math.max(reach, redoLeadsTo(one.checkpointAt, stretches));
    if (one.checkpointAt >= last.from && one.completedAt <= now && (found === null || one.completedAt < found)) {
      found = one.completedAt;
    }
  }
  return found;
}

/** How far the redo leads from a checkpoint without a hole. */
function redoLeadsTo(checkpointAt: number, stretches: readonly Stretch[]): number {
  for (let index = stretches.length - 1; index >= 0; index -= 1) {
    const { from, until } = stretches[index]!;
    if (from <= checkpointAt) return Math.max(until, checkpointAt);
  }
  return checkpointAt;
}

/** Where the redo of all threads is there. What the newest logs do not hold yet is in the online logs. */
function stretchesOf(
  backups: readonly RetainedBackup[],
  online: ReadonlyMap<number, number>,
  now: number,
): readonly Stretch[] {
  const threads = new Map<number, Stretch[]>();
  const add = (thread: number, stretch: Stretch): void => {
    const own = threads.get(thread);
    if (own) own.push(stretch);
    else threads.set(thread, [stretch]);
  };
  for (const one of backups) if (one.kind === 'redo') add(one.thread, { from: one.from, until: one.until });
  for (const [thread, since] of online) add(thread, { from: since, until: Math.max(now, since) });
  const joined = [...threads.values()].map(joinedUp);
  return joined.length === 0 ? [] : joined.reduce(intersection);
}

function joinedUp(stretches: Stretch[]): Stretch[] {
  stretches.sort((left, right) => left.from - right.from);
  const joined: Stretch[] = [];
  for (const one of stretches) {
    const last = joined.at(-1);
    if (last && one.from <= last.until) last.until = Math.max(last.until, one.until);
    else joined.push({ ...one });
  }
  return joined;
}

function intersection(left: readonly Stretch[], right: readonly Stretch[]): Stretch[] {
  const common: Stretch[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const from = Math.max(left[i]!.from, right[j]!.from);
    const until = Math.min(left[i]!.until, right[j]!.until);
    if (from < until) common.push({ from, until });
    if (left[i]!.until < right[j]!.until) i += 1;
    else j += 1;
  }
  return common;
}
