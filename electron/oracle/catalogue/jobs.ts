// RMAN jobs as the database recorded them, newest first. The view is costly: always bounded by start time, asked seldom
// (reference §5.2).
import { jobStatusOf, type BackupJob } from '../../../shared/domain/catalogue/backups.ts';
import { instant, isYes, number, numberOrNull, textOrNull } from './columns.ts';
import type { Question, Row } from './question.ts';

/** Binds: `days` before now, in the database's time. */
const byTime = `
SELECT session_recid, session_stamp, command_id, input_type, status, start_time, end_time, input_bytes, output_bytes,
       output_device_type, autobackup_done, SYSDATE AS db_time
FROM   v$rman_backup_job_details
WHERE  start_time >= SYSDATE - :days
ORDER  BY start_time DESC`;

export const jobsQuestion: Question<{ items: BackupJob[]; cut: boolean }> = {
  texts: [{ since: 1102, sql: byTime, views: ['v_$rman_backup_job_details'] }],
  maxRows: 1000,
  read: (rows, { cut, nowMs }) => ({ cut, items: rows.map((row) => jobOf(row, nowMs)) }),
};

export function jobOf(row: Row, nowMs: number): BackupJob {
  return {
    sessionRecid: number(row, 'session_recid'),
    sessionStamp: number(row, 'session_stamp'),
    commandId: textOrNull(row, 'command_id'),
    inputType: textOrNull(row, 'input_type') ?? '?',
    status: jobStatusOf(textOrNull(row, 'status')),
    startedAt: instant(row, 'start_time', nowMs) ?? nowMs,
    endedAt: instant(row, 'end_time', nowMs),
    inputBytes: numberOrNull(row, 'input_bytes'),
    outputBytes: numberOrNull(row, 'output_bytes'),
    device: textOrNull(row, 'output_device_type'),
    autobackup: isYes(row, 'autobackup_done'),
  };
}
