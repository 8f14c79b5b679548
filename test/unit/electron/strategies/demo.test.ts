// The ready strategies are good ones, in both languages and wherever the profile lies.
import { describe, expect, test } from 'vitest';
import { demoStrategies, demoTarget } from '../../../../electron/strategies/demo.ts';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { targetSpecSchema } from '../../../../shared/domain/target.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { nextOccurrences } from '../../../../shared/schedule/occurrences.ts';

// A Tuesday, 13:20:30 in Madrid.
const moment = { zone: 'Europe/Madrid', now: Date.UTC(2026, 10, 24, 12, 20, 30) };

describe.each(['en', 'es'] as const)('in %s', (language) => {
  test.each(['/home/ana/.config/Respaldo/demo-pieces', 'C:\\Users\\Ana María\\Respaldo', "/home/o'brien/x", '/tmp/50% & more', '/a/50%'])(
    'with pieces in %s every field is good',
    (directory) => {
      const strategies = demoStrategies(directory, language, moment);
      expect(strategies.map((spec) => problemsOf(strategySpecSchema, spec))).toEqual([[], [], [], []]);
      expect(problemsOf(targetSpecSchema, demoTarget(language))).toEqual([]);
      expect(new Set(strategies.map(({ name }) => name)).size).toBe(4);
    },
  );

  test('pieces go where they are wanted, or to the recovery area when RMAN could not take the name', () => {
    const format = (directory: string) => demoStrategies(directory, language, moment)[0]!.format;
    expect(format('/demo')).toBe('/demo/%d_%T_%U.bkp');
    expect(format('C:\\demo')).toBe('C:\\demo\\%d_%T_%U.bkp');
    expect(format('/a/50%')).toBe('/a/50%%/%d_%T_%U.bkp');
    expect(format("/home/o'brien")).toBeNull();
  });
});

test('names follow the language', () => {
  expect(demoStrategies('/x', 'es', moment).map(({ name }) => name)).toEqual([
    'Semanal nivel 0', 'Diaria nivel 1', 'Archived logs cada hora', 'USERS, probada a diario',
  ]);
  expect(demoStrategies('/x', 'en', moment).map(({ name }) => name)).toEqual([
    'Weekly level 0', 'Daily level 1', 'Hourly archived logs', 'USERS, tried out daily',
  ]);
});

test('each runs by itself, and none within the hour in which the user is shown around', () => {
  const next = demoStrategies('/x', 'en', moment).map(({ schedule }) => nextOccurrences(schedule!, moment.now, 1)[0]!.wall);
  expect(next).toEqual(['2026-11-29T02:00:00', '2026-11-25T02:00:00', '2026-11-24T14:20:00', '2026-11-25T04:00:00']);
  const nowhere = demoStrategies('/x', 'en', { ...moment, zone: 'Etc/Unknown' });
  expect(nowhere.map(({ schedule }) => schedule!.zone)).toEqual(['UTC', 'UTC', 'UTC', 'UTC']);
});
