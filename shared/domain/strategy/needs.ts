// Which options need a release of Oracle; licences and editions are told where the options are chosen. Pure.
import type { FieldProblem } from '../../errors/field-problem.ts';
import type { StrategySpec } from '../strategy.ts';
import type { DataPumpScope } from './data-pump.ts';
import { needsPassword } from './options.ts';
import { isFilesScope } from './scope.ts';

/** `12.1` and later know containers; sections of copies and of level 1 came with them (reference §2.5). */
const NEEDED = '12.1';

/** What the strategy asks for that `release` (as `11.2`) does not have; empty for a release that is not known. */
export function releaseProblems(spec: StrategySpec, release: string | null): FieldProblem[] {
  if (spec.scope.kind === 'data-pump') return release === null ? [] : exportProblems(spec.scope, spec, release);
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

/** What Data Pump learned later (reference §6.2): both prompts and times in the log with 12.1, `%L` with 12.2. */
function exportProblems(scope: DataPumpScope, { encryption }: StrategySpec, release: string): FieldProblem[] {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  const before = (needed: string): boolean => {
    const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
    return major < neededMajor || (major === neededMajor && minor < neededMinor);
  };
  const needing = [
    { path: 'scope.files', needed: '12.2', asked: scope.files === 'any-number' },
    { path: 'scope.logTime', needed: '12.1', asked: scope.logTime !== 'none' },
    { path: 'scope.compressionLevel', needed: '12.1', asked: scope.compressionLevel !== null },
    // The password is asked for; before 12.1 it could only have stood in the parfile.
    { path: 'encryption', needed: '12.1', asked: needsPassword(encryption) },
  ];
  return needing.flatMap(({ path, needed, asked }) =>
    asked && before(needed) ? [{ path, code: 'option.release' as const, params: { needed, release } }] : [],
  );
}
