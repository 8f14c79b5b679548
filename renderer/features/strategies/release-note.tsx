// What the database's release does not have, said while the strategy is written instead of by RMAN at night.
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import { fieldName } from '../../../shared/domain/strategy/changes.ts';
import { releaseProblems } from '../../../shared/domain/strategy/needs.ts';
import { fieldProblemText } from '../../../shared/errors/field-problem.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useClient } from '../../state/window-parts.tsx';
import { Callout } from '../../ui/layout.tsx';

/** Nothing while nobody knows the release. */
export function ReleaseNote({ targetId, spec }: { targetId: string; spec: StrategySpec }) {
  const { language } = useText();
  const problems = releaseProblems(spec, useKnownRelease(targetId));
  if (problems.length === 0) return null;
  return (
    <Callout tone="warning" icon={TriangleAlert}>
      {problems.map((problem) => (
        <p key={problem.path}>
          {fieldName(problem.path, language)}: {fieldProblemText(problem, language)}
        </p>
      ))}
    </Callout>
  );
}

/** As the database said it lately; it is not asked for this. */
function useKnownRelease(targetId: string): string | null {
  const client = useClient();
  const [known, setKnown] = useState<Readonly<Record<string, string | null>>>({});
  useEffect(() => {
    if (targetId === '') return;
    let left = false;
    client.ask('lint.knownFacts').then(
      (facts) => left || setKnown(Object.fromEntries(Object.entries(facts).map(([id, { release }]) => [id, release]))),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [client, targetId]);
  return known[targetId] ?? null;
}
