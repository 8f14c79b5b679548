// What can be done to a strategy or a database from a list or its page: copy, enable, delete. Which sentences state the
// deletion is said by whoever uses it.
import { Copy, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { StrategyOverview, TargetOverview } from '../../shared/ipc/slices.ts';
import type { Answer } from '../ipc/client.ts';
import { useText } from '../i18n/text-provider.tsx';
import { route } from '../navigation/route.ts';
import { useAction, useClient, useParts, useRoute, useRouter } from '../state/window-parts.tsx';
import { DeletionDialog } from '../ui/deletion-dialog.tsx';
import type { MenuItem } from '../ui/menu.tsx';

/** `list` names the page of all, the endpoints and the texts; `page` the page of one, and its draft. */
const KINDS = {
  strategy: { list: 'strategies', page: 'strategy' },
  target: { list: 'targets', page: 'target' },
} as const;

export type RecordKind = keyof typeof KINDS;

type DeletionSentences = (effect: Answer<'targets.deletionEffect'>) => string[];
type Subject = StrategyOverview | TargetOverview;

/** The menu's items, and the dialog that one of them may have opened. */
export function useRecordActions(kind: RecordKind, subject: Subject, sentences: DeletionSentences) {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const { run } = useAction();
  const [deleting, setDeleting] = useState(false);
  const { list, page } = KINDS[kind];
  const { id, enabled } = subject;

  const clone = async (): Promise<void> => {
    const copy = await run(() => client.ask(`${list}.clone`, { id }), { done: t(`${list}.cloned`) });
    if (copy) router.go(route(page, copy.id));
  };
  const items: MenuItem[] = [
    { label: t(`${list}.clone`), icon: Copy, needs: `${list}.clone`, onSelect: () => void clone() },
    {
      label: t(`${list}.${enabled ? 'disable' : 'enable'}`),
      icon: Power,
      needs: `${list}.setEnabled`,
      onSelect: () => void run(() => client.ask(`${list}.setEnabled`, { id, enabled: !enabled })),
    },
    { label: t(`${list}.remove`), icon: Trash2, danger: true, needs: `${list}.remove`, onSelect: () => setDeleting(true) },
  ];
  const close = (): void => setDeleting(false);
  const dialog = deleting ? <Removal kind={kind} subject={subject} sentences={sentences} onClose={close} /> : null;
  return { items, dialog };
}

type RemovalProps = { kind: RecordKind; subject: Subject; sentences: DeletionSentences; onClose(): void };

function Removal({ kind, subject: { id, spec }, sentences, onClose }: RemovalProps) {
  const { t } = useText();
  const client = useClient();
  const { drafts } = useParts();
  const router = useRouter();
  const here = useRoute();
  const { run, busy } = useAction();
  const { list, page } = KINDS[kind];
  const remove = async (): Promise<void> => {
    const gone = await run(() => client.ask(`${list}.remove`, { id }).then(() => true), {
      done: t(`${list}.removed`, { name: spec.name }),
    });
    onClose();
    if (!gone) return;
    drafts.drop(`${page}/${id}`);
    if (here.page === page) router.go(route(list));
  };
  return (
    <DeletionDialog
      title={t(`${list}.removeTitle`, { name: spec.name })}
      confirm={t(`${list}.removeConfirm`)}
      load={() => client.ask(`${list}.deletionEffect`, { id })}
      statement={sentences}
      busy={busy}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  );
}
