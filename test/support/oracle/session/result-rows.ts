// Rows of a result as they travel: each value in the type its column was described or defined with.
import { codeOf, CODE, encodeValue, writeBytes, type Described } from '../values/wire.ts';
import { isLob, isNumber, isNumeric, isText, isTime, isTimeValue, type SqlType, type Value } from '../values/value.ts';
import { MESSAGE } from '../ttc/dialect.ts';
import { writeRowHeader, type Column } from '../ttc/answers.ts';
import { type Writer } from '../ttc/writer.ts';
import { toNumber, toText, wallClock, withZone, type Locale } from '../sql/convert.ts';
import { type Cursor } from './cursors.ts';
import { LOCATOR_LENGTH, type Lobs } from './lobs.ts';

const CHUNK_SIZE = 8132;
const NULL_TRAILER = 1405;

/** What CASE, COALESCE and UNION let through in another type is converted to that of the column. */
function settle(value: Value, type: SqlType, locale: Locale): Value {
  if (value === null) return null;
  if (isText(type)) return toText(value, locale, type);
  if (isNumeric(type) && !isNumber(value)) return toNumber(value);
  if (isTime(type) && isTimeValue(value)) {
    if (type.name === 'DATE' || type.name === 'TIMESTAMP') return wallClock(value);
    return withZone(value, locale);
  }
  return value;
}

function writeLob(to: Writer, value: string | Buffer, lobs: Lobs): void {
  to.ub(LOCATOR_LENGTH);
  to.ub(value.length);
  to.ub(CHUNK_SIZE);
  to.bytes(lobs.add(value));
}

export function writeValue(
  to: Writer,
  raw: Value,
  column: Column,
  define: Described | undefined,
  lobs: Lobs,
  locale: Locale,
): void {
  const value = settle(raw, column.type, locale);
  const code = define?.code ?? codeOf(column.type);
  const isLong = code === CODE.long || code === CODE.longRaw;
  if (value === null) to.u8(0);
  else if (code === CODE.clob || code === CODE.blob) writeLob(to, value as string | Buffer, lobs);
  else writeBytes(to, encodeValue(code, column.type.name === 'NVARCHAR2' ? 2 : 1, value));
  if (!isLong) return;
  to.sb(value === null ? -1 : 0);
  to.ub(value === null ? NULL_TRAILER : 0);
}

/** Until the client has said how it wants LOBs, it gets no rows. */
export const waitsForDefine = (cursor: Cursor): boolean =>
  cursor.defines === null && cursor.columns.some((column) => isLob(column.type));

/** Writes up to `count` rows; true when there are no more. */
export function writeRows(to: Writer, cursor: Cursor, count: number, lobs: Lobs, locale: Locale): boolean {
  const rows = cursor.rows.slice(cursor.at, cursor.at + count);
  if (rows.length > 0) writeRowHeader(to);
  for (const row of rows) {
    to.u8(MESSAGE.rowData);
    cursor.columns.forEach((column, place) =>
      writeValue(to, row[place] ?? null, column, cursor.defines?.[place], lobs, locale),
    );
  }
  cursor.at += rows.length;
  return rows.length < count;
}
