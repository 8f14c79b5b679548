// The passwords of a database's SQL connection: the user's, and that of an encrypted wallet.
import type { SqlConnection } from '../../../shared/domain/sql-connection.ts';
import { sqlPasswordFormSchema } from '../../../shared/domain/sql-connection.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { KeychainClosed } from '../../secret-parts/keychain-words.tsx';
import { PasswordPart } from '../../secret-parts/password-part.tsx';
import { useClient, useSlice } from '../../state/window-parts.tsx';

type Which = 'user' | 'wallet';

export function SqlPasswordPart({ target, connection }: { target: TargetOverview | null; connection: SqlConnection }) {
  const { t } = useText();
  const health = useSlice('databases').find((one) => one.targetId === target?.id);
  // Its passwords belong to what is saved.
  if (!target?.spec.sql) return <p className="muted">{t('sql.passwordAfterSave')}</p>;
  return (
    <>
      <KeychainClosed />
      <PasswordRow
        id={target.id}
        which="user"
        stored={health?.hasPassword ?? false}
        title={t('secret.title', { user: connection.user || '…' })}
      />
      {connection.walletDirectory !== null && (
        <PasswordRow
          id={target.id}
          which="wallet"
          stored={health?.hasWalletPassword ?? false}
          title={t('sql.walletPasswordTitle')}
        />
      )}
    </>
  );
}

type RowProps = { id: string; which: Which; stored: boolean; title: string };

function PasswordRow({ id, which, stored, title }: RowProps) {
  const { t } = useText();
  const client = useClient();
  return (
    <div>
      <PasswordPart
        stored={stored}
        words={{ stored: t(`sql.${which}PasswordStored`), none: t(`sql.${which}PasswordNone`) }}
        action={which === 'wallet' ? t('sql.walletPasswordSet') : undefined}
        title={title}
        schema={sqlPasswordFormSchema}
        store={(password, acceptPlainText) =>
          client.ask('databases.setPassword', { id, which, password, acceptPlainText })
        }
        forget={() => client.ask('databases.forgetPassword', { id, which })}
        needs={{ set: 'databases.setPassword', forget: 'databases.forgetPassword' }}
      />
    </div>
  );
}
