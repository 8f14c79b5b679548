// Where a database keeps what recovery needs: recovery area, archived-log destinations, change tracking, corruption.
import { z } from 'zod';

export const recoveryAreaSchema = z.strictObject({
  /** `null`: no recovery area is configured. */
  name: z.string().nullable(),
  limitBytes: z.number(),
  usedBytes: z.number(),
  /** What Oracle deletes by itself when it needs the room. */
  reclaimableBytes: z.number(),
  files: z.number(),
  /** Shares of the limit in per cent, by kind of file. */
  usage: z.array(
    z.strictObject({ type: z.string(), usedPercent: z.number(), reclaimablePercent: z.number(), files: z.number() }),
  ),
});
export type RecoveryArea = z.infer<typeof recoveryAreaSchema>;

/** From here on the area is nearly full: Oracle itself warns at 85 %. */
export const NEARLY_FULL = 0.85;

/**
 * The share of the limit that is taken and cannot be given back, 0 to 1; `null` without an area. Oracle empties the
 * reclaimable part by itself, so the used share alone would alarm for nothing (reference §5.4, Q7).
 */
export function firmShare({ name, limitBytes, usedBytes, reclaimableBytes }: RecoveryArea): number | null {
  if (name === null || limitBytes <= 0) return null;
  return Math.min(1, Math.max(0, (usedBytes - reclaimableBytes) / limitBytes));
}

export const archiveDestinationSchema = z.strictObject({
  id: z.number(),
  name: z.string(),
  /** VALID, DEFERRED, ERROR, FULL, BAD PARAM … */
  status: z.string(),
  /** PRIMARY or STANDBY, in the words of the release. */
  target: z.string().nullable(),
  binding: z.string().nullable(),
  destination: z.string().nullable(),
  error: z.string().nullable(),
  failedAt: z.number().nullable(),
});
export type ArchiveDestination = z.infer<typeof archiveDestinationSchema>;

export const changeTrackingSchema = z.strictObject({
  enabled: z.boolean(),
  file: z.string().nullable(),
  bytes: z.number().nullable(),
});
export type ChangeTracking = z.infer<typeof changeTrackingSchema>;

/** A stretch of bad blocks. Rows stay until a BACKUP or VALIDATE finds the blocks well again. */
export const corruptStretchSchema = z.strictObject({
  /** `data file`: in the database itself; `backup`: met in a backup piece or written into one. */
  where: z.enum(['data-file', 'backup']),
  fileNumber: z.number(),
  fileName: z.string().nullable(),
  firstBlock: z.number(),
  blocks: z.number(),
  type: z.string(),
});
export type CorruptStretch = z.infer<typeof corruptStretchSchema>;
