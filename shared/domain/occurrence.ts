// An occurrence: one planned instant of a strategy, with one row in the ledger whatever becomes of it.
import { z } from 'zod';
import { ID_PATTERN } from './id.ts';
import { occurrenceStates } from './occurrence-state.ts';
import { triggerSchema } from './run.ts';

export { isSettled, mayBecome, occurrenceStates, type OccurrenceState } from './occurrence-state.ts';

export const occurrenceStateSchema = z.enum(occurrenceStates);

/** Why an occurrence is where it is; said in words by the screens, the tray and the command line. */
export const occurrenceReasonSchema = z.discriminatedUnion('kind', [
  // Why it waits.
  z.strictObject({ kind: z.literal('paused'), until: z.number().nullable() }),
  z.strictObject({ kind: z.literal('blackout'), until: z.number() }),
  z.strictObject({ kind: z.literal('battery') }),
  /** Another workstation holds the lease of the shared strategy. */
  z.strictObject({ kind: z.literal('lease'), workstation: z.string() }),
  /** Who runs the shared strategy cannot be agreed upon: the log database is not reached. */
  z.strictObject({ kind: z.literal('log-database') }),
  /** An attempt failed for a reason that can heal; `attempt` is the number of the next one, from 2. */
  z.strictObject({ kind: z.literal('retry'), attempt: z.number().int(), at: z.number(), rootCode: z.string().nullable() }),
  // Why it was missed or skipped.
  /** Several instants were missed; one run, that of `into`, stands for all. */
  z.strictObject({ kind: z.literal('collapsed'), into: z.number() }),
  z.strictObject({ kind: z.literal('too-late'), hours: z.number().int() }),
  /** The strategy skips what it missed. */
  z.strictObject({ kind: z.literal('not-caught-up') }),
  /** It still waited when the next instant came. */
  z.strictObject({ kind: z.literal('superseded'), by: z.number() }),
  /** The strategy's previous run was not over. */
  z.strictObject({ kind: z.literal('overlap'), runId: z.string() }),
  z.strictObject({ kind: z.literal('by-user') }),
  /** Another workstation ran it. */
  z.strictObject({ kind: z.literal('elsewhere'), workstation: z.string() }),
  /** The strategy or its database was disabled, or the schedule taken away, while it waited. */
  z.strictObject({ kind: z.literal('withdrawn') }),
  // Why there was no further attempt.
  z.strictObject({ kind: z.literal('retries-spent'), attempts: z.number().int() }),
  z.strictObject({ kind: z.literal('cannot-heal'), rootCode: z.string().nullable() }),
  z.strictObject({ kind: z.literal('next-comes-first'), next: z.number() }),
  z.strictObject({ kind: z.literal('retry-cancelled') }),
  /** It was good; later the database itself said otherwise. */
  z.strictObject({ kind: z.literal('disputed') }),
]);
export type OccurrenceReason = z.infer<typeof occurrenceReasonSchema>;

export const occurrenceSchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  strategyId: z.string(),
  targetId: z.string(),
  /** Names as they were then: an occurrence outlives its strategy. */
  strategyName: z.string(),
  targetName: z.string(),
  /** Milliseconds since 1970: the planned instant, or the moment of a manual start. */
  instant: z.number(),
  /** How its newest attempt came about. */
  trigger: triggerSchema,
  state: occurrenceStateSchema,
  reason: occurrenceReasonSchema.nullable(),
  /** Its newest attempt. */
  runId: z.string().nullable(),
  /** Runs started for it. */
  attempts: z.number().int(),
  updatedAt: z.number(),
});
export type Occurrence = z.infer<typeof occurrenceSchema>;

/** A pause of the whole scheduler; `until` null lasts until somebody resumes. */
export const pauseSchema = z.strictObject({ since: z.number(), until: z.number().nullable() });
export type Pause = z.infer<typeof pauseSchema>;

/** One condition of a start, as a row: green, waiting for a time that comes, or blocked until somebody acts. */
export const requirementSchema = z.strictObject({
  kind: z.enum(['enabled', 'schedule', 'not-paused', 'no-blackout', 'power', 'target', 'destination', 'room', 'deletion', 'lane', 'team']),
  state: z.enum(['green', 'waiting', 'blocked']),
  /** Until when it waits, where that is known. */
  until: z.number().nullable(),
  /** Code and values of the sentence (`requirement.<kind>.<code>`). */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Requirement = z.infer<typeof requirementSchema>;

/** How a strategy stands with the scheduler. */
export const standingSchema = z.strictObject({
  strategyId: z.string(),
  /** The next planned instant; `null`: no schedule, or it never occurs again, or it is disabled. */
  next: z.number().nullable(),
  /** The occurrence that waits, is queued or runs. */
  open: occurrenceSchema.nullable(),
  /** Since when a good run is overdue; `null`: it is not. */
  overdueSince: z.number().nullable(),
});
export type Standing = z.infer<typeof standingSchema>;
