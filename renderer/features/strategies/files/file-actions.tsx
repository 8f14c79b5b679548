// The button of the list that leads to templates, import and export, and the dialogs behind it.
import { Ellipsis, FileDown, FileUp, LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import type { StrategyOverview } from '../../../../shared/ipc/slices.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient } from '../../../state/window-parts.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';

type Opened = 'import' | 'template' | null;
type Props = { /** Those that the list shows. */ shown: readonly StrategyOverview[]; preferred: string | null };

export function FileActions({ shown, preferred }: Props) {
  const { t } = useText();
  const [opened, setOpened] = useState<Opened>(null);
  const { exportThese } = useExport();
  const items: MenuItem[] = [
    { label: t('strategyFiles.templateOpen'), icon: LayoutTemplate, needs: 'strategies.create', onSelect: () => setOpened('template') },
    { label: t('strategyFiles.importOpen'), icon: FileUp, needs: 'strategies.create', onSelect: () => setOpened('import') },
    {
      label: t('strategyFiles.exportAll', { count: shown.length }),
      icon: FileDown,
      disabled: shown.length === 0,
      onSelect: () => exportThese(shown.map(({ id }) => id)),
    },
  ];
  const close = (): void => setOpened(null);
  return (
    <>
      <Menu items={items}>
        {(button) => <IconButton icon={Ellipsis} label={t('strategyFiles.moreActions')} {...button} />}
      </Menu>
      {opened === 'import' && <ImportDialog preferred={preferred} onClose={close} />}
      {opened === 'template' && <TemplateDialog preferred={preferred} onClose={close} />}
    </>
  );
}

/** Where there is no strategy yet a template is the shortest way to a good set. */
export function EmptyActions({ preferred }: { preferred: string | null }) {
  const { t } = useText();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  return (
    <>
      <Button needs="strategies.create" tone="primary" icon={LayoutTemplate} onClick={() => setOpened('template')}>
        {t('strategyFiles.templateOpen')}
      </Button>
      <Button needs="strategies.create" icon={FileUp} onClick={() => setOpened('import')}>
        {t('strategyFiles.importOpen')}
      </Button>
      {opened === 'import' && <ImportDialog preferred={preferred} onClose={close} />}
      {opened === 'template' && <TemplateDialog preferred={preferred} onClose={close} />}
    </>
  );
}

/** Writes strategies to a file that the user names. */
export function useExport() {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  return {
    exportThese: (ids: string[]): void =>
      void run(() => client.ask('strategyFiles.export', { ids }), {
        done: (written) => (written ? t('strategyFiles.written', { path: written.path }) : ''),
      }),
  };
}
