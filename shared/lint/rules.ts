// The closed list of rules, in the order in which their findings are told within one severity.
import type { Rule } from './finding.ts';
import { alertsNowhere } from './rules/alerts-nowhere.ts';
import { autobackupOff } from './rules/autobackup-off.ts';
import { copiesPileUp } from './rules/copies-pile-up.ts';
import { dataPumpOnly } from './rules/data-pump-only.ts';
import { durationFails } from './rules/duration-fails.ts';
import { editionOption } from './rules/edition-option.ts';
import { expiredDeleted } from './rules/expired-deleted.ts';
import { filesSkipped } from './rules/files-skipped.ts';
import { keepForever } from './rules/keep-forever.ts';
import { level0Seldom } from './rules/level-0-seldom.ts';
import { level1WithoutLevel0 } from './rules/level-1-without-level-0.ts';
import { logsDeletedEarly } from './rules/logs-deleted-early.ts';
import { logsNeverDeleted } from './rules/logs-never-deleted.ts';
import { logsNever } from './rules/logs-never.ts';
import { logsSeldom } from './rules/logs-seldom.ts';
import { missedSkipped } from './rules/missed-skipped.ts';
import { neverValidated } from './rules/never-validated.ts';
import { noControlFile } from './rules/no-control-file.ts';
import { noFullBackup } from './rules/no-full-backup.ts';
import { noSchedule } from './rules/no-schedule.ts';
import { noarchivelogOpen } from './rules/noarchivelog-open.ts';
import { nothingDeleted } from './rules/nothing-deleted.ts';
import { onDatabaseDisk } from './rules/on-database-disk.ts';
import { onePlace } from './rules/one-place.ts';
import { passwordOnly } from './rules/password-only.ts';
import { redundancyIncrements } from './rules/redundancy-increments.ts';
import { redundancyOne } from './rules/redundancy-one.ts';
import { redundancyShared } from './rules/redundancy-shared.ts';
import { retentionBelowGap } from './rules/retention-below-gap.ts';
import { retentionNone } from './rules/retention-none.ts';
import { sameMinute } from './rules/same-minute.ts';
import { scriptFormat } from './rules/script-format.ts';
import { standbyLogs } from './rules/standby-logs.ts';
import { tablespacesExcluded } from './rules/tablespaces-excluded.ts';
import { tagCollision } from './rules/tag-collision.ts';
import { unencryptedShared } from './rules/unencrypted-shared.ts';

export const RULES: readonly Rule[] = [
  noarchivelogOpen, noFullBackup, dataPumpOnly, level1WithoutLevel0, logsNever, noControlFile, onDatabaseDisk,
  tagCollision, keepForever, tablespacesExcluded, editionOption, redundancyOne, redundancyShared, retentionBelowGap,
  retentionNone, logsSeldom, logsDeletedEarly, logsNeverDeleted, autobackupOff, standbyLogs, filesSkipped,
  durationFails, level0Seldom, onePlace, passwordOnly, scriptFormat, alertsNowhere, noSchedule,
  redundancyIncrements, nothingDeleted, neverValidated, copiesPileUp, expiredDeleted, missedSkipped,
  unencryptedShared, sameMinute,
];
