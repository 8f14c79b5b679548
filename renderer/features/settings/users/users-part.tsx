// Settings › Users: who may log in and what each may do; making, changing and deleting them; when the window locks.
import { UserPlus, Users } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { User } from '../../../../shared/domain/user.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useSession } from '../../../state/refusal.ts';
import { useClient, useFailureText } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/layout.tsx';
import { Permitted } from '../../../ui/permitted.tsx';
import { useRefusal } from '../../../state/refusal.ts';
import { LockingFields } from './locking-fields.tsx';
import { NewUserDialog } from './new-user-dialog.tsx';
import { UserTable } from './user-table.tsx';
import './users.css';

export function UsersPart() {
  const session = useSession();
  const refused = useRefusal('users.list') !== null;
  if (session.state === 'without-users') return <NoUsers osUser={session.osUser} />;
  if (refused) return <Permitted needs="users.list">{null}</Permitted>;
  return <ManyUsers />;
}

function NoUsers({ osUser }: { osUser: string }) {
  const { t } = useText();
  const [making, setMaking] = useState(false);
  return (
    <>
      <Empty
        icon={Users}
        title={t('users.none')}
        actions={
          <Button tone="primary" icon={UserPlus} onClick={() => setMaking(true)}>
            {t('users.makeFirst')}
          </Button>
        }
      >
        {t('users.noneAbout', { osUser })}
      </Empty>
      <p className="muted users-honest">{t('users.noneHonest', { osUser })}</p>
      {making && <NewUserDialog first onClose={() => setMaking(false)} />}
    </>
  );
}

function ManyUsers() {
  const { t } = useText();
  const { users, problem, look } = useUsers();
  const [adding, setAdding] = useState(false);
  const close = (): void => {
    setAdding(false);
    void look();
  };
  return (
    <>
      {problem !== null && <p>{t('users.problem', { problem })}</p>}
      {users === null && problem === null && <p className="muted">{t('ui.loading')}</p>}
      {users !== null && <UserTable users={users} onChange={() => void look()} />}
      <div>
        <Button icon={UserPlus} onClick={() => setAdding(true)}>
          {t('users.add')}
        </Button>
      </div>
      <LockingFields />
      {adding && <NewUserDialog first={false} onClose={close} />}
    </>
  );
}

function useUsers() {
  const client = useClient();
  const failureText = useFailureText();
  const [users, setUsers] = useState<readonly User[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useCallback(async (): Promise<void> => {
    try {
      setUsers(await client.ask('users.list'));
      setProblem(null);
    } catch (error) {
      setProblem(await failureText(error));
    }
  }, [client, failureText]);
  useEffect(() => void look(), [look]);
  return { users, problem, look };
}
