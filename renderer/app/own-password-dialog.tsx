// Changing one's own password: the present one, and the new one twice. Nothing of it is kept here.
import { useId, useState } from 'react';
import { SHORTEST_PASSWORD } from '../../shared/domain/user.ts';
import { fieldProblemText, type FieldProblem } from '../../shared/errors/field-problem.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useAction, useClient } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/inputs.tsx';

export function OwnPasswordDialog({ onClose }: { onClose(): void }) {
  const { t, language } = useText();
  const client = useClient();
  const formId = useId();
  const { run, busy } = useAction();
  const [typed, setTyped] = useState({ present: '', password: '', again: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const problem = problems.find(({ path }) => path === 'password');
  const differs = typed.again !== '' && typed.again !== typed.password;
  const change = (part: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...part });
    setProblems([]);
    setRefusal(null);
  };
  const save = async (): Promise<void> => {
    const { present, password } = typed;
    const saved = await run(() => client.ask('users.changeOwnPassword', { present, password }).then(() => true), {
      done: t('users.ownChanged'),
      onError: (error) => {
        setProblems(error.fields);
        if (error.fields.length === 0) setRefusal(errorText(error.code, error.params, language));
        return true;
      },
    });
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t('users.changeOwn')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={typed.again === '' || differs}>
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
          label={t('users.present')}
          type="password"
          autoComplete="current-password"
          value={typed.present}
          problem={refusal ?? undefined}
          onChange={(present) => change({ present })}
        />
        <TextField
          label={t('users.newPassword')}
          hint={t('users.passwordHint', { count: SHORTEST_PASSWORD })}
          type="password"
          autoComplete="new-password"
          value={typed.password}
          problem={problem && fieldProblemText(problem, language)}
          onChange={(password) => change({ password })}
        />
        <TextField
          label={t('users.again')}
          type="password"
          autoComplete="new-password"
          value={typed.again}
          problem={differs ? t('users.differs') : undefined}
          onChange={(again) => change({ again })}
        />
      </form>
    </Dialog>
  );
}
