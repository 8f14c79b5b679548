// The password of the log database: stored or not, set, replaced, forgotten. Typed into a dialog and never kept here.
import { KeyRound, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { sqlPasswordFormSchema } from '../../../../shared/domain/sql-connection.ts';
import { fieldProblemText, problemsOf, type FieldProblem } from '../../../../shared/errors/field-problem.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../../ui/inputs.tsx';
import { Callout } from '../../../ui/layout.tsx';

export function LogDatabasePassword({ user }: { user: string }) {
  const { t } = useText();
  const client = useClient();
  const { keychain } = useInfo();
  const { hasPassword } = useSlice('logDatabase');
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {keychain === 'unavailable' && (
        <Callout tone="bad" icon={TriangleAlert}>
          {t('notify.unavailable')}
        </Callout>
      )}
      <p>{t(hasPassword ? 'logDatabase.passwordStored' : 'logDatabase.passwordNone')}</p>
      <div className="button-row">
        <Button
          needs="logDatabase.setPassword"
          icon={KeyRound}
          disabled={keychain === 'unavailable'}
          onClick={() => setAsking(true)}
        >
          {t(hasPassword ? 'logDatabase.passwordReplace' : 'logDatabase.passwordSet')}
        </Button>
        {hasPassword && (
          <Button
            needs="logDatabase.forgetPassword"
            busy={busy}
            onClick={() =>
              void run(() => client.ask('logDatabase.forgetPassword'), { done: t('logDatabase.passwordForgotten') })
            }
          >
            {t('logDatabase.passwordForget')}
          </Button>
        )}
      </div>
      {asking && <PasswordDialog user={user} onClose={() => setAsking(false)} />}
    </>
  );
}

function PasswordDialog({ user, onClose }: { user: string; onClose(): void }) {
  const { t, language } = useText();
  const client = useClient();
  const formId = useId();
  const readable = useInfo().keychain !== 'available';
  const { run, busy } = useAction();
  const [password, setPassword] = useState('');
  const [acceptPlainText, setAcceptPlainText] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const problem = problems.find(({ path }) => path === 'password');
  const store = async (): Promise<void> => {
    const found = problemsOf(sqlPasswordFormSchema, { password });
    setProblems(found);
    if (found.length > 0) return;
    const stored = await run(
      () => client.ask('logDatabase.setPassword', { password, acceptPlainText }).then(() => true),
      {
        done: t('logDatabase.passwordSaved'),
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
      title={t('logDatabase.passwordTitle', { user })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={readable && !acceptPlainText}>
            {t('logDatabase.passwordStore')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <TextField
          type="password"
          label={t('logDatabase.password')}
          value={password}
          problem={problem && fieldProblemText(problem, language)}
          onChange={setPassword}
        />
        {readable && (
          <>
            <Callout tone="warning" icon={TriangleAlert}>
              {t('notify.plainText')}
            </Callout>
            <Checkbox label={t('notify.plainAccept')} checked={acceptPlainText} onChange={setAcceptPlainText} />
          </>
        )}
      </form>
    </Dialog>
  );
}
