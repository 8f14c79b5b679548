// The single-row functions, by name. Aggregates are elsewhere.
import {
  BLOB,
  CLOB,
  DATE,
  MONTHS,
  NUMBER,
  SPAN,
  TIMESTAMP,
  TIMESTAMP_TZ,
  isNumber,
  isSpan,
  isTimeValue,
  span,
  text,
  time,
  type SqlType,
  type Value,
} from '../values/value.ts';
import { tidy } from '../values/number.ts';
import { addMonths, zoneOffset } from './arithmetic.ts';
import { commonType } from './compile.ts';
import { compareValues, roundTo, toNumber, toText, toTime, wallClock } from './convert.ts';
import { OracleError, unsupported } from './errors.ts';
import { formatNumber } from './format-number.ts';
import { formatTime, parseTime } from './format-time.ts';
import { literalSpan } from './literals.ts';
import { truncTime } from './round-time.ts';
import { type Run } from './run.ts';
import { contextValue } from './sys-context.ts';

export type SqlFunction = {
  least: number;
  most: number;
  type: (args: SqlType[]) => SqlType;
  apply: (args: Value[], run: Run, types: SqlType[]) => Value;
};

const make = (
  least: number,
  most: number,
  type: SqlType | SqlFunction['type'],
  apply: SqlFunction['apply'],
): SqlFunction => ({
  least,
  most,
  type: typeof type === 'function' ? type : () => type,
  apply,
});

/** A function that answers NULL when its first argument is NULL. */
const strict = (
  least: number,
  most: number,
  type: SqlType | SqlFunction['type'],
  apply: SqlFunction['apply'],
): SqlFunction => make(least, most, type, (args, run, types) => (args[0] === null ? null : apply(args, run, types)));

const sameText = (args: SqlType[]): SqlType =>
  args[0]!.name === 'CLOB' ? CLOB : text((args[0]!.size ?? 100) * (args[0]!.characters ? 4 : 1));
const anyText = (): SqlType => text(4000);
const written = (value: Value, run: Run, type?: SqlType): string => toText(value, run.session.locale, type) ?? '';
const number = (value: Value | undefined): number => Number(toNumber(value ?? null));
const orNull = (value: string): Value => value || null;

const onText = (change: (value: string) => string, type: SqlType | SqlFunction['type'] = sameText): SqlFunction =>
  strict(1, 1, type, ([value], run, [kind]) => orNull(change(written(value!, run, kind))));
const onNumber = (change: (value: number) => number): SqlFunction =>
  strict(1, 1, NUMBER, ([value]) => tidy(change(number(value))));

function substring([value, start, length]: Value[], run: Run): Value {
  const signs = [...written(value!, run)];
  if (start === null || length === null) return null;
  const from = number(start) < 0 ? signs.length + number(start) : Math.max(0, number(start) - 1);
  if (from < 0) return null;
  return orNull(signs.slice(from, length === undefined ? undefined : from + Math.max(0, number(length))).join(''));
}

function pad(side: 'start' | 'end') {
  return ([value, length, filler]: Value[], run: Run): Value => {
    const [whole, size] = [written(value!, run), number(length)];
    const fill = filler === undefined ? ' ' : written(filler, run);
    const cut = whole.slice(0, size);
    return orNull(side === 'start' ? cut.padStart(size, fill) : cut.padEnd(size, fill));
  };
}

function decode(args: Value[], run: Run): Value {
  for (let i = 1; i + 1 < args.length; i += 2) {
    const [wanted, value] = [args[i]!, args[0]!];
    const equal =
      wanted === null || value === null
        ? wanted === value
        : compareValues(value, wanted, run.session.locale, run.now) === 0;
    if (equal) return args[i + 1]!;
  }
  return args.length % 2 === 0 ? args[args.length - 1]! : null;
}

function extreme(sign: number) {
  return (args: Value[], run: Run): Value => {
    if (args.includes(null)) return null;
    return args.reduce((so, one) => (compareValues(one, so, run.session.locale, run.now) * sign > 0 ? one : so));
  };
}

function toChar([value, format]: Value[], run: Run, types: SqlType[]): Value {
  if (value === null || value === undefined || format === null) return null;
  if (format === undefined) return written(value, run, types[0]);
  if (isTimeValue(value)) return formatTime(value, written(format, run));
  if (isNumber(value) || typeof value === 'string') return formatNumber(Number(toNumber(value)), written(format, run));
  if (isSpan(value)) return written(value, run);
  throw new OracleError(1481);
}

function parse(withZone: boolean, cutToSecond: boolean) {
  return ([value, format]: Value[], run: Run): Value => {
    if (isTimeValue(value!)) return value;
    const { locale } = run.session;
    const fallback = withZone ? locale.timestampTzFormat : cutToSecond ? locale.dateFormat : locale.timestampFormat;
    const today = { ...run.now, offset: locale.offset };
    return parseTime(written(value!, run), format ? written(format, run) : fallback, today, withZone);
  };
}

const UNITS: Record<string, number> = { DAY: 86_400_000, HOUR: 3_600_000, MINUTE: 60_000, SECOND: 1000 };

function toSpan([value, unit]: Value[], run: Run): Value {
  const size = UNITS[written(unit!, run).toUpperCase().trim()];
  if (size === undefined) throw new OracleError(1867);
  const total = tidy(number(value) * size);
  return span(Math.trunc(total), Math.round(tidy(total % 1) * 1e6));
}

function roundOrTrunc(round: boolean) {
  return ([value, second]: Value[], run: Run): Value => {
    if (isTimeValue(value!)) return truncTime(value, second ? written(second, run) : 'DD', round);
    const digits = second === undefined ? 0 : number(second);
    if (round) return typeof value === 'bigint' ? value : roundTo(number(value), digits);
    return tidy(Math.trunc(tidy(number(value) * 10 ** digits)) / 10 ** digits);
  };
}

function instr([value, part, from]: Value[], run: Run): Value {
  if (part === null) return null;
  const whole = written(value!, run);
  const start = from === undefined ? 1 : number(from);
  return (
    (start < 0
      ? whole.lastIndexOf(written(part!, run), whole.length + start)
      : whole.indexOf(written(part!, run), start - 1)) + 1
  );
}

function regular(pattern: Value | undefined, flags: Value | undefined, run: Run, global: boolean): RegExp {
  const classes = written(pattern ?? null, run).replace(
    /\[:(digit|alpha|alnum|space|upper|lower|punct):\]/g,
    (_, name: string) => {
      return {
        digit: '0-9',
        alpha: 'A-Za-z',
        alnum: 'A-Za-z0-9',
        space: '\\s',
        upper: 'A-Z',
        lower: 'a-z',
        punct: '!-/:-@\\[-`{-~',
      }[name]!;
    },
  );
  return new RegExp(classes, `${global ? 'g' : ''}${flags && written(flags, run).includes('i') ? 'i' : ''}`);
}

const trimEnds =
  (side: 'both' | 'left' | 'right') =>
  ([value, set]: Value[], run: Run): Value => {
    const signs = new Set(set === undefined ? [' '] : [...written(set, run)]);
    let whole = [...written(value!, run)];
    if (side !== 'right')
      whole = whole.slice(
        whole.findIndex((sign) => !signs.has(sign)) < 0 ? whole.length : whole.findIndex((sign) => !signs.has(sign)),
      );
    if (side !== 'left') while (whole.length > 0 && signs.has(whole[whole.length - 1]!)) whole.pop();
    return orNull(whole.join(''));
  };

export const FUNCTIONS: Record<string, SqlFunction> = {
  NVL: make(
    2,
    2,
    (args) => commonType(args),
    ([value, other]) => value ?? other!,
  ),
  NVL2: make(
    3,
    3,
    (args) => commonType(args.slice(1)),
    ([value, there, absent]) => (value === null ? absent! : there!),
  ),
  COALESCE: make(
    2,
    99,
    (args) => commonType(args),
    (args) => args.find((value) => value !== null) ?? null,
  ),
  NULLIF: make(
    2,
    2,
    ([first]) => first!,
    ([left, right], run) =>
      left !== null && right !== null && compareValues(left!, right!, run.session.locale, run.now) === 0
        ? null
        : left!,
  ),
  DECODE: make(
    3,
    255,
    (args) => commonType(args.filter((_, place) => place >= 2 && (place % 2 === 0 || place === args.length - 1))),
    decode,
  ),
  GREATEST: make(1, 99, (args) => commonType(args), extreme(1)),
  LEAST: make(1, 99, (args) => commonType(args), extreme(-1)),
  UPPER: onText((value) => value.toUpperCase()),
  LOWER: onText((value) => value.toLowerCase()),
  INITCAP: onText((value) =>
    value
      .toLowerCase()
      .replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  ),
  TRIM: strict(1, 1, sameText, trimEnds('both')),
  LTRIM: strict(1, 2, sameText, trimEnds('left')),
  RTRIM: strict(1, 2, sameText, trimEnds('right')),
  LENGTH: strict(1, 1, NUMBER, ([value], run) =>
    Buffer.isBuffer(value) ? value.length : [...written(value!, run)].length,
  ),
  LENGTHB: strict(1, 1, NUMBER, ([value], run) => Buffer.byteLength(written(value!, run))),
  SUBSTR: strict(2, 3, sameText, substring),
  SUBSTRB: strict(2, 3, sameText, substring),
  INSTR: strict(2, 4, NUMBER, instr),
  REPLACE: strict(2, 3, sameText, ([value, from, to], run) =>
    from === null
      ? value!
      : orNull(written(value!, run).replaceAll(written(from!, run), to === undefined ? '' : written(to, run))),
  ),
  TRANSLATE: strict(3, 3, sameText, ([value, from, to], run) => {
    const [source, target] = [[...written(from!, run)], [...written(to!, run)]];
    return orNull(
      [...written(value!, run)]
        .map((sign) => (source.includes(sign) ? (target[source.indexOf(sign)] ?? '') : sign))
        .join(''),
    );
  }),
  LPAD: strict(2, 3, anyText, pad('start')),
  RPAD: strict(2, 3, anyText, pad('end')),
  CHR: strict(1, 1, text(4), ([code]) => String.fromCharCode(number(code))),
  ASCII: strict(1, 1, NUMBER, ([value], run) => written(value!, run).charCodeAt(0)),
  CONCAT: make(2, 2, anyText, ([left, right], run) => orNull(written(left!, run) + written(right!, run))),
  REGEXP_REPLACE: strict(2, 6, sameText, ([value, pattern, to, , , flags], run) =>
    orNull(
      written(value!, run).replace(
        regular(pattern, flags, run, true),
        written(to ?? null, run).replace(/\\(\d)/g, '$$$1'),
      ),
    ),
  ),
  REGEXP_SUBSTR: strict(
    2,
    6,
    sameText,
    ([value, pattern, , , flags], run) => regular(pattern, flags, run, false).exec(written(value!, run))?.[0] ?? null,
  ),
  ABS: onNumber(Math.abs),
  CEIL: onNumber(Math.ceil),
  FLOOR: onNumber(Math.floor),
  SIGN: onNumber(Math.sign),
  SQRT: onNumber(Math.sqrt),
  MOD: strict(2, 2, NUMBER, ([left, right]) => (number(right) === 0 ? left! : tidy(number(left) % number(right)))),
  POWER: strict(2, 2, NUMBER, ([left, right]) => tidy(number(left) ** number(right))),
  BITAND: strict(2, 2, NUMBER, ([left, right]) => Number(BigInt(number(left)) & BigInt(number(right)))),
  ROUND: strict(
    1,
    2,
    ([first]) => (first!.name === 'NUMBER' ? NUMBER : first!.name === 'VARCHAR2' ? NUMBER : DATE),
    roundOrTrunc(true),
  ),
  TRUNC: strict(
    1,
    2,
    ([first]) => (first!.name === 'NUMBER' ? NUMBER : first!.name === 'VARCHAR2' ? NUMBER : DATE),
    roundOrTrunc(false),
  ),
  TO_CHAR: make(1, 3, (args) => (args[0]!.name === 'CLOB' ? text(4000) : text(args.length > 1 ? 256 : 100)), toChar),
  TO_NCHAR: make(1, 3, text(256), toChar),
  TO_CLOB: strict(1, 1, CLOB, ([value], run) => written(value!, run)),
  TO_BLOB: strict(1, 1, BLOB, ([value]) => value!),
  EMPTY_CLOB: make(0, 0, CLOB, () => ''),
  EMPTY_BLOB: make(0, 0, BLOB, () => Buffer.alloc(0)),
  TO_NUMBER: strict(1, 3, NUMBER, ([value]) =>
    toNumber(typeof value === 'string' ? value.replaceAll(',', '') : value!),
  ),
  TO_DATE: strict(1, 3, DATE, parse(false, true)),
  TO_TIMESTAMP: strict(1, 3, TIMESTAMP, parse(false, false)),
  TO_TIMESTAMP_TZ: strict(1, 3, TIMESTAMP_TZ, parse(true, false)),
  FROM_TZ: strict(2, 2, TIMESTAMP_TZ, ([value, zone], run) => {
    const at = toTime(value!, run.session.locale, run.now)!;
    const offset = zoneOffset(written(zone!, run), at.ms);
    return time(at.ms - offset * 60_000, at.nanos, offset);
  }),
  SYS_EXTRACT_UTC: strict(1, 1, TIMESTAMP, ([value]) => (isTimeValue(value!) ? time(value.ms, value.nanos) : null)),
  ADD_MONTHS: strict(2, 2, DATE, ([value, months], run) =>
    addMonths(wallClock(toTime(value!, run.session.locale, run.now)!), Math.trunc(number(months))),
  ),
  LAST_DAY: strict(1, 1, DATE, ([value], run) => {
    const at = new Date(toTime(value!, run.session.locale, run.now)!.ms);
    at.setUTCMonth(at.getUTCMonth() + 1, 0);
    return time(at.getTime());
  }),
  MONTHS_BETWEEN: strict(2, 2, NUMBER, ([left, right], run) => {
    const [a, b] = [left!, right!].map((one) => new Date(toTime(one, run.session.locale, run.now)!.ms)) as [
      Date,
      Date,
    ];
    const months = (a.getUTCFullYear() - b.getUTCFullYear()) * 12 + a.getUTCMonth() - b.getUTCMonth();
    return tidy(months + (a.getUTCDate() - b.getUTCDate()) / 31);
  }),
  NUMTODSINTERVAL: strict(2, 2, SPAN, toSpan),
  NUMTOYMINTERVAL: strict(2, 2, MONTHS, ([value, unit], run) => ({
    kind: 'months',
    months: Math.round(number(value) * (written(unit!, run).toUpperCase() === 'YEAR' ? 12 : 1)),
  })),
  TO_DSINTERVAL: strict(1, 1, SPAN, ([value], run) => literalSpan(written(value!, run), 'DAY', 'SECOND')),
  HEXTORAW: strict(
    1,
    1,
    ([first]) => ({ name: 'RAW', size: Math.max(1, Math.ceil((first!.size ?? 64) / 2)) }),
    ([value], run) => {
      const hex = written(value!, run);
      if (!/^[0-9a-f]*$/i.test(hex)) throw new OracleError(1465);
      return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
    },
  ),
  RAWTOHEX: strict(1, 1, anyText, ([value]) => (Buffer.isBuffer(value) ? value.toString('hex').toUpperCase() : null)),
  SYS_CONTEXT: make(2, 3, text(256), ([space, name], run) =>
    contextValue(written(space!, run), written(name!, run), run),
  ),
  USERENV: make(1, 1, text(256), ([name], run) => contextValue('USERENV', written(name!, run), run)),
  TZ_OFFSET: strict(1, 1, text(7), ([zone]) => String(zone)),
  VSIZE: strict(1, 1, NUMBER, ([value], run) => Buffer.byteLength(written(value!, run))),
  'DBMS_LOB.GETLENGTH': strict(1, 1, NUMBER, ([value], run) =>
    Buffer.isBuffer(value) ? value.length : written(value!, run).length,
  ),
  'DBMS_LOB.SUBSTR': strict(1, 3, text(4000), ([value, length, from], run) => {
    if (Buffer.isBuffer(value)) throw unsupported('DBMS_LOB.SUBSTR of a BLOB');
    const start = from === undefined ? 0 : number(from) - 1;
    return orNull(written(value!, run).slice(start, start + (length === undefined ? 4000 : number(length))));
  }),
};
