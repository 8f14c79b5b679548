// What the database recorded about one job, found by its COMMAND ID.
import { jobStatusOf, type BackupJob, type JobStatus } from '../../../shared/domain/catalogue/backups.ts';
import { number, textOrNull } from './columns.ts';
import { jobOf } from './jobs.ts';
import type { Question } from './question.ts';

/** The rows of V$RMAN_STATUS that belong to a job: its session, and how its commands ended. */
export type RecordedSession = {
  sessionRecid: number;
  sessionStamp: number;
  status: JobStatus;
  failedOperations: string[];
};

// Depending on the release the id stands in the row of the session, of its commands, or of both (reference §5.4, Q2b),
// so the session is found by any of them. Binds: `command_id`.
const sessionSql = `
SELECT r.session_recid, r.session_stamp, r.row_type, r.operation, r.status
FROM   v$rman_status r
WHERE  EXISTS (SELECT NULL FROM v$rman_status own
               WHERE own.session_recid = r.session_recid AND own.session_stamp = r.session_stamp
               AND   own.command_id = :command_id)
ORDER  BY r.session_stamp, r.session_recid, r.stamp, r.recid`;

/** Binds: `session_recid`, `session_stamp`. */
const jobSql = `
SELECT session_recid, session_stamp, command_id, input_type, status, start_time, end_time, input_bytes, output_bytes,
       output_device_type, autobackup_done, SYSDATE AS db_time
FROM   v$rman_backup_job_details
WHERE  session_recid = :session_recid AND session_stamp = :session_stamp`;

const BADNESS: readonly JobStatus[] = [
  'COMPLETED', 'UNKNOWN', 'COMPLETED WITH WARNINGS', 'RUNNING', 'RUNNING WITH WARNINGS', 'RUNNING WITH ERRORS',
  'COMPLETED WITH ERRORS', 'FAILED',
];
const isBad = (status: JobStatus): boolean => status === 'FAILED' || status.endsWith('WITH ERRORS');

/** `null`: nothing carries this COMMAND ID. */
export const recordedSessionQuestion: Question<RecordedSession | null> = {
  texts: [{ since: 1102, sql: sessionSql, views: ['v_$rman_status'] }],
  maxRows: 5000,
  read(rows) {
    const last = rows.at(-1);
    if (!last) return null;
    const recid = number(last, 'session_recid');
    const stamp = number(last, 'session_stamp');
    const own = rows.filter((row) => row['session_recid'] === recid && row['session_stamp'] === stamp);
    const session = own.find((row) => textOrNull(row, 'row_type') === 'SESSION');
    const commands = own.filter((row) => row !== session);
    const statuses = commands.map((row) => jobStatusOf(textOrNull(row, 'status')));
    const worst = statuses.toSorted((a, b) => BADNESS.indexOf(b) - BADNESS.indexOf(a))[0];
    return {
      sessionRecid: recid,
      sessionStamp: stamp,
      status: session ? jobStatusOf(textOrNull(session, 'status')) : (worst ?? 'UNKNOWN'),
      failedOperations: commands
        .filter((_row, index) => isBad(statuses[index] ?? 'UNKNOWN'))
        .map((row) => textOrNull(row, 'operation') ?? '?'),
    };
  },
};

/** `null`: the session made no backup, so that it has no row here. */
export const recordedJobQuestion: Question<BackupJob | null> = {
  texts: [{ since: 1102, sql: jobSql, views: ['v_$rman_backup_job_details'] }],
  maxRows: 1,
  read: ([row], { nowMs }) => (row ? jobOf(row, nowMs) : null),
};
