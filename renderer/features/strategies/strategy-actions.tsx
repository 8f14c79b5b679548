// What can be done to a strategy from a list or its page: copy, enable, delete.
import { Copy, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import type { Answer } from '../../ipc/client.ts';
import { useText, type TextTools } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { useAction, useClient, useParts, useRoute, useRouter } from '../../state/window-parts.tsx';
import { DeletionDialog } from '../../ui/deletion-dialog.tsx';
import type { MenuItem } from '../../ui/menu.tsx';

/** The menu's items, and the dialog that one of them may have opened. */
export function useStrategyActions(strategy: StrategyOverview) {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const { run } = useAction();
  const [deleting, setDeleting] = useState(false);
  const { id, enabled } = strategy;

  const clone = async (): Promise<void> => {
    const copy = await run(() => client.ask('strategies.clone', { id }), { done: t('strategies.cloned') });
    if (copy) router.go(route('strategy', copy.id));
  };
  const items: MenuItem[] = [
    { label: t('strategies.clone'), icon: Copy, onSelect: () => void clone() },
    {
      label: t(enabled ? 'strategies.disable' : 'strategies.enable'),
      icon: Power,
      onSelect: () => void run(() => client.ask('strategies.setEnabled', { id, enabled: !enabled })),
    },
    { label: t('strategies.remove'), icon: Trash2, danger: true, onSelect: () => setDeleting(true) },
  ];
  const dialog = deleting ? <RemoveStrategy strategy={strategy} onClose={() => setDeleting(false)} /> : null;
  return { items, dialog };
}

function RemoveStrategy({ strategy: { id, spec }, onClose }: { strategy: StrategyOverview; onClose(): void }) {
  const { t } = useText();
  const client = useClient();
  const { drafts } = useParts();
  const router = useRouter();
  const here = useRoute();
  const { run, busy } = useAction();
  const remove = async (): Promise<void> => {
    const gone = await run(() => client.ask('strategies.remove', { id }).then(() => true), {
      done: t('strategies.removed', { name: spec.name }),
    });
    onClose();
    if (!gone) return;
    drafts.drop(`strategy/${id}`);
    if (here.page === 'strategy') router.go(route('strategies'));
  };
  return (
    <DeletionDialog
      title={t('strategies.removeTitle', { name: spec.name })}
      confirm={t('strategies.removeConfirm')}
      load={() => client.ask('strategies.deletionEffect', { id })}
      statement={(effect) => sentences(effect, t)}
      busy={busy}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  );
}

function sentences(effect: Answer<'strategies.deletionEffect'>, t: TextTools['t']): string[] {
  return [
    t('strategies.effectStrategy'),
    t('strategies.effectVersions', { count: effect.versionsLost }),
    effect.runsKept > 0 ? t('strategies.effectRuns', { count: effect.runsKept }) : t('strategies.effectNoRuns'),
    t('strategies.effectPieces'),
  ];
}
