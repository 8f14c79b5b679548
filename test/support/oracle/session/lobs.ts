// Locators and what is behind them: temporary LOBs that a client writes, and LOBs of rows that it reads (reference §9).
import { type Value } from '../values/value.ts';
import { MESSAGE, type Dialect } from '../ttc/dialect.ts';
import { writeEnd, type CallEnd } from '../ttc/answers.ts';
import { type Reader } from '../ttc/reader.ts';
import { type Writer } from '../ttc/writer.ts';
import { OracleError, unsupported } from '../sql/errors.ts';

export const LOCATOR_LENGTH = 40;
const OPERATION = {
  length: 0x1,
  read: 0x2,
  trim: 0x20,
  write: 0x40,
  create: 0x110,
  chunk: 0x4000,
  open: 0x8000,
  close: 0x10000,
  isOpen: 0x11000,
};
const BLOB = 113;
const CHUNK_SIZE = 8132;
const UTF16 = 0x80;

/** A temporary LOB that is being written keeps its parts until it is wanted. */
type Lob = { blob: boolean; parts: (string | Buffer)[]; open: boolean };

const whole = (lob: Lob): string | Buffer => {
  if (lob.parts.length !== 1) {
    lob.parts = [lob.blob ? Buffer.concat(lob.parts as Buffer[]) : (lob.parts as string[]).join('')];
  }
  return lob.parts[0]!;
};

export type Lobs = ReturnType<typeof newLobs>;

export function newLobs() {
  const known = new Map<number, Lob>();
  let last = 0;
  const locatorOf = (id: number, blob: boolean, temporary: boolean): Buffer => {
    const locator = Buffer.alloc(LOCATOR_LENGTH);
    locator[1] = LOCATOR_LENGTH - 2;
    locator[4] = blob ? 1 : 2;
    locator[6] = blob ? 0 : UTF16;
    locator[7] = temporary ? 1 : 0;
    locator.writeUInt32BE(id, 20);
    return locator;
  };
  const find = (locator: Buffer): Lob => {
    const lob = known.get(locator.readUInt32BE(20));
    if (!lob) throw new OracleError(22275);
    return lob;
  };
  const add = (content: string | Buffer, temporary: boolean): Buffer => {
    last += 1;
    const blob = Buffer.isBuffer(content);
    known.set(last, { blob, parts: [content], open: false });
    return locatorOf(last, blob, temporary);
  };
  return {
    content: (locator: Buffer): Value => {
      const value = whole(find(locator));
      return value.length === 0 ? null : value;
    },
    add: (content: string | Buffer): Buffer => add(content, false),
    free: (locator: Buffer): void => void known.delete(locator.readUInt32BE(20)),
    count: (): number => known.size,
    create: (blob: boolean): Buffer => add(blob ? Buffer.alloc(0) : '', true),
    find,
  };
}

type LobRequest = {
  locator: Buffer;
  operation: number;
  from: number;
  to: number;
  amount: number | null;
  data: Buffer | null;
  flag: boolean;
};

function readRequest(from: Reader): LobRequest {
  from.skip(1);
  const length = from.ub();
  from.skip(1);
  from.skipUbs(3);
  const charset = from.u8() !== 0;
  from.skip(1);
  const flag = from.u8() !== 0;
  const operation = from.ub();
  from.skip(2);
  const [start, destination] = [from.ub(), from.ub()];
  const sendsAmount = from.u8() !== 0;
  from.skip(6);
  const locator = Buffer.from(from.raw(length));
  if (charset) from.ub();
  const data = from.left() > 0 && from.peek() === MESSAGE.lobData ? (from.skip(1), from.bytes()) : null;
  return { locator, operation, from: start, to: destination, amount: sendsAmount ? from.ub() : null, data, flag };
}

const decode = (data: Buffer, locator: Buffer): string =>
  locator[6]! & UTF16 ? Buffer.from(data).swap16().toString('utf16le') : data.toString('utf8');

const encode = (value: string | Buffer): Buffer =>
  Buffer.isBuffer(value) ? value : Buffer.from(value, 'utf16le').swap16();

/** Writes at `offset` (1-based); appending, which is what clients do, keeps parts apart. */
function write(lob: Lob, offset: number, data: string | Buffer): void {
  const length = lob.parts.reduce((so, part) => so + part.length, 0);
  if (offset - 1 === length) {
    lob.parts.push(data);
    return;
  }
  const before = whole(lob);
  const [head, tail] = [before.slice(0, offset - 1), before.slice(offset - 1 + data.length)];
  lob.parts = [head as never, data as never, tail as never];
}

export function answerLob(from: Reader, to: Writer, lobs: Lobs, dialect: Dialect, end: CallEnd): void {
  const request = readRequest(from);
  let { locator, amount } = request;
  let flag = 0;
  if (request.operation === OPERATION.create) locator = lobs.create(request.to === BLOB);
  else {
    const lob = lobs.find(locator);
    switch (request.operation) {
      case OPERATION.length:
        amount = whole(lob).length;
        break;
      case OPERATION.chunk:
        amount = CHUNK_SIZE;
        break;
      case OPERATION.read: {
        const value = whole(lob);
        const part = value.slice(request.from - 1, request.from - 1 + (amount ?? value.length));
        amount = part.length;
        if (part.length > 0) {
          to.u8(MESSAGE.lobData);
          to.bytes(encode(part));
        }
        break;
      }
      case OPERATION.write:
        write(lob, request.from, lob.blob ? Buffer.from(request.data!) : decode(request.data!, locator));
        break;
      case OPERATION.trim:
        lob.parts = [whole(lob).slice(0, amount ?? 0)];
        break;
      case OPERATION.open:
      case OPERATION.close:
        lob.open = request.operation === OPERATION.open;
        break;
      case OPERATION.isOpen:
        flag = lob.open ? 1 : 0;
        break;
      default:
        throw unsupported(`LOB operation ${request.operation}`);
    }
  }
  to.u8(MESSAGE.parameters);
  to.raw(locator);
  if (request.operation === OPERATION.create) {
    to.ub(873);
    to.u8(0);
  } else if (request.amount !== null) to.sb(amount ?? 0);
  if (request.flag && request.operation !== OPERATION.create) to.u8(flag);
  writeEnd(to, end, dialect);
}
