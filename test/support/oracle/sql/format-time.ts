// Date format models: TO_CHAR and TO_DATE/TO_TIMESTAMP of dates and timestamps.
import { time, type Time } from '../values/value.ts';
import { OracleError, unsupported } from './errors.ts';
import { checkedDate, fractionNanos, offsetMinutes } from './literals.ts';

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
];
const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const ELEMENTS =
  /^(?:FM|FX|YYYY|RRRR|YY|RR|MONTH|MON|MM|MI|DDD|DAY|DD|DY|D|HH24|HH12|HH|SSSSS|SS|FF\d?|AM|PM|TZH|TZM|TZR|TZD|IYYY|IW|WW|W|Q|J|"[^"]*"|X)/i;

function elementsOf(format: string): string[] {
  const elements: string[] = [];
  for (let rest = format; rest !== '';) {
    const element = ELEMENTS.exec(rest)?.[0] ?? rest[0]!;
    if (/^[a-z]/i.test(element) && element.length === 1 && !/^[dwqjtx]$/i.test(element))
      throw unsupported(`format ${format}`);
    elements.push(element);
    rest = rest.slice(element.length);
  }
  return elements;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function offsetText(offset: number): string {
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
}

function cased(word: string, element: string): string {
  if (element === element.toUpperCase()) return word;
  if (element[0] === element[0]!.toUpperCase()) return word[0]! + word.slice(1).toLowerCase();
  return word.toLowerCase();
}

function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7) };
}

function formatElement(element: string, wall: Date, value: Time, trimmed: boolean): string {
  const width = (digits: number) => (trimmed ? 0 : digits);
  const upper = element.toUpperCase();
  const yearDay = Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
  const nanos = pad(wall.getUTCMilliseconds(), 3) + pad(value.nanos, 6);
  if (upper.startsWith('FF')) return nanos.slice(0, Number(upper.slice(2) || 6));
  switch (upper) {
    case 'YYYY':
    case 'RRRR':
      return pad(wall.getUTCFullYear(), width(4));
    case 'YY':
    case 'RR':
      return pad(wall.getUTCFullYear() % 100, width(2));
    case 'IYYY':
      return String(isoWeek(wall).year);
    case 'IW':
      return pad(isoWeek(wall).week, width(2));
    case 'WW':
      return pad(Math.ceil(yearDay / 7), width(2));
    case 'W':
      return String(Math.ceil(wall.getUTCDate() / 7));
    case 'Q':
      return String(Math.floor(wall.getUTCMonth() / 3) + 1);
    case 'MM':
      return pad(wall.getUTCMonth() + 1, width(2));
    case 'MON':
      return cased(MONTHS[wall.getUTCMonth()]!.slice(0, 3), element);
    case 'MONTH':
      return cased(MONTHS[wall.getUTCMonth()]!, element).padEnd(width(9));
    case 'DD':
      return pad(wall.getUTCDate(), width(2));
    case 'DDD':
      return pad(yearDay, width(3));
    case 'D':
      return String(wall.getUTCDay() + 1);
    case 'DY':
      return cased(DAYS[wall.getUTCDay()]!.slice(0, 3), element);
    case 'DAY':
      return cased(DAYS[wall.getUTCDay()]!, element).padEnd(width(9));
    case 'HH24':
      return pad(wall.getUTCHours(), width(2));
    case 'HH':
    case 'HH12':
      return pad(wall.getUTCHours() % 12 || 12, width(2));
    case 'MI':
      return pad(wall.getUTCMinutes(), width(2));
    case 'SS':
      return pad(wall.getUTCSeconds(), width(2));
    case 'SSSSS':
      return pad(wall.getUTCHours() * 3600 + wall.getUTCMinutes() * 60 + wall.getUTCSeconds(), width(5));
    case 'AM':
    case 'PM':
      return wall.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'J':
      return String(Math.floor(wall.getTime() / 86_400_000) + 2440588);
    case 'X':
      return '.';
    case 'TZH':
      return offsetText(value.offset ?? 0).slice(0, 3);
    case 'TZM':
      return offsetText(value.offset ?? 0).slice(4);
    case 'TZR':
    case 'TZD':
      return offsetText(value.offset ?? 0);
    default:
      return element.startsWith('"') ? element.slice(1, -1) : element;
  }
}

export function formatTime(value: Time, format: string): string {
  const wall = new Date(value.ms + (value.offset ?? 0) * 60_000);
  let trimmed = false;
  let out = '';
  for (const element of elementsOf(format)) {
    if (/^FM$/i.test(element)) trimmed = !trimmed;
    else if (!/^FX$/i.test(element)) out += formatElement(element, wall, value, trimmed);
  }
  return out;
}

type Fields = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  nanos: number;
  pm: boolean | null;
  zone: string;
};

const NUMERIC: Record<string, { digits: number; set: (fields: Fields, value: number) => void }> = {
  YYYY: { digits: 4, set: (f, v) => (f.year = v) },
  RRRR: { digits: 4, set: (f, v) => (f.year = v < 50 ? 2000 + v : v < 100 ? 1900 + v : v) },
  YY: { digits: 2, set: (f, v) => (f.year = 2000 + v) },
  RR: { digits: 4, set: (f, v) => (f.year = v < 50 ? 2000 + v : v < 100 ? 1900 + v : v) },
  MM: { digits: 2, set: (f, v) => (f.month = v) },
  DD: { digits: 2, set: (f, v) => (f.day = v) },
  HH24: { digits: 2, set: (f, v) => (f.hour = v) },
  HH12: { digits: 2, set: (f, v) => (f.hour = v) },
  HH: { digits: 2, set: (f, v) => (f.hour = v) },
  MI: { digits: 2, set: (f, v) => (f.minute = v) },
  SS: { digits: 2, set: (f, v) => (f.second = v) },
  SSSSS: {
    digits: 5,
    set: (f, v) => {
      f.hour = Math.floor(v / 3600);
      f.minute = Math.floor(v / 60) % 60;
      f.second = v % 60;
    },
  },
};

/** Takes what one element of the format stands for off the front of `rest`. */
function parseElement(element: string, rest: string, fields: Fields): string {
  const upper = element.toUpperCase();
  const taken = (pattern: RegExp, code: number): string => {
    const found = pattern.exec(rest);
    if (!found) throw new OracleError(rest === '' ? 1840 : code);
    return found[0];
  };
  const numeric = NUMERIC[upper];
  if (numeric) {
    const digits = taken(new RegExp(`^\\d{1,${numeric.digits}}`), upper === 'YYYY' ? 1841 : 1858);
    numeric.set(fields, Number(digits));
    return rest.slice(digits.length);
  }
  if (upper.startsWith('FF')) {
    const digits = taken(/^\d{1,9}/, 1858);
    fields.nanos = fractionNanos(digits);
    return rest.slice(digits.length);
  }
  if (upper === 'MON' || upper === 'MONTH') {
    const word = taken(/^[A-Za-z]+/, 1843);
    fields.month =
      MONTHS.findIndex((month) => (upper === 'MON' ? month.slice(0, 3) : month) === word.toUpperCase()) + 1;
    if (fields.month === 0) throw new OracleError(1843);
    return rest.slice(word.length);
  }
  if (upper === 'AM' || upper === 'PM') {
    const word = taken(/^[AP]M/i, 1858);
    fields.pm = word.toUpperCase() === 'PM';
    return rest.slice(2);
  }
  if (upper === 'TZH' || upper === 'TZM' || upper === 'TZR') {
    const word = taken(upper === 'TZM' ? /^\d\d/ : upper === 'TZH' ? /^[-+]?\d\d/ : /^\S+/, 1858);
    fields.zone = upper === 'TZM' ? `${fields.zone}:${word}` : word;
    return rest.slice(word.length);
  }
  const literal = element.startsWith('"') ? element.slice(1, -1) : element;
  if (upper === 'X' || /^[^\w"]$/.test(element)) {
    if (rest === '') return rest;
    if (/^\w/.test(rest)) throw new OracleError(1861);
    return rest.slice(1);
  }
  if (!rest.startsWith(literal)) throw new OracleError(1861);
  return rest.slice(literal.length);
}

/** `today` gives what the text leaves out: the first day of the current month. */
export function parseTime(written: string, format: string, today: Time, withZone: boolean): Time {
  const now = new Date(today.ms);
  const fields: Fields = {
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    nanos: 0,
    pm: null,
    zone: '',
  };
  let rest = written.trim();
  for (const element of elementsOf(format)) {
    if (!/^F[MX]$/i.test(element)) rest = parseElement(element, rest, fields);
  }
  if (rest.trim() !== '') throw new OracleError(1830);
  if (fields.pm !== null) fields.hour = (fields.hour % 12) + (fields.pm ? 12 : 0);
  if (fields.hour > 23) throw new OracleError(1850);
  const { year, month, day, hour, minute, second, nanos } = fields;
  const wall = checkedDate(year, month, day, hour, minute, second, Math.floor(nanos / 1e6));
  if (!withZone) return time(wall, nanos % 1e6);
  const offset =
    offsetMinutes(
      fields.zone.includes(':') || fields.zone === ''
        ? fields.zone
        : /\d$/.test(fields.zone)
          ? `${fields.zone}:00`
          : fields.zone,
    ) ??
    today.offset ??
    0;
  return time(wall - offset * 60_000, nanos % 1e6, offset);
}
