// Says in one English line what a strategy's script does, for the comment at its head.
import type { BackupScope, StrategySpec } from '../domain/strategy.ts';

const MODE: Record<Extract<BackupScope, { kind: 'database' }>['mode'], string> = {
  full: 'Full backup of the whole database',
  'level-0': 'Incremental level 0 backup of the whole database',
  'level-1-differential': 'Differential incremental level 1 backup of the whole database',
  'level-1-cumulative': 'Cumulative incremental level 1 backup of the whole database',
};

/** For example: `Full backup of the whole database with its archived logs, basic compression, 2 channels.` */
export function scriptSummary({ scope, compression, channels }: StrategySpec): string {
  const rest = [
    compression === 'none' ? 'no compression' : `${compression} compression`,
    channels === 1 ? '1 channel' : `${channels} channels`,
  ];
  return `${[whatOf(scope), ...rest].join(', ')}.`;
}

function whatOf(scope: BackupScope): string {
  if (scope.kind === 'database') return scope.plusArchivedLogs ? `${MODE[scope.mode]} with its archived logs` : MODE[scope.mode];
  if (scope.notBackedUpTimes === null) return 'Backup of all archived logs';
  const times = scope.notBackedUpTimes === 1 ? 'once' : `${scope.notBackedUpTimes} times`;
  return `Backup of the archived logs not yet backed up ${times}`;
}
