// Where archived logs go, and which of these places refuses them.
import type { ArchiveDestination } from '../../../shared/domain/catalogue/storage.ts';
import { instant, number, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

const sql = `
SELECT dest_id, dest_name, status, target, binding, destination, error, fail_date, SYSDATE AS db_time
FROM   v$archive_dest
WHERE  status <> 'INACTIVE'
ORDER  BY dest_id`;

export const archiveDestinationsQuestion: Question<{ items: ArchiveDestination[]; cut: boolean }> = {
  texts: [{ since: 1102, sql, views: ['v_$archive_dest'] }],
  maxRows: 31,
  read: (rows, { cut, nowMs }) => ({
    cut,
    items: rows.map((row) => ({
      id: number(row, 'dest_id'),
      name: textOrNull(row, 'dest_name') ?? '',
      status: textOrNull(row, 'status') ?? '?',
      target: textOrNull(row, 'target'),
      binding: textOrNull(row, 'binding'),
      destination: textOrNull(row, 'destination'),
      error: textOrNull(row, 'error'),
      failedAt: instant(row, 'fail_date', nowMs),
    })),
  }),
};
