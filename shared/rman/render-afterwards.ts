// Writes the steps behind a backup. Each is a command of its own, so that RMAN reports and we judge it by itself.
import type { StrategySpec } from '../domain/strategy.ts';
import { isFilesScope, type BackupScope } from '../domain/strategy/scope.ts';
import { comment, wholeNumber } from './quoting.ts';
import { channelLines, deviceWords } from './render-backup.ts';
import { filesObject, logRange } from './script-objects.ts';

/**
 * Reading before deleting: what cannot be restored must fail the run while the older backups are still there
 * (reference §9). RMAN also obeys the database's archived-log deletion policy and says so with warnings such as
 * RMAN-08138 (reference §2.5, §4.4).
 */
export function afterwardsSteps(spec: StrategySpec): string[] {
  const deletions = [...deleteExpired(spec), ...deleteLogs(spec), ...deleteObsolete(spec)];
  const upkeep = [...crosscheck(spec), ...deletions, ...report(spec)];
  const steps = [...restoreValidate(spec), ...(upkeep.length > 0 ? withMaintenanceChannels(spec, upkeep) : [])];
  if (steps.length === 0) return [];
  return [comment('RMAN leaves a command file at the first error: this is reached after a good backup only.'), ...steps];
}

function restoreValidate(spec: StrategySpec): string[] {
  const object = restoreObject(spec.scope);
  if (!spec.afterwards.restoreValidate || object === null) return [];
  return [
    comment('Step: read what a restore would read, and change nothing.'),
    'RUN {',
    ...channelLines(spec),
    `  RESTORE ${object} VALIDATE;`,
    '}',
  ];
}

function restoreObject(scope: BackupScope): string | null {
  if (isFilesScope(scope)) return filesObject(scope);
  switch (scope.kind) {
    case 'archived-logs':
      // Of all logs the day's: older ones may have been deleted in good order.
      return `ARCHIVELOG ${scope.range.by === 'all' ? "FROM TIME 'SYSDATE-1'" : logRange(scope.range)}`;
    case 'control-file':
      return 'CONTROLFILE';
    case 'spfile':
      return 'SPFILE';
    default:
      return null;
  }
}

function crosscheck({ afterwards }: StrategySpec): string[] {
  if (!afterwards.crosscheck) return [];
  return [
    comment('Step: look whether every backup, copy and archived log is where the repository says.'),
    'CROSSCHECK BACKUP;',
    // Archived logs are copies too.
    'CROSSCHECK COPY;',
  ];
}

function deleteExpired({ afterwards }: StrategySpec): string[] {
  if (!afterwards.deleteExpired) return [];
  return [
    comment('Step: forget what the crosscheck found gone.'),
    'DELETE NOPROMPT EXPIRED BACKUP;',
    'DELETE NOPROMPT EXPIRED COPY;',
    'DELETE NOPROMPT EXPIRED ARCHIVELOG ALL;',
  ];
}

/** By count of backups, never `DELETE INPUT`: what a second strategy still has to back up stays. */
function deleteLogs({ deleteArchivedLogsBackedUp: times, device }: StrategySpec): string[] {
  if (times === null) return [];
  return [
    comment('Step: delete the archived logs that have enough backups.'),
    `DELETE NOPROMPT ARCHIVELOG ALL BACKED UP ${wholeNumber(times)} TIMES TO DEVICE TYPE ${deviceName(device)};`,
  ];
}

function deleteObsolete({ afterwards: { deleteObsolete: policy } }: StrategySpec): string[] {
  if (policy === null) return [];
  const rule =
    policy.kind === 'configured'
      ? ''
      : policy.kind === 'redundancy'
        ? ` REDUNDANCY ${wholeNumber(policy.copies)}`
        : ` RECOVERY WINDOW OF ${wholeNumber(policy.days)} DAYS`;
  return [comment('Step: delete what the retention rule no longer needs.'), `DELETE NOPROMPT OBSOLETE${rule};`];
}

function report({ afterwards }: StrategySpec): string[] {
  if (!afterwards.report) return [];
  return [
    comment('Step: report what still needs a backup and what there is.'),
    'REPORT NEED BACKUP;',
    'REPORT UNRECOVERABLE;',
    'LIST BACKUP SUMMARY;',
  ];
}

/** Tape has no automatic channel unless it is CONFIGUREd; with a channel for tape alone, disk is left out. */
function withMaintenanceChannels({ device }: StrategySpec, steps: string[]): string[] {
  if (device.kind === 'disk') return steps;
  return [
    'ALLOCATE CHANNEL FOR MAINTENANCE DEVICE TYPE DISK;',
    `ALLOCATE CHANNEL FOR MAINTENANCE ${deviceWords(device).join(' ')};`,
    ...steps,
    'RELEASE CHANNEL;',
  ];
}

const deviceName = (device: StrategySpec['device']): string => (device.kind === 'sbt' ? 'SBT' : 'DISK');
