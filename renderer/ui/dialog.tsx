// Dialogs over the native element, which keeps the focus inside and gives it back. Escape closes.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { X } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { Button, IconButton } from './button.tsx';
import './dialog.css';

type DialogProps = {
  title: string;
  onClose(): void;
  /** Buttons at the foot. */
  actions?: ReactNode;
  width?: 'narrow' | 'wide';
  children: ReactNode;
};

/** Open for as long as it stands in the tree. Drawn outside of the form that may have opened it: forms do not nest. */
export function Dialog({ title, onClose, actions, width = 'narrow', children }: DialogProps) {
  const { t } = useText();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className={`dialog dialog-${width}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon={X} label={t('ui.close')} onClick={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer>{actions}</footer>}
    </dialog>,
    document.body,
  );
}

type ConfirmProps = {
  title: string;
  /** The button that does it, named after what it does. */
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm(): void;
  onClose(): void;
  children: ReactNode;
};

export function ConfirmDialog({ title, confirm, danger, busy, onConfirm, onClose, children }: ConfirmProps) {
  const { t } = useText();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
