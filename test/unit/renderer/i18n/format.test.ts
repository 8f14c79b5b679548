// Times, spans and sizes in both languages.
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../../renderer/i18n/format.ts';

const en = createFormat('en', 'Europe/Madrid');
const es = createFormat('es', 'Europe/Madrid');
const NOW = Date.UTC(2026, 10, 24, 8, 5, 9);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('instants', () => {
  it('are written in the zone and language of the reader, on a 24-hour clock', () => {
    expect(en.time(NOW)).toBe('09:05:09');
    expect(es.dateTime(NOW)).toMatch(/^24 nov 2026, 0?9:05$/);
    expect(en.dateTime(Date.UTC(2026, 10, 23, 23, 30))).toContain('00:30');
  });

  it('round towards the present: nothing is older than it says', () => {
    expect(en.ago(NOW - 59_000, NOW)).toBe('59 seconds ago');
    expect(en.ago(NOW - 119 * MINUTE, NOW)).toBe('1 hour ago');
    expect(en.ago(NOW - 47 * HOUR, NOW)).toBe('yesterday');
    expect(es.ago(NOW - 3 * 24 * HOUR, NOW)).toBe('hace 3 días');
    expect(es.ago(NOW + 5 * MINUTE, NOW)).toBe('dentro de 5 minutos');
  });
});

describe('spans', () => {
  const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

  it.each([
    [0, '0 s'],
    [-5000, '0 s'],
    [1249, '1,2 s'],
    [9999, '9,9 s'],
    [59_999, '59 s'],
    [MINUTE, '1 min'],
    [MINUTE + 1000, '1 min 1 s'],
    [HOUR - 1, '59 min 59 s'],
    [HOUR + 23 * MINUTE + 59_000, '1 h 23 min'],
    [25 * HOUR, '1 d 1 h'],
  ])('%d ms', (ms, text) => {
    expect(plain(es.duration(ms))).toBe(text);
  });

  it('speak English as well', () => {
    expect(plain(en.duration(90_000))).toBe('1 min 30 sec');
    expect(plain(en.duration(49 * HOUR))).toBe('2 days 1 hr');
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [48_318_382_080, '45 GiB'],
    [1024 ** 5 * 3, '3 PiB'],
    [1024 ** 6 * 3, '3,072 PiB'],
  ])('%d bytes', (bytes, text) => {
    expect(en.bytes(bytes)).toBe(text);
  });

  it('use the comma of the reader', () => {
    expect(es.bytes(1536)).toBe('1,5 KiB');
  });
});
