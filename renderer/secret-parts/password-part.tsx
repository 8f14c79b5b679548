// A password of a form: stored or not, set, replaced, forgotten. It is typed into a dialog and never kept here.
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { CallName } from '../../shared/ipc/contract.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useAction, useInfo } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { PasswordDialog, type PasswordQuestion } from './password-dialog.tsx';

type PasswordPartProps = PasswordQuestion & {
  /** Whether main has one; `null` while nobody answered. */
  stored: boolean | null;
  /** The sentences of both; without `stored` a plain one. */
  words: { stored?: string; none: string };
  /** Name of the button that sets or replaces it, where two passwords stand one below the other. */
  action?: string | undefined;
  forget(): Promise<void>;
  /** What the two buttons ask main for. */
  needs: { set: CallName; forget: CallName };
};

export function PasswordPart({ stored, words, action, forget, needs, ...question }: PasswordPartProps) {
  const { t } = useText();
  const { keychain } = useInfo();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {stored !== null && <p>{stored ? (words.stored ?? t('secret.stored')) : words.none}</p>}
      <div className="button-row">
        <Button needs={needs.set} icon={KeyRound} disabled={keychain === 'unavailable'} onClick={() => setAsking(true)}>
          {action ?? t(stored ? 'secret.replace' : 'secret.set')}
        </Button>
        {stored && (
          <Button needs={needs.forget} busy={busy} onClick={() => void run(forget, { done: t('secret.forgotten') })}>
            {t('secret.forget')}
          </Button>
        )}
      </div>
      {asking && <PasswordDialog {...question} onClose={() => setAsking(false)} />}
    </>
  );
}
