// Data files, from the control file: also those of closed PDBs, and in a mounted database.
import type { DataFile } from '../../../shared/domain/catalogue/files.ts';
import { instant, number, numberOrNull, text, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

const since121 = `
SELECT c.name AS container, f.con_id, f.file#, f.name, t.name AS tablespace_name, f.bytes, f.status, f.enabled,
       f.unrecoverable_time, SYSDATE AS db_time
FROM   v$datafile f
JOIN   v$tablespace t ON t.ts# = f.ts# AND t.con_id = f.con_id
LEFT   JOIN v$containers c ON c.con_id = f.con_id
ORDER  BY f.file#`;

const since112 = `
SELECT f.file#, f.name, t.name AS tablespace_name, f.bytes, f.status, f.enabled, f.unrecoverable_time,
       SYSDATE AS db_time
FROM   v$datafile f
JOIN   v$tablespace t ON t.ts# = f.ts#
ORDER  BY f.file#`;

export const dataFilesQuestion: Question<{ items: DataFile[]; cut: boolean }> = {
  texts: [
    { since: 1201, sql: since121, views: ['v_$datafile', 'v_$tablespace', 'v_$containers'] },
    { since: 1102, sql: since112, views: ['v_$datafile', 'v_$tablespace'] },
  ],
  maxRows: 5000,
  read: (rows, { cut, nowMs }) => ({
    cut,
    items: rows.map((row) => ({
      container: (numberOrNull(row, 'con_id') ?? 0) === 0 ? null : textOrNull(row, 'container'),
      number: number(row, 'file#'),
      name: textOrNull(row, 'name') ?? '',
      tablespace: text(row, 'tablespace_name'),
      bytes: numberOrNull(row, 'bytes') ?? 0,
      status: textOrNull(row, 'status') ?? '?',
      enabled: textOrNull(row, 'enabled') ?? '?',
      unrecoverableAt: instant(row, 'unrecoverable_time', nowMs),
    })),
  }),
};
