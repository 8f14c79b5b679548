// What the linter says of the strategy in the form together with the others of its database, live; one click repairs.
import { Info } from 'lucide-react';
import { useMemo, useState } from 'react';
import { strategySpecSchema, type StrategySpec } from '../../../shared/domain/strategy.ts';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import type { Finding } from '../../../shared/lint/finding.ts';
import type { TargetFacts } from '../../../shared/lint/facts.ts';
import { open, type LintedStrategy } from '../../../shared/lint/lint.ts';
import { repaired } from '../../../shared/lint/repairs.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { FindingCounts, FindingList, type Editing } from '../../lint-parts/finding-list.tsx';
import { UnknownFacts } from '../../lint-parts/unknown-facts.tsx';
import { useFindings, useTargetFacts } from '../../lint-parts/use-findings.ts';
import type { Form } from '../../state/form.ts';
import { useSlice } from '../../state/window-parts.tsx';
import { Callout } from '../../ui/layout.tsx';
import type { StrategyDraft } from './strategy-page.tsx';

/** A strategy that is not saved yet is one of the set all the same. */
const UNSAVED = 'new';

export type FormFindings = {
  facts: TargetFacts;
  /** About the strategy in the form. */
  own: Finding[];
  others: Finding[];
  /** The form holds a value that no strategy can have: the findings are of the last state that one could. */
  old: boolean;
  chosen: boolean;
};

/** Judged whichever pane is open, so that its tab can say how many there are. */
export function useFormFindings(strategy: StrategyOverview | null, form: Form<StrategyDraft>): FormFindings {
  const { targetId, spec } = form.value;
  const target = useSlice('targets').find((one) => one.id === targetId);
  const valid = useMemo(() => strategySpecSchema.safeParse(spec).success, [spec]);
  const [last, setLast] = useState<StrategySpec | null>(strategy?.spec ?? null);
  if (valid && last !== spec) setLast(spec);
  const judged = valid ? spec : last;
  const id = strategy?.id ?? UNSAVED;
  const enabled = strategy?.enabled ?? true;
  const edited = useMemo((): LintedStrategy | null => judged && { id, enabled, spec: judged }, [id, enabled, judged]);
  const facts = useTargetFacts(target ?? null);
  const findings = useFindings(targetId, facts, edited);
  return useMemo(() => {
    const own = findings.filter(({ strategies }) => strategies.includes(id));
    return { facts, own, others: findings.filter((one) => !own.includes(one)), old: !valid, chosen: targetId !== '' };
  }, [findings, facts, id, valid, targetId]);
}

/** The tab's name with the number of findings that nobody has accepted. */
export function FindingsTab({ findings: { own } }: { findings: FormFindings }) {
  const { t } = useText();
  const count = open(own).length;
  return count === 0 ? t('lint.tab') : t('lint.tabCount', { count });
}

type PaneProps = { strategy: StrategyOverview | null; form: Form<StrategyDraft>; findings: FormFindings };

export function FindingsPane({ strategy, form, findings: { facts, own, others, old, chosen } }: PaneProps) {
  const { t } = useText();
  const editing = editingOf(strategy?.id ?? UNSAVED, form);
  if (!chosen) return <p className="script-pane muted">{t('lint.unchosen')}</p>;
  return (
    <div className="script-pane">
      {old ? (
        <Callout tone="idle" icon={Info}>
          {t('lint.old')}
        </Callout>
      ) : (
        <p className="muted">{t('lint.about')}</p>
      )}
      <UnknownFacts facts={facts} />
      {own.length === 0 ? <p role="status">{t('lint.none')}</p> : <FindingCounts findings={own} />}
      {own.length > 0 && <FindingList findings={own} editing={editing} />}
      {others.length > 0 && (
        <section className="plan-part" aria-labelledby="other-findings">
          <h2 id="other-findings">{t('lint.others')}</h2>
          <FindingList findings={others} editing={editing} />
        </section>
      )}
    </div>
  );
}

/** Every change goes through the form: it is undone there, and saved there. */
function editingOf(strategyId: string, { value, change }: Form<StrategyDraft>): Editing {
  const put = (spec: StrategySpec): void => change({ ...value, spec });
  const { accepted } = value.spec;
  const without = (rule: string) => accepted.filter((one) => one.rule !== rule);
  return {
    strategyId,
    repair: (repair) => put(repaired(value.spec, repair)),
    accept: (rule, reason) => put({ ...value.spec, accepted: [...without(rule), { rule, reason }] }),
    withdraw: (rule) => put({ ...value.spec, accepted: without(rule) }),
  };
}
