// RMAN's persistent configuration. The view holds only what differs from the default.
import type { Configuration } from '../../../shared/domain/catalogue/backups.ts';
import { number, text, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

const sql = 'SELECT conf#, name, value FROM v$rman_configuration ORDER BY conf#';

export const configurationQuestion: Question<{ items: Configuration[]; cut: boolean }> = {
  texts: [{ since: 1102, sql, views: ['v_$rman_configuration'] }],
  maxRows: 200,
  read: (rows, { cut }) => ({
    cut,
    items: rows.map((row) => ({
      number: number(row, 'conf#'),
      name: text(row, 'name'),
      value: textOrNull(row, 'value') ?? '',
    })),
  }),
};
