// A schedule: the rule that says when, the zone whose wall clock it means, its bounds and its blackouts. Only the form.
import { z } from 'zod';
import { cronProblem } from './cron.ts';
import { parseTimeOfDay, parseWall } from './wall-time.ts';
import { zoneNamed } from './zone.ts';

export const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export const weekdaySchema = z.enum(weekdayNames);
export type Weekday = z.infer<typeof weekdaySchema>;

/** A time on the wall, `2026-03-29T02:30`; which instant that is, the zone says. */
const wallSchema = z.string().refine((text) => parseWall(text) !== null, 'wall.form');
/** `02:30` */
export const timeOfDaySchema = z.string().refine((text) => parseTimeOfDay(text) !== null, 'time.form');
const timesSchema = z.array(timeOfDaySchema).min(1, 'field.required').max(48);

/** How often a rule of elapsed time may repeat at most; a year of minutes. */
const LONGEST_INTERVAL = 525_600;

const builtRules = [
  z.strictObject({ kind: z.literal('once'), at: wallSchema }),
  z.strictObject({
    kind: z.literal('every'),
    count: z.number().int().min(1).max(LONGEST_INTERVAL),
    unit: z.enum(['minutes', 'hours']),
    /** The run from which the others are counted, both ways. */
    anchor: wallSchema,
  }),
  z.strictObject({ kind: z.literal('daily'), times: timesSchema }),
  z.strictObject({
    kind: z.literal('weekly'),
    days: z.array(weekdaySchema).min(1, 'field.required').max(7),
    times: timesSchema,
  }),
  z.strictObject({
    kind: z.literal('monthly'),
    days: z.array(z.number().int().min(1).max(31)).min(1, 'field.required').max(31),
    /** What becomes of the 31st in a month of 30 days: nothing, or the last day stands in for it. */
    shortMonths: z.enum(['skip', 'last-day']),
    times: timesSchema,
  }),
  z.strictObject({ kind: z.literal('last-day'), times: timesSchema }),
  z.strictObject({
    kind: z.literal('nth-weekday'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
    weekday: weekdaySchema,
    times: timesSchema,
  }),
] as const;

const cronRuleSchema = z.strictObject({
  kind: z.literal('cron'),
  expression: z.string().superRefine((expression, context) => {
    const problem = cronProblem(expression);
    if (problem) context.addIssue({ code: 'custom', message: problem.code, params: problem.params });
  }),
});

/** When a strategy runs: one of the builder's shapes, or a cron expression (docs/schedules.md). */
export const scheduleRuleSchema = z.discriminatedUnion('kind', [...builtRules, cronRuleSchema]);
export type ScheduleRule = z.infer<typeof scheduleRuleSchema>;

/** A window in which nothing may start: it begins with its `from` and is over at its `until`. */
export const blackoutSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('weekly'),
    /** The days on which it begins. */
    days: z.array(weekdaySchema).min(1, 'field.required').max(7),
    from: timeOfDaySchema,
    /** Not later than `from`: it ends on the next day. */
    until: timeOfDaySchema,
  }),
  z
    .strictObject({ kind: z.literal('dated'), from: wallSchema, until: wallSchema })
    .refine(({ from, until }) => inOrder(from, until), { message: 'schedule.order', path: ['until'] }),
]);
export type Blackout = z.infer<typeof blackoutSchema>;

/** The name of a zone in the tz database, links such as `US/Eastern` included. */
export const zoneNameSchema = z.string().superRefine((zone, context) => {
  if (zoneNamed(zone) !== null) return;
  context.addIssue({ code: 'custom', message: 'zone.unknown', params: { zone: zone.slice(0, 60) } });
});

/** Windows of several schedules, a target's or everyone's, with the zone whose clock they mean. */
export const blackoutCalendarSchema = z.strictObject({
  zone: zoneNameSchema,
  windows: z.array(blackoutSchema).max(50),
});
export type BlackoutCalendar = z.infer<typeof blackoutCalendarSchema>;

export const scheduleSchema = z
  .strictObject({
    rule: scheduleRuleSchema,
    zone: zoneNameSchema,
    /** First and last time on the wall at which it may run, both included; `null` is open. */
    from: wallSchema.nullable(),
    until: wallSchema.nullable(),
    blackouts: z.array(blackoutSchema).max(50),
  })
  .refine(({ from, until }) => from === null || until === null || from === until || inOrder(from, until), {
    message: 'schedule.order',
    path: ['until'],
  });
export type Schedule = z.infer<typeof scheduleSchema>;

/** A schedule without bounds and blackouts. */
export const plainSchedule = (rule: ScheduleRule, zone: string): Schedule => ({
  rule,
  zone,
  from: null,
  until: null,
  blackouts: [],
});

/** 0 is Sunday. */
export const weekdayNumber = (day: Weekday): number => weekdayNames.indexOf(day);

/** Milliseconds of the day, in order, each once. @throws on a text that the schema refuses */
export function timesOfDay(times: readonly string[]): number[] {
  const read = times.map((time) => needed(parseTimeOfDay(time), time));
  return read.length === 1 ? read : [...new Set(read)].sort((a, b) => a - b);
}

/** @throws on a text that the schema refuses */
export const wallOf = (text: string): number => needed(parseWall(text), text);

function needed(value: number | null, text: string): number {
  if (value === null) throw new TypeError(`not a time: ${text}`);
  return value;
}

function inOrder(from: string, until: string): boolean {
  const [start, end] = [parseWall(from), parseWall(until)];
  return start === null || end === null || start < end;
}
