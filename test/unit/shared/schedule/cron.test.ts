// Reading cron, the field that a problem is about, and the way between the builder's rules and cron.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldProblemText, problemsOf } from '../../../../shared/errors/field-problem.ts';
import { cronProblem, parseCron } from '../../../../shared/schedule/cron.ts';
import { nextOccurrences } from '../../../../shared/schedule/occurrences.ts';
import { fromCron, toCron } from '../../../../shared/schedule/rule-cron.ts';
import { plainSchedule, scheduleRuleSchema, scheduleSchema, type ScheduleRule } from '../../../../shared/schedule/schedule.ts';
import { anyCron, anyEveryRule, anyInstant, anyNamedRule, anyRule, anySchedule, anyZone } from '../../../support/schedules.ts';

describe('problems of an expression', () => {
  test.each([
    ['', 'cron.fields'], ['* * * *', 'cron.fields'], ['* * * * * * *', 'cron.fields'],
    ['@reboot', 'cron.nickname'], ['@', 'cron.nickname'],
    ['60 * * * * *', 'cron.second'],
    ['61 2 * * *', 'cron.minute'], ['*/0 2 * * *', 'cron.minute'], ['5/15 2 * * *', 'cron.minute'], ['? 2 * * *', 'cron.minute'],
    ['0 24 * * *', 'cron.hour'], ['0 22-2 * * *', 'cron.hour'], ['0 L * * *', 'cron.hour'], ['0 1.5 * * *', 'cron.hour'],
    ['0 2 32 * *', 'cron.date'], ['0 2 0 * *', 'cron.date'], ['0 2 +1 * *', 'cron.date'], ['0 2 L-3 * *', 'cron.date'],
    ['0 2 * 13 *', 'cron.month'], ['0 2 * ENE *', 'cron.month'],
    ['0 2 * * 8', 'cron.weekday'], ['0 2 * * LUN', 'cron.weekday'], ['0 2 * * +1', 'cron.weekday'], ['0 2 * * 5#6', 'cron.weekday'],
    ['0 2 32 13 8', 'cron.date'],
  ])('%j is about %s', (expression, code) => {
    expect(cronProblem(expression)?.code).toBe(code);
    const [problem] = problemsOf(scheduleRuleSchema, { kind: 'cron', expression });
    expect(problem).toMatchObject({ path: 'expression', code });
    if (problem) expect(fieldProblemText(problem, 'es')).not.toMatch(/\{|CronPattern/);
  });

  test('any text is either read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d*,/\-LW# ?A-Z]{5,20}$/)), (text) => {
        if (cronProblem(text) === null) expect(() => parseCron(text)).not.toThrow();
        else expect(() => parseCron(text)).toThrow(TypeError);
      }),
    );
  });

  test.each(['0 2 * * *', ' 0  2 * * mon-fri ', '0 0 2 * * *', '0 2 L * *', '0 2 1,L * 7', '@Daily', '0 2 ? JAN ?'])('%j is good', (expression) => {
    expect(cronProblem(expression)).toBeNull();
  });
});

test.each([
  ['0 2 * * *', false], ['0,30 1-5 * * *', false], ['0 0-22 * * *', false], ['15 30 2 * * *', false],
  ['0 * * * *', true], ['0 */6 * * *', true], ['*/15 2 * * *', true], ['10-50/10 2 * * *', true], ['0 0-23 * * *', true],
  ['* 2 * * *', true], ['* 0 2 * * *', true], ['*/30 0 2 * * *', true],
])('%s goes by elapsed time: %s', (expression, interval) => {
  expect(parseCron(expression).interval).toBe(interval);
});

describe('zones', () => {
  test.each(['Europe/Madrid', 'US/Eastern', 'UTC', 'Etc/GMT+5', 'CET', 'Asia/Calcutta', 'america/mexico_city'])('%s is one', (zone) => {
    expect(problemsOf(scheduleSchema, plainSchedule({ kind: 'daily', times: ['02:00'] }, zone))).toEqual([]);
  });

  test.each(['', 'Mars/Base', '+01:00', 'Z', 'PST', 'Europe/Madrid ', '[UTC]', 'UTC+1', '../etc', '1'])('%j is none', (zone) => {
    expect(problemsOf(scheduleSchema, plainSchedule({ kind: 'daily', times: ['02:00'] }, zone))).toEqual([
      { path: 'zone', code: 'zone.unknown', params: { zone } },
    ]);
  });
});

test.each<[object, string, string]>([
  [{ rule: { kind: 'once', at: '2026-02-30T02:00' } }, 'rule.at', 'wall.form'],
  [{ rule: { kind: 'once', at: '2026-02-03' } }, 'rule.at', 'wall.form'],
  [{ rule: { kind: 'daily', times: ['24:00'] } }, 'rule.times.0', 'time.form'],
  [{ rule: { kind: 'daily', times: [] } }, 'rule.times', 'field.required'],
  [{ rule: { kind: 'weekly', days: ['lun'], times: ['02:00'] } }, 'rule.days.0', 'field.choice'],
  [{ rule: { kind: 'monthly', days: [32], shortMonths: 'skip', times: ['02:00'] } }, 'rule.days.0', 'field.too-big'],
  [{ rule: { kind: 'every', count: 0, unit: 'hours', anchor: '2026-01-01T00:00' } }, 'rule.count', 'field.too-small'],
  [{ rule: { kind: 'cron', expression: '0 25 * * *' } }, 'rule.expression', 'cron.hour'],
  [{ from: '2026-02-01T00:00', until: '2026-01-01T00:00' }, 'until', 'schedule.order'],
  [{ blackouts: [{ kind: 'dated', from: '2026-02-01T00:00', until: '2026-02-01T00:00' }] }, 'blackouts.0.until', 'schedule.order'],
])('%j has its problem at %s', (change, path, code) => {
  const schedule = { ...plainSchedule({ kind: 'daily', times: ['02:00'] }, 'UTC'), ...change };
  expect(problemsOf(scheduleSchema, schedule).map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
});

test('every arbitrary schedule is one', () => {
  fc.assert(
    fc.property(anySchedule, (schedule) => {
      expect(problemsOf(scheduleSchema, schedule)).toEqual([]);
    }),
  );
});

describe('between builder and cron', () => {
  test.each<[ScheduleRule, string | null]>([
    [{ kind: 'once', at: '2026-01-01T00:00' }, null],
    [{ kind: 'every', count: 15, unit: 'minutes', anchor: '2020-05-05T03:00' }, '*/15 * * * *'],
    [{ kind: 'every', count: 15, unit: 'minutes', anchor: '2020-05-05T03:20' }, '5-59/15 * * * *'],
    [{ kind: 'every', count: 60, unit: 'minutes', anchor: '2020-05-05T03:20' }, '20 * * * *'],
    [{ kind: 'every', count: 1, unit: 'minutes', anchor: '2020-05-05T03:20' }, '* * * * *'],
    [{ kind: 'every', count: 45, unit: 'minutes', anchor: '2020-05-05T03:20' }, null],
    [{ kind: 'every', count: 6, unit: 'hours', anchor: '2020-05-05T03:20' }, '20 3-23/6 * * *'],
    [{ kind: 'every', count: 24, unit: 'hours', anchor: '2020-05-05T03:20' }, '20 3 * * *'],
    [{ kind: 'daily', times: ['14:00', '02:00'] }, '0 2,14 * * *'],
    [{ kind: 'daily', times: ['02:00', '14:30'] }, null],
    [{ kind: 'weekly', days: ['fri', 'mon', 'tue', 'wed', 'thu'], times: ['02:30'] }, '30 2 * * MON-FRI'],
    [{ kind: 'weekly', days: ['sat', 'sun'], times: ['02:30'] }, '30 2 * * SUN,SAT'],
    [{ kind: 'monthly', days: [15, 1], shortMonths: 'skip', times: ['02:30'] }, '30 2 1,15 * *'],
    [{ kind: 'monthly', days: [15, 31], shortMonths: 'last-day', times: ['02:30'] }, '30 2 15,L * *'],
    [{ kind: 'monthly', days: [30], shortMonths: 'last-day', times: ['02:30'] }, null],
    [{ kind: 'last-day', times: ['02:30'] }, '30 2 L * *'],
    [{ kind: 'nth-weekday', nth: 2, weekday: 'fri', times: ['02:30'] }, '30 2 * * FRI#2'],
    [{ kind: 'nth-weekday', nth: 'last', weekday: 'sun', times: ['02:30'] }, '30 2 * * SUN#L'],
  ])('%j is %s', (rule, expression) => {
    expect(toCron(rule)?.expression ?? null).toBe(expression);
  });

  const ats = (rule: ScheduleRule, zone: string, from: number): number[] =>
    nextOccurrences(plainSchedule(rule, zone), from, 60).map(({ at }) => at);

  test('the cron of a rule runs exactly when the rule does, if it says so', () => {
    fc.assert(
      fc.property(anyRule, anyZone, anyInstant, (rule, zone, from) => {
        const cron = toCron(rule);
        // Lord Howe's half hour is no whole number of hours: an hourly cron keeps its minute there.
        if (cron === null || !cron.exact || (rule.kind === 'every' && zone === 'Australia/Lord_Howe')) return;
        expect(ats({ kind: 'cron', expression: cron.expression }, zone, from)).toEqual(ats(rule, zone, from));
      }),
      { numRuns: 300 },
    );
  });

  test('the rule of a cron runs exactly when the cron does', () => {
    fc.assert(
      fc.property(anyCron, anyZone, anyInstant, (expression, zone, from) => {
        const rule = fromCron(expression);
        if (rule.kind === 'every' && zone === 'Australia/Lord_Howe') return;
        expect(ats(rule, zone, from)).toEqual(ats({ kind: 'cron', expression }, zone, from));
      }),
      { numRuns: 300 },
    );
  });

  test('a rule of the builder comes back as one, and says the same cron again', () => {
    fc.assert(
      fc.property(fc.oneof(anyNamedRule, anyEveryRule), (rule) => {
        const cron = toCron(rule);
        if (cron === null || !cron.exact || (rule.kind === 'monthly' && cron.expression.includes('L'))) return;
        const back = fromCron(cron.expression);
        expect(back.kind).not.toBe('cron');
        expect(toCron(back)).toEqual(cron);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['0 2 13 * FRI', '0 2 * 6 *', '0 2 15W * *', '0 2 * * FRI#5', '0 */6 * * *', '*/7 * * * *', '30 0 2 * * *', 'nonsense'])(
    'the builder has no shape for %s',
    (expression) => {
      expect(fromCron(expression)).toEqual({ kind: 'cron', expression });
    },
  );
});
