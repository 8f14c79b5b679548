// The negotiation of TTC (reference §4): banner, capabilities, data types. Says what our server can; keeps no state.
import { type Protocol } from '../net/connect.ts';
import { MESSAGE } from './dialect.ts';
import { type Reader } from './reader.ts';
import { type Writer } from './writer.ts';

const CHARSET_UTF8 = 873;
const CHARSET_UTF16 = 2000;
const CAPABILITY_FIELD_VERSION = 7;
const RUNTIME_TIME_ZONE = 1;
const RUNTIME_STRINGS = 6;

/** @returns the field version that both understand. */
export function readProtocolRequest(from: Reader): void {
  from.skip(2);
  from.zeroText();
}

export function writeProtocolAnswer(to: Writer, protocol: Protocol): void {
  const national = Buffer.alloc(11);
  national.writeUInt16BE(CHARSET_UTF16, 9);
  const compile = Buffer.alloc(55);
  compile[CAPABILITY_FIELD_VERSION] = protocol.fieldVersion;
  const runtime = Buffer.alloc(11);
  runtime[RUNTIME_TIME_ZONE] = protocol.timeZoneInDataTypes ? 1 : 0;
  runtime[RUNTIME_STRINGS] = protocol.longStrings ? 4 : 0;
  to.u8(MESSAGE.protocol);
  to.u8(6);
  to.u8(0);
  to.raw(Buffer.from('Linuxi386/Linux-2.0.34-8.1.0\0', 'latin1'));
  to.u16le(CHARSET_UTF8);
  to.u8(0);
  to.u16le(0);
  to.u16(national.length);
  to.raw(national);
  to.bytes(compile);
  to.bytes(runtime);
}

/** Reads a data types request and answers whether it carries the client's time zone. */
export function readDataTypesRequest(from: Reader): { timeZone: boolean } {
  from.u16le();
  from.u16le();
  from.u8();
  from.bytes();
  const runtime = from.bytes() ?? Buffer.alloc(0);
  const timeZone = ((runtime[RUNTIME_TIME_ZONE] ?? 0) & 1) !== 0;
  if (timeZone) from.skip(11);
  for (let type = from.u16(); type !== 0; type = from.u16()) {
    const conversion = from.u16();
    if (conversion !== 0) from.skip(4);
  }
  return { timeZone };
}

/** The database's zone is UTC; the list of types may be empty. */
export function writeDataTypesAnswer(to: Writer, timeZone: boolean): void {
  to.u8(MESSAGE.dataTypes);
  if (timeZone) to.raw(Buffer.from([0x80, 0, 0, 0, 60, 60, 0x80, 0, 0, 0, 0]));
  to.u16(0);
}
