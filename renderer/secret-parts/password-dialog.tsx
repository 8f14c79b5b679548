// Asks for a password and hands it on: it is kept nowhere here. What may be typed is the schema's to say.
import { useId, useState } from 'react';
import type { z } from 'zod';
import { fieldProblemText, problemsOf, type FieldProblem } from '../../shared/errors/field-problem.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useAction, useInfo } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/inputs.tsx';
import { PlainTextWarning } from './keychain-words.tsx';

export type PasswordQuestion = {
  /** Whose password it is. */
  title: string;
  /** In place of the sentence about the keychain. */
  hint?: string | undefined;
  /** Of an object with the one field `password`. */
  schema: z.ZodType;
  store(password: string, acceptPlainText: boolean): Promise<void>;
};

export function PasswordDialog({ title, hint, schema, store, onClose }: PasswordQuestion & { onClose(): void }) {
  const { t, language } = useText();
  const formId = useId();
  const readable = useInfo().keychain !== 'available';
  const [acceptPlainText, setAcceptPlainText] = useState(false);
  const { password, type, problem, submit, busy } = usePassword({
    schema,
    store: (typed) => store(typed, acceptPlainText),
    onStored: onClose,
  });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} busy={busy} disabled={readable && !acceptPlainText}>
            {t('secret.store')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          // For React the dialog still stands inside the form of its page.
          event.stopPropagation();
          void submit();
        }}
      >
        {readable && <PlainTextWarning accepted={acceptPlainText} onChange={setAcceptPlainText} />}
        <TextField
          label={t('secret.password')}
          hint={hint ?? (readable ? undefined : t('secret.hint'))}
          type="password"
          autoComplete="new-password"
          value={password}
          problem={problem && fieldProblemText(problem, language)}
          onChange={type}
        />
      </form>
    </Dialog>
  );
}

type UsePassword = { schema: z.ZodType; store(password: string): Promise<void>; onStored(): void };

/** What is typed, what is wrong with it, and its way to main. */
function usePassword({ schema, store, onStored }: UsePassword) {
  const { t } = useText();
  const { run, busy } = useAction();
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const submit = async (): Promise<void> => {
    const found = problemsOf(schema, { password });
    setProblems(found);
    if (found.length > 0) return;
    const stored = await run(() => store(password).then(() => true), {
      done: t('secret.saved'),
      onError: (error) => {
        setProblems(error.fields);
        return error.fields.length > 0;
      },
    });
    if (stored) onStored();
  };
  const type = (typed: string): void => {
    setPassword(typed);
    setProblems([]);
  };
  return { password, type, problem: problems.find((one) => one.path === 'password'), submit, busy };
}
