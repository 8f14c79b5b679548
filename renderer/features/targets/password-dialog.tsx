// Asks for a password and hands it on: it is kept nowhere here. What may be typed is the schema's to say.
import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { fieldProblemText, problemsOf, type FieldProblem } from '../../../shared/errors/field-problem.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAction, useInfo } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/inputs.tsx';
import { Callout } from '../../ui/layout.tsx';

type PasswordDialogProps = {
  title: string;
  /** Of an object with the one field `password`. */
  schema: z.ZodType;
  store(password: string, acceptPlainText: boolean): Promise<void>;
  onClose(): void;
};

export function PasswordDialog({ title, schema, store, onClose }: PasswordDialogProps) {
  const { t, language } = useText();
  const formId = useId();
  const readable = useInfo().keychain !== 'available';
  const { run, busy } = useAction();
  const [password, setPassword] = useState('');
  const [acceptPlainText, setAcceptPlainText] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const problem = problems.find((one) => one.path === 'password');

  const submit = async (): Promise<void> => {
    const found = problemsOf(schema, { password });
    setProblems(found);
    if (found.length > 0) return;
    const stored = await run(() => store(password, acceptPlainText).then(() => true), {
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
      title={title}
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
          void submit();
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
