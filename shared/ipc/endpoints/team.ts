// What is said about other workstations on the same log tables, and about the strategies that are shared with them.
import { z } from 'zod';
import { ID_PATTERN } from '../../domain/id.ts';
import { mirrorStatusSchema, sharedStrategySchema, versionConflictSchema } from '../../domain/team.ts';
import { call } from '../contract-kit.ts';

const nothing = z.void();
const id = z.string().regex(ID_PATTERN);

export const teamEndpoints = {
  team: {
    /** Who the others are, and how far what they wrote is here. */
    status: call(nothing, mirrorStatusSchema),
    /** Strategies that live on other workstations only. */
    strategies: call(nothing, z.array(sharedStrategySchema)),
    /** The strategies here that are shared, and where somebody else saved one meanwhile. */
    shared: call(nothing, z.strictObject({ ids: z.array(z.string()), conflicts: z.array(versionConflictSchema) })),
    /** From now on whoever holds its lease runs it; or this workstation alone. */
    share: call(z.strictObject({ id, shared: z.boolean() }), nothing),
    /** Takes part in a shared strategy of another workstation, with a database of this one. */
    join: call(z.strictObject({ id, targetId: id }), nothing),
    /** Settles a conflict; `theirs` is the hash of the version that was shown. */
    settle: call(z.strictObject({ id, theirs: z.string(), keep: z.enum(['mine', 'theirs']) }), nothing),
  },
} as const;
