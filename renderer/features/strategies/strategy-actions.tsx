// What can be done to a strategy from a list or its page, and what its deletion takes with it, in sentences.
import { FileDown } from 'lucide-react';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useRecordActions } from '../../record-actions/use-record-actions.tsx';
import { useExport } from './files/file-actions.tsx';
import { usePlanActions } from './plan-actions.tsx';

/** The menu's items, and the dialogs that they may have opened. */
export function useStrategyActions(strategy: StrategyOverview) {
  const { t } = useText();
  const plan = usePlanActions(strategy);
  const record = useRecordActions('strategy', strategy, ({ versionsLost, runsKept, secretLost }) => [
    t('strategies.effectStrategy'),
    t('strategies.effectVersions', { count: versionsLost }),
    runsKept > 0 ? t('strategies.effectRuns', { count: runsKept }) : t('strategies.effectNoRuns'),
    t('strategies.effectPieces'),
    ...(secretLost ? [t('strategies.effectSecret')] : []),
  ]);
  const dialog = (
    <>
      {plan.dialog}
      {record.dialog}
    </>
  );
  const { exportThese } = useExport();
  const exported = { label: t('strategyFiles.exportOne'), icon: FileDown, onSelect: () => exportThese([strategy.id]) };
  return { items: [...plan.items, exported, ...record.items], dialog };
}
