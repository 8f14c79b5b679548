// Corrupt blocks: of the data files, and those that backups have met.
import type { CorruptStretch } from '../../../shared/domain/catalogue/storage.ts';
import { number, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

const sql = `
SELECT 'data-file' AS found_in, c.file#, f.name, c.block#, c.blocks, c.corruption_type
FROM   v$database_block_corruption c LEFT JOIN v$datafile f ON f.file# = c.file#
UNION ALL
SELECT 'backup' AS found_in, b.file#, f.name, b.block#, b.blocks, b.corruption_type
FROM   v$backup_corruption b LEFT JOIN v$datafile f ON f.file# = b.file#
ORDER  BY 1 DESC, 2, 4`;

export const corruptionQuestion: Question<{ items: CorruptStretch[]; cut: boolean }> = {
  texts: [{ since: 1102, sql, views: ['v_$database_block_corruption', 'v_$backup_corruption', 'v_$datafile'] }],
  maxRows: 500,
  read: (rows, { cut }) => ({
    cut,
    items: rows.map((row) => ({
      where: textOrNull(row, 'found_in') === 'backup' ? 'backup' : 'data-file',
      fileNumber: number(row, 'file#'),
      fileName: textOrNull(row, 'name'),
      firstBlock: number(row, 'block#'),
      blocks: number(row, 'blocks'),
      type: textOrNull(row, 'corruption_type') ?? '?',
    })),
  }),
};
