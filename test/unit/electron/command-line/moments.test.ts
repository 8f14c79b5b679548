// Times as people type them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoTime, readComing, readMoment, readSpan } from '../../../../electron/command-line/moments.ts';
import { readCount } from '../../../../electron/command-line/numbers.ts';

const refused = (act: () => unknown): void => expect(act).toThrowError(expect.objectContaining({ code: 'cli.usage' }));
const HOUR = 3_600_000;

describe('a span', () => {
  test.each([['30m', 0.5], ['8h', 8], ['2D', 48], [' 1 h ', 1]])('%s', (text, hours) => {
    expect(readSpan('--for', text)).toBe(hours * HOUR);
  });
  test.each(['', '0h', '5', 'h', '1w', '-1h', '1.5h', '367d', '1h30m'])('%j is none', (text) => {
    refused(() => readSpan('--for', text));
  });
});

describe('a moment', () => {
  test('is one of this clock unless it has an offset', () => {
    expect(readMoment('2026-11-24')).toBe(new Date(2026, 10, 24).getTime());
    expect(readMoment('2026-11-24T08:15')).toBe(new Date(2026, 10, 24, 8, 15).getTime());
    expect(readMoment('2026-11-24T08:15+02:00')).toBe(Date.UTC(2026, 10, 24, 6, 15));
    refused(() => readMoment('soon'));
  });

  test('of the day is the next one', () => {
    const time = fc.tuple(fc.nat(23), fc.nat(59));
    fc.assert(
      fc.property(time, fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }), ([hour, minute], now) => {
        const coming = readComing(`${hour}:${String(minute).padStart(2, '0')}`, now);
        expect(coming).toBeGreaterThan(now);
        // One day, which may be an hour longer where the clocks change.
        expect(coming - now).toBeLessThanOrEqual(25 * HOUR);
        expect(new Date(coming).getMinutes()).toBe(minute);
      }),
    );
    refused(() => readComing('24:00', 0));
    expect(readComing('2020-01-01', Date.now())).toBe(new Date(2020, 0, 1).getTime());
  });

  test('is written in UTC', () => {
    expect([isoTime(0), isoTime(null)]).toEqual(['1970-01-01T00:00:00.000Z', null]);
  });
});

test('a count is a whole number within its bounds', () => {
  expect(readCount('--days', '7', 366)).toBe(7);
  for (const text of ['0', '367', '1.5', '-1', '', 'x', '1e2', undefined]) refused(() => readCount('--days', text, 366));
});
