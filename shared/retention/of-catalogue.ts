// The backups that a database itself records, as retention sees them. Pure; how they are asked for is no matter of it.
import type { KeptUntil, RetainedBackup, RetentionPolicy } from './backups.ts';

/** One data file in one backup set, or one copy of it. Times in ms since 1970, changes as SCN. */
export type RecordedFile = {
  /** Names the set or the copy. */
  id: string;
  file: number;
  /** `null` and 0: everything of the file is in it. */
  level: number | null;
  keep: KeptUntil;
  checkpointChange: number;
  /** Of a level 1: its changes begin there. */
  sinceChange: number | null;
  checkpointAt: number;
  completedAt: number;
};

/** One archived log on disk, or in a backup set of them. */
export type RecordedRedo = { id: string; thread: number; from: number; until: number };

export function backupsOfCatalogue(files: readonly RecordedFile[], redo: readonly RecordedRedo[]): RetainedBackup[] {
  const times = new Map(files.map(({ file, checkpointChange, checkpointAt }) => [`${file}/${checkpointChange}`, checkpointAt]));
  const sets = new Map<string, RecordedFile[]>();
  for (const one of files) sets.set(one.id, [...(sets.get(one.id) ?? []), one]);
  return [
    ...[...sets].map(([id, own]) => setOf(id, own, times)),
    ...redo.map((one): RetainedBackup => ({ ...one, kind: 'redo', keep: null })),
  ];
}

/** Files of one set differ in their checkpoints by moments only: the set counts from the first to the last. */
function setOf(id: string, own: readonly RecordedFile[], times: ReadonlyMap<string, number>): RetainedBackup {
  const first = own[0]!;
  const common = {
    id,
    keep: first.keep,
    files: own.map(({ file }) => String(file)),
    checkpointAt: Math.min(...own.map(({ checkpointAt }) => checkpointAt)),
    completedAt: Math.max(...own.map(({ completedAt }) => completedAt)),
  };
  if (first.level !== 1) return { ...common, kind: 'full' };
  // Where the backup below it is gone, only redo leads to where its changes begin: it adds nothing then.
  const since = Math.max(...own.map((one) => times.get(`${one.file}/${one.sinceChange}`) ?? one.checkpointAt));
  return { ...common, kind: 'incremental', since };
}

/** RMAN's own policy from V$RMAN_CONFIGURATION, which holds only what differs from REDUNDANCY 1 (reference §2.3). */
export function configuredPolicy(items: readonly { name: string; value: string }[]): RetentionPolicy | null {
  const value = items.find(({ name }) => name === 'RETENTION POLICY')?.value.toUpperCase();
  if (value === undefined) return { kind: 'redundancy', copies: 1 };
  if (/\bNONE\b/.test(value)) return { kind: 'none' };
  const copies = /REDUNDANCY (\d+)/.exec(value)?.[1];
  if (copies !== undefined) return { kind: 'redundancy', copies: Number(copies) };
  const days = /WINDOW OF (\d+)/.exec(value)?.[1];
  return days === undefined ? null : { kind: 'window', days: Number(days) };
}

/** True when RMAN keeps every log that a standby has not applied or received (reference §2.3). */
export const protectsStandby = (items: readonly { name: string; value: string }[]): boolean =>
  items.some(({ name, value }) => name === 'ARCHIVELOG DELETION POLICY' && /(APPLIED|SHIPPED) ON/i.test(value));
