// Lists the shortcuts that are in force on this page.
import { useStore } from 'zustand';
import { useText } from '../i18n/text-provider.tsx';
import type { Shortcut } from '../state/shortcuts.ts';
import { useParts } from '../state/window-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/words.tsx';

export function HelpSheet({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const all = useStore(useParts().shortcuts.store);
  const here = all.filter((shortcut) => shortcut.group === 'page');
  return (
    <Dialog title={t('app.shortcuts')} onClose={onClose}>
      {here.length > 0 && <List title={t('app.shortcutsHere')} shortcuts={here} />}
      <List title={t('app.shortcutsEverywhere')} shortcuts={all.filter((shortcut) => shortcut.group === 'app')} />
    </Dialog>
  );
}

function List({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section className="help-list">
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
