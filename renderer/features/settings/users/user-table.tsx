// The users as a table, each with what can be done to it.
import { Ban, CircleCheck, Ellipsis, KeyRound, Power, Trash2, UserCog } from 'lucide-react';
import { useState } from 'react';
import { roles, type User } from '../../../../shared/domain/user.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useSession } from '../../../state/refusal.ts';
import { useAction, useClient } from '../../../state/window-parts.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { RelativeTime } from '../../../ui/words.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import '../../../ui/data-table.css';
import '../../../ui/status-badge.css';

export function UserTable({ users, onChange }: { users: readonly User[]; onChange(): void }) {
  const { t } = useText();
  const session = useSession();
  const own = session.state === 'open' ? session.user.id : null;
  return (
    <div className="users-table" role="region" aria-label={t('users.list')} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('users.name')}</th>
            <th scope="col">{t('users.role')}</th>
            <th scope="col">{t('users.state')}</th>
            <th scope="col">{t('users.lastLogIn')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} own={user.id === own} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UserRow({ user, own, onChange }: { user: User; own: boolean; onChange(): void }) {
  const { t } = useText();
  const Icon = user.enabled ? CircleCheck : Ban;
  return (
    <tr>
      <td>
        <strong>{user.name}</strong> {own && <span className="muted">({t('users.you')})</span>}
      </td>
      <td>
        {t(`users.role-${user.role}`)}
        <div className="muted">{t(`users.roleHint-${user.role}`)}</div>
      </td>
      <td>
        <span className={`status status-${user.enabled ? 'good' : 'idle'}`}>
          <Icon aria-hidden="true" size={14} />
          {t(user.enabled ? 'users.enabled' : 'users.disabled')}
        </span>
      </td>
      <td>
        {user.lastLogInAt === null ? <span className="muted">{t('users.never')}</span> : <RelativeTime at={user.lastLogInAt} />}
        {user.failures > 0 && <div className="muted">{t('users.failures', { count: user.failures })}</div>}
      </td>
      <td>
        <UserActions user={user} own={own} onChange={onChange} />
      </td>
    </tr>
  );
}

function UserActions({ user, own, onChange }: { user: User; own: boolean; onChange(): void }) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState<'password' | 'removal' | null>(null);
  const { id, name } = user;
  const change = async (act: () => Promise<void>, done?: string): Promise<void> => {
    await run(act, done ? { done } : {});
    setAsking(null);
    onChange();
  };
  const items: MenuItem[] = [
    ...roles
      .filter((role) => role !== user.role)
      .map((role) => ({
        label: t('users.makeRole', { role: t(`users.role-${role}`) }),
        icon: UserCog,
        onSelect: () => void change(() => client.ask('users.setRole', { id, role })),
      })),
    {
      label: t(user.enabled ? 'users.disable' : 'users.enable'),
      icon: Power,
      onSelect: () => void change(() => client.ask('users.setEnabled', { id, enabled: !user.enabled })),
    },
    { label: t('users.reset'), icon: KeyRound, onSelect: () => setAsking('password') },
    { label: t('users.remove'), icon: Trash2, danger: true, onSelect: () => setAsking('removal') },
  ];
  return (
    <>
      <Menu items={items}>{(button) => <IconButton icon={Ellipsis} label={t('users.actionsOf', { name })} {...button} />}</Menu>
      {asking === 'password' && <PasswordDialog user={user} onClose={() => setAsking(null)} />}
      {asking === 'removal' && (
        <ConfirmDialog
          title={t('users.removeTitle', { name })}
          confirm={t('users.removeConfirm')}
          danger
          busy={busy}
          onConfirm={() => void change(() => client.ask('users.remove', { id }), t('users.removed', { name }))}
          onClose={() => setAsking(null)}
        >
          <ul className="statement">
            <li>{t('users.removeLogIn', { name })}</li>
            <li>{t('users.removeAudit', { name })}</li>
            {own && <li>{t('users.removeOwn')}</li>}
          </ul>
        </ConfirmDialog>
      )}
    </>
  );
}
