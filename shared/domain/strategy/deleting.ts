// What a strategy deletes, step by step. Pure; what a deletion would take is shared/retention's.
import type { RetentionPolicy } from '../../retention/backups.ts';
import { scriptDeletions } from '../../rman/script-deletions.ts';
import type { StrategySpec } from '../strategy.ts';

export type Deletion =
  /** `configured`: by the retention policy of the database. */
  | { kind: 'obsolete'; policy: RetentionPolicy | 'configured' }
  /** Records of what a crosscheck found gone: nothing that is there. */
  | { kind: 'expired' }
  /** Archived logs that were just read, or that have enough backups. */
  | { kind: 'logs' }
  /** In a script of the user's own: nobody but RMAN knows what it takes. */
  | { kind: 'unjudged'; line: number };

/** Every deletion of `spec`, in the order in which RMAN comes to it; empty for a strategy that deletes nothing. */
export function deletionsOf(spec: StrategySpec): Deletion[] {
  const { scope, afterwards, deleteArchivedLogsBackedUp } = spec;
  if (scope.kind === 'custom-script') {
    return scriptDeletions(scope.text).map((one): Deletion => {
      if (one.kind === 'other') return { kind: 'unjudged', line: one.line };
      return one.kind === 'obsolete' ? { kind: 'obsolete', policy: one.policy } : { kind: one.kind };
    });
  }
  const obsolete = afterwards.deleteObsolete;
  return [
    ...(scope.kind === 'archived-logs' && scope.deleteInput !== 'keep' ? [{ kind: 'logs' as const }] : []),
    ...(afterwards.deleteExpired ? [{ kind: 'expired' as const }] : []),
    ...(deleteArchivedLogsBackedUp === null ? [] : [{ kind: 'logs' as const }]),
    ...(obsolete === null
      ? []
      : [{ kind: 'obsolete' as const, policy: obsolete.kind === 'configured' ? ('configured' as const) : obsolete }]),
  ];
}
