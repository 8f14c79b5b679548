// The password with which Respaldo connects to the log database.
import { sqlPasswordFormSchema } from '../../../../shared/domain/sql-connection.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { KeychainClosed } from '../../../secret-parts/keychain-words.tsx';
import { PasswordPart } from '../../../secret-parts/password-part.tsx';
import { useClient, useSlice } from '../../../state/window-parts.tsx';

export function LogDatabasePassword({ user }: { user: string }) {
  const { t } = useText();
  const client = useClient();
  const { hasPassword } = useSlice('logDatabase');
  return (
    <>
      <KeychainClosed />
      <PasswordPart
        stored={hasPassword}
        words={{ none: t('logDatabase.passwordNone') }}
        title={t('secret.title', { user })}
        schema={sqlPasswordFormSchema}
        store={(password, acceptPlainText) => client.ask('logDatabase.setPassword', { password, acceptPlainText })}
        forget={() => client.ask('logDatabase.forgetPassword')}
        needs={{ set: 'logDatabase.setPassword', forget: 'logDatabase.forgetPassword' }}
      />
    </>
  );
}
