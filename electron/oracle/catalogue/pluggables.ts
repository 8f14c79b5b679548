// Pluggable databases; the seed is among them, and needs a backup too.
import type { Pluggable } from '../../../shared/domain/catalogue/files.ts';
import { number, numberOrNull, text, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

const sql = 'SELECT con_id, name, open_mode, restricted, total_size FROM v$pdbs ORDER BY con_id';

export const pluggablesQuestion: Question<{ items: Pluggable[]; cut: boolean }> = {
  texts: [{ since: 1201, sql, views: ['v_$pdbs'] }],
  maxRows: 5000,
  read: (rows, { cut }) => ({
    cut,
    items: rows.map((row) => {
      const restricted = textOrNull(row, 'restricted');
      return {
        number: number(row, 'con_id'),
        name: text(row, 'name'),
        openMode: textOrNull(row, 'open_mode') ?? '?',
        restricted: restricted === null ? null : restricted === 'YES',
        bytes: numberOrNull(row, 'total_size'),
      };
    }),
  }),
};
