// Several workstations on one set of log tables: who they are, what they share, and where two saved the same strategy.
import { z } from 'zod';

export const otherWorkstationSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** By the clock of the database. */
  lastSeen: z.number(),
  /** Runs of it that are here. */
  runs: z.number().int(),
});
export type OtherWorkstation = z.infer<typeof otherWorkstationSchema>;

/** A strategy that lives on other workstations only. */
export const sharedStrategySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  targetName: z.string(),
  workstation: z.string(),
  enabled: z.boolean(),
  /** Whether this workstation may take part. */
  shared: z.boolean(),
  version: z.number().int(),
  updatedAt: z.number(),
});
export type SharedStrategy = z.infer<typeof sharedStrategySchema>;

/** Two versions that were made from the same one. Specs as JSON, in the shape in which they were saved. */
export const versionConflictSchema = z.strictObject({
  strategyId: z.string(),
  mine: z.strictObject({ version: z.number().int(), savedAt: z.number(), spec: z.string() }),
  theirs: z.strictObject({
    version: z.number().int(), savedAt: z.number(), spec: z.string(), workstation: z.string(), hash: z.string(),
  }),
});
export type VersionConflict = z.infer<typeof versionConflictSchema>;

/** How reading the others goes. */
export const mirrorStatusSchema = z.strictObject({
  others: z.array(otherWorkstationSchema),
  /** When the log tables were last read to their end; `null`: never since the start. */
  readAt: z.number().nullable(),
});
export type MirrorStatus = z.infer<typeof mirrorStatusSchema>;

/** Who holds a shared strategy, as far as is known; `until` by this computer's clock, for people to read. */
export type LeaseStanding =
  | { kind: 'asking' }
  | { kind: 'mine'; until: number }
  | { kind: 'theirs'; workstation: string; until: number }
  | { kind: 'unreached' };
