// DATE, TIMESTAMP and INTERVAL on the wire (reference §8).
import { span, time, type Months, type Span, type Time } from './value.ts';

const MINUTE = 60_000;

function dateBytes(ms: number, target: Buffer): void {
  const fields = new Date(ms);
  const year = fields.getUTCFullYear();
  target[0] = Math.floor(year / 100) + 100;
  target[1] = (year % 100) + 100;
  target[2] = fields.getUTCMonth() + 1;
  target[3] = fields.getUTCDate();
  target[4] = fields.getUTCHours() + 1;
  target[5] = fields.getUTCMinutes() + 1;
  target[6] = fields.getUTCSeconds() + 1;
}

function dateMs(bytes: Buffer): number {
  const year = (bytes[0]! - 100) * 100 + bytes[1]! - 100;
  return Date.UTC(year, bytes[2]! - 1, bytes[3]!, bytes[4]! - 1, bytes[5]! - 1, bytes[6]! - 1);
}

const fraction = (value: { ms: number; nanos: number }): number =>
  (((value.ms % 1000) + 1000) % 1000) * 1e6 + value.nanos;

export function encodeDate(value: Time): Buffer {
  const bytes = Buffer.alloc(7);
  dateBytes(value.ms, bytes);
  return bytes;
}

export function encodeTimestamp(value: Time): Buffer {
  const nanos = fraction(value);
  if (nanos === 0) return encodeDate(value);
  const bytes = Buffer.alloc(11);
  dateBytes(value.ms, bytes);
  bytes.writeUInt32BE(nanos, 7);
  return bytes;
}

export function encodeTimestampTz(value: Time): Buffer {
  const bytes = Buffer.alloc(13);
  const offset = value.offset ?? 0;
  dateBytes(value.ms, bytes);
  bytes.writeUInt32BE(fraction(value), 7);
  bytes[11] = Math.trunc(offset / 60) + 20;
  bytes[12] = (offset % 60) + 60;
  return bytes;
}

/** 7, 11 or 13 bytes; with 13 the fields are in UTC and the offset follows. */
export function decodeTime(bytes: Buffer): Time {
  const nanos = bytes.length >= 11 ? bytes.readUInt32BE(7) : 0;
  const ms = dateMs(bytes) + Math.floor(nanos / 1e6);
  const offset = bytes.length >= 13 ? (bytes[11]! - 20) * 60 + bytes[12]! - 60 : null;
  return time(ms, nanos % 1e6, offset);
}

export function encodeSpan(value: Span): Buffer {
  const bytes = Buffer.alloc(11);
  const seconds = Math.trunc(value.ms / 1000);
  bytes.writeUInt32BE(0x80000000 + Math.trunc(seconds / 86_400), 0);
  bytes[4] = (Math.trunc(seconds / 3600) % 24) + 60;
  bytes[5] = (Math.trunc(seconds / 60) % 60) + 60;
  bytes[6] = (seconds % 60) + 60;
  bytes.writeUInt32BE(0x80000000 + (value.ms % 1000) * 1e6 + value.nanos, 7);
  return bytes;
}

export function decodeSpan(bytes: Buffer): Span {
  const days = bytes.readUInt32BE(0) - 0x80000000;
  const nanos = bytes.readUInt32BE(7) - 0x80000000;
  const minutes = (days * 24 + bytes[4]! - 60) * 60 + bytes[5]! - 60;
  return span(minutes * MINUTE + (bytes[6]! - 60) * 1000 + Math.trunc(nanos / 1e6), nanos % 1e6);
}

export function encodeMonths(value: Months): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(0x80000000 + Math.trunc(value.months / 12), 0);
  bytes[4] = (value.months % 12) + 60;
  return bytes;
}

export function decodeMonths(bytes: Buffer): Months {
  return { kind: 'months', months: (bytes.readUInt32BE(0) - 0x80000000) * 12 + bytes[4]! - 60 };
}
