// What of a database must be known at a glance, and which of it is bad. Pure.
import { z } from 'zod';
import { keepsRedo, type Identity } from './identity.ts';
import type { PanelResult } from './panel.ts';
import { firmShare, NEARLY_FULL, type CorruptStretch, type RecoveryArea } from './storage.ts';

/** Worst first. Each is shown only while it is known to be so: what was not asked is not reported as good. */
export const databaseConcernSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('corruption'), blocks: z.number(), files: z.number() }),
  z.strictObject({ kind: z.literal('recovery-area-full'), share: z.number(), name: z.string() }),
  z.strictObject({ kind: z.literal('no-archivelog') }),
]);
export type DatabaseConcern = z.infer<typeof databaseConcernSchema>;

/** How a database stood when it was last asked. */
export const databaseConcernsSchema = z.strictObject({
  targetId: z.string(),
  /** Milliseconds since 1970. */
  askedAt: z.number(),
  concerns: z.array(databaseConcernSchema),
});
export type DatabaseConcerns = z.infer<typeof databaseConcernsSchema>;

type Known = {
  identity: PanelResult<Identity>;
  recoveryArea: PanelResult<RecoveryArea>;
  corruption: PanelResult<{ items: CorruptStretch[] }>;
};

/** What these answers give cause for, worst first. */
export function concernsOf({ identity, recoveryArea, corruption }: Known): DatabaseConcern[] {
  const concerns: DatabaseConcern[] = [];
  if (corruption.state === 'ok') {
    const bad = corruption.value.items.filter(({ where }) => where === 'data-file');
    const blocks = bad.reduce((sum, stretch) => sum + stretch.blocks, 0);
    const files = new Set(bad.map(({ fileNumber }) => fileNumber)).size;
    if (blocks > 0) concerns.push({ kind: 'corruption', blocks, files });
  }
  if (recoveryArea.state === 'ok') {
    const share = firmShare(recoveryArea.value);
    if (share !== null && share >= NEARLY_FULL) {
      concerns.push({ kind: 'recovery-area-full', share, name: recoveryArea.value.name ?? '' });
    }
  }
  if (identity.state === 'ok' && !keepsRedo(identity.value)) concerns.push({ kind: 'no-archivelog' });
  return concerns;
}
