// SQL values in bind rows and result rows (reference §7): which type code means which encoding.
import { type Reader } from '../ttc/reader.ts';
import { type Writer } from '../ttc/writer.ts';
import { decodeNumber, encodeNumber } from './number.ts';
import { isMonths, isNumber, isSpan, isTimeValue, type SqlType, type Value } from './value.ts';
import * as wireTime from './wire-time.ts';

export const CODE = {
  varchar: 1,
  number: 2,
  integer: 3,
  long: 8,
  date: 12,
  raw: 23,
  longRaw: 24,
  char: 96,
  binaryFloat: 100,
  binaryDouble: 101,
  cursor: 102,
  clob: 112,
  blob: 113,
  timestamp: 180,
  timestampTz: 181,
  intervalYm: 182,
  intervalDs: 183,
  timestampLtz: 231,
  boolean: 252,
} as const;

const CODE_OF: Record<SqlType['name'], number> = {
  VARCHAR2: CODE.varchar,
  NVARCHAR2: CODE.varchar,
  CHAR: CODE.char,
  LONG: CODE.long,
  ROWID: CODE.varchar,
  CLOB: CODE.clob,
  BLOB: CODE.blob,
  RAW: CODE.raw,
  NUMBER: CODE.number,
  BINARY_DOUBLE: CODE.binaryDouble,
  DATE: CODE.date,
  TIMESTAMP: CODE.timestamp,
  'TIMESTAMP WITH TIME ZONE': CODE.timestampTz,
  'TIMESTAMP WITH LOCAL TIME ZONE': CODE.timestampLtz,
  'INTERVAL DAY TO SECOND': CODE.intervalDs,
  'INTERVAL YEAR TO MONTH': CODE.intervalYm,
  CURSOR: CODE.cursor,
};

export const codeOf = (type: SqlType): number => CODE_OF[type.name];

const NATIONAL = 2;

/** How a bind or a define is described (reference §7). */
export type Described = { code: number; form: number; maxSize: number; array: boolean };

/** The SQL type that a bind of this description has inside a statement. */
export function bindType(bind: Described): SqlType {
  if (bind.code === CODE.long && bind.maxSize > 4000) return { name: 'CLOB' };
  if (bind.code === CODE.longRaw && bind.maxSize > 2000) return { name: 'BLOB' };
  const name = (Object.keys(CODE_OF) as SqlType['name'][]).find((one) => CODE_OF[one] === bind.code);
  if (bind.code === CODE.integer || bind.code === CODE.boolean) return { name: 'NUMBER' };
  if (bind.code === CODE.longRaw) return { name: 'RAW', size: Math.max(1, bind.maxSize) };
  if (bind.code === CODE.binaryFloat) return { name: 'BINARY_DOUBLE' };
  if (name === undefined) return { name: 'VARCHAR2', size: 4000 };
  if (name === 'VARCHAR2' || name === 'CHAR' || name === 'RAW') return { name, size: Math.max(1, bind.maxSize) };
  return { name };
}

function encodeDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  if (bytes[0]! & 0x80) return Buffer.from(bytes.map((byte) => ~byte & 0xff));
  bytes[0] = bytes[0]! | 0x80;
  return bytes;
}

function decodeFloating(bytes: Buffer): number {
  const plain = Buffer.from(bytes);
  if (plain[0]! & 0x80) plain[0] = plain[0]! & 0x7f;
  else for (let i = 0; i < plain.length; i += 1) plain[i] = ~plain[i]! & 0xff;
  return plain.length === 4 ? plain.readFloatBE(0) : plain.readDoubleBE(0);
}

/** A text as it travels; national text is UTF-16 BE. */
export function encodeText(value: string, form: number): Buffer {
  return form === NATIONAL ? Buffer.from(value, 'utf16le').swap16() : Buffer.from(value, 'utf8');
}

export function decodeText(bytes: Buffer, form: number): string {
  return form === NATIONAL ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('utf8');
}

/** The bytes of a value in the encoding of one type code; LOBs and cursors are written by their own code. */
export function encodeValue(code: number, form: number, value: Value): Buffer {
  if (value === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return encodeText(value, form);
  if (isNumber(value)) return code === CODE.binaryDouble ? encodeDouble(Number(value)) : encodeNumber(value);
  if (isTimeValue(value)) {
    if (code === CODE.date) return wireTime.encodeDate(value);
    return code === CODE.timestampTz ? wireTime.encodeTimestampTz(value) : wireTime.encodeTimestamp(value);
  }
  if (isSpan(value)) return wireTime.encodeSpan(value);
  if (isMonths(value)) return wireTime.encodeMonths(value);
  throw new Error('a value of no kind');
}

function decodeBytes(code: number, form: number, bytes: Buffer): Value {
  switch (code) {
    case CODE.number:
    case CODE.integer:
      return decodeNumber(bytes);
    case CODE.raw:
    case CODE.longRaw:
      return Buffer.from(bytes);
    case CODE.date:
    case CODE.timestamp:
    case CODE.timestampTz:
    case CODE.timestampLtz: {
      const value = wireTime.decodeTime(bytes);
      return code === CODE.timestampLtz ? { ...value, offset: 0 } : value;
    }
    case CODE.intervalDs:
      return wireTime.decodeSpan(bytes);
    case CODE.intervalYm:
      return wireTime.decodeMonths(bytes);
    case CODE.binaryDouble:
    case CODE.binaryFloat:
      return decodeFloating(bytes);
    case CODE.boolean:
      return bytes[0] ?? 0;
    default:
      return decodeText(bytes, form);
  }
}

/** One value of a bind row; `lobText` answers the contents behind a locator. */
export function readBind(from: Reader, bind: Described, lob: (locator: Buffer) => Value): Value {
  if (bind.code === CODE.clob || bind.code === CODE.blob) {
    if (from.ub() === 0) return null;
    return lob(from.bytes()!);
  }
  if (bind.code === CODE.cursor) {
    from.skip(1);
    if (from.u8() === 1) from.ub();
    return null;
  }
  if (bind.code === CODE.boolean && from.peek() === 253) {
    from.skip(2);
    return null;
  }
  const bytes = from.bytes();
  return bytes === null ? null : decodeBytes(bind.code, bind.form, bytes);
}

export function writeBytes(to: Writer, bytes: Buffer): void {
  if (bytes.length === 0) to.u8(0);
  else to.bytes(bytes);
}
