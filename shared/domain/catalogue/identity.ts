// Who a database is and how it is open, as V$DATABASE, V$INSTANCE and V$VERSION tell.
import { z } from 'zod';

export const identitySchema = z.strictObject({
  dbid: z.number(),
  name: z.string(),
  uniqueName: z.string(),
  /** `null` before 12.1, which has no containers. */
  isContainer: z.boolean().nullable(),
  /** ARCHIVELOG, NOARCHIVELOG or MANUAL. */
  logMode: z.string(),
  openMode: z.string(),
  /** PRIMARY, PHYSICAL STANDBY … */
  role: z.string(),
  flashback: z.string(),
  forceLogging: z.string(),
  createdAt: z.number().nullable(),
  resetlogsAt: z.number().nullable(),
  platform: z.string().nullable(),
  instance: z.string(),
  host: z.string(),
  version: z.string(),
  /** As the banner names it; `null` where it names none (Standard Edition before 12.1). */
  edition: z.string().nullable(),
  banner: z.string(),
  startedAt: z.number().nullable(),
});
export type Identity = z.infer<typeof identitySchema>;

/** True when the redo of this database is kept, so that it can be restored to any moment. */
export const keepsRedo = ({ logMode }: Pick<Identity, 'logMode'>): boolean => logMode !== 'NOARCHIVELOG';
