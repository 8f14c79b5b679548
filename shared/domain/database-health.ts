// How a database answers over SQL, as it was last seen; knows no driver and no password.
import { z } from 'zod';
import { errorReportSchema } from '../errors/report.ts';

/** One database with a SQL connection, in the slice `databases`. */
export const databaseHealthSchema = z.strictObject({
  targetId: z.string(),
  hasPassword: z.boolean(),
  /** Of an encrypted ewallet.pem. */
  hasWalletPassword: z.boolean(),
  /** `unknown`: nobody has tried yet, or this process does not. */
  state: z.enum(['unknown', 'connecting', 'up', 'down']),
  /** Since when it has been in this state. */
  since: z.number(),
  /** Why it is down; its `code` parameter is Oracle's, for an explanation. */
  error: errorReportSchema.nullable(),
  /** When it is tried again by itself; `null` beside an error: not before a person has changed something. */
  nextTryAt: z.number().nullable(),
});
export type DatabaseHealth = z.infer<typeof databaseHealthSchema>;
