// The days of a strip: their midnights on this workstation's clock, and how the Bitácora's address spells one. Pure.

export const STRIP_DAYS = 30;

/** The midnights around the last days, today included: one more than there are days. */
export function stripMidnights(nowMs: number, count = STRIP_DAYS): number[] {
  const today = new Date(nowMs);
  // By the calendar, not by 24 hours: some days are longer.
  return Array.from({ length: count + 1 }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - count + 1 + index).getTime(),
  );
}

/** `2026-11-24..2026-11-24` for the day that begins at `midnight`. */
export function dayPeriod(midnight: number): string {
  const date = new Date(midnight);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}..${day}`;
}
