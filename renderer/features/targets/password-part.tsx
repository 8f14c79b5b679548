// The password of a database: stored or not, set, replaced, forgotten. It is typed into a dialog and never kept here.
import { KeyRound, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { passwordFormSchema } from '../../../shared/domain/target.ts';
import { fieldProblemText, problemsOf, type FieldProblem } from '../../../shared/errors/field-problem.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Checkbox, TextField } from '../../ui/inputs.tsx';
import { Callout } from '../../ui/layout.tsx';

export function PasswordPart({ target, username }: { target: TargetOverview | null; username: string }) {
  const { t } = useText();
  const client = useClient();
  const { keychain } = useInfo();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  const forget = (id: string): void =>
    void run(() => client.ask('targets.forgetPassword', { id }), { done: t('targets.passwordForgotten') });
  return (
    <FieldGroup title={t('targets.password')}>
      {keychain === 'unavailable' && (
        <Callout tone="bad" icon={TriangleAlert}>
          {t('targets.unavailable')}
        </Callout>
      )}
      {!target ? (
        <p className="muted">{t('targets.passwordAfterSave')}</p>
      ) : (
        <>
          <p>{t(target.hasPassword ? 'targets.passwordStored' : 'targets.passwordNone')}</p>
          <div className="button-row">
            <Button needs="targets.setPassword" icon={KeyRound} disabled={keychain === 'unavailable'} onClick={() => setAsking(true)}>
              {t(target.hasPassword ? 'targets.passwordReplace' : 'targets.passwordSet')}
            </Button>
            {target.hasPassword && (
              <Button needs="targets.forgetPassword" busy={busy} onClick={() => forget(target.id)}>
                {t('targets.passwordForget')}
              </Button>
            )}
          </div>
          {asking && <PasswordDialog id={target.id} username={username} onClose={() => setAsking(false)} />}
        </>
      )}
    </FieldGroup>
  );
}

function PasswordDialog({ id, username, onClose }: { id: string; username: string; onClose(): void }) {
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
    const stored = await run(() => client.ask('targets.setPassword', { id, password, acceptPlainText }).then(() => true), {
      done: t('targets.passwordSaved'),
      onError: (error) => {
        setProblems(error.fields);
        return error.fields.length > 0;
      },
    });
    if (stored) onClose();
  };

  return (
    <Dialog
      title={t('targets.passwordTitle', { user: username || '…' })}
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
          // For React the dialog still stands inside the form of the database.
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
          label={t('targets.password')}
          hint={readable ? undefined : t('targets.passwordHint')}
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
