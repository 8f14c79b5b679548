// Sentences and notes about schedules, in both languages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleNotes, scheduleNoteText, occurrenceNoteText } from '../../../../shared/schedule/sentence/notes.ts';
import { scheduleSentence } from '../../../../shared/schedule/sentence/sentence.ts';
import { plainSchedule, type Schedule, type ScheduleRule } from '../../../../shared/schedule/schedule.ts';
import { anySchedule } from '../../../support/schedules.ts';

const cron = (expression: string): ScheduleRule => ({ kind: 'cron', expression });
const madrid = (rule: ScheduleRule): Schedule => plainSchedule(rule, 'Europe/Madrid');

test.each<[ScheduleRule, string, string]>([
  [cron('0 2 * * *'), 'Every day at 02:00', 'Todos los días a las 02:00'],
  [cron('0 1 * * *'), 'Every day at 01:00', 'Todos los días a la 01:00'],
  [cron('0 2,14 * * 1-5'), 'Every weekday (Monday to Friday) at 02:00 and 14:00', 'De lunes a viernes a las 02:00 y 14:00'],
  [cron('0 2 * * SAT,WED'), 'Every Wednesday and Saturday at 02:00', 'Los miércoles y sábados a las 02:00'],
  [cron('0 2 1,15 * *'), 'On the 1st and 15th of every month at 02:00', 'Los días 1 y 15 de cada mes a las 02:00'],
  [cron('0 2 22 3,6 *'), 'On the 22nd of March and June at 02:00', 'El día 22 de marzo y junio a las 02:00'],
  [cron('0 2 L * *'), 'On the last day of every month at 02:00', 'El último día de cada mes a las 02:00'],
  [
    cron('0 2 15W * *'),
    'On the weekday (Monday to Friday) nearest to the 15th of every month at 02:00',
    'El día laborable (de lunes a viernes) más cercano al día 15 de cada mes a las 02:00',
  ],
  [cron('0 2 * * FRI#2'), 'On the second Friday of every month at 02:00', 'El segundo viernes de cada mes a las 02:00'],
  [cron('0 2 13 * FRI'), 'On the 13th of every month and also every Friday at 02:00', 'El día 13 de cada mes y también los viernes a las 02:00'],
  [cron('0 2 * 3 *'), 'Every day in March at 02:00', 'Todos los días en marzo a las 02:00'],
  [cron('*/15 * * * *'), 'Every 15 minutes', 'Cada 15 minutos'],
  [cron('5-59/15 * * * *'), 'Every 15 minutes from minute 5 on', 'Cada 15 minutos a partir del minuto 5'],
  [cron('*/10 8-18 * * 1-5'), 'Every 10 minutes between 08:00 and 18:59, every weekday (Monday to Friday)', 'Cada 10 minutos entre las 08:00 y las 18:59, de lunes a viernes'],
  [cron('30 * * * *'), 'Every hour at minute 30', 'Cada hora en el minuto 30'],
  [cron('10 */6 * * *'), 'Every 6 hours from 00:10 on', 'Cada 6 horas a partir de las 00:10'],
  [cron('0,7,9 * * * *'), 'At minutes 00, 07 and 09 of every hour', 'En los minutos 00, 07 y 09 de cada hora'],
  [cron('*/25 * * * *'), 'At minutes 00, 25 and 50 of every hour', 'En los minutos 00, 25 y 50 de cada hora'],
  [cron('15 30 2 * * *'), 'Every day at 02:30:15', 'Todos los días a las 02:30:15'],
  [cron('*/10 * * * * *'), 'Every 10 seconds', 'Cada 10 segundos'],
  [{ kind: 'once', at: '2026-03-29T02:30' }, 'Once, on 29 March 2026 at 02:30', 'Una sola vez, el 29 de marzo de 2026 a las 02:30'],
  [
    { kind: 'every', count: 90, unit: 'minutes', anchor: '2026-01-01T00:30' },
    'Every 90 minutes, counted from 1 January 2026 at 00:30',
    'Cada 90 minutos, contando desde el 1 de enero de 2026 a las 00:30',
  ],
  [{ kind: 'every', count: 120, unit: 'minutes', anchor: '2026-01-01T01:30' }, 'Every 2 hours, counted from 1 January 2026 at 01:30', 'Cada 2 horas, contando desde el 1 de enero de 2026 a la 01:30'],
])('%j', (rule, en, es) => {
  expect(scheduleSentence(madrid(rule), 'en')).toBe(`${en}, Madrid time.`);
  expect(scheduleSentence(madrid(rule), 'es')).toBe(`${es}, hora de Madrid.`);
});

test('bounds and blackouts are said after the rule', () => {
  const schedule: Schedule = {
    rule: cron('0 2 * * MON-FRI'),
    zone: 'America/Argentina/Buenos_Aires',
    from: '2027-01-01T00:00',
    until: '2027-12-31T23:59',
    blackouts: [
      { kind: 'weekly', days: ['fri'], from: '12:00', until: '14:00' },
      { kind: 'dated', from: '2027-12-24T00:00', until: '2028-01-02T00:00' },
    ],
  };
  expect(scheduleSentence(schedule, 'en')).toBe(
    'Every weekday (Monday to Friday) at 02:00, Buenos Aires time; from 1 January 2027 at 00:00 on; until 31 December 2027 at ' +
      '23:59; not from 12:00 to 14:00 every Friday; not from 24 December 2027 at 00:00 to 2 January 2028 at 00:00.',
  );
  expect(scheduleSentence(schedule, 'es')).toContain('; excepto de 12:00 a 14:00 los viernes; excepto desde el 24 de diciembre');
});

test.each([['UTC', 'UTC'], ['US/Eastern', 'US/Eastern'], ['Australia/Sydney', 'Sydney time'], ['Etc/GMT+5', 'Etc/GMT+5'], ['america/new_york', 'New York time']])(
  '%s is said as %s',
  (zone, said) => {
    expect(scheduleSentence(plainSchedule(cron('0 2 * * *'), zone), 'en')).toBe(`Every day at 02:00, ${said}.`);
  },
);

describe('notes', () => {
  const FROM = Date.UTC(2026, 0, 1);
  const texts = (rule: ScheduleRule, language: 'en' | 'es' = 'en', zone = 'Europe/Madrid'): string[] =>
    scheduleNotes(plainSchedule(rule, zone), FROM).map((note) => scheduleNoteText(note, language));

  test('say what each change of the clocks does', () => {
    expect(texts({ kind: 'daily', times: ['02:30'] })).toEqual([
      'On 29 March 2026 the clocks go forward from 02:00 to 03:00: what is due at 02:30 runs at 03:00.',
      'On 25 October 2026 the clocks go back from 03:00 to 02:00: 02:30 comes twice; it runs once, at the first.',
    ]);
    expect(texts({ kind: 'daily', times: ['12:00'] }, 'es')[0]).toMatch(/no cambia nada/);
    expect(texts(cron('*/15 * * * *'))[1]).toMatch(/counts twice/);
    expect(texts({ kind: 'every', count: 6, unit: 'hours', anchor: '2026-01-01T00:00' })[0]).toMatch(/other times of the day/);
    expect(texts({ kind: 'daily', times: ['02:30'] }, 'en', 'America/Bogota')).toEqual([]);
  });

  test('say which months are short, and only of the months in the schedule', () => {
    expect(texts(cron('0 6 31 * *'), 'en', 'UTC')).toEqual(['There is no day 31 in February, April, June, September and November: it does not run.']);
    expect(texts(cron('0 6 31 1,4 *'), 'es', 'UTC')).toEqual(['No hay día 31 en abril: no se ejecuta.']);
    expect(texts(cron('0 6 31 1,3 *'), 'en', 'UTC')).toEqual([]);
    expect(texts({ kind: 'monthly', days: [29], shortMonths: 'last-day', times: ['06:00'] }, 'en', 'UTC')).toEqual([
      'There is no day 29 in February (except in leap years): it runs on the last day.',
    ]);
  });

  test('say that it never runs, and that one kind of day is enough', () => {
    expect(texts(cron('0 6 30 2 *'))).toEqual(['It will never run.']);
    expect(texts({ kind: 'once', at: '2025-12-31T00:00' }, 'es')).toEqual(['No se ejecutará nunca.']);
    expect(texts(cron('0 6 13 * FRI'), 'en', 'UTC')).toEqual(['Both the day of the month and the weekday are given: either is enough.']);
  });

  test('of an occurrence', () => {
    const said = (['en', 'es'] as const).map((language) =>
      occurrenceNoteText({ code: 'blackout', until: Date.UTC(2026, 5, 1, 10) }, 'Europe/Madrid', language),
    );
    expect(said).toEqual(['Nothing may start before 1 June 2026 at 12:00.', 'Nada puede empezar hasta el 1 de junio de 2026 a las 12:00.']);
  });
});

test('any schedule has a sentence and notes without a hole', () => {
  fc.assert(
    fc.property(anySchedule, fc.constantFrom('en' as const, 'es' as const), (schedule, language) => {
      const notes = scheduleNotes(schedule, Date.UTC(2026, 0, 1)).map((note) => scheduleNoteText(note, language));
      for (const text of [scheduleSentence(schedule, language), ...notes]) expect(text).not.toMatch(/undefined|null|NaN| {2}| [,.;]|^.?$|\(\)/);
    }),
  );
});
