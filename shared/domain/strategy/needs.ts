// Which options need a release of Oracle; licences and editions are told where the options are chosen. Pure.
import type { FieldProblem } from '../../errors/field-problem.ts';
import type { StrategySpec } from '../strategy.ts';
import { isFilesScope } from './scope.ts';

/** `12.1` and later know containers; sections of copies and of level 1 came with them (reference §2.5). */
const NEEDED = '12.1';

/** What the strategy asks for that `release` (as `11.2`) does not have; empty for a release that is not known. */
export function releaseProblems(spec: StrategySpec, release: string | null): FieldProblem[] {
  if (release === null || Number.parseInt(release, 10) >= 12) return [];
  const { scope, sectionSize } = spec;
  const inPdb = scope.kind === 'tablespaces' && scope.tablespaces.some((name) => name.includes(':'));
  const needing = [
    ...(scope.kind === 'root' || scope.kind === 'pdbs' ? ['scope.kind'] : []),
    ...(inPdb ? ['scope.tablespaces'] : []),
    ...(sectionSize !== null && isFilesScope(scope) && scope.mode !== 'full' && scope.mode !== 'level-0' ? ['sectionSize'] : []),
  ];
  return needing.map((path) => ({ path, code: 'option.release', params: { needed: NEEDED, release } }));
}
