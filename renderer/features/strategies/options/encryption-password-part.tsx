// The password of encrypted backups.
import { useEffect, useState } from 'react';
import { passwordFormSchema } from '../../../../shared/domain/target.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { KeychainClosed } from '../../../secret-parts/keychain-words.tsx';
import { PasswordPart } from '../../../secret-parts/password-part.tsx';
import { useClient } from '../../../state/window-parts.tsx';

/** `id` is `null` while the strategy is not saved: the keychain files the password under it. */
export function EncryptionPasswordPart({ id }: { id: string | null }) {
  const { t } = useText();
  const client = useClient();
  const [stored, setStored] = useState<boolean | null>(null);
  useEffect(() => {
    if (id !== null) void client.ask('strategySecrets.hasPassword', { id }).then(setStored, () => setStored(null));
  }, [client, id]);
  if (id === null) return <p className="muted">{t('options.passwordAfterSave')}</p>;
  return (
    <div className="field">
      <KeychainClosed />
      <PasswordPart
        stored={stored}
        words={{ none: t('options.passwordNone') }}
        title={t('options.password')}
        hint={t('options.passwordHint')}
        schema={passwordFormSchema}
        store={async (password, acceptPlainText) => {
          await client.ask('strategySecrets.setPassword', { id, password, acceptPlainText });
          setStored(true);
        }}
        forget={async () => {
          await client.ask('strategySecrets.forgetPassword', { id });
          setStored(false);
        }}
        needs={{ set: 'strategySecrets.setPassword', forget: 'strategySecrets.forgetPassword' }}
      />
    </div>
  );
}
