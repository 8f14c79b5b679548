// What somebody knows of a strategy and has said why: findings of the linter that are not told again (docs/linter.md).
// Part of the spec, so that it has a version, an author and a date like everything else.
import { z } from 'zod';
import { neededText } from '../safe-text.ts';

export const acceptedSchema = z
  .array(
    z.strictObject({
      /** The rule's name; one that no longer exists says nothing. */
      rule: z.string().max(60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      reason: neededText(300),
    }),
  )
  .max(60)
  .refine((all) => new Set(all.map(({ rule }) => rule)).size === all.length, { message: 'list.twice' });
export type Accepted = z.infer<typeof acceptedSchema>;
