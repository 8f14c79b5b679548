// Judges what the deletions of a strategy would do: how far back the database could be restored before and after them,
// and whether that may be. Pure; gathers nothing and deletes nothing.
import { z } from 'zod';
import type { Deletion } from '../domain/strategy/deleting.ts';
import type { RetainedBackup, RetentionPolicy } from './backups.ts';
import { dividedByPolicy } from './obsolete.ts';
import { newestRedo, recoveryWindow, type WindowQuestion } from './window.ts';

/**
 * - `nothing`: the strategy deletes nothing, or nothing that is there
 * - `safe`: the goal is kept
 * - `below-goal`: after the deletion less could be restored than the goal asks for, and less than before; blocked
 * - `last-good`: some file would be left without any backup to begin a restore with; blocked
 * - `standby`: archived logs that a standby has not applied would go; blocked
 * - `standby-unseen`: logs are deleted, and whether a standby still needs them cannot be seen
 * - `unjudged`: a script of the user's own deletes what nobody can foresee
 * - `unknown`: what there is, or by which policy it is deleted, cannot be seen
 */
export const deletionVerdicts = [
  'nothing', 'safe', 'below-goal', 'last-good', 'standby', 'standby-unseen', 'unjudged', 'unknown',
] as const;
export type DeletionVerdict = (typeof deletionVerdicts)[number];

export const assessmentSchema = z.strictObject({
  verdict: z.enum(deletionVerdicts),
  /** Where the facts come from. `runs`: from our own good runs, all redo taken to be there. */
  basis: z.enum(['database', 'runs', 'none']),
  /** Days back from the end of the run; `null`: unknown. */
  beforeDays: z.number().nullable(),
  afterDays: z.number().nullable(),
  goalDays: z.number().nullable(),
  /** Things that go: backup sets, copies, archived logs. */
  deleted: z.number().int(),
  /** The line of a script whose deletion nobody can foresee. */
  line: z.number().int().nullable(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

/** What is known of a standby: `null` where the database could not be asked. */
export type StandbyFacts = {
  /** The database sends redo to a standby, or is one. */
  hasStandby: boolean;
  /** RMAN itself keeps what no standby has applied or received (CONFIGURE ARCHIVELOG DELETION POLICY). */
  logsProtected: boolean;
};

export type DeletionFacts = {
  basis: Assessment['basis'];
  /** What there will be when the strategy's own backup is made, that one included. */
  backups: readonly RetainedBackup[];
  question: WindowQuestion;
  /** The retention policy of the database, `null`: unknown. */
  configured: RetentionPolicy | null;
  standby: StandbyFacts | null;
};

/** `goalDays` `null`: no goal. `now`: when the deletions run. */
export function assess(
  deletions: readonly Deletion[],
  facts: DeletionFacts,
  goalDays: number | null,
  now: number,
): Assessment {
  const nothing: Assessment = {
    verdict: 'nothing', basis: facts.basis, beforeDays: null, afterDays: null, goalDays, deleted: 0, line: null,
  };
  if (deletions.length === 0) return nothing;
  const logs = deletions.some(({ kind }) => kind === 'logs' || kind === 'obsolete');
  if (logs && facts.standby?.hasStandby && !facts.standby.logsProtected) return { ...nothing, verdict: 'standby' };
  const short = policyBelow(deletions, facts.configured, goalDays);
  if (short !== null) return { ...nothing, verdict: 'below-goal', afterDays: short };
  const unjudged = deletions.find((one) => one.kind === 'unjudged');
  if (unjudged) return { ...nothing, verdict: 'unjudged', line: unjudged.line };
  const policies = policiesOf(deletions, facts.configured);
  if (policies === null || (policies.length > 0 && facts.basis === 'none')) return { ...nothing, verdict: 'unknown' };
  const found = policies.length === 0 ? nothing : measured(policies, facts, nothing, now);
  return logs && facts.standby === null && !isBlocked(found) ? { ...found, verdict: 'standby-unseen' } : found;
}

/** True when the strategy must not run as it stands. */
export const isBlocked = ({ verdict }: Pick<Assessment, 'verdict'>): boolean =>
  verdict === 'below-goal' || verdict === 'last-good' || verdict === 'standby';

/** A window shorter than the goal is wrong whatever there is; `null`: none is. */
function policyBelow(
  deletions: readonly Deletion[],
  configured: RetentionPolicy | null,
  goalDays: number | null,
): number | null {
  if (goalDays === null) return null;
  const policies = policiesOf(deletions, configured) ?? [];
  const windows = policies.flatMap((policy) => (policy.kind === 'window' ? [policy.days] : []));
  const shortest = Math.min(...windows);
  return shortest < goalDays ? shortest : null;
}

/** `null` when one of them is the database's own, which nobody knows. */
function policiesOf(deletions: readonly Deletion[], configured: RetentionPolicy | null): RetentionPolicy[] | null {
  const policies: RetentionPolicy[] = [];
  for (const deletion of deletions) {
    if (deletion.kind !== 'obsolete') continue;
    const policy = deletion.policy === 'configured' ? configured : deletion.policy;
    if (policy === null) return null;
    policies.push(policy);
  }
  return policies;
}

function measured(
  policies: readonly RetentionPolicy[],
  { backups, question }: DeletionFacts,
  nothing: Assessment,
  now: number,
): Assessment {
  const files = new Set(question.files ?? filesIn(backups));
  const asked = { ...question, files, online: question.online ?? newestRedo(backups) };
  let left = backups;
  for (const policy of policies) left = dividedByPolicy(left, policy, now, files).kept;
  const before = recoveryWindow(backups, now, asked).days;
  const after = recoveryWindow(left, now, asked).days;
  const found = { ...nothing, beforeDays: before, afterDays: after, deleted: backups.length - left.length };
  if (losesLastGood(backups, left, files)) return { ...found, verdict: 'last-good' };
  if (nothing.goalDays !== null && after < before && after < nothing.goalDays) return { ...found, verdict: 'below-goal' };
  return { ...found, verdict: found.deleted === 0 ? 'nothing' : 'safe' };
}

/** RMAN does so with an archival backup whose day has come, when it was the only one. */
function losesLastGood(
  before: readonly RetainedBackup[],
  after: readonly RetainedBackup[],
  files: ReadonlySet<string>,
): boolean {
  const left = filesWithFull(after);
  return [...filesWithFull(before)].some((file) => files.has(file) && !left.has(file));
}

function filesWithFull(backups: readonly RetainedBackup[]): Set<string> {
  return new Set(backups.flatMap((one) => (one.kind === 'full' ? one.files : [])));
}

const filesIn = (backups: readonly RetainedBackup[]): string[] =>
  backups.flatMap((one) => (one.kind === 'redo' ? [] : one.files));
