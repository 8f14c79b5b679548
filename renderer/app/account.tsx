// Who works here, at the foot of the rail: lock, log out, another password. Without users there is nothing to show.
import { CircleUser, KeyRound, Lock, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { useSession } from '../state/refusal.ts';
import { useAction, useClient, useShortcut } from '../state/window-parts.tsx';
import { Menu } from '../ui/menu.tsx';
import { OwnPasswordDialog } from './own-password-dialog.tsx';

export function Account() {
  const session = useSession();
  return session.state === 'open' ? <AccountMenu user={session.user} /> : null;
}

function AccountMenu({ user }: { user: { name: string; role: 'viewer' | 'operator' | 'administrator' } }) {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  const [changing, setChanging] = useState(false);
  const lock = (): void => void run(() => client.ask('session.lock'));
  useShortcut('mod+shift+l', t('users.lock'), lock, 'app');
  const role = t(`users.role-${user.role}`);
  return (
    <>
      <Menu
        items={[
          { label: t('users.changeOwn'), icon: KeyRound, onSelect: () => setChanging(true) },
          { label: t('users.lock'), icon: Lock, onSelect: lock },
          { label: t('users.logOut'), icon: LogOut, onSelect: () => void run(() => client.ask('session.logOut')) },
        ]}
      >
        {(button) => (
          <button type="button" className="rail-scheduler" title={t('users.account', { name: user.name, role })} {...button}>
            <CircleUser aria-hidden="true" size={16} />
            <span className="rail-word">
              <span>{user.name}</span>
              <span className="muted">{role}</span>
            </span>
          </button>
        )}
      </Menu>
      {changing && <OwnPasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
