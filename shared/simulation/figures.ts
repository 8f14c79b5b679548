// The figures that sizes are reckoned from, each with where it comes from. What is not known is assumed, and says so.
import { z } from 'zod';

const GIB = 2 ** 30;

export const sourceSchema = z.discriminatedUnion('kind', [
  /** Nothing is known: a usual value, to be corrected by whoever knows better. */
  z.strictObject({ kind: z.literal('assumed') }),
  /** The database itself says so. */
  z.strictObject({ kind: z.literal('database') }),
  /** From good runs of a strategy, the newest of which ended then. */
  z.strictObject({ kind: z.literal('past-runs'), strategyName: z.string(), runs: z.number().int(), newest: z.number() }),
  /** Somebody typed it. */
  z.strictObject({ kind: z.literal('edited') }),
]);
export type Source = z.infer<typeof sourceSchema>;

const figure = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, source: sourceSchema });

/** What `DELETE OBSOLETE` without a policy of its own goes by, `CONFIGURE RETENTION POLICY` (reference §2.3). */
export const retentionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('redundancy'), copies: z.number().int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('window'), days: z.number().int().min(1).max(3650) }),
  z.strictObject({ kind: z.literal('none') }),
]);

export const figuresSchema = z.strictObject({
  /** Bytes of all data files: what an image copy takes. */
  databaseBytes: figure(z.number().positive().max(1e18)),
  /** Share of the database, 0 to 1, whose blocks change within a day: what a level 1 takes. */
  dailyChange: figure(z.number().min(0).max(1)),
  /** Bytes of redo in a day. */
  redoPerDay: figure(z.number().min(0).max(1e18)),
  /** What is left of a byte after compression, more than 0 to 1. */
  compression: figure(z.number().gt(0).max(1)),
  /** ARCHIVELOG mode: without it only the moments of the backups themselves can be restored. */
  keepsRedo: figure(z.boolean()),
  configuredRetention: figure(retentionSchema),
});
export type Figures = z.infer<typeof figuresSchema>;
export type FigureName = keyof Figures;

const assumed = <Value>(value: Value) => ({ value, source: { kind: 'assumed' as const } });

/** The share of the database that its redo of a day is taken to be. */
const REDO_SHARE = 0.1;

/** Nothing known: a mid-sized database of quiet trade, under RMAN's own default retention (reference §1.6). */
export const assumedFigures = (databaseBytes = 100 * GIB): Figures => ({
  databaseBytes: assumed(databaseBytes),
  dailyChange: assumed(0.05),
  redoPerDay: assumed(Math.round(databaseBytes * REDO_SHARE)),
  compression: assumed(0.3),
  keepsRedo: assumed(true),
  configuredRetention: assumed({ kind: 'redundancy', copies: 1 }),
});
