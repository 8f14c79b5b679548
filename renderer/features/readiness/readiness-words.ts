// How the facts of a simulation are said: places, stretches, days. Pure.
import type { Format } from '../../i18n/format.ts';
import type { T } from '../../i18n/languages.ts';
import { RECOVERY_AREA, TAPE, type Place } from '../../../shared/simulation/place.ts';
import type { Restorable } from '../../../shared/simulation/restorable.ts';
import type { SimulatedDay } from '../../../shared/simulation/simulate.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export function placeText(place: Place, t: T): string {
  if (place === RECOVERY_AREA) return t('readiness.placeArea');
  return place === TAPE ? t('readiness.placeTape') : place;
}

export const stretchText = ({ from, to }: Restorable, t: T, format: Format): string =>
  t('readiness.stretch', { from: format.dateTime(from), to: format.dateTime(to) });

/** The first of these for a day: the newest window, or that there is none. */
export function restorableText({ restorable: [newest] }: SimulatedDay, t: T, format: Format): string {
  return newest === undefined ? t('readiness.nothing') : stretchText(newest, t, format);
}

/** One decimal below ten days: half a day matters there. */
export function daysText(ms: number, t: T): string {
  const days = ms / DAY_MS;
  return t('readiness.days', { count: rounded(days) });
}

export const rounded = (days: number): number => (days < 10 ? Math.round(days * 10) / 10 : Math.round(days));

/** The date of a day: an hour into it, since it may begin in the middle of one. */
export const dateOf = (day: SimulatedDay, format: Format): string =>
  format.date(Math.min(day.until, day.from + HOUR_MS));

const briefDates = new Map<string, Intl.DateTimeFormat>();

/** `30 Nov`, for the axis. */
export function briefDate(day: SimulatedDay, language: string): string {
  let format = briefDates.get(language);
  if (!format) briefDates.set(language, (format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })));
  return format.format(day.from + HOUR_MS);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `02:00` */
export function clockText(at: number, language: string): string {
  let format = clocks.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    clocks.set(language, format);
  }
  return format.format(at);
}
