// The findings about all strategies of one database, on its page.
import type { TargetOverview } from '../../shared/ipc/slices.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useSlice } from '../state/window-parts.tsx';
import { FindingCounts, FindingList } from './finding-list.tsx';
import { UnknownFacts } from './unknown-facts.tsx';
import { useFindings, useTargetFacts } from './use-findings.ts';

export function TargetFindings({ target }: { target: TargetOverview }) {
  const { t } = useText();
  const facts = useTargetFacts(target);
  const findings = useFindings(target.id, facts, null);
  const any = useSlice('strategies').some((one) => one.targetId === target.id);
  return (
    <section className="side-section" aria-labelledby="target-findings" id="findings">
      <div className="side-head">
        <h2 id="target-findings">{t('lint.ofStrategies')}</h2>
      </div>
      {!any && <p className="muted">{t('lint.noneYet')}</p>}
      {any && <UnknownFacts facts={facts} />}
      {any && findings.length === 0 && <p>{t('lint.noneOfTarget')}</p>}
      {findings.length > 0 && (
        <>
          <FindingCounts findings={findings} />
          <FindingList findings={findings} editing={null} />
        </>
      )}
    </section>
  );
}
