// What the clock of a time zone shows, by the runtime's own formats: the first page uses it, so it knows no schedule.
import type { Language } from '../../shared/domain/settings.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** One format per language, zone and shape: making them costs far more than using them. */
function formatFor(language: string, zone: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  const key = `${language} ${zone} ${JSON.stringify(shape)}`;
  const kept = formats.get(key);
  if (kept) return kept;
  try {
    const made = new Intl.DateTimeFormat(language, { ...shape, timeZone: zone });
    formats.set(key, made);
    return made;
  } catch {
    return null;
  }
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DATE = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** The zone of this workstation. */
export const hereZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `UTC+01:00`; `null` where there is no such zone. */
export function offsetText(zone: string, at: number): string | null {
  const parts = formatFor('en', zone, { timeZoneName: 'longOffset' })?.formatToParts(at);
  const name = parts?.find(({ type }) => type === 'timeZoneName')?.value;
  if (name === undefined) return null;
  return name === 'GMT' ? 'UTC+00:00' : name.replace('GMT', 'UTC');
}

/** `02:00`; `null` where there is no such zone. */
export const timeIn = (zone: string, at: number, language: Language): string | null =>
  formatFor(language, zone, CLOCK)?.format(at) ?? null;

const WEEK_AHEAD = 6 * 86_400_000;

/** For narrow columns: `Wed 02:00 UTC+1` in the coming days, later `25 Dec, 02:00 UTC+1`; `null` without the zone. */
export function briefMomentIn(zone: string, at: number, language: Language, nowMs: number): string | null {
  const near = at >= nowMs && at - nowMs < WEEK_AHEAD;
  const shape = near ? { weekday: 'short' } as const : { day: 'numeric', month: 'short' } as const;
  const moment = formatFor(language, zone, { ...shape, ...CLOCK })?.format(at);
  const offset = offsetText(zone, at)?.replace(/([+-])0/, '$1').replace(':00', '').replace(/[+-]0$/, '');
  return moment === undefined ? null : `${moment} ${offset ?? ''}`;
}

/** `Wed, 25 Nov, 02:00`; with the year where it is not the present one. `null` where there is no such zone. */
export function momentIn(zone: string, at: number, language: Language, nowMs: number): string | null {
  const year = formatFor('en', zone, { year: 'numeric' });
  if (year === null) return null;
  const shape = year.format(at) === year.format(nowMs) ? DATE : ({ ...DATE, year: 'numeric' } as const);
  return formatFor(language, zone, { ...shape, ...CLOCK })?.format(at) ?? null;
}
