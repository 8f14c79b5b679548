// The passwords of a SQL connection: the user's, and that of an encrypted wallet. Typed into a dialog, never kept here.
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { SqlConnection } from '../../../shared/domain/sql-connection.ts';
import { sqlPasswordFormSchema } from '../../../shared/domain/sql-connection.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordDialog } from './password-dialog.tsx';

type Which = 'user' | 'wallet';

export function SqlPasswordPart({ target, connection }: { target: TargetOverview | null; connection: SqlConnection }) {
  const { t } = useText();
  const health = useSlice('databases').find((one) => one.targetId === target?.id);
  // Its passwords belong to what is saved.
  if (!target?.spec.sql) return <p className="muted">{t('sql.passwordAfterSave')}</p>;
  return (
    <>
      <PasswordRow
        id={target.id}
        which="user"
        stored={health?.hasPassword ?? false}
        title={t('targets.passwordTitle', { user: connection.user || '…' })}
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
  const { keychain } = useInfo();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <p>{t(`sql.${which}Password${stored ? 'Stored' : 'None'}`)}</p>
      <div className="button-row">
        <Button icon={KeyRound} disabled={keychain === 'unavailable'} onClick={() => setAsking(true)}>
          {t(which === 'wallet' ? 'sql.walletPasswordSet' : stored ? 'targets.passwordReplace' : 'targets.passwordSet')}
        </Button>
        {stored && (
          <Button
            busy={busy}
            onClick={() =>
              void run(() => client.ask('databases.forgetPassword', { id, which }), { done: t('targets.passwordForgotten') })
            }
          >
            {t('targets.passwordForget')}
          </Button>
        )}
      </div>
      {asking && (
        <PasswordDialog
          title={title}
          schema={sqlPasswordFormSchema}
          store={(password, acceptPlainText) =>
            client.ask('databases.setPassword', { id, which, password, acceptPlainText })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
