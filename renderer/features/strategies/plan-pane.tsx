// How the strategy stands with the scheduler: when it runs next, what it waits for, why it is not running now.
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { NextRun, OverdueBadge, useStanding } from '../../schedule-parts/next-run.tsx';
import { PausedBanner } from '../../schedule-parts/paused-banner.tsx';
import { StrategyRequirements } from '../../schedule-parts/requirement-rows.tsx';
import { useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { usePlanActions } from './plan-actions.tsx';

export function PlanPane({ strategy }: { strategy: StrategyOverview | null }) {
  const { t } = useText();
  if (!strategy) return <p className="script-pane muted">{t('strategies.planNone')}</p>;
  return <Plan strategy={strategy} />;
}

function Plan({ strategy }: { strategy: StrategyOverview }) {
  const { t } = useText();
  const standing = useStanding(strategy.id);
  const target = useSlice('targets').find((one) => one.id === strategy.targetId);
  const { items, dialog } = usePlanActions(strategy);
  return (
    <div className="script-pane">
      <PausedBanner />
      <section className="plan-part" aria-labelledby="plan-next">
        <h2 id="plan-next">{t('standing.next')}</h2>
        <OverdueBadge since={standing?.overdueSince ?? null} />
        <NextRun strategy={strategy} off={!strategy.enabled || target?.enabled === false} />
        {items.length > 0 && (
          <div className="button-row">
            {items.map(({ label, icon, onSelect }, index) => (
              <Button key={index} {...(icon ? { icon } : {})} onClick={onSelect}>
                {label}
              </Button>
            ))}
          </div>
        )}
      </section>
      <section className="plan-part" aria-labelledby="plan-why">
        <h2 id="plan-why">{t('standing.why')}</h2>
        <StrategyRequirements strategyId={strategy.id} />
      </section>
      {dialog}
    </div>
  );
}
