// What one good run of a strategy does: the backups that it leaves and the archived logs that it deletes. By the rules
// of RMAN (reference §2.5); deletion of what is obsolete is delete-obsolete.ts's.
import { DAY_MS, type KeptUntil } from '../retention/backups.ts';
import type { StrategySpec } from '../domain/strategy.ts';
import { isFilesScope, type FileMode, type FilesScope, type LogMoment } from '../domain/strategy/scope.ts';
import { add, cover, enlarge, nextId, type BackupState, type SimulatedRun } from './backup-state.ts';
import { isLevel0, WHOLE_DATABASE, type BackupKind, type SimulatedBackup } from './backup.ts';
import { placeOf, RECOVERY_AREA } from './place.ts';
import { archiveUntil, backUpLogs, deleteBackedUp, deleteRead, type RedoStretch } from './redo-on-disk.ts';
import { CONTROL_FILE_BYTES, SPFILE_BYTES, type Sizes } from './sizes.ts';

const HOUR_MS = 3_600_000;

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
  const parent = own.findLast((backup) => isParent(backup, mode));
  // Level 1 without a parent takes level 0, without a word (reference §2.5).
  if (parent === undefined) return fullBackup(state, run, 'level-0', files, run.bytes ?? sizes.full(run.spec, run.observed));
  return increment(state, run, files, parent, null, sizes);
}

/** The newest of these is the parent; what belongs to an updated copy is left to it. */
function isParent(backup: SimulatedBackup, mode: FileMode): boolean {
  if (backup.keep !== null || backup.copyTag !== null) return false;
  return isLevel0(backup) || (mode === 'level-1-differential' && backup.kind === 'incremental');
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
  const isOurs = (backup: SimulatedBackup): boolean => backup.copyTag === tag;
  const copy = own.find((backup) => isOurs(backup) && backup.what === 'updated-copy');
  if (copy?.kind !== 'full') {
    const bytes = run.bytes ?? sizes.full({ ...spec, compression: 'none' }, run.observed);
    return { ...fullBackup(state, run, 'updated-copy', files, bytes), copyTag: tag };
  }
  const parent = own.findLast(isOurs) ?? copy;
  rollForward(copy, own, startedAt - spec.copyDaysBehind * DAY_MS);
  return increment(state, run, files, parent, tag, sizes);
}

type Copy = Extract<SimulatedBackup, { kind: 'full' }>;

/** RECOVER COPY … UNTIL TIME: with every increment of its own that was complete by then. */
function rollForward(copy: Copy, own: readonly SimulatedBackup[], until: number): void {
  const before = copy.checkpointAt;
  for (let index = own.length - 1; index >= 0; index -= 1) {
    const one = own[index]!;
    if (one.kind !== 'incremental') continue;
    if (one.checkpointAt <= before) return;
    if (one.copyTag !== copy.copyTag || one.completedAt > until || one.checkpointAt <= copy.checkpointAt) continue;
    copy.checkpointAt = one.checkpointAt;
    copy.completedAt = Math.max(copy.completedAt, one.completedAt);
  }
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

/** The logs up to the end of the data files' backup: RMAN switches and backs up once more behind them. */
function plusArchivedLogs(state: BackupState, run: SimulatedRun, sizes: Sizes): void {
  archiveUntil(state.redo, run.endedAt);
  const choice = { from: -Infinity, until: run.endedAt, notBackedUpTimes: null, device: run.spec.device.kind };
  for (const stretch of backUpLogs(state.redo, choice)) {
    // What a run that has been wrote is counted with its data files.
    const bytes = run.bytes === null ? sizes.logs(run.spec, stretch.until - stretch.from) : 0;
    add(state, { ...shown(state, run, 'archived-logs', bytes), kind: 'redo', thread: 1, ...stretch });
  }
  // The logs before the data files, then those of their backup: in between, other runs of the database wait.
  cover(state, run.startedAt, run.startedAt);
  cover(state, run.endedAt, run.endedAt);
}

type LogsScope = Extract<StrategySpec['scope'], { kind: 'archived-logs' }>;

function backUpArchivedLogs(state: BackupState, run: SimulatedRun, scope: LogsScope, sizes: Sizes): void {
  const { range, notBackedUpTimes, deleteInput } = scope;
  if (!state.keepsRedo || range.by === 'scn' || range.by === 'sequence') return;
  const { startedAt } = run;
  const from = range.by === 'all' ? -Infinity : (momentOf(range.from, startedAt) ?? -Infinity);
  const until = range.by === 'all' ? startedAt : Math.min(startedAt, momentOf(range.until, startedAt) ?? startedAt);
  archiveUntil(state.redo, startedAt);
  const read = backUpLogs(state.redo, { from, until, notBackedUpTimes, device: run.spec.device.kind });
  if (read.length === 0) return;
  if (deleteInput !== 'keep') deleteRead(state.redo, read);
  const redoMs = lengthOf(read);
  for (const stretch of read) {
    const length = stretch.until - stretch.from;
    addLogs(state, run, stretch, run.bytes === null ? sizes.logs(run.spec, length) : (run.bytes * length) / redoMs);
  }
  if (until >= startedAt) cover(state, startedAt, run.endedAt);
}

const lengthOf = (stretches: readonly RedoStretch[]): number =>
  stretches.reduce((sum, { from, until }) => sum + until - from, 0);

/** Adds to the strategy's backup of the same day where the redo touches it, else begins another. */
function addLogs(state: BackupState, run: SimulatedRun, { from, until }: RedoStretch, bytes: number): void {
  const open = state.openLogs.get(run.strategyId);
  if (open?.kind === 'redo' && from <= open.until && until >= open.from) {
    open.completedAt = run.startedAt;
    enlarge(state, open, { from, until }, bytes);
    return;
  }
  // A short run counts from its start: at midnight the logs of a whole day must not hang on its last minute.
  const begun: SimulatedBackup = {
    ...shown(state, run, 'archived-logs', bytes), kind: 'redo', thread: 1, from, until, completedAt: run.startedAt,
  };
  add(state, begun);
  if (begun.keep === null) state.openLogs.set(run.strategyId, begun);
}

/** The server's clock is taken to show UTC: what it shows, nobody here can know. */
function momentOf(moment: LogMoment | null, startedAt: number): number | null {
  if (moment === null) return null;
  return moment.kind === 'ago' ? startedAt - moment.hours * HOUR_MS : Date.parse(`${moment.moment}:00Z`);
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
