// What the schedule form keeps while its user goes between builder and cron and between the builder's kinds. Pure.
import { fromCron, toCron } from '../../../../shared/schedule/rule-cron.ts';
import { scheduleRuleSchema, type ScheduleRule } from '../../../../shared/schedule/schedule.ts';

export type BuiltRule = Exclude<ScheduleRule, { kind: 'cron' }>;
export type BuiltKind = BuiltRule['kind'];
export const builtKinds = ['daily', 'weekly', 'monthly', 'last-day', 'nth-weekday', 'every', 'once'] as const;

/**
 * What was typed and is not in the form's value now. `pair` is what the last switch between builder and cron left and
 * what it came to: while the other side is not touched, going back gives exactly what was there.
 */
export type RuleMemory = {
  byKind: Partial<Record<BuiltKind, BuiltRule>>;
  built: BuiltRule | null;
  expression: string | null;
  pair: { built: BuiltRule; expression: string } | null;
};

export const noMemory: RuleMemory = { byKind: {}, built: null, expression: null, pair: null };

/** The memory with the rule that is in the form. */
export function remembered(memory: RuleMemory, rule: ScheduleRule): RuleMemory {
  if (rule.kind === 'cron') return { ...memory, expression: rule.expression };
  return { ...memory, built: rule, byKind: { ...memory.byKind, [rule.kind]: rule } };
}

type Switched<Rule extends ScheduleRule> = { rule: Rule; memory: RuleMemory };
type CronRule = Extract<ScheduleRule, { kind: 'cron' }>;

/** From the builder to cron. Where cron has no words for the rule, what was last typed there comes back. */
export function asCron(rule: BuiltRule, earlier: RuleMemory): Switched<CronRule> {
  const memory = remembered(earlier, rule);
  const untouched = memory.pair !== null && same(memory.pair.built, rule);
  const expression = untouched
    ? (memory.pair?.expression ?? '')
    : (cronOf(rule)?.expression ?? memory.expression ?? '');
  return { rule: { kind: 'cron', expression }, memory: { ...memory, pair: { built: rule, expression } } };
}

/** From cron to the builder; where the builder has no fields for the expression, it shows what it last held. */
export function asBuilt({ expression }: CronRule, earlier: RuleMemory, fresh: BuiltRule): Switched<BuiltRule> {
  const memory = remembered(earlier, { kind: 'cron', expression });
  const untouched = memory.pair !== null && memory.pair.expression === expression;
  const built = untouched && memory.pair ? memory.pair.built : (builtOf(expression) ?? memory.built ?? fresh);
  return { rule: built, memory: { ...memory, pair: { built, expression } } };
}

/** The builder's rule of another kind, as it was left; the times of day go along. */
export function ofKind(kind: BuiltKind, current: BuiltRule, memory: RuleMemory, now: string): BuiltRule {
  const next = memory.byKind[kind] ?? freshRule(kind, now);
  return 'times' in next && 'times' in current ? { ...next, times: current.times } : next;
}

/** What a switch between builder and cron could not carry over; `null` when it carried everything. */
export type SwitchNote = 'cronNone' | 'cronNotExact' | 'builderNone' | null;

/** The note that is due while what the switch came to is still untouched. */
export function switchNote(rule: ScheduleRule, { pair }: RuleMemory): SwitchNote {
  if (pair === null) return null;
  if (rule.kind !== 'cron') {
    const lost = pair.expression.trim() !== '' && builtOf(pair.expression) === null && cronOf(pair.built)?.expression !== pair.expression;
    return lost && same(rule, pair.built) ? 'builderNone' : null;
  }
  if (rule.expression !== pair.expression) return null;
  const said = cronOf(pair.built);
  if (said === null) return 'cronNone';
  return said.exact || said.expression !== rule.expression ? null : 'cronNotExact';
}

/** `null` where cron has no words for the rule, or a field of it is wrong. */
const cronOf = (rule: BuiltRule): ReturnType<typeof toCron> =>
  scheduleRuleSchema.safeParse(rule).success ? toCron(rule) : null;

function builtOf(expression: string): BuiltRule | null {
  const rule = fromCron(expression);
  return rule.kind === 'cron' ? null : rule;
}

const same = (one: ScheduleRule, other: ScheduleRule): boolean => JSON.stringify(one) === JSON.stringify(other);

const NIGHT = '02:00';

/** A rule as the builder starts it; `now` is the present on the wall, `2026-03-29T02:30`. */
export function freshRule(kind: BuiltKind, now: string): BuiltRule {
  const today = now.slice(0, 10);
  switch (kind) {
    case 'once':
      return { kind, at: `${dayAfter(today)}T${NIGHT}` };
    case 'every':
      return { kind, count: 6, unit: 'hours', anchor: `${today}T00:00` };
    case 'daily':
    case 'last-day':
      return { kind, times: [NIGHT] };
    case 'weekly':
      return { kind, days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: [NIGHT] };
    case 'monthly':
      return { kind, days: [1], shortMonths: 'skip', times: [NIGHT] };
    case 'nth-weekday':
      return { kind, nth: 1, weekday: 'sun', times: [NIGHT] };
  }
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
