// How moments, spans and sizes are written for the reader of a message; knows no message.
import type { Language } from '../../shared/domain/settings.ts';

/** Who reads: the language, and the clock on the wall that times are meant for. */
export type Reader = { language: Language; timeZone: string };

/** With the zone: an email is read elsewhere, and later. */
export const momentText = (at: number, { language, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at);

/** For example `1 h 12 min`; the same in both languages. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** For example `1.4 GB`, in powers of 1024 as Oracle counts. */
export function bytesText(bytes: number, { language }: Reader): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${number.format(bytes / 1024 ** power)} ${UNITS[power]}`;
}
