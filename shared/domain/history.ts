// How the Bitácora is asked and answered: filters, order, pages and the detail of one run; knows no SQL.
import { z } from 'zod';
import { databaseWitnessSchema } from './catalogue/witness.ts';
import { runSchema, runStateSchema, triggerSchema } from './run.ts';
import { verdictSchema } from './verdict.ts';

/** This workstation among those of a filter, whatever identifier it has in the log tables. */
export const OWN_WORKSTATION = 'own';

/** Every part that is empty or `null` lets all runs through. */
export const runFilterSchema = z.strictObject({
  targetIds: z.array(z.string()),
  strategyIds: z.array(z.string()),
  states: z.array(runStateSchema),
  triggers: z.array(triggerSchema),
  /** Identifiers of workstations; `OWN_WORKSTATION` for this one. */
  workstationIds: z.array(z.string()),
  /** Milliseconds since 1970 of `queuedAt`, inclusive and exclusive. */
  from: z.number().nullable(),
  until: z.number().nullable(),
  /** Words that the log, the errors or the names must contain. */
  text: z.string().max(200),
});
export type RunFilter = z.infer<typeof runFilterSchema>;

export const everyRun: RunFilter = {
  targetIds: [],
  strategyIds: [],
  states: [],
  triggers: [],
  workstationIds: [],
  from: null,
  until: null,
  text: '',
};

export const runSortSchema = z.strictObject({
  by: z.enum(['queuedAt', 'strategyName', 'targetName', 'state', 'duration', 'bytes']),
  descending: z.boolean(),
});
export type RunSort = z.infer<typeof runSortSchema>;
export const newestFirst: RunSort = { by: 'queuedAt', descending: true };

/** Where a full-text search hit a run: the 0-based line and its text. */
export const runHitSchema = z.strictObject({ line: z.number().int(), text: z.string() });

export const runPageSchema = z.strictObject({
  runs: z.array(runSchema.extend({ hit: runHitSchema.nullable() })),
  /** Opaque place to go on from; `null` at the end. */
  next: z.string().nullable(),
  /** How many runs the filter lets through, counted up to 10,000; `null` beyond. */
  total: z.number().int().nullable(),
});
export type RunPage = z.infer<typeof runPageSchema>;

/** One step of a run's life. */
export const transitionSchema = z.strictObject({ at: z.number(), from: runStateSchema.nullable(), to: runStateSchema });

export const runDetailSchema = z.strictObject({
  run: runSchema,
  verdict: verdictSchema.nullable(),
  transitions: z.array(transitionSchema),
  script: z.string(),
  /** The command line without secrets, for the curious and for support. */
  commandLine: z.string().nullable(),
  /** Where the spool file lies while it exists. */
  logPath: z.string().nullable(),
  /** Pieces of the verdict as found on disk afterwards, by handle; absent where nobody could look. */
  /** What the database itself recorded about the run; `null`: not known (yet, or no SQL connection). */
  witness: databaseWitnessSchema.nullable(),
  found: z.array(z.strictObject({ handle: z.string(), exists: z.boolean(), bytes: z.number().nullable() })),
});
export type RunDetail = z.infer<typeof runDetailSchema>;
