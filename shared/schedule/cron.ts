// Reads a cron expression field by field into sets of values, or names the field that is wrong.
// Only importer of croner.
import { CronPattern } from 'croner';

/** What a cron expression says. Sets are sorted lists; bits of a mask count from the least. */
export type CronFields = {
  seconds: readonly number[];
  minutes: readonly number[];
  hours: readonly number[];
  /** 1 to 12. */
  months: readonly number[];
  dates: DateField;
  weekdays: WeekdayField;
  /** The rule goes by elapsed time: a time field is open (`*`), stepped, or lists all its values. */
  interval: boolean;
};

export type DateField = {
  /** Written `*` or `?`. */
  open: boolean;
  /** Bit n: the nth. */
  dates: number;
  /** Bit n: the weekday (Monday to Friday) nearest to the nth, in the same month. */
  nearest: number;
  lastDay: boolean;
  /** The last Monday to Friday. */
  lastWorkday: boolean;
};

export type WeekdayField = {
  open: boolean;
  /** By weekday, Sunday first; bit 0 to 4: its first to fifth in the month, bit 5: its last; all six: every one. */
  nth: readonly number[];
};

export type CronProblem = { code: `cron.${'fields' | 'nickname' | FieldName}`; params: Record<string, string | number> };

type FieldName = 'second' | 'minute' | 'hour' | 'date' | 'month' | 'weekday';

const ORDER: readonly FieldName[] = ['second', 'minute', 'hour', 'date', 'month', 'weekday'];

// What croner would take beyond our dialect is refused here: `?` in a time field, `+` for "both day fields must fit".
const CHARACTERS: Record<FieldName, RegExp> = {
  second: /^[\d*,/-]+$/,
  minute: /^[\d*,/-]+$/,
  hour: /^[\d*,/-]+$/,
  date: /^([\d*,/\-LW]+|\?)$/i,
  month: /^[\d*,/\-A-Z]+$/i,
  weekday: /^([\d*,/\-A-Z#]+|\?)$/i,
};

const NICKNAMES: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** Every {@link WeekdayField.nth} bit. */
export const EVERY_WEEK = 0b111111;
export const EVERY_DATE = ~1;

/** What is wrong with the expression; `null` when nothing is. */
export function cronProblem(expression: string): CronProblem | null {
  const read = readCron(expression);
  return 'code' in read ? read : null;
}

/** @throws on an expression that has a problem */
export function parseCron(expression: string): CronFields {
  const read = readCron(expression);
  if ('code' in read) throw new TypeError(`not cron: ${expression}`);
  return read;
}

function readCron(expression: string): CronFields | CronProblem {
  const words = splitCron(expression);
  if (!Array.isArray(words)) return words;
  const read = {} as Record<FieldName, FieldReading>;
  for (const [index, name] of ORDER.entries()) {
    const text = words[index] as string;
    const reading = readField(name, text);
    if (reading === null) return { code: `cron.${name}`, params: { found: text.slice(0, 40) } };
    read[name] = reading;
  }
  const { second, minute, hour, date, month, weekday } = read;
  return {
    seconds: second.values,
    minutes: minute.values,
    hours: hour.values,
    months: month.values,
    dates: date.dates,
    weekdays: weekday.weekdays,
    interval:
      second.stepped || minute.stepped || hour.stepped ||
      isWhole(second.values, minute.values, hour.values),
  };
}

type Values = readonly number[];

const isWhole = (seconds: Values, minutes: Values, hours: Values): boolean =>
  seconds.length === 60 || minutes.length === 60 || hours.length === 24;

/** The six fields as written, seconds first; for a nickname, those that it stands for. */
export function splitCron(expression: string): string[] | CronProblem {
  const text = expression.trim();
  if (text.startsWith('@')) {
    const meant = NICKNAMES[text.toLowerCase()];
    if (meant === undefined) return { code: 'cron.nickname', params: { found: text.slice(0, 40) } };
    return ['0', ...meant.split(' ')];
  }
  const words = text === '' ? [] : text.split(/\s+/);
  if (words.length === 5) return ['0', ...words];
  if (words.length === 6) return words;
  return { code: 'cron.fields', params: { found: words.length } };
}

/** What one field says; only the part that is its own is meant. */
type FieldReading = { values: Values; stepped: boolean; dates: DateField; weekdays: WeekdayField };

// Thousands of schedules are made of few distinct fields, and croner takes its time.
const readFields = new Map<string, FieldReading>();
const MOST_KEPT = 2_000;

/** One field with all others harmless, so that a refusal is about this one. */
function readField(name: FieldName, text: string): FieldReading | null {
  const key = `${name} ${text}`;
  const kept = readFields.get(key);
  if (kept) return kept;
  if (text.length > 200 || !CHARACTERS[name].test(text)) return null;
  const alone = ORDER.map((other) => (other === name ? text : ['date', 'month', 'weekday'].includes(other) ? '*' : '0'));
  try {
    const options = { mode: '6-part', fixedTimeRule: 'no-wildcard' } as const;
    const reading = readingOf(name, new CronPattern(alone.join(' '), undefined, options));
    if (readFields.size >= MOST_KEPT) readFields.clear();
    readFields.set(key, reading);
    return reading;
  } catch {
    return null;
  }
}

/** croner counts months and days of the month from 0. */
function readingOf(name: FieldName, pattern: CronPattern): FieldReading {
  const { second, minute, hour, day, month } = pattern;
  const flags = { second, minute, hour, date: day, month, weekday: [] }[name];
  const values = flags.flatMap((flag, index) => (flag ? [name === 'month' ? index + 1 : index] : []));
  return {
    values,
    stepped: !pattern.isFixedTime,
    dates: {
      open: pattern.starDOM,
      dates: pattern.starDOM ? EVERY_DATE : maskOf(pattern.day),
      nearest: maskOf(pattern.nearestWeekdays),
      lastDay: pattern.lastDayOfMonth,
      lastWorkday: pattern.lastWeekday,
    },
    weekdays: { open: pattern.starDOW, nth: pattern.dayOfWeek },
  };
}

/** Bit n for the nth day of the month. */
const maskOf = (flags: Values): number =>
  flags.reduce((mask, flag, index) => (flag ? mask | (1 << (index + 1)) : mask), 0);
