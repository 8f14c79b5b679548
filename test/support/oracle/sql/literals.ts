// What stands in the quotes of DATE, TIMESTAMP and INTERVAL literals.
import { span, time, type Months, type Span, type Time } from '../values/value.ts';
import { OracleError } from './errors.ts';

const UNITS: Record<string, number> = { DAY: 86_400_000, HOUR: 3_600_000, MINUTE: 60_000, SECOND: 1000 };

export function literalDate(written: string): Time {
  const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(written);
  if (!found) throw new OracleError(1861);
  return time(checkedDate(Number(found[1]), Number(found[2]), Number(found[3])));
}

/** Wall-clock milliseconds of a date that exists. */
export function checkedDate(year: number, month: number, day: number, h = 0, m = 0, s = 0, ms = 0): number {
  if (month < 1 || month > 12) throw new OracleError(1843);
  const value = Date.UTC(year, month - 1, day, h, m, s, ms);
  if (day < 1 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) throw new OracleError(1839);
  return value;
}

/** Nanoseconds of a written fraction. */
export const fractionNanos = (digits: string): number => Number(digits.slice(0, 9).padEnd(9, '0'));

/** Minutes east of UTC; null for what is no fixed offset. */
export function offsetMinutes(zone: string): number | null {
  if (/^(UTC|GMT|Z|DBTIMEZONE)$/i.test(zone.trim())) return 0;
  const found = /^\s*([-+]?)(\d{1,2}):(\d{1,2})\s*$/.exec(zone);
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : null;
}

export function literalTimestamp(written: string): Time {
  const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:\s+(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d+))?)?\s*(.*)$/.exec(
    written,
  );
  if (!found) throw new OracleError(1861);
  const [year, month, day, h, m, s] = found.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  const nanos = fractionNanos(found[7] ?? '0');
  const wall = checkedDate(year!, month!, day!, h, m, s, Math.floor(nanos / 1e6));
  if (found[8] === '') return time(wall, nanos % 1e6);
  const offset = offsetMinutes(found[8]!);
  if (offset === null) throw new OracleError(1861);
  return time(wall - offset * 60_000, nanos % 1e6, offset);
}

export function literalMonths(written: string, field: string, last: string): Months {
  const found = /^\s*([-+]?)(\d+)(?:-(\d+))?\s*$/.exec(written);
  if (!found) throw new OracleError(1861);
  const sign = found[1] === '-' ? -1 : 1;
  const first = Number(found[2]);
  const months = field === 'MONTH' ? first : first * 12 + (last === 'MONTH' ? Number(found[3] ?? 0) : 0);
  return { kind: 'months', months: sign * months };
}

/** `5`, `1 02:03:04.5`, `02:03` … by its first and last field. */
export function literalSpan(written: string, field: string, last: string): Span {
  const order = ['DAY', 'HOUR', 'MINUTE', 'SECOND'];
  const fields = order.slice(order.indexOf(field), order.indexOf(last) + 1);
  const sign = written.trim().startsWith('-') ? -1 : 1;
  const parts = written
    .trim()
    .replace(/^[-+]/, '')
    .split(/[\s:]+/);
  if (fields.length === 0 || parts.length !== fields.length || parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) {
    throw new OracleError(1861);
  }
  const [whole, nanos] = parts.reduce(
    ([ms, fine], part, index) => {
      const [units, digits] = part.split('.');
      const below = fractionNanos(digits ?? '0');
      return [ms + Number(units) * UNITS[fields[index]!]! + Math.floor(below / 1e6), fine + (below % 1e6)] as const;
    },
    [0, 0] as readonly [number, number],
  );
  return span(sign * whole, sign * nanos);
}
