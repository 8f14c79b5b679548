// What a strategy's runs give to a restore of the whole database: said beside every strategy, so that nobody counts on
// a backup that cannot help. Pure.
import type { Strategy } from '../domain/strategy.ts';
import { isFilesScope } from '../domain/strategy/scope.ts';

export type Contribution =
  /** A state to begin a restore with. */
  | 'base'
  | 'incremental'
  | 'updated-copy'
  | 'logs'
  /** For a moment of its own, outside the retention policy. */
  | 'archival'
  /** Files that are not the whole database. */
  | 'part'
  | 'control-file'
  | 'second-copy'
  // Nothing, and why.
  | 'reads-only'
  | 'logical'
  | 'unknown-script'
  /** Logs by SCN or sequence: which moments these are, nobody can say in advance. */
  | 'unknown-range'
  | 'not-scheduled'
  | 'disabled';

const NOTHING: readonly Contribution[] = [
  'reads-only', 'logical', 'unknown-script', 'unknown-range', 'not-scheduled', 'disabled',
];

/** True when its runs leave backups that the simulation counts. */
export const countsForRestore = (contribution: Contribution): boolean => !NOTHING.includes(contribution);

export function contributionOf({ enabled, spec }: Pick<Strategy, 'enabled' | 'spec'>): Contribution {
  if (!enabled) return 'disabled';
  return spec.schedule === null ? 'not-scheduled' : contributionOfRun(spec);
}

/** The same for a run that has been, whoever started it. */
export function contributionOfRun(spec: Strategy['spec']): Contribution {
  const { scope } = spec;
  if (spec.validateOnly) return 'reads-only';
  if (isFilesScope(scope)) {
    if (scope.kind !== 'database') return 'part';
    if (spec.keep !== null) return 'archival';
    if (scope.mode === 'updated-copy') return 'updated-copy';
    return scope.mode.startsWith('level-1') ? 'incremental' : 'base';
  }
  switch (scope.kind) {
    case 'archived-logs':
      return scope.range.by === 'all' || scope.range.by === 'time' ? 'logs' : 'unknown-range';
    case 'control-file':
    case 'spfile':
      return 'control-file';
    case 'recovery-area':
      return 'second-copy';
    case 'data-pump':
      return 'logical';
    case 'custom-script':
      return 'unknown-script';
  }
}
