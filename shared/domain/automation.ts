// What a strategy does by itself beside its schedule: with occurrences it missed, and with attempts that failed.
import { z } from 'zod';

/** What becomes of an occurrence that could not start at its instant. */
export const missedPolicySchema = z.discriminatedUnion('kind', [
  /** Once, as soon as it can; several missed instants are one run. */
  z.strictObject({ kind: z.literal('run-once') }),
  /** As `run-once`, but only less than `hours` after its instant. */
  z.strictObject({ kind: z.literal('if-less-late'), hours: z.number().int().min(1).max(720) }),
  z.strictObject({ kind: z.literal('skip') }),
]);
export type MissedPolicy = z.infer<typeof missedPolicySchema>;

/** Attempts after a failure that can heal by itself; waiting times double, in minutes. */
export const retryPolicySchema = z
  .strictObject({
    /** 0: none. */
    count: z.number().int().min(0).max(10),
    firstMinutes: z.number().int().min(1).max(1440),
    longestMinutes: z.number().int().min(1).max(1440),
  })
  .refine(({ firstMinutes, longestMinutes }) => firstMinutes <= longestMinutes, {
    message: 'retries.order',
    path: ['longestMinutes'],
  });
export type RetryPolicy = z.infer<typeof retryPolicySchema>;

export const defaultMissedPolicy: MissedPolicy = { kind: 'run-once' };
export const defaultRetryPolicy: RetryPolicy = { count: 2, firstMinutes: 5, longestMinutes: 60 };
