// The fast recovery area: its limit, what is taken, what Oracle can give back, and by which kinds of files.
import type { RecoveryArea } from '../../../shared/domain/catalogue/storage.ts';
import { number, numberOrNull, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

// One statement for both views, so that they speak about the same moment. There is always one row of the first, with an
// empty name when no area is configured.
const sql = `
SELECT d.name, d.space_limit, d.space_used, d.space_reclaimable, d.number_of_files,
       u.file_type, u.percent_space_used, u.percent_space_reclaimable, u.number_of_files AS type_files
FROM   v$recovery_file_dest d LEFT JOIN v$recovery_area_usage u ON 1 = 1`;

export const recoveryAreaQuestion: Question<RecoveryArea> = {
  texts: [{ since: 1102, sql, views: ['v_$recovery_file_dest', 'v_$recovery_area_usage'] }],
  maxRows: 50,
  read(rows) {
    const area = rows[0] ?? {};
    return {
      name: textOrNull(area, 'name'),
      limitBytes: numberOrNull(area, 'space_limit') ?? 0,
      usedBytes: numberOrNull(area, 'space_used') ?? 0,
      reclaimableBytes: numberOrNull(area, 'space_reclaimable') ?? 0,
      files: numberOrNull(area, 'number_of_files') ?? 0,
      usage: rows.flatMap((row) => {
        const type = textOrNull(row, 'file_type');
        if (type === null) return [];
        return [{
          type,
          usedPercent: number(row, 'percent_space_used'),
          reclaimablePercent: number(row, 'percent_space_reclaimable'),
          files: number(row, 'type_files'),
        }];
      }),
    };
  },
};
