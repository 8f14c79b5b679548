// What main publishes as state: the slices that the renderer mirrors, each replaced whole under a growing revision.
import { z } from 'zod';
import { pauseSchema, standingSchema } from '../domain/occurrence.ts';
import { databaseConcernsSchema } from '../domain/catalogue/concerns.ts';
import { databaseProgressSchema } from '../domain/catalogue/progress.ts';
import { databaseHealthSchema } from '../domain/database-health.ts';
import { logDatabaseStateSchema } from '../domain/log-database.ts';
import { outboxSummarySchema } from '../domain/outbox.ts';
import { activeRunSchema, runSchema } from '../domain/run.ts';
import { settingsSchema } from '../domain/settings.ts';
import { syncStatusSchema } from '../domain/sync.ts';
import { strategySchema } from '../domain/strategy.ts';
import { targetSchema } from '../domain/target.ts';
import { errorReportSchema } from '../errors/report.ts';

/** A strategy beside what became of it: *last attempt* and *last good* are two things. */
export const strategyOverviewSchema = strategySchema.extend({
  lastAttempt: runSchema.nullable(),
  lastGood: runSchema.nullable(),
});
export type StrategyOverview = z.infer<typeof strategyOverviewSchema>;

export const targetOverviewSchema = targetSchema.extend({ hasPassword: z.boolean() });
export type TargetOverview = z.infer<typeof targetOverviewSchema>;

export const sliceSchemas = {
  targets: z.array(targetOverviewSchema),
  strategies: z.array(strategyOverviewSchema),
  /** Runs that are not over, in the order of the queue. */
  activity: z.array(activeRunSchema),
  settings: settingsSchema,
  /** The scheduler: its pause, and how every strategy with a schedule or an open occurrence stands. */
  schedule: z.strictObject({ pause: pauseSchema.nullable(), standings: z.array(standingSchema) }),
  outbox: outboxSummarySchema,
  /** How every database with a SQL connection answers. */
  databases: z.array(databaseHealthSchema),
  /** What databases say of themselves, as last asked: how far runs under way are, by run id, and what should worry. */
  catalogue: z.strictObject({
    progress: z.record(z.string(), databaseProgressSchema),
    concerns: z.array(databaseConcernsSchema),
  }),
  /** The log tables in Oracle: how they were last seen, and an installation under way. */
  logDatabase: logDatabaseStateSchema,
  /** Facts on their way there: how many wait or were refused, and why nothing is sent. */
  sync: syncStatusSchema,
  /** Grows with every change of a finished run: lists then ask again. */
  history: z.strictObject({ changes: z.number().int() }),
  /** Grows with everything that somebody did: the list of it then asks again. */
  audit: z.strictObject({ newest: z.number().int() }),
  /** Things the user should know about this installation (damaged file kept aside, no keychain, …). */
  notices: z.array(errorReportSchema),
} as const;

export type SliceName = keyof typeof sliceSchemas;
export type Slices = { [Name in SliceName]: z.infer<(typeof sliceSchemas)[Name]> };
export const sliceNames = Object.keys(sliceSchemas) as [SliceName, ...SliceName[]];

/** One published change; `rev` counts over all slices without holes. */
export const slicePatchSchema = z.strictObject({
  rev: z.number().int(),
  slice: z.enum(sliceNames),
  value: z.unknown(),
});
export type SlicePatch = z.infer<typeof slicePatchSchema>;

/** All slices at one revision. */
export const snapshotSchema = z.strictObject({ rev: z.number().int(), slices: z.strictObject(sliceSchemas) });
export type Snapshot = z.infer<typeof snapshotSchema>;
