// What the databases of the fake world say of themselves to the linter.
import type { Target } from '../../shared/domain/target.ts';
import { factsOfTarget, type TargetFacts } from '../../shared/lint/facts.ts';

/** With a SQL connection everything is known, else what the description says. */
export function fakeLintFacts({ spec }: Pick<Target, 'spec'>): TargetFacts {
  const known = factsOfTarget(spec);
  if (spec.sql === null) return known;
  return {
    ...known,
    release: '19.21.0.0.0', archivelog: true, role: 'PRIMARY', edition: { name: 'Standard Edition 2' },
    dataFiles: ['/u02/oradata/PROD/system01.dbf'], recoveryArea: { path: '/u03/fra' }, excluded: [],
    configured: { retention: { kind: 'redundancy', copies: 1 }, autobackup: true, encryption: false },
  };
}
