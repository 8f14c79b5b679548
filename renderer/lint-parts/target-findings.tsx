// The findings about all strategies of one database, on its page; an address with `show=findings` begins at them.
import { useEffect, useRef } from 'react';
import type { TargetOverview } from '../../shared/ipc/slices.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useRoute, useSlice } from '../state/window-parts.tsx';
import { FindingCounts, FindingList } from './finding-list.tsx';
import { UnknownFacts } from './unknown-facts.tsx';
import { useFindings, useTargetFacts } from './use-findings.ts';

export function TargetFindings({ target }: { target: TargetOverview }) {
  const { t } = useText();
  const facts = useTargetFacts(target);
  const findings = useFindings(target.id, facts, null);
  const heading = useHeadingOnArrival();
  const any = useSlice('strategies').some((one) => one.targetId === target.id);
  return (
    <section className="side-section" aria-labelledby="target-findings">
      <div className="side-head">
        <h2 id="target-findings" ref={heading} tabIndex={-1}>{t('lint.ofStrategies')}</h2>
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

/** After the shell, which begins every page at its top: the focus goes to the heading, and the window with it. */
function useHeadingOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRoute().query['show'] === 'findings';
  useEffect(() => {
    if (!asked) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  return heading;
}
