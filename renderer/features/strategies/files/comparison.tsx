// Two scripts beside each other: what changed in words, then line by line.
import { useMemo } from 'react';
import type { StrategySpec } from '../../../../shared/domain/strategy.ts';
import { fieldName, specChanges, valueText } from '../../../../shared/domain/strategy/changes.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { ComparedCode } from '../../../ui/code-block.tsx';
import { lineDiff } from '../line-diff.ts';
import type { Compared } from './use-comparison.ts';

type ComparisonProps = { before: Compared; after: { spec: StrategySpec; script: string } };

export function Comparison({ before, after }: ComparisonProps) {
  const { t } = useText();
  const lines = useMemo(() => lineDiff(before.script, after.script), [before.script, after.script]);
  const isSame = lines.every(({ change }) => change === undefined);
  return (
    <>
      {before.spec && <Changes before={before.spec} after={after.spec} />}
      {isSame ? <p className="muted">{t('strategyFiles.scriptSame')}</p> : null}
      <ComparedCode text={after.script} lines={lines} label={t('strategyFiles.scriptDiff')} />
    </>
  );
}

/** The fields that differ, each with what it was and what it is. */
export function Changes({ before, after }: { before: StrategySpec; after: StrategySpec }) {
  const { t, language } = useText();
  const changes = useMemo(() => specChanges(before, after), [before, after]);
  if (changes.length === 0) return <p className="muted">{t('strategyFiles.changedNothing')}</p>;
  return (
    <table className="changes" aria-label={t('strategyFiles.changed')}>
      <thead>
        <tr>
          <th scope="col">{t('strategyFiles.changedField')}</th>
          <th scope="col">{t('strategyFiles.changedBefore')}</th>
          <th scope="col">{t('strategyFiles.changedAfter')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before: was, after: is }) => (
          <tr key={path}>
            <th scope="row">{fieldName(path, language)}</th>
            <td>{valueText(was, language)}</td>
            <td>{valueText(is, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
