// Builds the MERGE of one table. Plain SQL from 11.2 on: values travel once, through USING, and everything in it is
// bound. Long texts must not: in USING a bind beyond 4000 bytes is a LONG, which Oracle takes only where it is assigned
// straight to a column (ORA-01461), so CLOBs follow in an UPDATE of their own (`longTexts`).

export type MergeShape = {
  table: string;
  keys: readonly string[];
  /** Bound and written, whether the row is new or not. */
  columns: readonly string[];
  /** Bound, and written into new rows only. */
  onlyNew?: readonly string[];
  /** Column and expression, for new rows only: what is not bound. */
  newValues?: Readonly<Record<string, string>>;
  /** Column and expression for rows that are there; `t` is the row, `n` what was bound. Replaces a column's own. */
  changes?: Readonly<Record<string, string>>;
  /** Which rows that are there may change; none: rows are never changed. */
  changeWhere: string | null;
};

/** A row that is there changes only to a newer state: what is sent twice, or late, does no harm. */
export const NEWER = 't.row_version < n.row_version';

export function mergeOf(shape: MergeShape): string {
  const { table, keys, columns, onlyNew = [], newValues = {}, changes = {}, changeWhere } = shape;
  const bound = [...keys, ...columns, ...onlyNew];
  const written = [...bound, ...Object.keys(newValues)];
  const values = [...bound.map((column) => `n.${column}`), ...Object.values(newValues)];
  const own = columns.filter((column) => !(column in changes)).map((column) => [column, `n.${column}`] as const);
  const assignments = [...own, ...Object.entries(changes)].map(([column, value]) => `t.${column} = ${value}`);
  const lines = [
    `MERGE INTO ${table} t`,
    `USING (SELECT ${bound.map((column) => `:${column} AS ${column}`).join(', ')} FROM dual) n`,
    `ON (${keys.map((key) => `t.${key} = n.${key}`).join(' AND ')})`,
  ];
  if (changeWhere !== null) lines.push(`WHEN MATCHED THEN UPDATE SET ${assignments.join(', ')} WHERE ${changeWhere}`);
  lines.push(`WHEN NOT MATCHED THEN INSERT (${written.join(', ')}) VALUES (${values.join(', ')})`);
  return lines.join('\n');
}

/** The UPDATE that gives a row its long texts, right after its MERGE; a row of another version keeps its own. */
export const longTexts = (table: string, key: string, columns: readonly string[]): string => [
  `UPDATE ${table} SET ${columns.map((column) => `${column} = :${column}`).join(', ')}`,
  `WHERE ${key} = :${key} AND row_version = :row_version`,
].join('\n');
