// Views that a test fills: V$…, DBA_…. Types follow from the first value that is not NULL, or are named.
import { DATE, NUMBER, TIMESTAMP, TIMESTAMP_TZ, text, time, type SqlType, type Value } from './values/value.ts';
import { type Catalogue } from './sql/catalogue.ts';
import { addDictionaryView } from './sql/dictionary.ts';
import { type SessionState } from './sql/run.ts';

export type ViewCell = null | string | number | bigint | Date | Buffer;
export type ViewRow = ViewCell[] | Record<string, ViewCell>;

const NAMED: Record<string, SqlType> = {
  NUMBER,
  DATE,
  TIMESTAMP,
  'TIMESTAMP WITH TIME ZONE': TIMESTAMP_TZ,
  CLOB: { name: 'CLOB' },
  BLOB: { name: 'BLOB' },
};

function guessed(cells: ViewCell[]): SqlType {
  const first = cells.find((cell) => cell !== null && cell !== undefined);
  if (typeof first === 'number' || typeof first === 'bigint') return NUMBER;
  if (first instanceof Date) return DATE;
  if (Buffer.isBuffer(first)) return { name: 'RAW', size: 2000 };
  return text(Math.max(128, ...cells.map((cell) => Buffer.byteLength(String(cell ?? '')))));
}

function toValue(cell: ViewCell | undefined): Value {
  if (cell === undefined || cell === null || cell === '') return null;
  return cell instanceof Date ? time(cell.getTime()) : cell;
}

function namedType(name: string): SqlType {
  const sized = /^VARCHAR2\((\d+)\)$/i.exec(name);
  return sized ? text(Number(sized[1])) : (NAMED[name.toUpperCase()] ?? text(4000));
}

export function defineView(
  catalogue: Catalogue,
  name: string,
  columns: (string | [string, string])[],
  rows: ViewRow[] | ((session: SessionState) => ViewRow[]),
): void {
  const names = columns.map((column) => (typeof column === 'string' ? column : column[0]).toUpperCase());
  const cells = (all: ViewRow[]): ViewCell[][] =>
    all.map((row) => (Array.isArray(row) ? row : names.map((one) => row[one] ?? row[one.toLowerCase()] ?? null)));
  const sample = Array.isArray(rows) ? cells(rows) : [];
  const types = columns.map((column, place): [string, SqlType] => [
    names[place]!,
    typeof column === 'string' ? guessed(sample.map((row) => row[place] ?? null)) : namedType(column[1]),
  ]);
  catalogue.version += 1;
  addDictionaryView(
    catalogue,
    name.toUpperCase(),
    types,
    (run) => {
      const now = typeof rows === 'function' ? cells(rows(run.session)) : cells(rows);
      return now.map((row) => names.map((_, place) => toValue(row[place])));
    },
    false,
  );
}
