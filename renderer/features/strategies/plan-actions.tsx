// What can be done to the plan of a strategy: leave out its next run, try again at once or not at all.
import { CalendarX, RotateCw, Undo } from 'lucide-react';
import { useState } from 'react';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useStanding } from '../../schedule-parts/next-run.tsx';
import { waitsForRetry } from '../../schedule-parts/standings.ts';
import { momentIn, offsetText } from '../../schedule-parts/zone-clock.ts';
import { useAction, useClient } from '../../state/window-parts.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import type { MenuItem } from '../../ui/menu.tsx';

/** Items for what is possible now, and the question that one of them may have opened. */
export function usePlanActions({ id, spec }: StrategyOverview) {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  const standing = useStanding(id);
  const [skipping, setSkipping] = useState<number | null>(null);
  const retry = waitsForRetry(standing);
  const next = standing?.next ?? null;
  const { name } = spec;
  const items: MenuItem[] = [];
  if (retry) {
    const of = { occurrenceId: retry.id };
    items.push(
      {
        label: t('standing.retryNow'),
        icon: RotateCw,
        needs: 'schedule.retryNow',
        onSelect: () => void run(() => client.ask('schedule.retryNow', of), { done: t('standing.retryingNow', { name }) }),
      },
      {
        label: t('standing.retryCancel'),
        icon: Undo,
        needs: 'schedule.cancelRetry',
        onSelect: () => void run(() => client.ask('schedule.cancelRetry', of), { done: t('standing.retryCancelled', { name }) }),
      },
    );
  }
  if (next !== null) items.push({ label: t('standing.skip'), icon: CalendarX, needs: 'schedule.skip', onSelect: () => setSkipping(next) });
  const close = (): void => setSkipping(null);
  const zone = spec.schedule?.zone ?? 'UTC';
  const dialog =
    skipping === null ? null : <SkipDialog id={id} name={name} zone={zone} instant={skipping} onClose={close} />;
  return { items, dialog };
}

type SkipProps = { id: string; name: string; zone: string; instant: number; onClose(): void };

function SkipDialog({ id, name, zone, instant, onClose }: SkipProps) {
  const { t, language } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const moment = `${momentIn(zone, instant, language, Date.now()) ?? ''} ${offsetText(zone, instant) ?? ''}`;
  const skip = async (): Promise<void> => {
    await run(() => client.ask('schedule.skip', { strategyId: id, instant }), { done: t('standing.skipped', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('standing.skipTitle', { name })}
      confirm={t('standing.skipConfirm')}
      busy={busy}
      onConfirm={() => void skip()}
      onClose={onClose}
    >
      <p>{t('standing.skipText', { moment })}</p>
    </ConfirmDialog>
  );
}
