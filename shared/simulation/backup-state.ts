// All that there is at one moment of a simulation: the backups, the archived logs on disk, the room that they take.
// Every change of it goes through here, so that the room always is the sum of what lies there.
import type { RetentionPolicy } from '../retention/backups.ts';
import { redoOnDisk, type RedoOnDisk, type RedoStretch } from './redo-on-disk.ts';
import type { BackupKind, SimulatedBackup } from './backup.ts';
import type { Place } from './place.ts';
import type { StrategySpec } from '../domain/strategy.ts';
import type { Observed } from './sizes.ts';

/** One good run of a strategy. */
export type SimulatedRun = {
  strategyId: string;
  spec: StrategySpec;
  startedAt: number;
  endedAt: number;
  /** What a run that has been wrote in all; `null`: reckoned. */
  bytes: number | null;
  observed: Observed | undefined;
};

/** A DELETE OBSOLETE behind a run that ends at `at`. */
export type Deletion = { policy: RetentionPolicy; at: number };

/** `count`: runs that the backups stand for. */
export type Kept = { what: BackupKind; count: number; bytes: number };

export type BackupState = {
  backups: SimulatedBackup[];
  /** Those of data files, by what they hold. */
  ofFiles: Map<string, SimulatedBackup[]>;
  /** True when some content lies in two places. */
  hasSecondCopies: boolean;
  /** The redo that backups hold, joined where it touches, by time. */
  held: RedoStretch[];
  kept: Map<BackupKind, Kept>;
  redo: RedoOnDisk;
  /** False in NOARCHIVELOG: no log is ever archived. */
  keepsRedo: boolean;
  /** Bytes of backups by place; the archived logs on disk come on top. */
  bytes: Map<Place, number>;
  /** Runs whose end is not reached yet, by their end. */
  unfinished: SimulatedRun[];
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

/**
 * @param ids what the names of its backups begin with
 * @param redoSince the redo before this moment is not on disk any more, as far as anybody knows
 */
export const newBackupState = (ids: string, redoSince: number, keepsRedo: boolean): BackupState => ({
  ids,
  backups: [],
  ofFiles: new Map(),
  hasSecondCopies: false,
  held: [],
  kept: new Map(),
  redo: { logs: [], until: redoSince },
  keepsRedo,
  bytes: new Map(),
  written: { count: 0, bytes: 0 },
  deleted: { count: 0, bytes: 0, redoMs: 0 },
  coveredUntil: null,
  longestUncovered: 0,
  openLogs: new Map(),
  deletions: [],
  unfinished: [],
  count: 0,
});

export function add(state: BackupState, backup: SimulatedBackup): void {
  state.backups.push(backup);
  putWithOthers(state, backup);
  state.hasSecondCopies ||= backup.id !== backup.content;
  state.written.count += 1;
  state.written.bytes += backup.bytes;
  count(state, backup, backup.runs, backup.bytes);
}

/** One more run of archived logs goes into a backup that is there. */
export function enlarge(
  state: BackupState,
  logs: SimulatedBackup & RedoStretch,
  more: RedoStretch,
  bytes: number,
): void {
  logs.from = Math.min(logs.from, more.from);
  logs.until = Math.max(logs.until, more.until);
  logs.bytes += bytes;
  logs.runs += 1;
  hold(state.held, more);
  state.written.bytes += bytes;
  count(state, logs, 1, bytes);
}

function count(state: BackupState, { place, what }: SimulatedBackup, runs: number, bytes: number): void {
  state.bytes.set(place, (state.bytes.get(place) ?? 0) + bytes);
  const kept = state.kept.get(what);
  if (kept) {
    kept.count += runs;
    kept.bytes += bytes;
  } else {
    state.kept.set(what, { what, count: runs, bytes });
  }
}

export function remove(state: BackupState, gone: ReadonlySet<SimulatedBackup>): void {
  if (gone.size === 0) return;
  for (const backup of gone) {
    state.deleted.count += 1;
    state.deleted.bytes += backup.bytes;
    count(state, backup, -backup.runs, -backup.bytes);
  }
  state.backups = state.backups.filter((backup) => !gone.has(backup));
  for (const [key, own] of state.ofFiles) state.ofFiles.set(key, own.filter((backup) => !gone.has(backup)));
  state.held = [];
  for (const backup of state.backups) if (backup.kind === 'redo') hold(state.held, backup);
  for (const [strategyId, backup] of state.openLogs) if (gone.has(backup)) state.openLogs.delete(strategyId);
}

function putWithOthers({ ofFiles, held }: BackupState, backup: SimulatedBackup): void {
  if (backup.kind === 'redo') return hold(held, backup);
  const key = backup.files.join();
  const own = ofFiles.get(key);
  if (own) own.push(backup);
  else ofFiles.set(key, [backup]);
}

/** Mostly the new stretch lies at the end, and touches the last one. */
function hold(held: RedoStretch[], { from, until }: RedoStretch): void {
  const joined = { from, until };
  let at = held.length;
  while (at > 0 && held[at - 1]!.until >= joined.from) {
    at -= 1;
    const other = held[at]!;
    if (other.from > joined.until) continue;
    joined.from = Math.min(joined.from, other.from);
    joined.until = Math.max(joined.until, other.until);
    held.splice(at, 1);
  }
  held.splice(at, 0, joined);
}

/** What lies there when a simulation begins; a copy of each, since copies roll forward. */
export function put(state: BackupState, backups: readonly SimulatedBackup[]): void {
  for (const backup of backups) add(state, { ...backup });
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
