// A run: one execution of a strategy version, and how far it has come; knows no process and no storage.
import { z } from 'zod';
import { errorReportSchema } from '../errors/report.ts';
import { ID_PATTERN } from './id.ts';
import { runStates } from './run-state.ts';

export { isGood, isOver, mayMove, runStates, type RunState } from './run-state.ts';

export const runStateSchema = z.enum(runStates);

/** `external`: somebody else started it, and the database told us; it belongs to no strategy. */
export const triggerSchema = z.enum(['schedule', 'catch-up', 'retry', 'manual', 'command-line', 'demo', 'external']);
export type Trigger = z.infer<typeof triggerSchema>;

/** One row of the Bitácora: what lists show without opening the run. */
export const runSchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  strategyId: z.string(),
  strategyVersion: z.number().int(),
  /** Names as they were then: a run outlives its strategy. */
  strategyName: z.string(),
  targetId: z.string(),
  targetName: z.string(),
  trigger: triggerSchema,
  state: runStateSchema,
  queuedAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  cancelRequestedAt: z.number().nullable(),
  exitCode: z.number().int().nullable(),
  signal: z.string().nullable(),
  /** Why no RMAN was started, or why we could not follow it; `null` when RMAN itself decided the outcome. */
  failure: errorReportSchema.nullable(),
  /** Code and text of the verdict's root cause. */
  rootCode: z.string().nullable(),
  rootText: z.string().nullable(),
  warnings: z.number().int(),
  pieces: z.number().int(),
  /** Bytes of the pieces found; `null` where they cannot be looked at. */
  bytes: z.number().nullable(),
  nothingToDo: z.boolean(),
  lines: z.number().int(),
  /** Whose it is, when it is another workstation's: it can be looked at, and nothing else. */
  workstation: z.strictObject({ id: z.string(), name: z.string() }).optional(),
});
export type Run = z.infer<typeof runSchema>;

/** What is known of a run before it starts: nothing. */
export const nothingKnown = {
  startedAt: null,
  endedAt: null,
  cancelRequestedAt: null,
  exitCode: null,
  signal: null,
  failure: null,
  rootCode: null,
  rootText: null,
  warnings: 0,
  pieces: 0,
  bytes: null,
  nothingToDo: false,
  lines: 0,
} satisfies Partial<Run>;

/** Why an entry of the queue does not run yet. */
export const waitReasonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lane'), runId: z.string(), strategyName: z.string() }),
  z.strictObject({ kind: z.literal('cap'), runsAtOnce: z.number().int() }),
  z.strictObject({ kind: z.literal('next') }),
]);
export type WaitReason = z.infer<typeof waitReasonSchema>;

/** How far a run under way has come, from its own output. */
export const runProgressSchema = z.strictObject({
  step: z.string().nullable(),
  lines: z.number().int(),
  pieces: z.number().int(),
  sets: z.number().int(),
  files: z.number().int(),
  errors: z.number().int(),
  /** Milliseconds since 1970 of the newest output; a long silence is shown as stalled. */
  lastOutputAt: z.number().nullable(),
  /** Duration of the last good run of the same strategy; the only honest base of an estimate. `null`: none. */
  usualMs: z.number().nullable(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

/** A run that is not over, as the queue and the Overview show it. */
export const activeRunSchema = z.strictObject({
  run: runSchema,
  waitsFor: waitReasonSchema.nullable(),
  progress: runProgressSchema.nullable(),
});
export type ActiveRun = z.infer<typeof activeRunSchema>;
