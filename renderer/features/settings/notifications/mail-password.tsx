// The password of the SMTP server: stored or not, set, replaced, forgotten. Typed into a dialog and never kept here.
import { KeyRound, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useId, useState } from 'react';
import { z } from 'zod';
import { mailPasswordSchema } from '../../../../shared/domain/notification.ts';
import { fieldProblemText, problemsOf, type FieldProblem } from '../../../../shared/errors/field-problem.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../../ui/inputs.tsx';
import { Callout } from '../../../ui/layout.tsx';

export function MailPassword({ user }: { user: string | null }) {
  const { t } = useText();
  const client = useClient();
  const { keychain } = useInfo();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  const { stored, look } = useStored();
  const forget = async (): Promise<void> => {
    await run(() => client.ask('notify.forgetMailPassword'), { done: t('notify.passwordForgotten') });
    await look();
  };
  if (user === null) return null;
  return (
    <section className="field" aria-label={t('notify.password')}>
      <h3>{t('notify.password')}</h3>
      {keychain === 'unavailable' ? (
        <Callout tone="bad" icon={TriangleAlert}>
          {t('notify.unavailable')}
        </Callout>
      ) : (
        stored !== null && <p>{t(stored ? 'notify.passwordStored' : 'notify.passwordNone')}</p>
      )}
      <div className="button-row">
        <Button icon={KeyRound} disabled={keychain === 'unavailable'} onClick={() => setAsking(true)}>
          {t(stored ? 'notify.passwordReplace' : 'notify.passwordSet')}
        </Button>
        {stored && (
          <Button busy={busy} onClick={() => void forget()}>
            {t('notify.passwordForget')}
          </Button>
        )}
      </div>
      {asking && (
        <PasswordDialog
          user={user}
          onClose={() => {
            setAsking(false);
            void look();
          }}
        />
      )}
    </section>
  );
}

/** Whether main has one; `null` while nobody answered. */
function useStored() {
  const client = useClient();
  // An import of an `.env` file stores one as well, and changes the settings.
  const settings = useSlice('settings');
  const [stored, setStored] = useState<boolean | null>(null);
  const look = useCallback(
    () => client.ask('notify.hasMailPassword').then(setStored, () => setStored(null)),
    [client],
  );
  useEffect(() => {
    void look();
  }, [look, settings]);
  return { stored, look };
}

const formSchema = z.strictObject({ password: mailPasswordSchema });

function PasswordDialog({ user, onClose }: { user: string; onClose(): void }) {
  const { t, language } = useText();
  const client = useClient();
  const formId = useId();
  const readable = useInfo().keychain !== 'available';
  const { run, busy } = useAction();
  const [password, setPassword] = useState('');
  const [acceptPlainText, setAcceptPlainText] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const problem = problems.find((one) => one.path === 'password');
  const store = async (): Promise<void> => {
    const found = problemsOf(formSchema, { password });
    setProblems(found);
    if (found.length > 0) return;
    const stored = await run(
      () => client.ask('notify.setMailPassword', { password, acceptPlainText }).then(() => true),
      {
        done: t('notify.passwordSaved'),
        onError: (error) => {
          setProblems(error.fields);
          return error.fields.length > 0;
        },
      },
    );
    if (stored) onClose();
  };
  return (
    <Dialog
      title={t('notify.passwordTitle', { user })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={readable && !acceptPlainText}>
            {t('notify.passwordStore')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          // For React the dialog still stands inside the form of the notifications.
          event.stopPropagation();
          void store();
        }}
      >
        {readable && <PlainTextWarning accepted={acceptPlainText} onChange={setAcceptPlainText} />}
        <TextField
          label={t('notify.password')}
          hint={readable ? undefined : t('notify.passwordHint')}
          type="password"
          autoComplete="new-password"
          value={password}
          problem={problem && fieldProblemText(problem, language)}
          onChange={(typed) => {
            setPassword(typed);
            setProblems([]);
          }}
        />
      </form>
    </Dialog>
  );
}

/** What it means where there is no keychain, and the user's own decision. */
export function PlainTextWarning({ accepted, onChange }: { accepted: boolean; onChange(accepted: boolean): void }) {
  const { t } = useText();
  return (
    <Callout tone="warning" icon={TriangleAlert}>
      <strong>{t('notify.plainTitle')}</strong>
      <p>{t('notify.plainText')}</p>
      <Checkbox label={t('notify.plainAccept')} checked={accepted} onChange={onChange} />
    </Callout>
  );
}
