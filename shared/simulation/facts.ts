// What main tells a simulation of one database: what there is, what is known of its sizes, and how much room there is.
import { z } from 'zod';
import { ID_PATTERN } from '../domain/id.ts';
import { figuresSchema } from './figures.ts';
import type { SimulatedBackup } from './backup.ts';

const id = z.string().regex(ID_PATTERN);

const shown = {
  id: z.string(),
  content: z.string(),
  strategyId: z.string(),
  what: z.enum(['full', 'level-0', 'level-1', 'image-copy', 'updated-copy', 'archived-logs', 'control-file', 'spfile']),
  place: z.string(),
  copyTag: z.string().nullable(),
  keep: z.union([z.number(), z.literal('forever'), z.null()]),
  completedAt: z.number(),
  bytes: z.number(),
  runs: z.number().int(),
};
const files = z.array(z.string()).readonly();

const backupSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full'), ...shown, files, checkpointAt: z.number() }),
  z.strictObject({ kind: z.literal('incremental'), ...shown, files, since: z.number(), checkpointAt: z.number() }),
  z.strictObject({ kind: z.literal('redo'), ...shown, thread: z.number(), from: z.number(), until: z.number() }),
]) satisfies z.ZodType<SimulatedBackup>;

export const simulationFactsSchema = z.strictObject({
  /** When the facts were gathered: the simulation begins then. */
  now: z.number(),
  start: z.strictObject({
    backups: z.array(backupSchema),
    logsOnDisk: z.array(
      z.strictObject({ from: z.number(), until: z.number(), onDisk: z.number(), onTape: z.number() }),
    ),
    archivedUntil: z.number(),
    coveredUntil: z.number().nullable(),
  }),
  figures: figuresSchema,
  observed: z.record(z.string(), z.strictObject({ bytes: z.number().nullable(), ms: z.number().nullable() })),
  rooms: z.array(
    z.strictObject({
      place: z.string(),
      freeBytes: z.number().nullable(),
      source: z.enum(['seen', 'database', 'edited', 'unknown']),
    }),
  ),
  /** Planned runs that somebody has skipped already. */
  skipped: z.array(z.strictObject({ strategyId: id, instant: z.number() })),
  /** Good runs that the start was made of; `cut`: there are more, farther back. */
  pastRuns: z.strictObject({ count: z.number().int(), oldest: z.number().nullable(), cut: z.boolean() }),
});
export type SimulationFacts = z.infer<typeof simulationFactsSchema>;
