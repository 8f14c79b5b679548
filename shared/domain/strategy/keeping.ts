// What happens with a strategy's backups later: how long an archival one is kept, and the steps after the backup.
import { z } from 'zod';
import { restorePointSchema } from './names.ts';

/** An archival backup (`KEEP`): outside the retention policy, never in the recovery area. */
export const keepSchema = z.strictObject({
  until: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('days'), days: z.number().int().min(1).max(36_500) }),
    z.strictObject({ kind: z.literal('date'), date: z.string().refine(isDate, { message: 'date.form' }) }),
    /** Needs a recovery catalogue (RMAN-06522). */
    z.strictObject({ kind: z.literal('forever') }),
  ]),
  /** A restore point of this name is made at the backup's point of consistency. */
  restorePoint: restorePointSchema.nullable(),
});
export type Keep = z.infer<typeof keepSchema>;

const obsoleteSchema = z.discriminatedUnion('kind', [
  /** By the retention policy that the database is CONFIGUREd with. */
  z.strictObject({ kind: z.literal('configured') }),
  z.strictObject({ kind: z.literal('redundancy'), copies: z.number().int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('window'), days: z.number().int().min(1).max(3650) }),
]);

/** The steps behind a good backup, each a command of its own and judged by itself. */
export const afterwardsSchema = z.strictObject({
  /** `RESTORE … VALIDATE`: reads what a restore would read, changes nothing. */
  restoreValidate: z.boolean(),
  crosscheck: z.boolean(),
  deleteExpired: z.boolean(),
  deleteObsolete: obsoleteSchema.nullable(),
  report: z.boolean(),
});
export type Afterwards = z.infer<typeof afterwardsSchema>;

/** Days back that must stay restorable whatever is deleted; `null`: no goal. Rows of before there was one have none. */
export const recoveryGoalSchema = z.number().int().min(1).max(3650).nullable().default(null);

export const nothingAfterwards: Afterwards = {
  restoreValidate: false,
  crosscheck: false,
  deleteExpired: false,
  deleteObsolete: null,
  report: false,
};

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
