// Why each backup is still there on a day: what it is needed for, or why nothing has taken it away. Pure.
import type { RetentionPolicy } from '../retention/backups.ts';
import { WHOLE_DATABASE, type SimulatedBackup } from './backup.ts';
import { obsoleteAmong } from './delete-obsolete.ts';

export type ReasonKept =
  | { kind: 'archival'; until: number | 'forever' }
  /** The window begins with it. */
  | { kind: 'window-begins' }
  /** A newer state to begin a restore with. */
  | { kind: 'newer-base' }
  /** Laid over an earlier state, it spares the redo in between. */
  | { kind: 'increment' }
  /** Redo that leads from the oldest kept state onwards. */
  | { kind: 'redo' }
  /** The policy needs it no longer; the next deletion takes it. */
  | { kind: 'obsolete' }
  /** No strategy deletes anything. */
  | { kind: 'nothing-deletes' }
  | { kind: 'second-copy' }
  /** It does not hold the whole database, or no data files at all. */
  | { kind: 'part' };

export type KeptBackup = { backup: SimulatedBackup; reason: ReasonKept };

/** `policies`: those by which strategies delete; none: nothing is ever deleted. Newest first. */
export function whyKept(
  backups: readonly SimulatedBackup[],
  policies: readonly RetentionPolicy[],
  at: number,
): KeptBackup[] {
  const obsolete = new Set(policies.flatMap((policy) => [...obsoleteAmong(backups, policy, at)]));
  const bases = backups.filter((one) => one.kind === 'full' && one.files[0] === WHOLE_DATABASE && one.keep === null);
  const needed = bases.filter(({ content }) => !obsolete.has(content));
  const oldest = Math.min(...needed.map((base) => (base.kind === 'full' ? base.checkpointAt : Infinity)));
  return backups
    .map((backup) => ({ backup, reason: reasonOf(backup, obsolete, oldest, policies.length === 0) }))
    .sort((a, b) => b.backup.completedAt - a.backup.completedAt);
}

function reasonOf(
  backup: SimulatedBackup,
  obsolete: ReadonlySet<string>,
  oldest: number,
  nothingDeletes: boolean,
): ReasonKept {
  if (backup.keep !== null) return { kind: 'archival', until: backup.keep };
  if (obsolete.has(backup.content)) return { kind: 'obsolete' };
  if (backup.id !== backup.content) return { kind: 'second-copy' };
  if (backup.kind === 'redo') {
    return nothingDeletes && backup.until <= oldest ? { kind: 'nothing-deletes' } : { kind: 'redo' };
  }
  if (backup.files[0] !== WHOLE_DATABASE) return { kind: 'part' };
  if (backup.kind === 'incremental') return { kind: 'increment' };
  return backup.checkpointAt === oldest ? { kind: 'window-begins' } : { kind: 'newer-base' };
}
