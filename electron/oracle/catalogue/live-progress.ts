// What the sessions of a job under way do at the moment. A job's sessions carry its COMMAND ID in CLIENT_INFO as
// `id=…`, channels with `rman channel=…` behind it (reference §1.6). The GV$ views, since with RAC its channels, or all
// of it, may work on other instances than the one that is asked.
import type { LongOperation } from '../../../shared/domain/catalogue/progress.ts';
import { numberOrNull, text, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

/** Binds: `pattern`, see `sessionsOf`. */
const sql = `
SELECT s.inst_id, s.sid, s.serial#, s.client_info, l.opname, l.start_time, l.sofar, l.totalwork
FROM   gv$session s
JOIN   gv$session_longops l ON l.inst_id = s.inst_id AND l.sid = s.sid AND l.serial# = s.serial#
WHERE  s.client_info LIKE :pattern AND l.opname LIKE 'RMAN%'`;

/** The pattern of CLIENT_INFO for a COMMAND ID of ours, which holds no `%` and no `_`. */
export const sessionsOf = (commandId: string): string => `%id=${commandId}%`;

export const liveProgressQuestion: Question<LongOperation[]> = {
  texts: [{ since: 1102, sql, views: ['gv_$session', 'gv_$session_longops'] }],
  maxRows: 2000,
  read: (rows) =>
    rows.map((row) => {
      const started = row['start_time'];
      const parts = ['inst_id', 'sid', 'serial#', 'opname'].map((column) => String(row[column]));
      return {
        key: [...parts, started instanceof Date ? started.getTime() : ''].join('/'),
        operation: text(row, 'opname'),
        channel: /rman channel=([^,\s]+)/i.exec(textOrNull(row, 'client_info') ?? '')?.[1] ?? null,
        done: numberOrNull(row, 'sofar') ?? 0,
        total: numberOrNull(row, 'totalwork') ?? 0,
      };
    }),
};
