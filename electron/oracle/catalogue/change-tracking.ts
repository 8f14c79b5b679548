// Block change tracking: with it an incremental backup reads only what has changed. Always one row.
import type { ChangeTracking } from '../../../shared/domain/catalogue/storage.ts';
import { numberOrNull, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

const sql = 'SELECT status, filename, bytes FROM v$block_change_tracking';

export const changeTrackingQuestion: Question<ChangeTracking> = {
  texts: [{ since: 1102, sql, views: ['v_$block_change_tracking'] }],
  maxRows: 1,
  read: ([row = {}]) => ({
    enabled: textOrNull(row, 'status') === 'ENABLED',
    file: textOrNull(row, 'filename'),
    bytes: numberOrNull(row, 'bytes'),
  }),
};
