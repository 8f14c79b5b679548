// Times as people type them into a field of the product. Pure.

/** `2:30`, `230`, `2.30` and `2h30` as `02:30`, `14` as `14:00`; anything that is no time stays as it was typed. */
export function tidyTime(typed: string): string {
  const match = /^\s*(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?|(\d{2}))?\s*$/.exec(typed);
  if (!match) return typed;
  const [, hour = '', afterMark, joined] = match;
  const minute = afterMark ?? joined ?? '00';
  return Number(hour) > 23 || Number(minute) > 59 ? typed : `${hour.padStart(2, '0')}:${minute}`;
}

/** Date and time of `2026-03-29T02:30`, either of which may still be missing. */
export function wallParts(wall: string): { date: string; time: string } {
  const [date = '', time = ''] = wall.split('T', 2);
  return { date, time: time.slice(0, 5) };
}

/** The clock of a zone at an instant as the fields hold it, `2026-03-29T02:30`; UTC where there is no such zone. */
export function wallNow(zone: string, at: number): string {
  try {
    const shape = { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('sv', { ...shape, timeZone: zone }).format(at).replace(' ', 'T');
  } catch {
    return new Date(at).toISOString().slice(0, 16);
  }
}
