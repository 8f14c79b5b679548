// The password with which RMAN logs in to a database.
import { passwordFormSchema } from '../../../shared/domain/target.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { KeychainClosed } from '../../secret-parts/keychain-words.tsx';
import { PasswordPart } from '../../secret-parts/password-part.tsx';
import { useClient } from '../../state/window-parts.tsx';
import { FieldGroup } from '../../ui/field.tsx';

export function LoginPasswordPart({ target, username }: { target: TargetOverview | null; username: string }) {
  const { t } = useText();
  const client = useClient();
  return (
    <FieldGroup title={t('secret.password')}>
      <KeychainClosed instead={t('targets.passwordInstead')} />
      {!target ? (
        <p className="muted">{t('targets.passwordAfterSave')}</p>
      ) : (
        <PasswordPart
          stored={target.hasPassword}
          words={{ none: t('targets.passwordNone') }}
          title={t('secret.title', { user: username || '…' })}
          schema={passwordFormSchema}
          store={(password, acceptPlainText) =>
            client.ask('targets.setPassword', { id: target.id, password, acceptPlainText })
          }
          forget={() => client.ask('targets.forgetPassword', { id: target.id })}
          needs={{ set: 'targets.setPassword', forget: 'targets.forgetPassword' }}
        />
      )}
    </FieldGroup>
  );
}
