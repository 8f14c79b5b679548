// Oracle's implicit conversions and comparisons between values, as a session's settings want them.
import { exactNumber, numberText, tidy } from '../values/number.ts';
import {
  isLob,
  isMonths,
  isNumber,
  isSpan,
  isText,
  isTime,
  isTimeValue,
  span,
  time,
  type SqlType,
  type Time,
  type Value,
} from '../values/value.ts';
import { OracleError } from './errors.ts';
import { formatTime, parseTime } from './format-time.ts';

/** What of a session decides about conversions. */
export type Locale = { dateFormat: string; timestampFormat: string; timestampTzFormat: string; offset: number };

export function toNumber(value: Value): number | bigint | null {
  if (value === null || isNumber(value)) return value;
  if (typeof value === 'string' && /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value))
    return exactNumber(value.trim());
  if (typeof value === 'string') throw new OracleError(1722);
  throw new OracleError(932, 'NUMBER');
}

export function spanText(ms: number, nanos: number): string {
  const sign = ms < 0 || nanos < 0 ? '-' : '+';
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const fine = String((Math.abs(ms) % 1000) * 1e6 + Math.abs(nanos))
    .padStart(9, '0')
    .slice(0, 6);
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${sign}${String(Math.floor(seconds / 86_400)).padStart(9, '0')} ${clock}.${fine}`;
}

export function toText(value: Value, locale: Locale, type?: SqlType): string | null {
  if (value === null || typeof value === 'string') return value;
  if (isNumber(value)) return numberText(value);
  if (Buffer.isBuffer(value)) return value.toString('hex').toUpperCase();
  if (isTimeValue(value)) {
    if (value.offset !== null) return formatTime(value, locale.timestampTzFormat);
    return formatTime(value, type?.name === 'DATE' ? locale.dateFormat : locale.timestampFormat);
  }
  if (isSpan(value)) return spanText(value.ms, value.nanos);
  if (isMonths(value))
    return `${value.months < 0 ? '-' : '+'}${String(Math.floor(Math.abs(value.months) / 12)).padStart(2, '0')}-${String(Math.abs(value.months) % 12).padStart(2, '0')}`;
  return value;
}

/** A point in time; text goes through the session's format, which is why ISO text fails here as it does in Oracle. */
export function toTime(value: Value, locale: Locale, now: Time): Time | null {
  if (value === null || isTimeValue(value)) return value;
  if (typeof value === 'string') return parseTime(value, locale.dateFormat, now, false);
  throw new OracleError(932, 'DATE');
}

/** The instant in milliseconds, for a wall-clock value as the session's zone has it. */
export function instantMs(value: Time, locale: Locale): number {
  return value.offset === null ? value.ms - locale.offset * 60_000 : value.ms;
}

export function withZone(value: Time, locale: Locale): Time {
  if (value.offset !== null) return value;
  return time(value.ms - locale.offset * 60_000, value.nanos, locale.offset);
}

export function wallClock(value: Time): Time {
  return value.offset === null ? value : time(value.ms + value.offset * 60_000, value.nanos);
}

/** -1, 0 or 1; both must not be NULL. */
export function compareValues(left: Value, right: Value, locale: Locale, now: Time): number {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (isNumber(left) || isNumber(right)) {
    const [a, b] = [toNumber(left)!, toNumber(right)!];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (isTimeValue(left) || isTimeValue(right)) {
    const [a, b] = [toTime(left, locale, now)!, toTime(right, locale, now)!];
    const zoned = a.offset !== null || b.offset !== null;
    const [x, y] = zoned ? [instantMs(a, locale), instantMs(b, locale)] : [a.ms, b.ms];
    return Math.sign(x - y) || Math.sign(a.nanos - b.nanos);
  }
  if (isSpan(left) && isSpan(right)) return Math.sign(left.ms - right.ms) || Math.sign(left.nanos - right.nanos);
  if (isMonths(left) && isMonths(right)) return Math.sign(left.months - right.months);
  const bytes = (value: Value): Buffer => {
    if (Buffer.isBuffer(value)) return value;
    if (typeof value === 'string' && /^([0-9a-f]{2})*$/i.test(value)) return Buffer.from(value, 'hex');
    throw new OracleError(typeof value === 'string' ? 1465 : 932, 'comparable types');
  };
  return Math.sign(Buffer.compare(bytes(left), bytes(right)));
}

/** A text that two equal values share; used for groups, DISTINCT and indexes. */
export function keyOf(value: Value): string {
  if (value === null) return '0';
  if (typeof value === 'string') return `s${value}`;
  if (isNumber(value)) return `n${value}`;
  if (Buffer.isBuffer(value)) return `b${value.toString('hex')}`;
  if (isTimeValue(value)) return `t${value.ms}.${value.nanos}`;
  if (isSpan(value)) return `i${value.ms}.${value.nanos}`;
  return `m${(value as { months: number }).months}`;
}

export const keysOf = (values: Value[]): string => values.map(keyOf).join('\u0001');

function fitText(value: string, type: SqlType, where: string): string {
  const size = type.size ?? 4000;
  const actual = type.characters ? [...value].length : Buffer.byteLength(value);
  if (type.name === 'CHAR' && actual < size) return value.padEnd(value.length + size - actual);
  if (actual > size && !isLob(type)) throw new OracleError(12899, `${where} (actual: ${actual}, maximum: ${size})`);
  return value;
}

function fitNumber(value: number | bigint, type: SqlType): number | bigint {
  if (type.precision === undefined) return value;
  const scale = type.scale ?? 0;
  const limit = 10 ** (type.precision - scale);
  const rounded = typeof value === 'bigint' ? value : roundTo(value, scale);
  if ((rounded < 0 ? -rounded : rounded) >= limit) throw new OracleError(1438);
  return rounded;
}

export function roundTo(value: number, digits: number): number {
  const power = 10 ** digits;
  return tidy((Math.sign(value) * Math.round(tidy(Math.abs(value) * power))) / power);
}

function fitTime(value: Time, type: SqlType, locale: Locale): Time {
  if (type.name === 'DATE') return time(Math.floor(wallClock(value).ms / 1000) * 1000);
  const digits = type.scale ?? 6;
  const unit = 10 ** (9 - digits);
  const below = (((value.ms % 1000) + 1000) % 1000) * 1e6 + value.nanos;
  const rounded = Math.round(below / unit) * unit;
  const fitted: Time = {
    ...value,
    ms: value.ms + Math.floor(rounded / 1e6) - Math.floor(below / 1e6),
    nanos: rounded % 1e6,
  };
  if (type.name === 'TIMESTAMP') return wallClock(fitted);
  const zoned = withZone(fitted, locale);
  return type.name === 'TIMESTAMP WITH LOCAL TIME ZONE' ? { ...zoned, offset: 0 } : zoned;
}

/**
 * A value as a column of this type keeps it.
 * @throws OracleError 12899, 1438, 932 and those of the conversions. `where` names the column: "S"."T"."C".
 */
export function fit(value: Value, type: SqlType, where: string, locale: Locale, now: Time): Value {
  // EMPTY_CLOB() is no NULL; everywhere else an empty text is.
  if (value === null || (value === '' && type.name !== 'CLOB')) return null;
  if (type.name === 'BLOB') {
    if (!Buffer.isBuffer(value)) throw new OracleError(932, 'BLOB got CHAR');
    return value;
  }
  if (isText(type)) return fitText(toText(value, locale)!, type, where);
  if (type.name === 'NUMBER') return fitNumber(toNumber(value)!, type);
  if (type.name === 'BINARY_DOUBLE') return Number(toNumber(value));
  if (isTime(type)) return fitTime(toTime(value, locale, now)!, type, locale);
  if (type.name === 'RAW') {
    const bytes = typeof value === 'string' && /^([0-9a-f]{2})+$/i.test(value) ? Buffer.from(value, 'hex') : value;
    if (!Buffer.isBuffer(bytes)) throw new OracleError(1465);
    if (bytes.length > type.size!)
      throw new OracleError(12899, `${where} (actual: ${bytes.length}, maximum: ${type.size})`);
    return bytes;
  }
  if (type.name === 'INTERVAL DAY TO SECOND' && isSpan(value)) return span(value.ms, value.nanos);
  if (type.name === 'INTERVAL YEAR TO MONTH' && isMonths(value)) return value;
  throw new OracleError(932, type.name);
}
