// Going between builder and cron, and between the builder's kinds, loses nothing that was typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asBuilt, asCron, builtKinds, freshRule, noMemory, ofKind, remembered, switchNote, type BuiltRule,
} from '../../../../../renderer/features/strategies/schedule/rule-choice.ts';
import { scheduleRuleSchema, type ScheduleRule } from '../../../../../shared/schedule/schedule.ts';

const NOW = '2026-11-24T13:30';
const daily: BuiltRule = { kind: 'daily', times: ['02:00'] };
const twice: BuiltRule = { kind: 'daily', times: ['02:00', '14:30'] };
const sixHours: BuiltRule = { kind: 'every', count: 6, unit: 'hours', anchor: '2026-11-24T00:00' };
const cron = (expression: string) => ({ kind: 'cron', expression }) as const;
const fresh = freshRule('daily', NOW);

describe('builder and cron', () => {
  it('goes to cron and back to exactly what was there, also where cron says it only nearly or not at all', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 4 });
    const built = fc.oneof(
      times.map((all): BuiltRule => ({ kind: 'weekly', days: ['mon', 'fri'], times: all.map(timeText) })),
      fc.integer({ min: 1, max: 90 }).map((count): BuiltRule => ({ ...sixHours, count, unit: 'minutes' }) as BuiltRule),
      fc.constantFrom(...builtKinds).map((kind) => freshRule(kind, NOW)),
    );
    fc.assert(
      fc.property(built, (rule) => {
        const there = asCron(rule, noMemory);
        expect(asBuilt(there.rule, there.memory, fresh).rule).toEqual(rule);
      }),
    );
  });

  it('keeps a rule of the builder that has a wrong field', () => {
    const wrong: BuiltRule = { kind: 'daily', times: ['02:00', '25:0'] };
    const there = asCron(wrong, noMemory);
    expect(there.rule.expression).toBe('');
    expect(asBuilt(there.rule, there.memory, fresh).rule).toEqual(wrong);
  });

  it('keeps an expression that the builder has no fields for, until the builder is changed', () => {
    const typed = cron('0 2 13 * FRI');
    const there = asBuilt(typed, remembered(noMemory, sixHours), fresh);
    expect(there.rule).toEqual(sixHours);
    expect(switchNote(there.rule, there.memory)).toBe('builderNone');
    expect(asCron(there.rule, there.memory).rule).toEqual(typed);
    expect(switchNote(daily, there.memory)).toBeNull();
    expect(asCron(daily, there.memory).rule).toEqual(cron('0 2 * * *'));
  });

  it('keeps half an expression as it was typed', () => {
    const there = asBuilt(cron('0 2 * '), noMemory, fresh);
    expect(there.rule).toEqual(fresh);
    expect(asCron(there.rule, there.memory).rule).toEqual(cron('0 2 * '));
  });

  it('reads a changed expression into the builder', () => {
    const there = asCron(daily, noMemory);
    expect(there.rule).toEqual(cron('0 2 * * *'));
    expect(asBuilt(cron('30 3 * * SUN'), there.memory, fresh).rule).toEqual({ kind: 'weekly', days: ['sun'], times: ['03:30'] });
  });

  it('says where cron is not exact or has no words, while the expression is untouched', () => {
    const nearly = asCron(sixHours, noMemory);
    expect(switchNote(nearly.rule, nearly.memory)).toBe('cronNotExact');
    expect(switchNote(cron('0 */8 * * *'), nearly.memory)).toBeNull();
    const not = asCron(twice, noMemory);
    expect(not.rule).toEqual(cron(''));
    expect(switchNote(not.rule, not.memory)).toBe('cronNone');
    const exact = asCron(daily, noMemory);
    expect(switchNote(exact.rule, exact.memory)).toBeNull();
  });
});

describe('kinds of the builder', () => {
  it('start with values that the schema takes', () => {
    for (const kind of builtKinds) expect(scheduleRuleSchema.safeParse(freshRule(kind, NOW)).success, kind).toBe(true);
  });

  it('take the times of day along and find their own days again', () => {
    const weekly: BuiltRule = { kind: 'weekly', days: ['tue'], times: ['02:00'] };
    const memory = remembered(remembered(noMemory, weekly), twice);
    expect(ofKind('weekly', twice, memory, NOW)).toEqual({ ...weekly, times: twice.times });
    expect(ofKind('last-day', twice, memory, NOW)).toEqual({ kind: 'last-day', times: twice.times });
  });

  it('begin once tomorrow, over the end of a month as well', () => {
    const rule: ScheduleRule = freshRule('once', '2026-11-30T13:30');
    expect(rule).toEqual({ kind: 'once', at: '2026-12-01T02:00' });
  });
});

function timeText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
