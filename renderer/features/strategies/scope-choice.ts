// The two questions of the form about the kind of backup, and what each answer makes of a strategy. Pure.
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import { withoutIdleOptions } from '../../../shared/domain/strategy/applies.ts';
import { newDataPumpScope } from '../../../shared/domain/strategy/data-pump.ts';
import { isFilesScope, type BackupScope, type FileMode, type ScopeKind } from '../../../shared/domain/strategy/scope.ts';

/** The strategy backing up something else; what the earlier scope says is kept where it still means something. */
export function withScopeKind(spec: StrategySpec, kind: ScopeKind): StrategySpec {
  return spec.scope.kind === kind ? spec : fitted(spec, scopeOf(kind, spec.scope));
}

/** The strategy with its data files backed up in another way. */
export function withMode(spec: StrategySpec, mode: FileMode): StrategySpec {
  return isFilesScope(spec.scope) ? fitted(spec, { ...spec.scope, mode }) : spec;
}

/** Options that mean nothing any more are dropped: hidden, they could not be corrected. */
function fitted(spec: StrategySpec, scope: BackupScope): StrategySpec {
  const next = withoutIdleOptions({ ...spec, scope });
  const updated = isFilesScope(scope) && scope.mode === 'updated-copy';
  return updated || next.copyDaysBehind === 0 ? next : { ...next, copyDaysBehind: 0 };
}

function scopeOf(kind: ScopeKind, earlier: BackupScope): BackupScope {
  const files = isFilesScope(earlier)
    ? { mode: earlier.mode, plusArchivedLogs: earlier.plusArchivedLogs }
    : { mode: 'level-0' as const, plusArchivedLogs: true };
  switch (kind) {
    case 'database':
    case 'root':
      return { kind, ...files };
    case 'pdbs':
      return { kind, pdbs: [], ...files };
    case 'tablespaces':
      return { kind, tablespaces: [], ...files };
    case 'datafiles':
      return { kind, datafiles: [], ...files };
    case 'archived-logs':
      return { kind, range: { by: 'all' }, notBackedUpTimes: 1, deleteInput: 'keep' };
    case 'control-file':
    case 'spfile':
      return { kind };
    case 'recovery-area':
      return { kind, destination: null };
    case 'custom-script':
      return { kind, text: '' };
    case 'data-pump':
      return newDataPumpScope();
  }
}
