// Making a user: name, role and a first password. The first of all is an administrator and logged in at once.
import { useId, useState } from 'react';
import { roles, SHORTEST_PASSWORD, type Role } from '../../../../shared/domain/user.ts';
import { fieldProblemText, type FieldProblem } from '../../../../shared/errors/field-problem.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';

export function NewUserDialog({ first, onClose }: { first: boolean; onClose(): void }) {
  const { t, language } = useText();
  const client = useClient();
  const formId = useId();
  const { run, busy } = useAction();
  const [form, setForm] = useState({ name: '', role: (first ? 'administrator' : 'viewer') as Role, password: '', again: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const problemOf = (path: string): string | undefined => {
    const found = problems.find((one) => one.path === path);
    return found && fieldProblemText(found, language);
  };
  const differs = form.again !== '' && form.again !== form.password;
  const change = (part: Partial<typeof form>): void => {
    setForm({ ...form, ...part });
    setProblems([]);
  };
  const create = async (): Promise<void> => {
    const { name, role, password } = form;
    const made = await run(() => client.ask('users.create', { name, role, password }), {
      done: t('users.created', { name }),
      onError: (error) => {
        setProblems(error.fields);
        return error.fields.length > 0;
      },
    });
    if (made) onClose();
  };
  return (
    <Dialog
      title={t(first ? 'users.addFirstTitle' : 'users.addTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={form.again === '' || differs}>
            {t('users.create')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField label={t('users.name')} autoComplete="username" value={form.name} problem={problemOf('name')} onChange={(name) => change({ name })} />
        {!first && (
          <Select
            label={t('users.role')}
            hint={t(`users.roleHint-${form.role}`)}
            value={form.role}
            choices={roles.map((role) => ({ value: role, label: t(`users.role-${role}`) }))}
            onChange={(role) => change({ role })}
          />
        )}
        <TextField
          label={t('users.password')}
          hint={t('users.passwordHint', { count: SHORTEST_PASSWORD })}
          type="password"
          autoComplete="new-password"
          value={form.password}
          problem={problemOf('password')}
          onChange={(password) => change({ password })}
        />
        <TextField
          label={t('users.again')}
          type="password"
          autoComplete="new-password"
          value={form.again}
          problem={differs ? t('users.differs') : undefined}
          onChange={(again) => change({ again })}
        />
      </form>
    </Dialog>
  );
}
