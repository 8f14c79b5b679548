// Dates as the simulated database shows and reads them: NLS_DATE_FORMAT, ctime, STAMP (reference §1.3, §3.8). Pure.

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const LONG_MONTHS = 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(' ');
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS_ES = 'ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC'.split(' ');
const DAYS_ES = ['DOM', 'LUN', 'MAR', 'MIÉ', 'JUE', 'VIE', 'SÁB'];

const two = (n: number): string => String(n).padStart(2, '0');
const capital = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

const ELEMENT =
  /"([^"]*)"|YYYY|RRRR|YY|RR|MONTH|Month|month|MON|Mon|mon|MM|DD|DY|Dy|dy|HH24|HH12|HH|MI|SSSSS|SS|AM|PM/gi;

/** Renders `date` (local time) with an Oracle date format. */
export function formatDate(date: Date, format: string, spanish = false): string {
  return format.replace(ELEMENT, (element: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    return dateElement(date, element, spanish);
  });
}

function dateElement(date: Date, element: string, spanish: boolean): string {
  const hour = date.getHours();
  const cased = (word: string): string =>
    element === element.toUpperCase() ? word : element === element.toLowerCase() ? word.toLowerCase() : capital(word);
  switch (element.toUpperCase()) {
    case 'YYYY':
    case 'RRRR':
      return String(date.getFullYear());
    case 'YY':
    case 'RR':
      return two(date.getFullYear() % 100);
    case 'MONTH':
      return cased((LONG_MONTHS[date.getMonth()] ?? '').padEnd(9));
    case 'MON':
      return cased((spanish ? MONTHS_ES : MONTHS)[date.getMonth()] ?? '');
    case 'MM':
      return two(date.getMonth() + 1);
    case 'DD':
      return two(date.getDate());
    case 'DY':
      return cased((spanish ? DAYS_ES : DAYS)[date.getDay()] ?? '');
    case 'HH24':
      return two(hour);
    case 'HH':
    case 'HH12':
      return two(hour % 12 === 0 ? 12 : hour % 12);
    case 'MI':
      return two(date.getMinutes());
    case 'SS':
      return two(date.getSeconds());
    case 'SSSSS':
      return String(hour * 3600 + date.getMinutes() * 60 + date.getSeconds()).padStart(5, '0');
    default:
      return hour < 12 ? 'AM' : 'PM';
  }
}

/** The date of RMAN-03002/03009 lines, the same in every language. */
export function stackDate(date: Date): string {
  return formatDate(date, 'MM/DD/YYYY HH24:MI:SS');
}

/** `Sun Oct 4 10:08:41 2026`, as in the banner. */
export function ctime(date: Date, spanish: boolean): string {
  const day = capital((spanish ? DAYS_ES : DAYS)[date.getDay()] ?? '');
  const month = capital((spanish ? MONTHS_ES : MONTHS)[date.getMonth()] ?? '');
  return `${day} ${month} ${date.getDate()} ${formatDate(date, 'HH24:MI:SS YYYY')}`;
}

/** Oracle's 4-byte time stamp of control file records, local time. */
export function stampOf(date: Date): number {
  const months = (date.getFullYear() - 1988) * 12 + date.getMonth();
  const days = months * 31 + date.getDate() - 1;
  return ((days * 24 + date.getHours()) * 60 + date.getMinutes()) * 60 + date.getSeconds();
}

/** `TAGyyyymmddThhmmss`, the tag RMAN makes up. */
export function defaultTag(date: Date): string {
  return `TAG${formatDate(date, 'YYYYMMDD"T"HH24MISS')}`;
}

/** `HH:MM:SS` of a duration. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const BASE = String.raw`(SYSDATE|TRUNC\s*\(\s*SYSDATE\s*\)|TO_DATE\s*\(.*?\))`;
/** `- 7`, `+ 1/24` */
const OFFSET = String.raw`([+-])\s*([\d.]+)(?:\s*\/\s*([\d.]+))?`;

/**
 * The instant that a date argument of a command names: `SYSDATE`, `SYSDATE-7`, `TO_DATE('...','...')`, or a text in
 * the session's date format. Null when Oracle could not read it either.
 */
export function dateExpression(text: string, sessionFormat: string, now: Date): Date | null {
  const arithmetic = new RegExp(`^\\s*${BASE}\\s*(?:${OFFSET})?\\s*$`, 'is').exec(text);
  if (arithmetic === null) return parseDate(text.trim(), sessionFormat);
  const base = baseDate(arithmetic[1] ?? '', sessionFormat, now);
  if (base === null || arithmetic[2] === undefined) return base;
  const days = Number(arithmetic[3]) / (arithmetic[4] === undefined ? 1 : Number(arithmetic[4]));
  return new Date(base.getTime() + (arithmetic[2] === '-' ? -1 : 1) * days * 86_400_000);
}

function baseDate(text: string, sessionFormat: string, now: Date): Date | null {
  if (/^SYSDATE$/i.test(text)) return now;
  if (/^TRUNC/i.test(text)) return new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const call = /^TO_DATE\s*\(\s*'([^']*)'\s*(?:,\s*'([^']*)'\s*)?\)$/i.exec(text);
  return call === null ? null : parseDate(call[1] ?? '', call[2] ?? sessionFormat);
}

/** Reads `text` by an Oracle date format; missing parts are the first of the current month, midnight. */
export function parseDate(text: string, format: string): Date | null {
  const found: Record<string, string> = {};
  const names: string[] = [];
  const pattern = format
    .split(ELEMENT_SPLIT)
    .map((part) => elementPattern(part, names))
    .join('');
  const match = new RegExp(`^\\s*${pattern}\\s*$`, 'i').exec(text);
  if (match === null) return null;
  names.forEach((name, i) => (found[name] = match[i + 1] ?? ''));
  return assembleDate(found);
}

const ELEMENT_SPLIT = /(YYYY|RRRR|YY|RR|MONTH|MON|MM|DD|HH24|HH12|HH|MI|SS|AM|PM)/i;

function elementPattern(part: string, names: string[]): string {
  const element = part.toUpperCase();
  if (!new RegExp(`^${ELEMENT_SPLIT.source}$`, 'i').test(part)) {
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-/., ]/g, '[-/., ]');
  }
  names.push(element);
  if (element === 'YYYY' || element === 'RRRR') return '(\\d{4})';
  if (element === 'MON' || element === 'MONTH') return '([A-Z]{3,9})';
  return element === 'AM' || element === 'PM' ? '(AM|PM)' : '(\\d{1,2})';
}

function assembleDate(found: Record<string, string>): Date | null {
  const now = new Date();
  const number = (...names: string[]): number | null => {
    for (const name of names) if (found[name] !== undefined) return Number(found[name]);
    return null;
  };
  const short = number('YY', 'RR');
  const year = number('YYYY', 'RRRR') ?? (short === null ? now.getFullYear() : 2000 + short);
  const named = found['MON'] ?? found['MONTH'];
  const month =
    named === undefined ? (number('MM') ?? now.getMonth() + 1) : MONTHS.indexOf(named.slice(0, 3).toUpperCase()) + 1;
  const day = number('DD') ?? 1;
  const [hour, minute, second] = [number('HH24', 'HH12', 'HH') ?? 0, number('MI') ?? 0, number('SS') ?? 0];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
  return new Date(year, month - 1, day, hour, minute, second);
}
