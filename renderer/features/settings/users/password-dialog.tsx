// A new password that an administrator gives to somebody.
import { useId, useState } from 'react';
import { SHORTEST_PASSWORD, type User } from '../../../../shared/domain/user.ts';
import { fieldProblemText, type FieldProblem } from '../../../../shared/errors/field-problem.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/inputs.tsx';

export function PasswordDialog({ user: { id, name }, onClose }: { user: User; onClose(): void }) {
  const { t, language } = useText();
  const client = useClient();
  const formId = useId();
  const { run, busy } = useAction();
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [problem] = problems;
  const save = async (): Promise<void> => {
    const saved = await run(() => client.ask('users.resetPassword', { id, password }).then(() => true), {
      done: t('users.resetDone', { name }),
      onError: (error) => {
        setProblems(error.fields);
        return error.fields.length > 0;
      },
    });
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t('users.resetTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={password === ''}>
            {t('users.change')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('users.newPassword')}
          hint={t('users.passwordHint', { count: SHORTEST_PASSWORD })}
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
