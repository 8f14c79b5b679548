// Reads the dates that RMAN and Data Pump print, as far as durations can be computed from them. Never a time zone.

const MONTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['jan', 'ene', 'gen', 'janv', 'янв'],
      ['feb', 'fev', 'fév', 'févr', 'фев'],
      ['mar', 'mrz', 'mär', 'mars', 'мар'],
      ['apr', 'abr', 'avr', 'апр'],
      ['may', 'mai', 'mag', 'май', 'maj'],
      ['jun', 'giu', 'juin', 'июн'],
      ['jul', 'lug', 'juil', 'июл'],
      ['aug', 'ago', 'aoû', 'août', 'авг'],
      ['sep', 'set', 'sept', 'сен'],
      ['oct', 'out', 'okt', 'ott', 'окт'],
      ['nov', 'ноя'],
      ['dec', 'dic', 'dez', 'déc', 'дек'],
    ] as const
  ).flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([AaPp])?\.?[Mm]?/;
const NUMERIC_DATE = /(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})/;
const NAMED_DATE = /(\d{1,4})[-/. ]([^\s\d\-/.]{3,5})\.?[-/. ](\d{2,4})/;
const CTIME_DATE = /([^\s\d]{3,5})\.? +(\d{1,2}),? .*?(\d{4})/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})[-_ T]?(\d{2}):?(\d{2}):?(\d{2})$/;

/** 04/10/26 is the fourth of October, or the tenth of April: the date alone does not tell. */
type Order = 'day-first' | 'month-first';

/**
 * Seconds on a calendar without zones, only good for differences; null when the text has no time of day (the default
 * NLS_DATE_FORMAT) or no date. Day and month in figures are read as day first unless that is impossible.
 */
export function readOracleTime(text: string): number | null {
  return readInOrder(text, 'day-first') ?? readInOrder(text, 'month-first');
}

function readInOrder(text: string, order: Order): number | null {
  const compact = COMPACT.exec(text.trim());
  if (compact) {
    const [year, month, day, hour, minute, second] = compact.slice(1).map(Number) as [
      number, number, number, number, number, number,
    ];
    return seconds(year, month, day, hour, minute, second);
  }
  const clock = CLOCK.exec(text);
  if (!clock) return null;
  const date = readDate(`${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`, order);
  if (!date) return null;
  let hour = Number(clock[1]);
  const half = clock[4]?.toLowerCase();
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return seconds(date.year, date.month, date.day, hour, Number(clock[2]), Number(clock[3] ?? 0));
}

function readDate(text: string, order: Order): { year: number; month: number; day: number } | null {
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric) {
    const [first, second, third] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
    if (numeric[1]!.length === 4) return { year: first, month: second, day: third };
    const [day, month] = order === 'day-first' ? [first, second] : [second, first];
    return { year: fullYear(third), month, day };
  }
  const named = NAMED_DATE.exec(text);
  const namedMonth = named && MONTHS.get(named[2]!.toLowerCase());
  if (named && namedMonth) {
    const yearFirst = named[1]!.length === 4;
    const [day, year] = yearFirst ? [Number(named[3]), Number(named[1])] : [Number(named[1]), Number(named[3])];
    return { year: fullYear(year), month: namedMonth, day };
  }
  for (const word of text.matchAll(new RegExp(CTIME_DATE, 'g'))) {
    const month = MONTHS.get(word[1]!.toLowerCase());
    if (month) return { year: Number(word[3]), month, day: Number(word[2]) };
  }
  // "Thu May 1 2025": the weekday matched first and hid the month.
  const afterWeekday = /^\s*\S+\s+(.*)$/.exec(text)?.[1];
  const ctime = afterWeekday && CTIME_DATE.exec(afterWeekday);
  const month = ctime && MONTHS.get(ctime[1]!.toLowerCase());
  return ctime && month ? { year: Number(ctime[3]), month, day: Number(ctime[2]) } : null;
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function seconds(
  year: number, month: number, day: number, hour: number, minute: number, second: number,
): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

const LONGEST_RUN_SECONDS = 60 * 24 * 3600;

/** Seconds between two printed times; null when either has no time of day or they cannot belong together. */
export function elapsedBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  // One session prints all its dates in one order: take the first that fits both.
  for (const order of ['day-first', 'month-first'] as const) {
    const start = readInOrder(from, order);
    const finish = readInOrder(to, order);
    if (start === null || finish === null) continue;
    const elapsed = finish - start;
    if (elapsed >= 0 && elapsed <= LONGEST_RUN_SECONDS) return elapsed;
  }
  return null;
}

/** Reads `HH:MM:SS` (hours may pass 24), as in "elapsed time: 00:01:25"; null otherwise. */
export function readElapsed(text: string): number | null {
  const parts = /(\d+):(\d\d):(\d\d)\s*$/.exec(text);
  return parts ? Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : null;
}
