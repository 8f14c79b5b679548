// The foot of a form: save, unsaved changes, and the choice when somebody else saved meanwhile.
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallName } from '../../shared/ipc/contract.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useRefusal } from '../state/refusal.ts';
import { useShortcut } from '../state/window-parts.tsx';
import { Button } from './button.tsx';
import { Callout } from './layout.tsx';
import './form-bar.css';

type FormBarProps = {
  dirty: boolean;
  isNew: boolean;
  busy: boolean;
  onSave(): void;
  onDiscard(): void;
  /** What saving asks main for. */
  needs?: CallName;
  /** More buttons, beside the one that saves. */
  children?: ReactNode;
};

export function FormBar({ dirty, isNew, busy, onSave, onDiscard, needs, children }: FormBarProps) {
  const { t } = useText();
  const refused = useRefusal(needs) !== null;
  useShortcut('mod+s', t('ui.save'), refused ? () => {} : onSave);
  return (
    <div className="form-bar">
      <Button needs={needs} tone="primary" busy={busy} disabled={!dirty && !isNew} onClick={onSave}>
        {t('ui.save')}
      </Button>
      {children}
      {dirty && (
        <>
          <Button tone="quiet" onClick={onDiscard}>
            {t('ui.discardDraft')}
          </Button>
          <span className="muted form-bar-state">{t('ui.unsaved')}</span>
        </>
      )}
    </div>
  );
}

type StaleProps = { base: number; current: number; onKeep(): void; onDrop(): void };

/** Shown above a form whose draft was begun on an older version. */
export function StaleDraft({ base, current, onKeep, onDrop }: StaleProps) {
  const { t } = useText();
  return (
    <Callout tone="warning" icon={TriangleAlert}>
      <strong>{t('ui.staleTitle')}</strong>
      <p>{t('ui.staleText', { base, current })}</p>
      <div className="form-bar-choice">
        <Button onClick={onKeep}>{t('ui.staleKeep')}</Button>
        <Button onClick={onDrop}>{t('ui.staleDrop')}</Button>
      </div>
    </Callout>
  );
}
