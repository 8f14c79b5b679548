// The password of a database: stored or not, set, replaced, forgotten. It is typed into a dialog and never kept here.
import { KeyRound, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { passwordFormSchema } from '../../../shared/domain/target.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAction, useClient, useInfo } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Callout } from '../../ui/layout.tsx';
import { PasswordDialog } from './password-dialog.tsx';

export function PasswordPart({ target, username }: { target: TargetOverview | null; username: string }) {
  const { t } = useText();
  const client = useClient();
  const { keychain } = useInfo();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  const forget = (id: string): void =>
    void run(() => client.ask('targets.forgetPassword', { id }), { done: t('targets.passwordForgotten') });
  return (
    <FieldGroup title={t('targets.password')}>
      {keychain === 'unavailable' && (
        <Callout tone="bad" icon={TriangleAlert}>
          {t('targets.unavailable')}
        </Callout>
      )}
      {!target ? (
        <p className="muted">{t('targets.passwordAfterSave')}</p>
      ) : (
        <>
          <p>{t(target.hasPassword ? 'targets.passwordStored' : 'targets.passwordNone')}</p>
          <div className="button-row">
            <Button needs="targets.setPassword" icon={KeyRound} disabled={keychain === 'unavailable'} onClick={() => setAsking(true)}>
              {t(target.hasPassword ? 'targets.passwordReplace' : 'targets.passwordSet')}
            </Button>
            {target.hasPassword && (
              <Button needs="targets.forgetPassword" busy={busy} onClick={() => forget(target.id)}>
                {t('targets.passwordForget')}
              </Button>
            )}
          </div>
          {asking && (
            <PasswordDialog
              title={t('targets.passwordTitle', { user: username || '…' })}
              schema={passwordFormSchema}
              store={(password, acceptPlainText) =>
                client.ask('targets.setPassword', { id: target.id, password, acceptPlainText })
              }
              onClose={() => setAsking(false)}
            />
          )}
        </>
      )}
    </FieldGroup>
  );
}
