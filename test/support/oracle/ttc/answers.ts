// The messages of which answers are made: columns, rows, status, and the error message that ends every execute
// (reference §7). Encodes only; what is said in them is decided elsewhere.
import { codeOf } from '../values/wire.ts';
import { isLob, type SqlType } from '../values/value.ts';
import { MESSAGE, SINCE, type Dialect } from './dialect.ts';
import { type Writer } from './writer.ts';

export type Column = { name: string; type: SqlType; nullable: boolean };

/** How a call ended; `code` 0 is success. */
export type CallEnd = {
  code: number;
  message: string;
  /** 0-based place in the SQL text that an error is about. */
  position: number;
  cursorId: number;
  rowCount: number;
  inTransaction: boolean;
  batchErrors: { row: number; code: number; message: string }[];
};

const CHARSET_UTF8 = 873;
const CHARSET_UTF16 = 2000;
const MAX_SIZES: Partial<Record<SqlType['name'], number>> = {
  NUMBER: 22,
  DATE: 7,
  TIMESTAMP: 11,
  'TIMESTAMP WITH TIME ZONE': 13,
  'TIMESTAMP WITH LOCAL TIME ZONE': 11,
  'INTERVAL DAY TO SECOND': 11,
  'INTERVAL YEAR TO MONTH': 5,
  BINARY_DOUBLE: 8,
  CLOB: 4000,
  BLOB: 4000,
  ROWID: 18,
  CURSOR: 1,
};
const TEXTS = ['VARCHAR2', 'NVARCHAR2', 'CHAR', 'LONG', 'CLOB', 'ROWID'];

function writeColumn(to: Writer, column: Column, position: number, dialect: Dialect): void {
  const { type } = column;
  const national = type.name === 'NVARCHAR2';
  const charset = TEXTS.includes(type.name) ? (national ? CHARSET_UTF16 : CHARSET_UTF8) : 0;
  const size = MAX_SIZES[type.name] ?? type.size ?? 4000;
  const name = Buffer.from(column.name, 'utf8');
  const isAnyNumber = type.name === 'NUMBER' && type.precision === undefined;
  to.u8(codeOf(type));
  to.u8(0);
  to.u8(type.precision ?? 0);
  to.u8(isAnyNumber && type.scale === undefined ? 0x81 : (type.scale ?? 0));
  to.ub(type.characters ? Math.min(4000, size * 4) : size);
  to.ub(0);
  to.ub(0);
  to.ub(0);
  to.ub(0);
  to.ub(charset);
  to.u8(national ? 2 : 1);
  to.ub(charset > 0 && !isLob(type) ? size : 0);
  if (dialect.fieldVersion >= SINCE.v12_2) to.ub(0);
  to.u8(column.nullable ? 1 : 0);
  to.u8(name.length);
  to.lengthBytes(name);
  to.lengthBytes('');
  to.lengthBytes('');
  to.ub(position);
  to.ub(0);
  if (dialect.fieldVersion >= SINCE.v23_1) {
    to.lengthBytes('');
    to.lengthBytes('');
  }
  if (dialect.fieldVersion >= SINCE.v23_annotations) to.ub(0);
  if (dialect.fieldVersion >= SINCE.v23_4) {
    to.ub(0);
    to.u8(0);
    to.u8(0);
  }
}

/** The column list, as in a describe and in a REF CURSOR. */
export function writeColumns(to: Writer, columns: Column[], dialect: Dialect): void {
  to.ub(4000);
  to.ub(columns.length);
  if (columns.length > 0) to.u8(0);
  columns.forEach((column, index) => writeColumn(to, column, index + 1, dialect));
  to.lengthBytes('');
  to.ub(0);
  to.ub(0);
  to.ub(0);
  to.ub(0);
  to.lengthBytes('');
}

export function writeDescribe(to: Writer, columns: Column[], dialect: Dialect): void {
  to.u8(MESSAGE.describe);
  to.u8(0);
  writeColumns(to, columns, dialect);
}

export function writeRowHeader(to: Writer): void {
  to.u8(MESSAGE.rowHeader);
  to.u8(0);
  for (let i = 0; i < 6; i += 1) to.ub(0);
}

export function writeIoVector(to: Writer, directions: number[]): void {
  to.u8(MESSAGE.ioVector);
  to.u8(0);
  to.ub(directions.length % 256);
  to.ub(Math.floor(directions.length / 256));
  to.ub(1);
  to.ub(0);
  to.ub(0);
  to.ub(0);
  for (const direction of directions) to.u8(direction);
}

/** What follows the rows of an execute; `counts` only when row counts per execution were asked for. */
export function writeParameters(to: Writer, counts: number[] | null): void {
  to.u8(MESSAGE.parameters);
  for (let i = 0; i < 4; i += 1) to.ub(0);
  if (counts === null) return;
  to.ub(counts.length);
  for (const count of counts) to.ub(count);
}

export function writeStatus(to: Writer, inTransaction: boolean): void {
  to.u8(MESSAGE.status);
  to.ub(inTransaction ? 2 : 0);
  to.ub(0);
}

/** Several numbers in a row, as batch errors come: a count, a marker, the numbers. */
function writeList(to: Writer, count: number, each: (index: number) => void): void {
  to.ub(count);
  if (count === 0) return;
  to.u8(1);
  for (let i = 0; i < count; i += 1) each(i);
}

export function writeEnd(to: Writer, end: CallEnd, dialect: Dialect): void {
  to.u8(MESSAGE.error);
  to.ub(end.inTransaction ? 2 : 0);
  to.ub(0);
  to.ub(0);
  to.ub(end.code);
  to.ub(0);
  to.ub(0);
  to.ub(end.cursorId);
  to.sb(end.position);
  to.zeros(6);
  to.ub(0);
  to.ub(0);
  to.u8(0);
  to.ub(0);
  to.ub(0);
  to.ub(0);
  to.zeros(2);
  to.ub(0);
  to.ub(0);
  to.ub(0);
  const { batchErrors } = end;
  writeList(to, batchErrors.length, (index) => to.ub(batchErrors[index]!.code));
  writeList(to, batchErrors.length, (index) => to.ub(batchErrors[index]!.row));
  writeList(to, batchErrors.length, (index) => {
    const message = Buffer.from(batchErrors[index]!.message, 'utf8');
    to.ub(message.length);
    to.bytes(message);
    to.zeros(2);
  });
  to.ub(end.code);
  to.ub(end.rowCount);
  if (dialect.fieldVersion >= SINCE.v20_1) {
    to.ub(0);
    to.ub(0);
  }
  if (end.code !== 0) to.bytes(Buffer.from(`${end.message}\n`, 'utf8'));
}
