// Which backups the retention policy no longer needs, and which files need a backup (reference §5.5). Pure.
import type { Retention } from '../language/commands.ts';
import type { ArchivedLog, BackupSet, FileCopy, SimulatedDatabase } from '../state/model.ts';

export type Policy = { redundancy: number } | { windowDays: number };

export interface Obsolete {
  sets: BackupSet[];
  copies: FileCopy[];
  logs: ArchivedLog[];
}

/** The policy of a command: its own, else the configured one; null when that is NONE. */
export function policyOf(database: SimulatedDatabase, given: Retention): Policy | null {
  if (given !== null) return given;
  const configured = database.configuration['RETENTION POLICY'] ?? 'TO REDUNDANCY 1';
  const redundancy = /REDUNDANCY (\d+)/.exec(configured);
  if (redundancy !== null) return { redundancy: Number(redundancy[1]) };
  const window = /WINDOW OF (\d+)/.exec(configured);
  return window === null ? null : { windowDays: Number(window[1]) };
}

interface Full {
  scn: number;
  time: number;
  set: BackupSet | null;
  copy: FileCopy | null;
}

const isUsable = (set: BackupSet): boolean =>
  set.pieces.length > 0 && set.pieces.some((piece) => piece.status === 'AVAILABLE');

/** Full backups and copies of one file (0: the control file), newest first. */
function fulls(database: SimulatedDatabase, file: number): Full[] {
  const fromSets = database.sets
    .filter((set) => set.level !== 1 && isUsable(set))
    .flatMap((set) => {
      const entry = set.files.find((one) => one.file === file);
      if (entry !== undefined) return [{ scn: entry.scn, time: entry.time, set, copy: null }];
      return file === 0 && set.controlfile ? [{ scn: 0, time: set.completed, set, copy: null }] : [];
    });
  const kind = file === 0 ? 'controlfile' : 'datafile';
  const fromCopies = database.copies
    .filter((copy) => copy.kind === kind && copy.file === file && copy.status === 'AVAILABLE')
    .map((copy) => ({ scn: copy.scn, time: copy.time, set: null, copy }));
  return [...fromSets, ...fromCopies].sort((a, b) => b.time - a.time || (b.set?.key ?? 0) - (a.set?.key ?? 0));
}

/** The fulls of a file that the policy keeps. */
function kept(all: readonly Full[], policy: Policy, now: number): Full[] {
  if ('redundancy' in policy) return all.slice(0, policy.redundancy);
  const start = now - policy.windowDays * 86_400_000;
  const firstBefore = all.findIndex((full) => full.time <= start);
  return firstBefore < 0 ? [...all] : all.slice(0, firstBefore + 1);
}

const isProtected = (one: { keep: { until: number | null } | null }, now: number): boolean =>
  one.keep !== null && (one.keep.until === null || one.keep.until > now);

/** A set goes only when every file in it is obsolete; a kept full keeps the increments and logs after it. */
export function obsoleteBackups(database: SimulatedDatabase, policy: Policy, now: number): Obsolete {
  const files = [0, ...database.datafiles.map((file) => file.file)];
  const keptSets = new Set<number>();
  const keptCopies = new Set<number>();
  const oldestKept = new Map<number, number>();
  for (const file of files) {
    const all = fulls(database, file);
    for (const full of kept(all, policy, now)) {
      if (full.set !== null) keptSets.add(full.set.key);
      if (full.copy !== null) keptCopies.add(full.copy.recid);
      if (file !== 0) oldestKept.set(file, Math.min(oldestKept.get(file) ?? Infinity, full.scn));
    }
  }
  const everyFileCovered = database.datafiles.every((file) => oldestKept.has(file.file));
  const floor = everyFileCovered ? Math.min(...oldestKept.values()) : 0;
  const isObsoleteSet = (set: BackupSet): boolean => {
    if (isProtected(set, now) || keptSets.has(set.key)) return false;
    if (set.kind === 'archivelog') return set.logs.every((log) => log.nextScn <= floor);
    if (set.level === 1) return set.files.every((entry) => entry.scn < (oldestKept.get(entry.file) ?? 0));
    const dataFiles = set.files.filter((entry) => entry.file !== 0);
    return dataFiles.length > 0 || set.controlfile || set.spfile;
  };
  return {
    sets: database.sets.filter(isObsoleteSet),
    copies: database.copies.filter(
      (copy) => copy.kind !== 'archivelog' && !isProtected(copy, now) && !keptCopies.has(copy.recid),
    ),
    logs: database.logs.filter((log) => log.nextScn <= floor),
  };
}

/** Files with fewer fulls than the policy asks for, with how many they have (or days since the last). */
export function needingBackup(
  database: SimulatedDatabase,
  policy: Policy,
  now: number,
): { file: number; path: string; have: number }[] {
  return database.datafiles.flatMap((file) => {
    const all = fulls(database, file.file);
    if ('redundancy' in policy) {
      return all.length < policy.redundancy ? [{ file: file.file, path: file.path, have: all.length }] : [];
    }
    const start = now - policy.windowDays * 86_400_000;
    const newest = all[0];
    const covered = newest !== undefined && (newest.time <= start || database.created > start || newest.time > start);
    const days = newest === undefined ? Math.floor((now - database.created) / 86_400_000) : 0;
    return covered ? [] : [{ file: file.file, path: file.path, have: days }];
  });
}
