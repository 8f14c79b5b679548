// What a strategy's deletions would do, as a row. Pure; the judgement is shared/retention's.
import { isBlocked, type Assessment } from '../../retention/assess.ts';
import type { CheckRow } from '../check.ts';
import type { StrategySpec } from '../strategy.ts';
import { finding, good } from './row.ts';

/**
 * Nothing for a strategy that deletes nothing. A script of the user's own is only warned of: who wrote it is taken to
 * know; everything that Respaldo writes itself is blocked.
 */
export function deletionRow(spec: StrategySpec, assessment: Assessment): CheckRow[] {
  const { verdict, beforeDays, afterDays, goalDays, line } = assessment;
  const found = beforeDays === null || afterDays === null ? '' : `${daysText(beforeDays)} → ${daysText(afterDays)} d`;
  const params = { before: daysText(beforeDays), after: daysText(afterDays), goal: goalDays ?? '–', line: line ?? 0 };
  const bad = spec.scope.kind === 'custom-script' ? ('warning' as const) : ('bad' as const);
  const row = rowOf();
  return row === null ? [] : [{ ...row, strategy: spec.name }];

  function rowOf(): CheckRow | null {
    switch (verdict) {
      case 'nothing':
        return null;
      case 'safe':
        return good('deletion', found);
      case 'below-goal': {
        const code = beforeDays === null ? 'deletion.policy-below-goal' : 'deletion.below-goal';
        return finding('deletion', bad, found, code, params);
      }
      case 'last-good':
        return finding('deletion', bad, found, 'deletion.last-good');
      case 'standby':
        return finding('deletion', bad, found, 'deletion.standby');
      case 'standby-unseen':
        return finding('deletion', 'unknown', found, 'deletion.standby-unseen');
      case 'unjudged':
        return finding('deletion', 'warning', found, 'deletion.unjudged', params);
      case 'unknown':
        return finding('deletion', 'unknown', found, 'deletion.unknown');
    }
  }
}

/** True when the strategy must not run as it stands. */
export const mayNotRun = (spec: StrategySpec, assessment: Assessment): boolean =>
  spec.scope.kind !== 'custom-script' && isBlocked(assessment);

/** Whole days; below ten with a tenth, rounded down: nobody is promised more than there is. */
export function daysText(days: number | null): string {
  if (days === null) return '–';
  return days < 10 ? String(Math.floor(days * 10) / 10) : String(Math.floor(days));
}
