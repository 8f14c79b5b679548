// The windows that a calendar draws are those in which nothing starts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blackoutSearch } from '../../../../shared/schedule/blackout.ts';
import { blackoutWindows } from '../../../../shared/schedule/blackout-windows.ts';
import { weekdayNames, type BlackoutCalendar } from '../../../../shared/schedule/schedule.ts';

const DAY = 86_400_000;
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const weekly = fc.record({
  kind: fc.constant('weekly' as const),
  days: fc.subarray([...weekdayNames], { minLength: 1 }),
  from: time,
  until: time,
});
const calendar: fc.Arbitrary<BlackoutCalendar> = fc.record({
  // Zones whose clocks do not change: an hour that comes twice is in a window twice.
  zone: fc.constantFrom('Etc/UTC', 'Asia/Kolkata', 'America/Bogota'),
  windows: fc.array(weekly, { minLength: 1, maxLength: 3 }),
});

test('an instant is in a window that is drawn exactly when nothing may start', () => {
  const start = Date.UTC(2026, 5, 1);
  fc.assert(
    fc.property(calendar, fc.integer({ min: 0, max: 20 * DAY }), (blackouts, offset) => {
      const instant = start + offset;
      const drawn = blackoutWindows(blackouts, instant, instant + 1);
      expect(drawn.length > 0).toBe(blackoutSearch([blackouts]).endOf(instant) !== null);
      for (const { from, until } of drawn) expect(from <= instant && instant < until).toBe(true);
    }),
  );
});

test('a dated window, and one over the change of the clocks, are drawn with their real length', () => {
  const zone = 'Europe/Madrid';
  const dated = { kind: 'dated' as const, from: '2026-03-28T22:00', until: '2026-03-29T06:00' };
  const weekly = { kind: 'weekly' as const, days: ['sat' as const], from: '22:00', until: '06:00' };
  const window = { from: Date.UTC(2026, 2, 28, 21), until: Date.UTC(2026, 2, 29, 4) };
  const [from, until] = [Date.UTC(2026, 2, 29), Date.UTC(2026, 2, 30)];
  expect(blackoutWindows({ zone, windows: [dated] }, from, until)).toEqual([window]);
  expect(blackoutWindows({ zone, windows: [weekly] }, from, until)).toEqual([window]);
  expect(blackoutWindows({ zone, windows: [dated] }, window.until, until)).toEqual([]);
});
