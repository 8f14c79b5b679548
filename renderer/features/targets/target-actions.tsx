// What can be done to a database from a list or its page: copy, enable, delete.
import { Copy, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import type { Answer } from '../../ipc/client.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { useAction, useClient, useParts, useRoute, useRouter } from '../../state/window-parts.tsx';
import { DeletionDialog } from '../../ui/deletion-dialog.tsx';
import type { MenuItem } from '../../ui/menu.tsx';

/** The menu's items, and the dialog that one of them may have opened. */
export function useTargetActions(target: TargetOverview) {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const { run } = useAction();
  const [deleting, setDeleting] = useState(false);
  const { id, enabled } = target;

  const clone = async (): Promise<void> => {
    const copy = await run(() => client.ask('targets.clone', { id }), { done: t('targets.cloned') });
    if (copy) router.go(route('target', copy.id));
  };
  const items: MenuItem[] = [
    { label: t('targets.clone'), icon: Copy, onSelect: () => void clone() },
    {
      label: t(enabled ? 'targets.disable' : 'targets.enable'),
      icon: Power,
      onSelect: () => void run(() => client.ask('targets.setEnabled', { id, enabled: !enabled })),
    },
    { label: t('targets.remove'), icon: Trash2, danger: true, onSelect: () => setDeleting(true) },
  ];
  const dialog = deleting ? <RemoveTarget target={target} onClose={() => setDeleting(false)} /> : null;
  return { items, dialog };
}

function RemoveTarget({ target: { id, spec }, onClose }: { target: TargetOverview; onClose(): void }) {
  const { t } = useText();
  const client = useClient();
  const { drafts } = useParts();
  const router = useRouter();
  const here = useRoute();
  const { run, busy } = useAction();
  const remove = async (): Promise<void> => {
    const gone = await run(() => client.ask('targets.remove', { id }).then(() => true), {
      done: t('targets.removed', { name: spec.name }),
    });
    onClose();
    if (!gone) return;
    drafts.drop(`target/${id}`);
    if (here.page === 'target') router.go(route('targets'));
  };
  return (
    <DeletionDialog
      title={t('targets.removeTitle', { name: spec.name })}
      confirm={t('targets.removeConfirm')}
      load={() => client.ask('targets.deletionEffect', { id })}
      statement={(effect) => sentences(effect, t)}
      busy={busy}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  );
}

function sentences(effect: Answer<'targets.deletionEffect'>, t: ReturnType<typeof useText>['t']): string[] {
  return [
    effect.strategies > 0 ? t('targets.effectStrategies', { count: effect.strategies }) : t('targets.effectNoStrategies'),
    ...(effect.versionsLost > 0 ? [t('targets.effectVersions', { count: effect.versionsLost })] : []),
    effect.runsKept > 0 ? t('targets.effectRuns', { count: effect.runsKept }) : t('targets.effectNoRuns'),
    ...(effect.secretLost ? [t('targets.effectSecret')] : []),
    t('targets.effectOracle'),
  ];
}
