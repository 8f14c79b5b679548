// The values that the engine computes with, and their SQL types. Knows neither the wire nor any statement.

/**
 * A point in time. Without `offset` (minutes east of UTC) `ms` counts wall-clock time as if it were UTC, as DATE and
 * TIMESTAMP do; with it `ms` is the instant itself. `nanos` is what is finer than a millisecond (0 … 999,999).
 */
export type Time = { kind: 'time'; ms: number; nanos: number; offset: number | null };
/** INTERVAL DAY TO SECOND. */
export type Span = { kind: 'span'; ms: number; nanos: number };
/** INTERVAL YEAR TO MONTH. */
export type Months = { kind: 'months'; months: number };

/** VARCHAR2 and CLOB are strings, RAW and BLOB buffers; bigint only for whole numbers that a number cannot hold. */
export type Value = null | string | number | bigint | Buffer | Time | Span | Months;

export type TypeName =
  | 'VARCHAR2'
  | 'NVARCHAR2'
  | 'CHAR'
  | 'LONG'
  | 'CLOB'
  | 'BLOB'
  | 'RAW'
  | 'NUMBER'
  | 'BINARY_DOUBLE'
  | 'DATE'
  | 'TIMESTAMP'
  | 'TIMESTAMP WITH TIME ZONE'
  | 'TIMESTAMP WITH LOCAL TIME ZONE'
  | 'INTERVAL DAY TO SECOND'
  | 'INTERVAL YEAR TO MONTH'
  | 'ROWID'
  | 'CURSOR';

export type SqlType = {
  name: TypeName;
  /** Longest value, in bytes, or in characters when `characters`. */
  size?: number;
  characters?: boolean;
  /** NUMBER: both absent means any number. Timestamps: `scale` is the number of fractional digits. */
  precision?: number;
  scale?: number;
};

export const text = (size = 4000): SqlType => ({ name: 'VARCHAR2', size: Math.min(4000, Math.max(1, size)) });
export const NUMBER: SqlType = { name: 'NUMBER' };
export const DATE: SqlType = { name: 'DATE' };
export const TIMESTAMP: SqlType = { name: 'TIMESTAMP', scale: 6 };
export const TIMESTAMP_TZ: SqlType = { name: 'TIMESTAMP WITH TIME ZONE', scale: 6 };
export const SPAN: SqlType = { name: 'INTERVAL DAY TO SECOND', scale: 6 };
export const MONTHS: SqlType = { name: 'INTERVAL YEAR TO MONTH' };
export const CLOB: SqlType = { name: 'CLOB' };
export const BLOB: SqlType = { name: 'BLOB' };

export const isText = (type: SqlType): boolean =>
  ['VARCHAR2', 'NVARCHAR2', 'CHAR', 'LONG', 'CLOB', 'ROWID'].includes(type.name);
export const isTime = (type: SqlType): boolean => type.name === 'DATE' || type.name.startsWith('TIMESTAMP');
export const isNumeric = (type: SqlType): boolean => type.name === 'NUMBER' || type.name === 'BINARY_DOUBLE';
export const isLob = (type: SqlType): boolean => type.name === 'CLOB' || type.name === 'BLOB';

export const time = (ms: number, nanos = 0, offset: number | null = null): Time => ({
  kind: 'time',
  ms,
  nanos,
  offset,
});
export const span = (ms: number, nanos = 0): Span => ({ kind: 'span', ms, nanos });

export const isTimeValue = (value: Value): value is Time =>
  value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'time';
export const isSpan = (value: Value): value is Span =>
  value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'span';
export const isMonths = (value: Value): value is Months =>
  value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'months';
export const isNumber = (value: Value): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

/** '' is NULL in Oracle. */
export const emptyIsNull = (value: string): string | null => (value === '' ? null : value);
