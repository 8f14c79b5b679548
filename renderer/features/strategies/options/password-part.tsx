// The password of encrypted backups: stored or not, set, replaced, forgotten. Typed into a dialog, never kept here.
import { KeyRound, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { passwordFormSchema } from '../../../../shared/domain/target.ts';
import { fieldProblemText, problemsOf, type FieldProblem } from '../../../../shared/errors/field-problem.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../../ui/inputs.tsx';
import { Callout } from '../../../ui/layout.tsx';

/** `id` is `null` while the strategy is not saved: the keychain files the password under it. */
export function PasswordPart({ id }: { id: string | null }) {
  const { t } = useText();
  const client = useClient();
  const { keychain } = useInfo();
  const { run, busy } = useAction();
  const [stored, setStored] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (id !== null) void client.ask('strategySecrets.hasPassword', { id }).then(setStored, () => setStored(null));
  }, [client, id]);
  if (id === null) return <p className="muted">{t('options.passwordAfterSave')}</p>;
  const forget = async (): Promise<void> => {
    const done = await run(() => client.ask('strategySecrets.forgetPassword', { id }).then(() => true), {
      done: t('options.passwordForgotten'),
    });
    if (done) setStored(false);
  };
  return (
    <div className="field">
      <p>{t(stored ? 'options.passwordStored' : 'options.passwordNone')}</p>
      <div className="button-row">
        <Button icon={KeyRound} disabled={keychain === 'unavailable'} onClick={() => setAsking(true)}>
          {t(stored ? 'options.passwordReplace' : 'options.passwordSet')}
        </Button>
        {stored && (
          <Button busy={busy} onClick={() => void forget()}>
            {t('options.passwordForget')}
          </Button>
        )}
      </div>
      {asking && <PasswordDialog id={id} onStored={() => setStored(true)} onClose={() => setAsking(false)} />}
    </div>
  );
}

function PasswordDialog({ id, onStored, onClose }: { id: string; onStored(): void; onClose(): void }) {
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
    const found = problemsOf(passwordFormSchema, { password });
    setProblems(found);
    if (found.length > 0) return;
    const call = client.ask('strategySecrets.setPassword', { id, password, acceptPlainText });
    const done = await run(() => call.then(() => true), {
      done: t('options.passwordSaved'),
      onError: (error) => {
        setProblems(error.fields);
        return error.fields.length > 0;
      },
    });
    if (!done) return;
    onStored();
    onClose();
  };

  return (
    <Dialog
      title={t('options.password')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={readable && !acceptPlainText}>
            {t('targets.passwordStore')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          // For React the dialog still stands inside the form of the strategy.
          event.stopPropagation();
          void store();
        }}
      >
        {readable && (
          <Callout tone="warning" icon={TriangleAlert}>
            <strong>{t('targets.plainTitle')}</strong>
            <p>{t('targets.plainText')}</p>
            <Checkbox label={t('targets.plainAccept')} checked={acceptPlainText} onChange={setAcceptPlainText} />
          </Callout>
        )}
        <TextField
          label={t('options.password')}
          hint={t('options.passwordHint')}
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
