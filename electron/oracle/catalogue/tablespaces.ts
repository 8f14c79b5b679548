// Tablespaces with data files, from the control file: also those of closed PDBs, and in a mounted database.
import type { Tablespace } from '../../../shared/domain/catalogue/files.ts';
import { isYes, number, numberOrNull, text, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

const since121 = `
SELECT c.name AS container, t.con_id, t.name, t.bigfile, t.included_in_database_backup,
       COUNT(f.file#) AS files, SUM(f.bytes) AS bytes
FROM   v$tablespace t
JOIN   v$datafile f ON f.ts# = t.ts# AND f.con_id = t.con_id
LEFT   JOIN v$containers c ON c.con_id = t.con_id
GROUP  BY c.name, t.con_id, t.name, t.bigfile, t.included_in_database_backup
ORDER  BY t.con_id, t.name`;

const since112 = `
SELECT t.name, t.bigfile, t.included_in_database_backup, COUNT(f.file#) AS files, SUM(f.bytes) AS bytes
FROM   v$tablespace t
JOIN   v$datafile f ON f.ts# = t.ts#
GROUP  BY t.name, t.bigfile, t.included_in_database_backup
ORDER  BY t.name`;

export const tablespacesQuestion: Question<{ items: Tablespace[]; cut: boolean }> = {
  texts: [
    { since: 1201, sql: since121, views: ['v_$tablespace', 'v_$datafile', 'v_$containers'] },
    { since: 1102, sql: since112, views: ['v_$tablespace', 'v_$datafile'] },
  ],
  maxRows: 5000,
  read: (rows, { cut }) => ({
    cut,
    items: rows.map((row) => ({
      // Container 0 is the whole of a database that has no containers.
      container: (numberOrNull(row, 'con_id') ?? 0) === 0 ? null : textOrNull(row, 'container'),
      name: text(row, 'name'),
      bigfile: isYes(row, 'bigfile'),
      excluded: textOrNull(row, 'included_in_database_backup') === 'NO',
      files: number(row, 'files'),
      bytes: numberOrNull(row, 'bytes') ?? 0,
    })),
  }),
};
