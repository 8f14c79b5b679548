// What the deletions in the form would do: the recovery window before and after, the goal, and whether it may run so.
import { useEffect, useState } from 'react';
import type { CheckRow } from '../../../shared/domain/check.ts';
import { deletionRow } from '../../../shared/domain/doctor/judge-deletion.ts';
import { deletionsOf } from '../../../shared/domain/strategy/deleting.ts';
import { strategySpecSchema, type StrategySpec } from '../../../shared/domain/strategy.ts';
import type { Assessment } from '../../../shared/retention/assess.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useClient } from '../../state/window-parts.tsx';
import { CheckReport } from '../../ui/check-report.tsx';

/** Typing is waited for: the answer may ask a database. */
const PAUSE_MS = 300;

export function DeletionPreview({ spec, targetId }: { spec: StrategySpec; targetId: string }) {
  const { t } = useText();
  const seen = useAssessment(spec, targetId);
  if (seen === null) return null;
  const rows: CheckRow[] = deletionRow(spec, seen.assessment);
  const { basis, deleted, beforeDays } = seen.assessment;
  return (
    <section className="deletion-preview" aria-label={t('options.deletionPreview')}>
      {rows.length === 0 ? (
        <p className="field-hint">{t('options.deletesNothing')}</p>
      ) : (
        <CheckReport rows={rows.map(({ strategy: _, ...row }) => row)} outcome={false} />
      )}
      {basis !== 'none' && beforeDays !== null && rows.length > 0 && (
        <p className="field-hint">{t(`options.deletionBasis-${basis}`, { count: deleted })}</p>
      )}
    </section>
  );
}

/** `null` while nothing is deleted, the form is wrong, or nobody has answered yet. */
function useAssessment(spec: StrategySpec, targetId: string): { assessment: Assessment } | null {
  const client = useClient();
  const [seen, setSeen] = useState<{ of: string; assessment: Assessment } | null>(null);
  const deletes = targetId !== '' && strategySpecSchema.safeParse(spec).success && deletionsOf(spec).length > 0;
  const key = deletes ? JSON.stringify([targetId, spec]) : '';
  useEffect(() => {
    if (key === '') return undefined;
    let over = false;
    const timer = setTimeout(() => {
      const [asked, of] = JSON.parse(key) as [string, StrategySpec];
      client.ask('doctor.foreseeDeletions', { targetId: asked, spec: of }).then(
        (assessment) => over || setSeen({ of: key, assessment }),
        // A database that was just removed: there is nothing to say then.
        () => over || setSeen(null),
      );
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [client, key]);
  return seen?.of === key ? seen : null;
}
