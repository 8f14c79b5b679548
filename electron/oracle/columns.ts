// How each column comes out of the driver. A DATE or TIMESTAMP without a zone is a wall clock, and nobody can know
// whose: it is handed out as if it were UTC, so that it depends neither on the zone of this process nor on its summer
// time.
import type { DbType, FetchTypeResponse, Metadata } from 'oracledb';
import type { SqlValue } from '../app/oracle-ports.ts';

/** The driver's types that are needed here. */
export type ColumnTypes = Record<
  | 'DB_TYPE_CLOB' | 'DB_TYPE_NCLOB' | 'DB_TYPE_LONG' | 'DB_TYPE_BLOB' | 'DB_TYPE_LONG_RAW' | 'DB_TYPE_JSON'
  | 'DB_TYPE_DATE' | 'DB_TYPE_TIMESTAMP' | 'DB_TYPE_BOOLEAN' | 'DB_TYPE_INTERVAL_DS' | 'DB_TYPE_INTERVAL_YM'
  | 'DB_TYPE_VARCHAR' | 'DB_TYPE_RAW',
  DbType
>;

/** Asked by the driver once per column. */
export const columnHandler = (types: ColumnTypes) => ({ dbType }: Metadata<unknown>): FetchTypeResponse | undefined => {
  switch (dbType) {
    case types.DB_TYPE_CLOB:
    case types.DB_TYPE_NCLOB:
    case types.DB_TYPE_LONG:
      return { type: types.DB_TYPE_VARCHAR };
    case types.DB_TYPE_BLOB:
    case types.DB_TYPE_LONG_RAW:
      return { type: types.DB_TYPE_RAW };
    case types.DB_TYPE_DATE:
    case types.DB_TYPE_TIMESTAMP:
      return { converter: wallClockAsUtc };
    case types.DB_TYPE_BOOLEAN:
      return { converter: (value: unknown) => (value === null ? null : Number(value)) };
    case types.DB_TYPE_JSON:
      return { converter: (value: unknown) => (value === null ? null : JSON.stringify(value)) };
    case types.DB_TYPE_INTERVAL_DS:
    case types.DB_TYPE_INTERVAL_YM:
      return { converter: (value: unknown) => (value === null ? null : JSON.stringify(value)) };
    default:
      return undefined;
  }
};

/** The driver reads the fields as the wall clock of this process; their UTC twin has the same fields. */
export function wallClockAsUtc(value: unknown): Date | null {
  if (!(value instanceof Date)) return null;
  const date = new Date(0);
  date.setUTCFullYear(value.getFullYear(), value.getMonth(), value.getDate());
  date.setUTCHours(value.getHours(), value.getMinutes(), value.getSeconds(), value.getMilliseconds());
  return date;
}

/** Rows of values as rows with lower-case names. */
export function namedRows(
  columns: readonly { name: string }[],
  rows: readonly unknown[][],
): Record<string, SqlValue>[] {
  const names = columns.map(({ name }) => name.toLowerCase());
  return rows.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place] as SqlValue])));
}
