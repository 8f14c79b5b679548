// Reads and writes times as people do in a terminal; a time without an offset is one of this machine's clock.
import { AppError } from '../../shared/errors/app-error.ts';

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_SPAN = 366 * 86_400_000;

/** `90m`, `8h`, `2d` in milliseconds. @throws AppError `cli.usage` */
export function readSpan(option: string, text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})\s*([mhd])$/i.exec(text.trim()) ?? [];
  const span = Number(count) * (UNITS[unit.toLowerCase()] ?? 0);
  if (span > 0 && span <= LONGEST_SPAN) return span;
  throw new AppError('cli.usage', { detail: `${option} takes a time such as 30m, 8h or 2d, not '${text}'` });
}

/** `2026-11-24`, `2026-11-24T08:00`, with an offset if wanted. @throws AppError `cli.usage` */
export function readMoment(text: string): number {
  // A date alone means midnight here, not in Greenwich.
  const ms = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text);
  if (!Number.isNaN(ms)) return ms;
  throw new AppError('cli.usage', { detail: `'${text}' is no date; write 2026-11-24 or 2026-11-24T08:00` });
}

/** As `readMoment`, or `18:30`: the next time that the clock shows it. @throws AppError `cli.usage` */
export function readComing(text: string, now: number): number {
  const [match, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (match === undefined) return readMoment(text);
  const moment = new Date(now);
  moment.setHours(Number(hours), Number(minutes), 0, 0);
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1);
  return moment.getTime();
}

/** As JSON answers write a time. */
export const isoTime = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
