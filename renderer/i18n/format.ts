// How times, durations, sizes and numbers are written in each language. Knows no screen.
import type { Language } from '../../shared/domain/settings.ts';

export type Format = ReturnType<typeof createFormat>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The formats of a language. `timeZone` is the workstation's own unless a test says otherwise. */
export function createFormat(language: Language, timeZone?: string) {
  const zone = timeZone === undefined ? {} : { timeZone };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone } as const;
  const dates = {
    dateTime: new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', ...clock }),
    precise: new Intl.DateTimeFormat(language, {
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      ...clock,
      second: '2-digit',
      timeZoneName: 'short',
    }),
    date: new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', ...zone }),
    time: new Intl.DateTimeFormat(language, { ...clock, second: '2-digit' }),
  };
  const number = new Intl.NumberFormat(language, { useGrouping: 'min2' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  const units = {
    day: unit('day'),
    hour: unit('hour'),
    minute: unit('minute'),
    second: unit('second'),
    tenths: unit('second', 1),
  };

  return {
    number: (value: number): string => number.format(value),
    /** `24 Nov 2026, 08:11` */
    dateTime: (ms: number): string => dates.dateTime.format(ms),
    /** With weekday, seconds and time zone: for titles and details. */
    precise: (ms: number): string => dates.precise.format(ms),
    date: (ms: number): string => dates.date.format(ms),
    time: (ms: number): string => dates.time.format(ms),
    list: (parts: readonly string[]): string => list.format(parts),

    /** `5 minutes ago`, `yesterday`; in the largest unit that leaves at least one whole. */
    ago(ms: number, nowMs: number): string {
      const delta = ms - nowMs;
      const size = Math.abs(delta);
      if (size < MINUTE) return relative.format(Math.trunc(delta / SECOND), 'second');
      if (size < HOUR) return relative.format(Math.trunc(delta / MINUTE), 'minute');
      if (size < DAY) return relative.format(Math.trunc(delta / HOUR), 'hour');
      return relative.format(Math.trunc(delta / DAY), 'day');
    },

    /** Two units at most: `1 h 23 min`, `4.2 sec`. Negative spans (a clock set back) count as none. */
    duration(ms: number): string {
      const span = Math.max(0, ms);
      if (span < 10 * SECOND) return units.tenths.format(Math.floor(span / 100) / 10);
      if (span < MINUTE) return units.second.format(Math.floor(span / SECOND));
      const [big, small, size] =
        span < HOUR ? ([units.minute, units.second, MINUTE] as const)
        : span < DAY ? ([units.hour, units.minute, HOUR] as const)
        : ([units.day, units.hour, DAY] as const);
      const part = size === MINUTE ? SECOND : size === HOUR ? MINUTE : HOUR;
      const whole = Math.floor(span / size);
      const rest = Math.floor((span % size) / part);
      return rest === 0 ? big.format(whole) : `${big.format(whole)} ${small.format(rest)}`;
    },

    /** In binary units, as RMAN and the operating system count: `1.5 GiB`. */
    bytes(bytes: number): string {
      const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
      let value = bytes;
      let step = 0;
      while (value >= 1024 && step < names.length - 1) {
        value /= 1024;
        step += 1;
      }
      const digits = step === 0 || value >= 100 ? 0 : 1;
      const shown = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
      return `${shown} ${names[step] ?? ''}`;
    },
  };
}
