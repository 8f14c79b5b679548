// DELETE OBSOLETE in the simulation. What is obsolete, shared/retention decides; this file asks it and takes it away.
import type { RedoBackup, RetentionPolicy } from '../retention/backups.ts';
import { dividedByPolicy } from '../retention/obsolete.ts';
import type { Afterwards } from '../domain/strategy/keeping.ts';
import { remove, type BackupState } from './backup-state.ts';
import { WHOLE_DATABASE, type SimulatedBackup } from './backup.ts';
import type { Figures } from './figures.ts';
import { deleteSlices, slicesOf } from './redo-on-disk.ts';

/** The policy that a strategy's deletion goes by. */
export const policyOf = (
  wanted: NonNullable<Afterwards['deleteObsolete']>,
  { configuredRetention }: Figures,
): RetentionPolicy => (wanted.kind === 'configured' ? configuredRetention.value : wanted);

/** Archived logs on disk as retention sees them. */
type DiskLog = RedoBackup & { readonly onDisk: true };

/**
 * Deletes what the policy no longer needs at `at`; backups that were not complete by then are not there yet. Logs on
 * disk go day by day: `midnights` ascend.
 */
export function deleteObsolete(
  state: BackupState,
  policy: RetentionPolicy,
  at: number,
  midnights: readonly number[],
): void {
  const there = state.backups.filter(({ completedAt }) => completedAt <= at);
  const disk = slicesOf(state.redo, midnights).map((slice): DiskLog => ({
    kind: 'redo', id: 'disk', keep: null, thread: 1, ...slice, onDisk: true,
  }));
  const once = state.hasSecondCopies ? oncePerContent(there) : there;
  const { obsolete } = dividedByPolicy([...once, ...disk], policy, at, [WHOLE_DATABASE]);
  const gone = new Set<SimulatedBackup>();
  const slices: RedoBackup[] = [];
  for (const one of obsolete) {
    if ('onDisk' in one) slices.push(one);
    else gone.add(one);
  }
  remove(state, state.hasSecondCopies ? withSecondCopies(gone, there) : gone);
  deleteSlices(state.redo, slices);
  state.deleted.redoMs += slices.reduce((sum, { from, until }) => sum + until - from, 0);
}

/** What retention no longer needs of what is there, deleted or not. */
export function obsoleteAmong(
  backups: readonly SimulatedBackup[],
  policy: RetentionPolicy,
  at: number,
): ReadonlySet<string> {
  const { obsolete } = dividedByPolicy(oncePerContent(backups), policy, at, [WHOLE_DATABASE]);
  return new Set(obsolete.map(({ content }) => content));
}

function withSecondCopies(gone: ReadonlySet<SimulatedBackup>, there: readonly SimulatedBackup[]): Set<SimulatedBackup> {
  const contents = new Set([...gone].map(({ content }) => content));
  return new Set(there.filter(({ content }) => contents.has(content)));
}

/** A second copy of a backup is no second backup: RMAN counts the content once, and deletes both. */
function oncePerContent(backups: readonly SimulatedBackup[]): SimulatedBackup[] {
  const seen = new Set<string>();
  return backups.filter(({ content }) => !seen.has(content) && seen.add(content));
}
