// The kinds of backup as the form offers them: one flat choice instead of the nested scope of the domain. Pure.
import type { BackupScope } from '../../../shared/domain/strategy.ts';

export const scopeChoices = ['full', 'level-0', 'level-1-differential', 'level-1-cumulative', 'archived-logs'] as const;
export type ScopeChoice = (typeof scopeChoices)[number];

export const choiceOf = (scope: BackupScope): ScopeChoice => (scope.kind === 'database' ? scope.mode : scope.kind);

/** The scope of another choice; what the earlier scope says about its own kind is kept where it still applies. */
export function scopeFor(choice: ScopeChoice, earlier: BackupScope): BackupScope {
  if (choice === 'archived-logs') {
    return earlier.kind === 'archived-logs' ? earlier : { kind: 'archived-logs', notBackedUpTimes: 1 };
  }
  return { kind: 'database', mode: choice, plusArchivedLogs: earlier.kind === 'database' ? earlier.plusArchivedLogs : true };
}
