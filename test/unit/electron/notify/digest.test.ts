import { describe, expect, test } from 'vitest';
import { digestDay, digestLetter, digestRows, nextDigest } from '../../../../electron/notify/digest.ts';
import { letterHtml } from '../../../../electron/notify/letter-html.ts';
import { letterText } from '../../../../electron/notify/letter-text.ts';
import { newStrategySpec, type Strategy } from '../../../../shared/domain/strategy.ts';
import { sampleOccurrence, T0 } from '../../../support/alerts.ts';
import { sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';

const DAY = 86_400_000;
/** A time on this machine's wall. */
const local = (hours: number, minutes: number, day = 24): number => new Date(2026, 10, day, hours, minutes).getTime();

describe('when it is due', () => {
  test('once its time has come by the clock on the wall, for the rest of the day', () => {
    expect(digestDay(local(7, 59), '08:00')).toBeNull();
    expect(digestDay(local(8, 0), '08:00')).toBe('2026-11-24');
    expect(digestDay(local(23, 59), '08:00')).toBe('2026-11-24');
    expect(digestDay(local(0, 0, 25), '08:00')).toBeNull();
    expect(digestDay(local(0, 0, 25), '00:00')).toBe('2026-11-25');
  });

  test('next is always ahead, and due when it comes', () => {
    for (let hour = 0; hour < 24 * 400; hour += 1) {
      const now = local(0, 30) + hour * 3_600_000;
      const next = nextDigest(now, '02:30');
      expect(next).toBeGreaterThan(now);
      expect(next - now).toBeLessThanOrEqual(DAY + 3_600_000);
      expect(digestDay(next, '02:30')).not.toBeNull();
    }
  });
});

const scheduled = (name: string): Strategy => {
  const schedule = { rule: { kind: 'daily', times: ['02:00'] }, zone: 'UTC', from: null, until: null, blackouts: null };
  const spec = { ...newStrategySpec(), name, schedule: schedule as unknown as Strategy['spec']['schedule'] };
  return sampleStrategy(sampleTarget('PROD'), name, { spec });
};

describe('what it counts', () => {
  const quiet = scheduled('Quiet');
  const busy = scheduled('Busy');
  const done = (state: Parameters<typeof sampleOccurrence>[0]) =>
    sampleOccurrence({ strategyId: busy.id, strategyName: 'Busy', ...state });
  const rows = digestRows(
    [
      done({ state: 'succeeded' }),
      done({ state: 'warning' }),
      done({ state: 'failed' }),
      done({ state: 'interrupted' }),
      done({ state: 'missed', reason: { kind: 'not-caught-up' } }),
      done({ state: 'missed', reason: { kind: 'collapsed', into: T0 } }),
      done({ state: 'cancelled' }),
    ],
    [quiet, busy].map((strategy) => ({ strategy, targetName: 'PROD' })),
    new Map([[busy.id, T0 - DAY]]),
    new Map([[quiet.id, T0]]),
  );

  test('good, bad and missed of each strategy, the worst first; quiet ones are there too', () => {
    expect(rows).toEqual([
      { strategyName: 'Busy', targetName: 'PROD', good: 2, bad: 2, missed: 1, overdueSince: null, lastGood: T0 - DAY },
      { strategyName: 'Quiet', targetName: 'PROD', good: 0, bad: 0, missed: 0, overdueSince: T0, lastGood: null },
    ]);
  });

  test.each([
    ['en', 'Summary of 2026-11-24: 2 failed, 1 missed, 1 overdue, 2 good', 'never'],
    ['es', 'Resumen del 2026-11-24: 2 fallidas, 1 omitida, 1 atrasada, 2 correctas', 'nunca'],
  ] as const)('in %s', (language, subject, never) => {
    const letter = digestLetter(rows, '2026-11-24', T0, 'ws1', { language, timeZone: 'UTC' });
    expect(letter.subject).toBe(`[Respaldo] ${subject}`);
    for (const body of [letterText(letter), letterHtml(letter, language)]) {
      expect(body).toContain('Busy');
      expect(body).toContain(never);
      expect(body).not.toMatch(/undefined|null|NaN/);
    }
  });
});
