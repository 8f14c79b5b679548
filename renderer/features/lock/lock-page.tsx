// The page before all others where there are users: asks who is there. Shows nothing of what is backed up.
import { LogIn } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Language } from '../../../shared/domain/settings.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Client } from '../../ipc/client.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/field.tsx';
import { TextField } from '../../ui/inputs.tsx';
import './lock.css';

type LockProps = {
  client: Client;
  /** Who was here before it was locked. */
  name: string | null;
  onLanguage(language: Language): void;
};

export function LockPage({ client, name, onLanguage }: LockProps) {
  const { t, language } = useText();
  const [user, setUser] = useState(name ?? '');
  const [password, setPassword] = useState('');
  const { problem, busy, logIn } = useLogIn(client);
  const first = useRef<HTMLInputElement>(null);
  // Where something is to be typed: whoever comes back only types the password.
  useEffect(() => first.current?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await logIn(user, password);
    setPassword('');
    first.current?.focus();
  };
  const other: Language = language === 'es' ? 'en' : 'es';
  return (
    <main className="lock">
      <form className="lock-form" aria-labelledby="lock-title" onSubmit={(event) => void submit(event)}>
        <h1 id="lock-title">Respaldo</h1>
        <p className="muted">{t(name === null ? 'users.logInAbout' : 'users.lockedAbout')}</p>
        <TextField
          label={t('users.user')}
          autoComplete="username"
          value={user}
          onChange={setUser}
          {...(name === null ? { inputRef: first } : {})}
        />
        <TextField
          label={t('users.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          {...(name === null ? {} : { inputRef: first })}
        />
        <div aria-live="polite">{problem && <Problem text={problem} />}</div>
        <Button tone="primary" type="submit" icon={LogIn} busy={busy} disabled={user === '' || password === ''}>
          {t(name === null ? 'users.logIn' : 'users.unlock')}
        </Button>
        <Button tone="quiet" className="lock-language" onClick={() => onLanguage(other)}>
          <span lang={other}>{t('app.switchLanguage')}</span>
        </Button>
      </form>
      <p className="muted lock-foot">{t('users.lockedGoesOn')}</p>
    </main>
  );
}

function useLogIn(client: Client) {
  const { language } = useText();
  const [failure, setFailure] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const logIn = async (name: string, password: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await client.ask('session.logIn', { name, password });
    } catch (error) {
      setFailure(error instanceof AppError ? error : new AppError('request.malformed'));
    } finally {
      setBusy(false);
    }
  };
  return { problem: failure && errorText(failure.code, failure.params, language), busy, logIn };
}
