// What a test of a connection says: one row per step, in the order in which a DBA would look; looks at nothing itself.
import { z } from 'zod';

export const connectionSteps = [
  'resolve', 'reach', 'service', 'log-in', 'privileges', 'version', 'role', 'log-mode', 'recovery-area',
] as const;
export type ConnectionStep = (typeof connectionSteps)[number];

/** Why a step is not good, for those things that no code of Oracle says. */
export const connectionReasons = [
  'host-unknown', 'tns-file-missing', 'tns-name-missing', 'tns-name-broken', 'descriptor-empty',
  'port-refused', 'port-silent', 'host-unreachable', 'through-proxy',
  'oracle', 'no-password', 'restart-needed', 'views-missing', 'view-missing', 'release-old',
  'not-open', 'noarchivelog', 'no-recovery-area', 'recovery-area-full',
] as const;
export type ConnectionReason = (typeof connectionReasons)[number];

export const connectionRowSchema = z.strictObject({
  step: z.enum(connectionSteps),
  /** `not-tried`: an earlier step failed, so nothing is known. Never shown as good. */
  state: z.enum(['good', 'warning', 'bad', 'not-tried']),
  /** The fact found: addresses, the service, the user, a version, a role. */
  found: z.string(),
  reason: z.enum(connectionReasons).nullable(),
  /** What fills the places of the reason's text; `code` and `detail` are Oracle's. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Statements that give what is missing, to be run by somebody who may. */
  grants: z.array(z.string()),
  milliseconds: z.number(),
});
export type ConnectionRow = z.infer<typeof connectionRowSchema>;

/** How the whole test came out: the worst of its rows. */
export function connectionOutcome(rows: readonly ConnectionRow[]): 'good' | 'warning' | 'bad' {
  if (rows.some(({ state }) => state === 'bad' || state === 'not-tried')) return 'bad';
  return rows.some(({ state }) => state === 'warning') ? 'warning' : 'good';
}
