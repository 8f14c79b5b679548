// What one good run of a strategy does: the backups that it leaves and the archived logs that it deletes. By the rules
// of RMAN (reference §2.5); deletion of what is obsolete is delete-obsolete.ts's.
import { DAY_MS, type KeptUntil } from '../retention/backups.ts';
import type { StrategySpec } from '../domain/strategy.ts';
import { isFilesScope, type FileMode, type FilesScope } from '../domain/strategy/scope.ts';
import { add, cover, grow, nextId, type BackupState } from './backup-state.ts';
import { isLevel0, WHOLE_DATABASE, type BackupKind, type SimulatedBackup } from './backup.ts';
import { placeOf, RECOVERY_AREA } from './place.ts';
import { archiveUntil, backUpLogs, deleteBackedUp, deleteRead } from './redo-on-disk.ts';
import { CONTROL_FILE_BYTES, SPFILE_BYTES, type Observed, type Sizes } from './sizes.ts';

const HOUR_MS = 3_600_000;

export type SimulatedRun = {
  strategyId: string;
  spec: StrategySpec;
  startedAt: number;
  endedAt: number;
  /** What a run that has been wrote in all; `null`: reckoned. */
  bytes: number | null;
  observed: Observed | undefined;
};

export function takeBackup(state: BackupState, run: SimulatedRun, sizes: Sizes): void {
  const { spec } = run;
  if (spec.validateOnly) return;
  if (isFilesScope(spec.scope)) backUpFiles(state, run, spec.scope, sizes);
  else if (spec.scope.kind === 'archived-logs') backUpArchivedLogs(state, run, spec.scope, sizes);
  else if (spec.scope.kind === 'control-file') single(state, run, 'control-file', CONTROL_FILE_BYTES);
  else if (spec.scope.kind === 'spfile') single(state, run, 'spfile', SPFILE_BYTES);
  else if (spec.scope.kind === 'recovery-area') backUpRecoveryArea(state, run, sizes);
  else return;
  const { deleteArchivedLogsBackedUp: times, device } = spec;
  if (times !== null) deleteBackedUp(state.redo, times, device.kind, run.startedAt);
}

function backUpFiles(state: BackupState, run: SimulatedRun, scope: FilesScope, sizes: Sizes): void {
  const { spec, startedAt } = run;
  const files = filesOf(scope);
  const own = state.ofFiles.get(files.join()) ?? [];
  const since = spec.notBackedUpSinceHours;
  const restarted = since !== null && own.some(({ completedAt }) => completedAt >= startedAt - since * HOUR_MS);
  if (!restarted) {
    const { mode } = scope;
    const made =
      mode === 'updated-copy'
        ? updateCopy(state, run, own, files, sizes)
        : filesBackup(state, run, mode, own, files, sizes);
    add(state, made);
  }
  if (scope.plusArchivedLogs && state.keepsRedo) plusArchivedLogs(state, run, sizes);
}

/** Overlapping parts of a database are not known to overlap: each set of names is a thing of its own. */
function filesOf(scope: FilesScope): string[] {
  switch (scope.kind) {
    case 'database':
      return [WHOLE_DATABASE];
    case 'root':
      return ['root'];
    case 'pdbs':
      return scope.pdbs.map((name) => `pdb ${name}`);
    case 'tablespaces':
      return scope.tablespaces.map((name) => `tablespace ${name}`);
    case 'datafiles':
      return scope.datafiles.map((file) => `datafile ${file}`);
  }
}

const FULL_KIND = { full: 'full', 'level-0': 'level-0', 'image-copy': 'image-copy' } as const;

function filesBackup(
  state: BackupState,
  run: SimulatedRun,
  mode: Exclude<FileMode, 'updated-copy'>,
  own: readonly SimulatedBackup[],
  files: string[],
  sizes: Sizes,
): SimulatedBackup {
  if (mode === 'full' || mode === 'level-0' || mode === 'image-copy') {
    return fullBackup(state, run, FULL_KIND[mode], files, run.bytes ?? sizes.full(run.spec, run.observed));
  }
  const isParent = (backup: SimulatedBackup): boolean =>
    backup.keep === null && (isLevel0(backup) || (mode === 'level-1-differential' && backup.kind === 'incremental'));
  const parent = newest(own, isParent);
  // Level 1 without a parent takes level 0, without a word (reference §2.5).
  if (parent === null) return fullBackup(state, run, 'level-0', files, run.bytes ?? sizes.full(run.spec, run.observed));
  return increment(state, run, files, parent, null, sizes);
}

/** Rolls the copy forward with what is old enough, then takes the next increment; the first run makes the copy. */
function updateCopy(
  state: BackupState,
  run: SimulatedRun,
  own: readonly SimulatedBackup[],
  files: string[],
  sizes: Sizes,
): SimulatedBackup {
  const { spec, startedAt } = run;
  const tag = spec.tag ?? '';
  const tagged = own.filter(({ copyTag }) => copyTag === tag);
  const copy = tagged.find(({ what }) => what === 'updated-copy');
  if (copy?.kind !== 'full') {
    const bytes = run.bytes ?? sizes.full({ ...spec, compression: 'none' }, run.observed);
    return { ...fullBackup(state, run, 'updated-copy', files, bytes), copyTag: tag };
  }
  const until = startedAt - spec.copyDaysBehind * DAY_MS;
  for (const one of tagged) {
    if (one.kind !== 'incremental' || one.completedAt > until || one.checkpointAt <= copy.checkpointAt) continue;
    copy.checkpointAt = one.checkpointAt;
    copy.completedAt = Math.max(copy.completedAt, one.completedAt);
  }
  return increment(state, run, files, newest(tagged, () => true) ?? copy, tag, sizes);
}

function increment(
  state: BackupState,
  run: SimulatedRun,
  files: string[],
  parent: SimulatedBackup,
  copyTag: string | null,
  sizes: Sizes,
): SimulatedBackup {
  const since = checkpointOf(parent);
  const bytes = run.bytes ?? sizes.level1(run.spec, run.observed, run.startedAt - since);
  return {
    ...shown(state, run, 'level-1', bytes), kind: 'incremental', files, since, checkpointAt: run.startedAt, copyTag,
  };
}

const fullBackup = (
  state: BackupState,
  run: SimulatedRun,
  what: BackupKind,
  files: string[],
  bytes: number,
): SimulatedBackup => ({ ...shown(state, run, what, bytes), kind: 'full', files, checkpointAt: run.startedAt });

function shown(state: BackupState, run: SimulatedRun, what: BackupKind, bytes: number) {
  const id = nextId(state);
  const { strategyId, spec, endedAt } = run;
  return {
    id, content: id, strategyId, what, place: placeOf(spec), copyTag: null, keep: keptUntil(spec, endedAt),
    completedAt: endedAt, bytes, runs: 1,
  };
}

function keptUntil({ keep }: StrategySpec, at: number): KeptUntil {
  if (keep === null) return null;
  switch (keep.until.kind) {
    case 'days':
      return at + keep.until.days * DAY_MS;
    case 'date':
      return Date.parse(`${keep.until.date}T00:00:00Z`);
    case 'forever':
      return 'forever';
  }
}

const checkpointOf = (backup: SimulatedBackup): number => (backup.kind === 'redo' ? backup.until : backup.checkpointAt);

function newest(backups: readonly SimulatedBackup[], fits: (one: SimulatedBackup) => boolean): SimulatedBackup | null {
  let found: SimulatedBackup | null = null;
  for (const one of backups) {
    if (fits(one) && (found === null || checkpointOf(one) >= checkpointOf(found))) found = one;
  }
  return found;
}

/** The logs up to the end of the data files' backup: RMAN switches and backs up once more behind them. */
function plusArchivedLogs(state: BackupState, run: SimulatedRun, sizes: Sizes): void {
  archiveUntil(state.redo, run.endedAt);
  const choice = { from: -Infinity, until: run.endedAt, notBackedUpTimes: null, device: run.spec.device.kind };
  for (const stretch of backUpLogs(state.redo, choice)) {
    // What a run that has been wrote is counted with its data files.
    const bytes = run.bytes === null ? sizes.logs(run.spec, stretch.until - stretch.from) : 0;
    add(state, { ...shown(state, run, 'archived-logs', bytes), kind: 'redo', thread: 1, ...stretch });
  }
  cover(state, run.endedAt, run.endedAt);
}

type LogsScope = Extract<StrategySpec['scope'], { kind: 'archived-logs' }>;

function backUpArchivedLogs(state: BackupState, run: SimulatedRun, scope: LogsScope, sizes: Sizes): void {
  const bounds = boundsOf(scope, run.startedAt);
  if (bounds === null || !state.keepsRedo) return;
  const { notBackedUpTimes, deleteInput } = scope;
  archiveUntil(state.redo, run.startedAt);
  const read = backUpLogs(state.redo, { ...bounds, notBackedUpTimes, device: run.spec.device.kind });
  if (deleteInput !== 'keep') deleteRead(state.redo, read);
  const redoMs = read.reduce((sum, { from, until }) => sum + until - from, 0);
  for (const stretch of read) {
    const length = stretch.until - stretch.from;
    const bytes = run.bytes === null ? sizes.logs(run.spec, length) : (run.bytes * length) / Math.max(1, redoMs);
    addLogs(state, run, stretch, bytes);
  }
  if (bounds.until >= run.startedAt && read.length > 0) cover(state, run.startedAt, run.endedAt);
}

/** Adds to the strategy's backup of the same day where the redo touches it, else begins another. */
function addLogs(state: BackupState, run: SimulatedRun, { from, until }: { from: number; until: number }, bytes: number): void {
  const open = state.openLogs.get(run.strategyId);
  if (open?.kind === 'redo' && from <= open.until && until >= open.from) {
    open.from = Math.min(open.from, from);
    open.until = Math.max(open.until, until);
    open.completedAt = run.startedAt;
    open.bytes += bytes;
    open.runs += 1;
    grow(state, open.place, bytes);
    return;
  }
  // A short run counts from its start: at midnight the logs of a whole day must not hang on its last minute.
  const begun: SimulatedBackup = {
    ...shown(state, run, 'archived-logs', bytes), kind: 'redo', thread: 1, from, until, completedAt: run.startedAt,
  };
  add(state, begun);
  if (begun.keep === null) state.openLogs.set(run.strategyId, begun);
}

/** `null`: SCNs and sequences say nothing about moments. */
function boundsOf({ range }: LogsScope, startedAt: number): { from: number; until: number } | null {
  if (range.by === 'all') return { from: -Infinity, until: startedAt };
  if (range.by !== 'time') return null;
  const momentOf = (moment: typeof range.from): number | null =>
    moment === null ? null : moment.kind === 'ago' ? startedAt - moment.hours * HOUR_MS : Date.parse(`${moment.moment}:00Z`);
  return { from: momentOf(range.from) ?? -Infinity, until: Math.min(startedAt, momentOf(range.until) ?? startedAt) };
}

function single(state: BackupState, run: SimulatedRun, what: 'control-file' | 'spfile', bytes: number): void {
  add(state, fullBackup(state, run, what, [what], run.bytes ?? bytes));
}

/** A second copy of what lies in the recovery area and has none there yet, archived logs included (reference §2.5). */
function backUpRecoveryArea(state: BackupState, run: SimulatedRun, sizes: Sizes): void {
  const place = placeOf(run.spec);
  const there = new Set(state.backups.filter((one) => one.place === place).map(({ content }) => content));
  const area = state.backups.filter(
    ({ place: from, content, completedAt }) =>
      from === RECOVERY_AREA && !there.has(content) && completedAt <= run.startedAt,
  );
  for (const one of area) {
    add(state, { ...one, id: nextId(state), place, completedAt: run.endedAt, strategyId: run.strategyId });
  }
  if (!state.keepsRedo) return;
  archiveUntil(state.redo, run.startedAt);
  const choice = { from: -Infinity, until: run.startedAt, notBackedUpTimes: 1, device: run.spec.device.kind };
  for (const stretch of backUpLogs(state.redo, choice)) {
    addLogs(state, run, stretch, sizes.logs({ ...run.spec, compression: 'none' }, stretch.until - stretch.from));
  }
  cover(state, run.startedAt, run.endedAt);
}
