// What a deletion would take with it, for the plain statement before it.
import { z } from 'zod';

export const deletionEffectSchema = z.strictObject({
  strategies: z.number().int(),
  /** Runs whose script, log and verdict stay in the Bitácora. */
  runsKept: z.number().int(),
  /** Versions of strategies that go for good. */
  versionsLost: z.number().int(),
  secretLost: z.boolean(),
});
export type DeletionEffect = z.infer<typeof deletionEffectSchema>;
