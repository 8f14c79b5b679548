// Says in one English line what a strategy's script does, for the comment at its head.
import { exportSummary } from '../datapump/export-summary.ts';
import type { StrategySpec } from '../domain/strategy.ts';
import { foldedName } from '../domain/strategy/names.ts';
import { isFilesScope, type BackupScope, type FileMode, type FilesScope } from '../domain/strategy/scope.ts';

const MODE: Record<FileMode, string> = {
  full: 'Full backup',
  'level-0': 'Incremental level 0 backup',
  'level-1-differential': 'Differential incremental level 1 backup',
  'level-1-cumulative': 'Cumulative incremental level 1 backup',
  'image-copy': 'Image copies',
  'updated-copy': 'Incrementally updated copy',
};

/** For example: `Full backup of the whole database with its archived logs, basic compression, 2 channels.` */
export function scriptSummary(spec: StrategySpec): string {
  const { scope, compression, channels, device, encryption, keep, validateOnly } = spec;
  if (scope.kind === 'custom-script') return 'A script of the user.';
  if (scope.kind === 'data-pump') return exportSummary(scope, encryption.kind !== 'as-configured');
  const isSets = !(isFilesScope(scope) && (scope.mode === 'image-copy' || scope.mode === 'updated-copy'));
  const rest = [
    ...(validateOnly ? ['read only, nothing written'] : []),
    ...(keep === null ? [] : ['kept as an archive']),
    ...(isSets && scope.kind !== 'recovery-area' ? [compression === 'none' ? 'no compression' : `${compression} compression`] : []),
    ...(encryption.kind === 'as-configured' ? [] : ['encrypted']),
    ...(device.kind === 'sbt' ? ['to tape'] : []),
    channels === 1 ? '1 channel' : `${channels} channels`,
  ];
  return `${[whatOf(scope), ...rest].join(', ')}.`;
}

function whatOf(scope: BackupScope): string {
  if (isFilesScope(scope)) return `${MODE[scope.mode]} of ${filesOf(scope)}${scope.plusArchivedLogs ? ' with its archived logs' : ''}`;
  switch (scope.kind) {
    case 'control-file':
      return 'Backup of the control file';
    case 'spfile':
      return 'Backup of the server parameter file';
    case 'recovery-area':
      return 'Backup of the recovery area';
    case 'custom-script':
      return 'A script of the user';
    case 'data-pump':
      return 'A Data Pump export';
    case 'archived-logs':
      return logsOf(scope);
  }
}

function logsOf({ range, notBackedUpTimes: times }: Extract<BackupScope, { kind: 'archived-logs' }>): string {
  const which = range.by === 'all' ? '' : ` of a range by ${range.by === 'scn' ? 'SCN' : range.by}`;
  if (times === null) return range.by === 'all' ? 'Backup of all archived logs' : `Backup of the archived logs${which}`;
  return `Backup of the archived logs${which} not yet backed up ${times === 1 ? 'once' : `${times} times`}`;
}

function filesOf(scope: FilesScope): string {
  switch (scope.kind) {
    case 'database':
      return 'the whole database';
    case 'root':
      return 'the root container';
    case 'pdbs':
      return counted('PDB', scope.pdbs.map(foldedName));
    case 'tablespaces':
      return counted('tablespace', scope.tablespaces.map((name) => name.split(':').map(foldedName).join(':')));
    case 'datafiles':
      return counted('data file', scope.datafiles.map(String));
  }
}

/** Names while there are few; the script below has them all. */
const counted = (noun: string, names: readonly string[]): string =>
  names.length > 3 ? `${names.length} ${noun}s` : `${noun}${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
