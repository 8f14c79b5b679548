// What a check says: one row per thing that was looked at; looks at nothing itself.
import { z } from 'zod';
import { errorReportSchema } from '../errors/report.ts';

/** What can be looked at, in the order in which one would look by hand. */
export const checkSubjects = [
  'runner', 'work-directory', 'home', 'binary', 'version', 'environment', 'tns-admin', 'alias', 'keychain', 'password',
  'connection', 'sql', 'release', 'log-mode', 'recovery-area', 'autobackup', 'change-tracking', 'clock', 'edition', 'destination', 'free-space', 'deletion',
] as const;
export type CheckSubject = (typeof checkSubjects)[number];

/** One row of a check: what was looked at, how it stands, and what to do. */
export const checkRowSchema = z.strictObject({
  what: z.enum(checkSubjects),
  /** `unknown`: it cannot be seen from this machine; only the run will tell. Never shown as good. */
  state: z.enum(['good', 'warning', 'bad', 'unknown']),
  /** The fact found: a path, an alias, a version; of `free-space` the bytes as a decimal number. */
  found: z.string(),
  problem: errorReportSchema.nullable(),
  /** The strategy that the row is about; absent: the database. */
  strategy: z.string().optional(),
  /** Statements that give what is missing, for somebody who may run them. */
  grants: z.array(z.string()).optional(),
});
export type CheckRow = z.infer<typeof checkRowSchema>;
export type CheckState = CheckRow['state'];

const WORST_FIRST = ['bad', 'warning', 'unknown', 'good'] as const;

/** How a whole check came out: the worst of its rows. Without any row nothing is known. */
export const worstOf = (rows: readonly Pick<CheckRow, 'state'>[]): CheckState =>
  WORST_FIRST.find((state) => rows.some((row) => row.state === state)) ?? 'unknown';
