// Backup pieces with their bytes, which RMAN's own log never tells.
import type { RecordedPiece } from '../../../shared/domain/catalogue/backups.ts';
import { instant, isYes, numberOrNull, textOrNull } from './columns.ts';
import type { Question, Row } from './question.ts';

/** Binds: `days` before now, in the database's time. */
const byTime = `
SELECT st.session_recid, st.session_stamp, s.backup_type, s.incremental_level, s.controlfile_included, s.keep,
       p.device_type, p.handle, p.tag, p.status, p.bytes, p.compressed, p.encrypted, p.completion_time,
       SYSDATE AS db_time
FROM   v$backup_piece p
JOIN   v$backup_set s ON s.set_stamp = p.set_stamp AND s.set_count = p.set_count
LEFT   JOIN v$rman_status st ON st.recid = p.rman_status_recid AND st.stamp = p.rman_status_stamp
WHERE  p.completion_time >= SYSDATE - :days
ORDER  BY p.completion_time DESC`;

/** Binds: `session_recid` and `session_stamp` of a job. */
const ofJob = `
SELECT st.session_recid, st.session_stamp, s.backup_type, s.incremental_level, s.controlfile_included, s.keep,
       p.device_type, p.handle, p.tag, p.status, p.bytes, p.compressed, p.encrypted, p.completion_time,
       SYSDATE AS db_time
FROM   v$rman_status st
JOIN   v$backup_piece p ON p.rman_status_recid = st.recid AND p.rman_status_stamp = st.stamp
JOIN   v$backup_set s ON s.set_stamp = p.set_stamp AND s.set_count = p.set_count
WHERE  st.session_recid = :session_recid AND st.session_stamp = :session_stamp
ORDER  BY p.completion_time`;

const views = ['v_$backup_piece', 'v_$backup_set', 'v_$rman_status'] as const;
const read: Question<{ items: RecordedPiece[]; cut: boolean }>['read'] = (rows, { cut, nowMs }) => ({
  cut,
  items: rows.map((row) => pieceOf(row, nowMs)),
});

export const piecesQuestion: Question<{ items: RecordedPiece[]; cut: boolean }> = {
  texts: [{ since: 1102, sql: byTime, views }],
  maxRows: 1000,
  read,
};

export const jobPiecesQuestion: Question<{ items: RecordedPiece[]; cut: boolean }> = {
  texts: [{ since: 1102, sql: ofJob, views }],
  maxRows: 500,
  read,
};

function pieceOf(row: Row, nowMs: number): RecordedPiece {
  return {
    sessionRecid: numberOrNull(row, 'session_recid'),
    sessionStamp: numberOrNull(row, 'session_stamp'),
    type: textOrNull(row, 'backup_type') ?? '?',
    level: numberOrNull(row, 'incremental_level'),
    withControlFile: isYes(row, 'controlfile_included'),
    keep: isYes(row, 'keep'),
    device: textOrNull(row, 'device_type') ?? '?',
    handle: textOrNull(row, 'handle'),
    tag: textOrNull(row, 'tag'),
    status: textOrNull(row, 'status') ?? '?',
    bytes: numberOrNull(row, 'bytes'),
    compressed: isYes(row, 'compressed'),
    encrypted: isYes(row, 'encrypted'),
    completedAt: instant(row, 'completion_time', nowMs),
  };
}
