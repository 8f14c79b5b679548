// How the log tables in Oracle stand against this workstation: what waits, what was refused, and why nothing is sent.
import { z } from 'zod';
import { errorReportSchema } from '../errors/report.ts';

/** Kinds of facts, in the order in which they are sent: what is referred to goes first. */
export const syncKinds = ['target', 'strategy', 'strategy-version', 'occurrence', 'run', 'log', 'audit'] as const;
export const syncKindSchema = z.enum(syncKinds);
export type SyncKind = z.infer<typeof syncKindSchema>;

/** Why nothing is sent at present. */
export const syncProblemSchema = z.strictObject({
  error: errorReportSchema,
  since: z.number(),
  /** When it is tried again by itself; `null`: when somebody asks, or the connection is changed. */
  nextAt: z.number().nullable(),
});
export type SyncProblem = z.infer<typeof syncProblemSchema>;

/** The depth of the outbox. */
export const syncSummarySchema = z.strictObject({
  pending: z.number().int(),
  quarantined: z.number().int(),
  /** When the oldest pending fact was entered. */
  oldest: z.number().nullable(),
  /** When the log tables last took something; `null`: never. */
  lastSuccess: z.number().nullable(),
  /** Facts of before the log database was set up are still being entered. */
  backfilling: z.boolean(),
  workstationId: z.string().nullable(),
  problem: syncProblemSchema.nullable(),
});
export type SyncSummary = z.infer<typeof syncSummarySchema>;

/** `off`: there is no log database. `elsewhere`: another process of this profile sends. */
export const syncActivitySchema = z.enum(['off', 'elsewhere', 'idle', 'sending', 'waiting', 'blocked']);
export type SyncActivity = z.infer<typeof syncActivitySchema>;

export const syncStatusSchema = syncSummarySchema.extend({ activity: syncActivitySchema });
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** A fact that Oracle refuses, with its newest reason. */
export const quarantinedFactSchema = z.strictObject({
  no: z.number().int(),
  kind: syncKindSchema,
  id: z.string(),
  quarantinedAt: z.number(),
  attempts: z.number().int(),
  /** As `ORA-12899`. */
  code: z.string(),
  /** Oracle's own words. */
  reason: z.string(),
  /** What the row would say: names and values, to be recognised by. Empty when the fact is gone. */
  preview: z.array(z.strictObject({ column: z.string(), value: z.string() })),
});
export type QuarantinedFact = z.infer<typeof quarantinedFactSchema>;

/** A computer that writes into the log tables. Times are of the database. */
export const workstationSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  osUser: z.string().nullable(),
  platform: z.string().nullable(),
  version: z.string().nullable(),
  firstSeen: z.number(),
  lastSeen: z.number(),
  /** This one. */
  own: z.boolean(),
});
export type Workstation = z.infer<typeof workstationSchema>;
