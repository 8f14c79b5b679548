// What excludes what in a strategy, each with its field and a reason that can be read (reference §2.5). Pure.
import type { ErrorParams } from '../../errors/app-error.ts';
import type { FieldProblemCode } from '../../errors/field-problem.ts';
import { autobackupFormatProblems, formatProblems, type FormatKind } from '../../rman/format-string.ts';
import { customScriptProblems } from '../../rman/custom-script.ts';
import type { StrategySpec } from '../strategy.ts';
import { dataPumpProblems } from './data-pump-rules.ts';
import { familyOf, idleOptions, NOT_FOR } from './applies.ts';
import { isFilesScope, type FilesScope, type LogRange } from './scope.ts';

export type RuleProblem = { path: string; code: FieldProblemCode; params: ErrorParams };

/** Fields that no rule reads: they may be wrong while the others are judged. */
const UNREAD = new Set<unknown>(['name', 'notes', 'schedule', 'missed', 'retries', 'notifications', 'accepted']);

/** Issues that leave a value of the wrong shape; a text or number that is no good still is one. */
const SHAPELESS = new Set<unknown>(['invalid_type', 'invalid_union', 'invalid_value', 'invalid_key', 'invalid_element']);

type Issue = { path?: PropertyKey[] | undefined; code?: string | undefined };

/** True when everything that the rules read has its right shape. */
export function canBeJudged(issues: readonly Issue[]): boolean {
  return issues.every(({ path = [], code }) => UNREAD.has(path[0]) || !SHAPELESS.has(code));
}

/** Every combination that RMAN refuses, or that would silently do something else than it says. */
export function ruleProblems(spec: StrategySpec): RuleProblem[] {
  return [
    ...idleOptions(spec).map((key) => problem(key, NOT_FOR[familyOf(spec.scope)])),
    ...scopeProblems(spec),
    ...placeProblems(spec),
    ...setProblems(spec),
    ...keepProblems(spec),
    ...validateProblems(spec),
    ...afterwardsProblems(spec),
  ];
}

const problem = (path: string, code: FieldProblemCode, params: ErrorParams = {}): RuleProblem => ({
  path,
  code,
  params,
});
const when = (wrong: boolean, path: string, code: FieldProblemCode): RuleProblem[] =>
  wrong ? [problem(path, code)] : [];

function scopeProblems(spec: StrategySpec): RuleProblem[] {
  const { scope, device } = spec;
  if (isFilesScope(scope)) return filesProblems(scope, spec);
  if (scope.kind === 'archived-logs') return rangeProblems(scope.range);
  if (scope.kind === 'custom-script') {
    return customScriptProblems(scope.text).map(({ code, params }) => problem('scope.text', code, params));
  }
  if (scope.kind === 'data-pump') return dataPumpProblems(scope, spec).map(({ path, code }) => problem(path, code));
  if (scope.kind !== 'recovery-area') return [];
  const { destination } = scope;
  return [
    ...when(device.kind === 'disk' && destination === null, 'scope.destination', 'area.destination'),
    ...when(device.kind === 'sbt' && destination !== null, 'scope.destination', 'area.destination-tape'),
    ...(destination === null ? [] : directoryProblems(destination)),
  ];
}

function filesProblems(scope: FilesScope, { device, tag, copyDaysBehind: behind }: StrategySpec): RuleProblem[] {
  const copies = familyOf(scope) === 'copies';
  const updated = scope.mode === 'updated-copy';
  return [
    ...when(copies && device.kind === 'sbt', 'device.kind', 'copy.disk'),
    ...when(updated && tag === null, 'tag', 'copy.tag'),
    // RECOVER COPY OF takes the database, tablespaces and data files (reference §2.7).
    ...when(updated && (scope.kind === 'root' || scope.kind === 'pdbs'), 'scope.mode', 'copy.scope'),
    ...when(!updated && copies && behind > 0, 'copyDaysBehind', 'copy.behind'),
  ];
}

function rangeProblems(range: LogRange): RuleProblem[] {
  if (range.by === 'all') return [];
  if (range.from === null && range.until === null) return [problem('scope.range.from', 'range.empty')];
  if (range.by === 'time') return [];
  return when(range.from !== null && range.until !== null && range.from > range.until, 'scope.range.until', 'range.order');
}

function placeProblems(spec: StrategySpec): RuleProblem[] {
  const { scope, device, format, perChannel, channels, controlFile } = spec;
  if (scope.kind === 'custom-script' || scope.kind === 'data-pump') return [];
  const kind: FormatKind = device.kind === 'sbt' ? 'tape' : familyOf(scope) === 'copies' ? 'copy' : 'piece';
  const channelFormats = perChannel.flatMap((one, index) =>
    one.format === null
      ? []
      : format === null
        ? formatProblems(one.format, kind).map(at(`perChannel.${index}.format`))
        : [problem(`perChannel.${index}.format`, 'channel.format')],
  );
  return [
    ...(format === null ? [] : formatProblems(format, kind).map(at('format'))),
    ...when(scope.kind === 'recovery-area' && device.kind === 'disk' && format !== null, 'format', 'area.format'),
    ...channelFormats,
    ...when(perChannel.length > Math.max(channels, 0), 'channels', 'channels.fewer'),
    ...(controlFile.kind === 'autobackup' && controlFile.format !== null
      ? autobackupFormatProblems(controlFile.format, device.kind === 'sbt').map(at('controlFile.format'))
      : []),
    // The control file is put into backup sets only; alone it already is the backup.
    ...when(controlFile.kind === 'in-backup' && !['sets', 'logs'].includes(familyOf(scope)), 'controlFile.kind', 'control-file.sets'),
  ];
}

function setProblems(spec: StrategySpec): RuleProblem[] {
  const { scope, sectionSize, filesPerSet, maxPieceSize, duration, skip } = spec;
  const plusLogs = isFilesScope(scope) && scope.plusArchivedLogs;
  return [
    ...when(sectionSize !== null && filesPerSet !== null, 'filesPerSet', 'section.files-per-set'),
    ...when(sectionSize !== null && maxPieceSize !== null, 'maxPieceSize', 'section.piece-size'),
    ...when(duration !== null && plusLogs, 'duration', 'duration.plus-logs'),
    ...when(scope.kind === 'archived-logs' && skip.some((kind) => kind !== 'inaccessible'), 'skip', 'skip.logs'),
  ];
}

function keepProblems({ keep, scope, device, format, perChannel, channels }: StrategySpec): RuleProblem[] {
  if (keep === null) return [];
  const everyChannel = perChannel.length >= channels && perChannel.every((one) => one.format !== null);
  const level1 = isFilesScope(scope) && (scope.mode.startsWith('level-1') || scope.mode === 'updated-copy');
  return [
    ...when(device.kind === 'disk' && format === null && !everyChannel, 'format', 'keep.recovery-area'),
    ...when(level1, 'keep', 'keep.level'),
  ];
}

function validateProblems({ validateOnly, keep, scope, deleteArchivedLogsBackedUp }: StrategySpec): RuleProblem[] {
  const deletesInput = scope.kind === 'archived-logs' && scope.deleteInput !== 'keep';
  return [
    ...when(validateOnly && keep !== null, 'keep', 'validate.writes-nothing'),
    ...when(validateOnly && deletesInput, 'scope.deleteInput', 'validate.writes-nothing'),
    ...when(validateOnly && deleteArchivedLogsBackedUp !== null, 'deleteArchivedLogsBackedUp', 'validate.writes-nothing'),
    ...when(deletesInput && deleteArchivedLogsBackedUp !== null, 'deleteArchivedLogsBackedUp', 'delete.twice'),
  ];
}

function afterwardsProblems({ afterwards, scope, recoveryGoalDays: goal }: StrategySpec): RuleProblem[] {
  const { deleteObsolete: rule } = afterwards;
  return [
    ...(rule?.kind === 'window' && goal !== null && rule.days < goal
      ? [problem('afterwards.deleteObsolete.days', 'obsolete.goal', { goal })]
      : []),
    // What was never looked for cannot be known to be gone (reference §9).
    ...when(afterwards.deleteExpired && !afterwards.crosscheck, 'afterwards.deleteExpired', 'expired.crosscheck'),
    ...when(afterwards.restoreValidate && scope.kind === 'recovery-area', 'afterwards.restoreValidate', 'restore.nothing'),
  ];
}

const at =
  (path: string) =>
  ({ code, params }: Omit<RuleProblem, 'path'>): RuleProblem => ({ path, code, params });

function directoryProblems(destination: string): RuleProblem[] {
  const absolute = /^(\/|\+[A-Za-z]|[A-Za-z]:[\\/]|\\\\[^\\])/.test(destination);
  return when(!absolute || /[*?<>|#%]/.test(destination), 'scope.destination', 'area.directory');
}
