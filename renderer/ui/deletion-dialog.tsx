// Asks before something is deleted, with a plain statement of what goes and what stays, as main counts it.
import { useEffect, useState, type ReactNode } from 'react';
import type { Answer } from '../ipc/client.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useFailureText } from '../state/window-parts.tsx';
import { ConfirmDialog } from './dialog.tsx';
import { Problem } from './field.tsx';

type DeletionEffect = Answer<'targets.deletionEffect'>;

type DeletionProps = {
  title: string;
  confirm: string;
  load(): Promise<DeletionEffect>;
  /** One sentence per thing that goes or stays. */
  statement(effect: DeletionEffect): ReactNode[];
  busy: boolean;
  onConfirm(): void;
  onClose(): void;
};

export function DeletionDialog({ title, confirm, load, statement, busy, onConfirm, onClose }: DeletionProps) {
  const { t } = useText();
  const failureText = useFailureText();
  const [effect, setEffect] = useState<DeletionEffect | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    load().then(
      (loaded) => left || setEffect(loaded),
      (error: unknown) => void failureText(error).then((text) => left || setProblem(text)),
    );
    return () => {
      left = true;
    };
    // Asked once, when the dialog opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      danger
      busy={busy || effect === null}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {problem && <Problem text={problem} />}
      {effect === null && !problem && <p className="muted">{t('ui.loading')}</p>}
      {effect && (
        <ul className="statement">
          {statement(effect).map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
}
