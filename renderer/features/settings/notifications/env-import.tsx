// Importing an `.env` file: chosen, dropped or pasted; what it would set is shown before anything changes.
import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Answer } from '../../../ipc/client.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { PlainTextWarning } from '../../../secret-parts/keychain-words.tsx';
import { useAction, useClient, useInfo } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileChoice } from '../../../ui/file-choice.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { createFromEnv, EnvDatabaseFields, useEnvDatabase, type EnvDatabaseChoice } from './env-database.tsx';
import { EnvPreview } from './env-preview.tsx';

const LONGEST = 100_000;

export function EnvImport() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="field-hint">{t('notify.envAbout')}</p>
      <div>
        <Button needs="settings.readEnv" icon={FileUp} onClick={() => setOpen(true)}>
          {t('notify.envOpen')}
        </Button>
      </div>
      {open && <EnvDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function EnvDialog({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const { keychain } = useInfo();
  const [text, setText] = useState('');
  const [acceptPlainText, setAcceptPlainText] = useState(false);
  const reading = useReading(text);
  const database = useEnvDatabase(reading);
  const { apply, busy } = useApply(onClose);
  const hasPassword = reading?.mailPassword != null || (database?.wanted && database.found.password !== null);
  const storesPassword = Boolean(hasPassword) && keychain !== 'unavailable';
  const mustAccept = storesPassword && keychain === 'plain-text' && !acceptPlainText;
  return (
    <Dialog
      title={t('notify.envTitle')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            tone="primary"
            busy={busy}
            disabled={reading === null || reading.taken.length === 0 || mustAccept || database?.ready === false}
            onClick={() => reading && void apply(reading, database, { storesPassword, acceptPlainText })}
          >
            {t('notify.envApply')}
          </Button>
        </>
      }
    >
      <div className="form">
        <EnvText text={text} onChange={setText} />
        {reading && <EnvPreview reading={reading} />}
        {database && <EnvDatabaseFields choice={database} />}
        {storesPassword && keychain === 'plain-text' && (
          <PlainTextWarning accepted={acceptPlainText} onChange={setAcceptPlainText} />
        )}
      </div>
    </Dialog>
  );
}

function EnvText({ text, onChange }: { text: string; onChange(text: string): void }) {
  const { t } = useText();
  return (
    <FileChoice className="env-drop form" label={t('notify.envChoose')} most={LONGEST} onText={onChange}>
      <TextField
        mono
        rows={7}
        label={t('notify.envText')}
        hint={t('notify.envHint')}
        value={text}
        problem={text.length > LONGEST ? t('notify.envTooLong') : undefined}
        onChange={onChange}
      />
    </FileChoice>
  );
}

/** What main makes of the text; `null` while there is none or it is being read. */
function useReading(text: string): Answer<'settings.readEnv'> | null {
  const client = useClient();
  const { run } = useAction();
  const [found, setFound] = useState<{ text: string; reading: Answer<'settings.readEnv'> } | null>(null);
  useEffect(() => {
    if (text.trim() === '' || text.length > LONGEST) return;
    let gone = false;
    void run(() => client.ask('settings.readEnv', { text })).then((reading) => {
      if (!gone && reading) setFound({ text, reading });
    });
    return () => {
      gone = true;
    };
  }, [client, run, text]);
  return found?.text === text ? found.reading : null;
}

function useApply(onDone: () => void) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const apply = async (
    { settings, mailPassword }: Answer<'settings.readEnv'>,
    database: EnvDatabaseChoice | null,
    { storesPassword, acceptPlainText }: { storesPassword: boolean; acceptPlainText: boolean },
  ): Promise<void> => {
    const applied = await run(
      async () => {
        // The password first: the page asks again whether there is one when the settings change.
        if (storesPassword && mailPassword !== null) {
          await client.ask('notify.setMailPassword', { password: mailPassword, acceptPlainText });
        }
        await client.ask('settings.save', settings);
        const strategyName = t('notify.envStrategyName');
        if (database?.wanted) await createFromEnv(client, database, { strategyName, storesPassword, acceptPlainText });
        return true;
      },
      { done: t('notify.envApplied') },
    );
    if (applied) onDone();
  };
  return { apply, busy };
}
