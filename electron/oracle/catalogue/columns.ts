// Reads single columns of a row. A column that must have a value and has none is a mistake of ours, so it throws.
import type { Row } from './question.ts';

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return value === null || value === undefined || value === '' ? null : String(value);
}

export function text(row: Row, column: string): string {
  const value = textOrNull(row, column);
  if (value === null) throw new Error(`column ${column} is empty`);
  return value;
}

export function numberOrNull(row: Row, column: string): number | null {
  const value = row[column];
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function number(row: Row, column: string): number {
  const value = numberOrNull(row, column);
  if (value === null) throw new Error(`column ${column} is no number`);
  return value;
}

export const isYes = (row: Row, column: string): boolean => textOrNull(row, column)?.toUpperCase() === 'YES';

/**
 * The instant of a DATE, in milliseconds since 1970. Such columns hold the server's wall clock without a zone, which
 * the session hands out as if it were UTC; so what counts is how long before the server's own `db_time` it lies.
 * `null` for an empty column.
 */
export function instant(row: Row, column: string, nowMs: number): number | null {
  const at = row[column];
  const serverNow = row['db_time'];
  if (!(at instanceof Date)) return null;
  if (!(serverNow instanceof Date)) throw new Error('db_time is missing');
  return nowMs - (serverNow.getTime() - at.getTime());
}
