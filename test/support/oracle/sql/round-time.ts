// TRUNC and ROUND of dates.
import { time, type Time } from '../values/value.ts';
import { wallClock } from './convert.ts';
import { unsupported } from './errors.ts';

const DAY = 86_400_000;

/** Start of the unit that holds `ms`, and start of the next. */
function bounds(ms: number, unit: string): [number, number] {
  const at = new Date(ms);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const floor = (size: number): [number, number] => [
    Math.floor(ms / size) * size,
    Math.floor(ms / size) * size + size,
  ];
  switch (unit.toUpperCase()) {
    case 'DD':
    case 'DDD':
    case 'J':
      return floor(DAY);
    case 'HH':
    case 'HH24':
    case 'HH12':
      return floor(3_600_000);
    case 'MI':
      return floor(60_000);
    case 'MM':
    case 'MON':
    case 'MONTH':
    case 'RM':
      return [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
    case 'Q': {
      const first = month - (month % 3);
      return [Date.UTC(year, first, 1), Date.UTC(year, first + 3, 1)];
    }
    case 'YYYY':
    case 'YEAR':
    case 'YY':
    case 'Y':
    case 'SYYYY':
      return [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
    case 'IW': {
      const monday = Math.floor(ms / DAY) * DAY - ((at.getUTCDay() + 6) % 7) * DAY;
      return [monday, monday + 7 * DAY];
    }
    case 'D':
    case 'DAY':
    case 'DY': {
      const sunday = Math.floor(ms / DAY) * DAY - at.getUTCDay() * DAY;
      return [sunday, sunday + 7 * DAY];
    }
    default:
      throw unsupported(`TRUNC to ${unit}`);
  }
}

export function truncTime(value: Time, unit: string, round: boolean): Time {
  const { ms } = wallClock(value);
  const [start, next] = bounds(ms, unit);
  return time(round && ms - start >= (next - start) / 2 ? next : start);
}
