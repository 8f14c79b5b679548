// Times as a clock on the wall shows them, with no zone; knows the calendar and nothing about instants.

/** Milliseconds from 1970-01-01T00:00 to a time on the wall, every day counted as 24 hours. Not an instant. */
export type Wall = number;

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The Gregorian calendar repeats itself, weekdays included, after this many months. */
export const MONTHS_OF_A_CYCLE = 4_800;

/** For example `2026-03-29T02:30:00`. */
export const wallText = (wall: Wall): string => new Date(wall).toISOString().slice(0, 19);

/** Reads `2026-03-29T02:30`, with or without seconds; `null` for anything else, 30 February included. */
export function parseWall(text: string): Wall | null {
  if (!/^(19[7-9]|[2-9]\d\d)\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return null;
  const full = text.length === 16 ? `${text}:00` : text;
  const wall = Date.parse(`${full}Z`);
  return Number.isNaN(wall) || wallText(wall) !== full ? null : wall;
}

/** Reads `02:30` as milliseconds of the day; `null` for anything else. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * HOUR + Number(match[2]) * MINUTE : null;
}

/** For example `02:30`; seconds only when there are any. */
export function timeOfDayText(ofDay: number): string {
  return new Date(ofDay).toISOString().slice(11, ofDay % MINUTE === 0 ? 16 : 19);
}

/** 0 is Sunday. */
export const weekdayOf = (wall: Wall): number => (((Math.floor(wall / DAY) + 4) % 7) + 7) % 7;

/** `month` counts from 0. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
