// What a check says: one row per thing that was looked at; looks at nothing itself.
import { z } from 'zod';
import { errorReportSchema } from '../errors/report.ts';

/** One row of a check: what was looked at, how it stands, and what to do. */
export const checkRowSchema = z.strictObject({
  what: z.enum(['home', 'binary', 'version', 'tns-admin', 'alias', 'destination', 'free-space', 'password']),
  /** `unknown`: it cannot be seen from this machine; only the run will tell. Never shown as good. */
  state: z.enum(['good', 'warning', 'bad', 'unknown']),
  /** The fact found: a path, an alias, a version; of `free-space` the bytes as a decimal number. */
  found: z.string(),
  problem: errorReportSchema.nullable(),
});
export type CheckRow = z.infer<typeof checkRowSchema>;
