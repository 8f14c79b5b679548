// + - * / of numbers, dates and intervals; CAST, EXTRACT and AT TIME ZONE.
import {
  DATE,
  MONTHS,
  NUMBER,
  SPAN,
  isMonths,
  isNumber,
  isSpan,
  isTime,
  isTimeValue,
  span,
  time,
  type Months,
  type SqlType,
  type Time,
  type Value,
} from '../values/value.ts';
import { tidy } from '../values/number.ts';
import { fit, instantMs, toNumber, toText, wallClock, withZone } from './convert.ts';
import { OracleError, unsupported } from './errors.ts';
import { literalSpan, offsetMinutes } from './literals.ts';
import { type Run } from './run.ts';

const DAY = 86_400_000;

export function arithmeticType(left: SqlType, right: SqlType): SqlType {
  if (isTime(left) && isTime(right)) return left.name === 'DATE' && right.name === 'DATE' ? NUMBER : SPAN;
  if (isTime(left)) return right.name.startsWith('INTERVAL') ? left : DATE;
  if (isTime(right)) return left.name.startsWith('INTERVAL') ? right : DATE;
  if (left.name === SPAN.name || right.name === SPAN.name) return SPAN;
  if (left.name === MONTHS.name || right.name === MONTHS.name) return MONTHS;
  return NUMBER;
}

export function negateValue(value: Value): Value {
  if (isSpan(value)) return span(-value.ms, -value.nanos);
  if (isMonths(value)) return { kind: 'months', months: -value.months };
  const number = toNumber(value);
  return number === null ? null : -number;
}

export function addMonths(value: Time, months: number): Time {
  const wall = wallClock(value);
  const from = new Date(wall.ms);
  const last = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const isLast = from.getUTCDate() === last(from.getUTCFullYear(), from.getUTCMonth());
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const end = last(first.getUTCFullYear(), first.getUTCMonth());
  const day = isLast ? end : Math.min(end, from.getUTCDate());
  return { ...value, ms: value.ms + (first.getTime() + (day - 1) * DAY - Math.floor(wall.ms / DAY) * DAY) };
}

const shift = (value: Time, ms: number, nanos: number): Time => {
  const fine = value.nanos + nanos;
  const carry = Math.floor(fine / 1e6);
  return { ...value, ms: value.ms + ms + carry, nanos: fine - carry * 1e6 };
};

function difference(left: Time, right: Time, type: SqlType, run: Run): Value {
  const { locale } = run.session;
  const zoned = left.offset !== null || right.offset !== null;
  const ms = zoned ? instantMs(left, locale) - instantMs(right, locale) : left.ms - right.ms;
  return type.name === 'NUMBER' ? tidy(ms / DAY) : shiftedSpan(ms, left.nanos - right.nanos);
}

/** An interval whose two parts have the same sign. */
function shiftedSpan(ms: number, nanos: number): Value {
  if (ms > 0 && nanos < 0) return span(ms - 1, nanos + 1e6);
  if (ms < 0 && nanos > 0) return span(ms + 1, nanos - 1e6);
  return span(ms, nanos);
}

function timeArithmetic(operator: string, time_: Time, other: Value, type: SqlType): Value {
  const sign = operator === '-' ? -1 : 1;
  if (isSpan(other)) return shift(time_, sign * other.ms, sign * other.nanos);
  if (isMonths(other)) return addMonths(time_, sign * other.months);
  const days = Number(toNumber(other));
  // A number of days turns a TIMESTAMP into a DATE.
  const base = type.name === 'DATE' ? wallClock(time_) : time_;
  return time(Math.round((base.ms + sign * days * DAY) / 1000) * 1000, 0, base.offset);
}

function numeric(operator: string, left: number | bigint, right: number | bigint): Value {
  if (typeof left === 'bigint' || typeof right === 'bigint') return wideArithmetic(operator, left, right);
  switch (operator) {
    case '+':
      return tidy(left + right);
    case '-':
      return tidy(left - right);
    case '*':
      return tidy(left * right);
    default:
      if (right === 0) throw new OracleError(1476);
      return tidy(left / right);
  }
}

function wideArithmetic(operator: string, left: number | bigint, right: number | bigint): Value {
  if (operator !== '/' && [left, right].every((one) => typeof one === 'bigint' || Number.isInteger(one))) {
    const [a, b] = [BigInt(left), BigInt(right)];
    const result = operator === '+' ? a + b : operator === '-' ? a - b : a * b;
    return Number.isSafeInteger(Number(result)) ? Number(result) : result;
  }
  return numeric(operator, Number(left), Number(right));
}

export function arithmetic(operator: string, left: Value, right: Value, type: SqlType, run: Run): Value {
  if (left === null || right === null) return null;
  if (isTimeValue(left) && isTimeValue(right)) {
    if (operator !== '-') throw new OracleError(975);
    return difference(left, right, type, run);
  }
  if (isTimeValue(left)) return timeArithmetic(operator, left, right, type);
  if (isTimeValue(right)) return timeArithmetic(operator, right, left, type);
  if (isSpan(left) && isSpan(right)) {
    const sign = operator === '-' ? -1 : 1;
    return shiftedSpan(left.ms + sign * right.ms, left.nanos + sign * right.nanos);
  }
  const interval = [left, right].find(isSpan);
  if (interval) {
    const factor = Number(toNumber(interval === left ? right : left));
    const total = (interval.ms + interval.nanos / 1e6) * (operator === '/' ? 1 / factor : factor);
    return span(Math.trunc(total), Math.round((total % 1) * 1e6));
  }
  const months = [left, right].find(isMonths) as Months | undefined;
  if (months) {
    const other = months === left ? right : left;
    if (isMonths(other))
      return {
        kind: 'months',
        months: operator === '-' ? months.months - other.months : months.months + other.months,
      };
    return { kind: 'months', months: Math.trunc(months.months * Number(toNumber(other))) };
  }
  return numeric(operator, toNumber(left)!, toNumber(right)!);
}

export function castValue(value: Value, type: SqlType, run: Run): Value {
  const { locale } = run.session;
  if (value === null) return null;
  if (type.name === 'VARCHAR2') {
    const written = toText(value, locale)!;
    // CAST to a shorter text cuts off; that is no error.
    return type.characters ? [...written].slice(0, type.size).join('') : cutBytes(written, type.size ?? 4000);
  }
  if (type.name.startsWith('INTERVAL') && typeof value === 'string') return literalSpan(value, 'DAY', 'SECOND');
  if (type.name === 'NUMBER' && isNumber(value) && type.precision === undefined) return value;
  return fit(value, type, 'CAST', locale, run.now);
}

export function cutBytes(value: string, size: number): string {
  if (Buffer.byteLength(value) <= size) return value;
  let cut = value;
  while (Buffer.byteLength(cut) > size) cut = cut.slice(0, -1);
  return cut;
}

export function extractField(field: string, value: Value): Value {
  if (value === null) return null;
  if (isSpan(value)) {
    const seconds = value.ms / 1000;
    const parts: Record<string, number> = {
      DAY: Math.trunc(seconds / 86_400),
      HOUR: Math.trunc(seconds / 3600) % 24,
      MINUTE: Math.trunc(seconds / 60) % 60,
      SECOND: tidy((value.ms % 60_000) / 1000 + value.nanos / 1e9),
    };
    return parts[field] ?? fieldError(field);
  }
  if (isMonths(value)) return field === 'YEAR' ? Math.trunc(value.months / 12) : value.months % 12;
  if (!isTimeValue(value)) throw new OracleError(30076);
  // Of a zoned timestamp the time fields are those of UTC, as in Oracle.
  const at = new Date(value.ms);
  const parts: Record<string, number> = {
    YEAR: at.getUTCFullYear(),
    MONTH: at.getUTCMonth() + 1,
    DAY: at.getUTCDate(),
    HOUR: at.getUTCHours(),
    MINUTE: at.getUTCMinutes(),
    SECOND: tidy(at.getUTCSeconds() + at.getUTCMilliseconds() / 1000 + value.nanos / 1e9),
    TIMEZONE_HOUR: Math.trunc((value.offset ?? 0) / 60),
    TIMEZONE_MINUTE: (value.offset ?? 0) % 60,
  };
  return parts[field] ?? fieldError(field);
}

function fieldError(field: string): never {
  throw unsupported(`EXTRACT(${field} …)`);
}

/** Offset of a zone by name at an instant, in minutes. */
export function zoneOffset(zone: string, ms: number): number {
  const fixed = offsetMinutes(zone);
  if (fixed !== null) return fixed;
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(ms);
    const written = parts.find((part) => part.type === 'timeZoneName')!.value.replace('GMT', '');
    return written === '' ? 0 : offsetMinutes(written)!;
  } catch {
    throw new OracleError(1882);
  }
}

export function atZone(value: Value, zone: Value, run: Run): Value {
  if (value === null || zone === null) return null;
  if (!isTimeValue(value)) throw new OracleError(932, 'TIMESTAMP');
  const zoned = withZone(value, run.session.locale);
  return { ...zoned, offset: zoneOffset(String(zone), zoned.ms) };
}
