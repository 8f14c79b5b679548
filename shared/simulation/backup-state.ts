// All that there is at one moment of a simulation: the backups, the archived logs on disk, the room that they take.
// Every change of it goes through here, so that the room always is the sum of what lies there.
import type { RetentionPolicy } from '../retention/backups.ts';
import { redoOnDisk, type RedoOnDisk } from './redo-on-disk.ts';
import type { SimulatedBackup } from './backup.ts';
import type { Place } from './place.ts';

/** A DELETE OBSOLETE behind a run that ends at `at`. */
export type Deletion = { policy: RetentionPolicy; at: number };

export type BackupState = {
  backups: SimulatedBackup[];
  /** Those of data files, by what they hold. */
  ofFiles: Map<string, SimulatedBackup[]>;
  redo: RedoOnDisk;
  /** False in NOARCHIVELOG: no log is ever archived. */
  keepsRedo: boolean;
  /** Bytes of backups by place; the archived logs on disk come on top. */
  bytes: Map<Place, number>;
  written: { count: number; bytes: number };
  deleted: { count: number; bytes: number; redoMs: number };
  /** End of the newest redo that a backup holds; `null`: none does. */
  coveredUntil: number | null;
  /** The longest that redo was without a backup, since it was last set to 0. */
  longestUncovered: number;
  /** The archived-log backup of each strategy that its next run today adds to. */
  openLogs: Map<string, SimulatedBackup>;
  /** Those that have not been done yet. */
  deletions: Deletion[];
  ids: string;
  /** How many ids were made. */
  count: number;
};

/** `ids`: what the names of its backups begin with. `redoSince`: the redo before this moment is not on disk any more, as far as anybody knows. */
export const newBackupState = (ids: string, redoSince: number, keepsRedo: boolean): BackupState => ({
  ids,
  backups: [],
  ofFiles: new Map(),
  redo: { logs: [], until: redoSince },
  keepsRedo,
  bytes: new Map(),
  written: { count: 0, bytes: 0 },
  deleted: { count: 0, bytes: 0, redoMs: 0 },
  coveredUntil: null,
  longestUncovered: 0,
  openLogs: new Map(),
  deletions: [],
  count: 0,
});

export function add(state: BackupState, backup: SimulatedBackup): void {
  state.backups.push(backup);
  putWithFiles(state, backup);
  grow(state, backup.place, backup.bytes);
  state.written.count += 1;
}

function putWithFiles({ ofFiles }: BackupState, backup: SimulatedBackup): void {
  if (backup.kind === 'redo') return;
  const key = backup.files.join();
  const own = ofFiles.get(key);
  if (own) own.push(backup);
  else ofFiles.set(key, [backup]);
}

/** What lies there when a simulation begins. */
export function put(state: BackupState, backups: readonly SimulatedBackup[]): void {
  for (const backup of backups) {
    // A copy of each: the question stays as it is while copies roll forward.
    add(state, { ...backup });
  }
}

/** More bytes into a place; what they belong to is the caller's. */
export function grow(state: BackupState, place: Place, bytes: number): void {
  state.bytes.set(place, (state.bytes.get(place) ?? 0) + bytes);
  state.written.bytes += bytes;
}

export function remove(state: BackupState, gone: ReadonlySet<SimulatedBackup>): void {
  if (gone.size === 0) return;
  for (const { place, bytes } of gone) {
    state.bytes.set(place, (state.bytes.get(place) ?? 0) - bytes);
    state.deleted.count += 1;
    state.deleted.bytes += bytes;
  }
  state.backups = state.backups.filter((backup) => !gone.has(backup));
  state.ofFiles.clear();
  for (const backup of state.backups) putWithFiles(state, backup);
  for (const [strategyId, backup] of state.openLogs) if (gone.has(backup)) state.openLogs.delete(strategyId);
}

/** Bytes in every place at `now`, archived logs on disk included. */
export function bytesByPlace(
  state: BackupState,
  now: number,
  logsPlace: Place,
  redoBytes: (ms: number) => number,
): Map<Place, number> {
  const bytes = new Map(state.bytes);
  const redo = state.keepsRedo ? redoBytes(redoOnDisk(state.redo, now)) : 0;
  if (redo > 0) bytes.set(logsPlace, (bytes.get(logsPlace) ?? 0) + redo);
  return bytes;
}

/** A backup of redo up to `until` was complete at `at`. */
export function cover(state: BackupState, until: number, at: number): void {
  if (state.coveredUntil !== null) {
    state.longestUncovered = Math.max(state.longestUncovered, at - state.coveredUntil);
  }
  state.coveredUntil = Math.max(state.coveredUntil ?? -Infinity, until);
}

export const nextId = (state: BackupState): string => `${state.ids}${(state.count += 1)}`;
