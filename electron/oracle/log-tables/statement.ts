// What each statement of the log tables' scripts makes, so that the catalogue can tell whether it is still to be run.
import { splitStatements } from './split-statements.ts';

/** What a statement leaves behind. Names are in capitals, as the catalogue has them. */
export type Deed =
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'column'; table: string; column: string }
  | { kind: 'index'; index: string }
  /** A unique constraint of a table taken away, and with it the index of its name. */
  | { kind: 'constraint-gone'; table: string; constraint: string }
  | { kind: 'view'; view: string }
  /** On a column, or on a table or view (`column` null). */
  | { kind: 'comment'; on: string; column: string | null; text: string }
  /** The row that says that a version is complete. */
  | { kind: 'version'; version: number }
  | { kind: 'commit' };

export type Statement = { version: number; text: string; deed: Deed };

/**
 * The statements of one version's script.
 * @throws Error for a statement whose effect the catalogue could not be asked for: an interrupted installation could
 * not be continued behind it
 */
export function statementsOf(version: number, script: string): Statement[] {
  return splitStatements(script).map(({ text, line }) => {
    const deed = deedOf(text);
    if (!deed) throw new Error(`version ${version}, line ${line}: no way to tell whether this was run`);
    return { version, text, deed };
  });
}

const COLUMN_COMMENT = /^COMMENT ON COLUMN (\w+)\.(\w+) IS '(.*)'$/is;
const TABLE_COMMENT = /^COMMENT ON TABLE (\w+) IS '(.*)'$/is;
const ADD_COLUMN = /^ALTER TABLE (\w+) ADD \((\w+) [^;]*\)$/is;
const DROP_CONSTRAINT = /^ALTER TABLE (\w+) DROP CONSTRAINT (\w+)$/i;
const VERSION_ROW = /^MERGE INTO respaldo_schema_version\b.*?\bSELECT (\d+) AS version_no\b/is;

function deedOf(text: string): Deed | null {
  const blankOnce = text.replace(/\s+/g, ' ');
  const table = /^CREATE TABLE (\w+) \(/i.exec(blankOnce);
  if (table) return { kind: 'table', table: name(table[1]), columns: columnsOf(text) };
  const column = ADD_COLUMN.exec(blankOnce);
  // One column a statement: of two, one could be there.
  if (column && topLevelParts(inside(text)).length === 1) {
    return { kind: 'column', table: name(column[1]), column: name(column[2]) };
  }
  const gone = DROP_CONSTRAINT.exec(blankOnce);
  if (gone) return { kind: 'constraint-gone', table: name(gone[1]), constraint: name(gone[2]) };
  const index = /^CREATE (?:UNIQUE )?INDEX (\w+) ON /i.exec(blankOnce);
  if (index) return { kind: 'index', index: name(index[1]) };
  const view = /^CREATE OR REPLACE VIEW (\w+) AS /i.exec(blankOnce);
  if (view) return { kind: 'view', view: name(view[1]) };
  const onColumn = COLUMN_COMMENT.exec(blankOnce);
  if (onColumn) return comment(onColumn[1], name(onColumn[2]), onColumn[3]);
  const onTable = TABLE_COMMENT.exec(blankOnce);
  if (onTable) return comment(onTable[1], null, onTable[2]);
  const row = VERSION_ROW.exec(blankOnce);
  if (row) return { kind: 'version', version: Number(row[1]) };
  return /^COMMIT$/i.test(text) ? { kind: 'commit' } : null;
}

const name = (text: string | undefined): string => (text ?? '').toUpperCase();

const comment = (on: string | undefined, column: string | null, text: string | undefined): Deed => ({
  kind: 'comment',
  on: name(on),
  column,
  text: (text ?? '').replaceAll("''", "'"),
});

/** Columns of a CREATE TABLE: the parts between its outer brackets that are no constraints. */
const columnsOf = (text: string): string[] =>
  topLevelParts(inside(text))
    .map((part) => /^\s*(\w+)/.exec(part)?.[1] ?? '')
    .filter((word) => !/^constraint$/i.test(word))
    .map(name);

const inside = (text: string): string => text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));

/** Cuts at the commas that stand within no brackets and no text. */
function topLevelParts(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const piece of text.match(/'[^']*'|[(),]|[^'(),]+/g) ?? []) {
    if (piece === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
  }
  return parts;
}
