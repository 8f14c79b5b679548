// What can be done to a database from a list or its page, and what its deletion takes with it, in sentences.
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useRecordActions } from '../../record-actions/use-record-actions.tsx';

/** The menu's items, and the dialog that one of them may have opened. */
export function useTargetActions(target: TargetOverview) {
  const { t } = useText();
  return useRecordActions('target', target, ({ strategies, versionsLost, runsKept, secretLost }) => [
    strategies > 0 ? t('targets.effectStrategies', { count: strategies }) : t('targets.effectNoStrategies'),
    ...(versionsLost > 0 ? [t('targets.effectVersions', { count: versionsLost })] : []),
    runsKept > 0 ? t('targets.effectRuns', { count: runsKept }) : t('targets.effectNoRuns'),
    ...(secretLost ? [t('targets.effectSecret')] : []),
    t('targets.effectOracle'),
  ]);
}
