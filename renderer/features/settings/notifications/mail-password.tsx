// The password of the SMTP server.
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { mailPasswordSchema } from '../../../../shared/domain/notification.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { KeychainClosed } from '../../../secret-parts/keychain-words.tsx';
import { PasswordPart } from '../../../secret-parts/password-part.tsx';
import { useClient, useSlice } from '../../../state/window-parts.tsx';

const formSchema = z.strictObject({ password: mailPasswordSchema });

export function MailPassword({ user }: { user: string | null }) {
  const { t } = useText();
  const client = useClient();
  const { stored, look } = useStored();
  if (user === null) return null;
  return (
    <section className="field" aria-label={t('notify.password')}>
      <h3>{t('notify.password')}</h3>
      <KeychainClosed />
      <PasswordPart
        stored={stored}
        words={{ none: t('notify.passwordNone') }}
        title={t('secret.title', { user })}
        schema={formSchema}
        store={async (password, acceptPlainText) => {
          await client.ask('notify.setMailPassword', { password, acceptPlainText });
          await look();
        }}
        forget={async () => {
          await client.ask('notify.forgetMailPassword');
          await look();
        }}
        needs={{ set: 'notify.setMailPassword', forget: 'notify.forgetMailPassword' }}
      />
    </section>
  );
}

/** Whether main has one; `null` while nobody answered. */
function useStored() {
  const client = useClient();
  // An import of an `.env` file stores one as well, and changes the settings.
  const settings = useSlice('settings');
  const [stored, setStored] = useState<boolean | null>(null);
  const look = useCallback(
    () => client.ask('notify.hasMailPassword').then(setStored, () => setStored(null)),
    [client],
  );
  useEffect(() => {
    void look();
  }, [look, settings]);
  return { stored, look };
}
