// The part of the stand-in for main that knows users: a session that can be opened and locked, users with every role,
// an audit with something of every kind.
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { newId } from '../../shared/domain/id.ts';
import type { Role, Session, User } from '../../shared/domain/user.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { FakeGround } from './fake-notify.ts';

type Own = Extract<
  keyof RespaldoHandlers,
  `session.${string}` | `users.${string}` | `audit.${string}` | 'settings.setAppearance'
>;

export type FakeUsers = { session: Session; handlers: Pick<RespaldoHandlers, Own> };

/** Every password is `correct horse`. */
export function fakeUsers(ground: FakeGround, announce: (session: Session) => void, as: Role | null): FakeUsers {
  const { slices, publish, now } = ground;
  const made = (name: string, role: Role, enabled = true): User => ({
    id: newId(now()), name, role, enabled, createdAt: now() - 9e9, updatedAt: now() - 9e8,
    lastLogInAt: now() - 7e6, failures: 0,
  });
  let users: User[] = as === null
    ? []
    : [made('Ana Ruiz', 'administrator'), made('Jordi Puig', 'operator'), { ...made('Auditoría', 'viewer', false), failures: 4, lastLogInAt: null }];
  const audit = as === null ? [] : believableAudit(now(), users);
  const openAs = ({ id, name, role }: User): Session => ({ state: 'open', user: { id, name, role } });
  const first = users.find(({ role }) => role === as);
  const fake: FakeUsers = {
    session: first ? openAs(first) : { state: 'without-users', osUser: 'oracle' },
    handlers: {
      'session.current': () => ({ session: fake.session, language: slices().settings.language, theme: slices().settings.theme }),
      'session.logIn': ({ name, password }) => {
        const user = users.find((one) => one.name.toLowerCase() === name.toLowerCase());
        if (!user?.enabled || password !== 'correct horse') throw new AppError('session.refused');
        become(openAs(user));
      },
      'session.lock': () => {
        if (fake.session.state === 'open') become({ state: 'locked', name: fake.session.user.name });
      },
      'session.logOut': () => become({ state: 'locked', name: null }),
      'settings.setAppearance': (appearance) => publish('settings', { ...slices().settings, ...appearance }),
      'users.list': () => users,
      'users.create': ({ name, role }) => {
        const user = made(name, role);
        users = [...users, user];
        if (fake.session.state === 'without-users') become(openAs(user));
        return { id: user.id };
      },
      'users.setRole': ({ id, role }) => change(id, { role }),
      'users.setEnabled': ({ id, enabled }) => change(id, { enabled }),
      'users.resetPassword': () => undefined,
      'users.changeOwnPassword': ({ present }) => {
        if (present !== 'correct horse') throw new AppError('user.wrong-password');
      },
      'users.remove': ({ id }) => void (users = users.filter((one) => one.id !== id)),
      'audit.list': ({ filter, before, limit }) => {
        const fits = audit.filter(({ actor, action, at }) =>
          (filter.who === null || actor.name === filter.who) &&
          (filter.actions.length === 0 || filter.actions.includes(action)) &&
          (filter.from === null || at >= filter.from) && (filter.until === null || at < filter.until));
        const from = before ?? 0;
        return { entries: fits.slice(from, from + limit), next: fits.length > from + limit ? from + limit : null };
      },
      'audit.names': () => [...new Set(audit.map(({ actor }) => actor.name))],
      'audit.export': () => ({ path: '/home/dba/respaldo-audit.csv', count: audit.length }),
    },
  };
  function become(session: Session): void {
    fake.session = session;
    announce(session);
  }
  function change(id: string, part: Partial<User>): void {
    users = users.map((one) => (one.id === id ? { ...one, ...part } : one));
  }
  return fake;
}

function believableAudit(now: number, users: readonly User[]): AuditEntry[] {
  const [ana, jordi] = users;
  const by = (user: User | undefined, origin: AuditEntry['actor']['origin']): AuditEntry['actor'] =>
    ({ userId: user?.id ?? null, name: user?.name ?? 'oracle', osUser: 'oracle', origin, host: 'dba-ws-01' });
  const about = (kind: AuditEntry['subject']['kind'], name: string | null): AuditEntry['subject'] =>
    ({ kind, id: name === null ? null : newId(now), name });
  const told: [AuditEntry['action'], AuditEntry['actor'], AuditEntry['subject'], AuditEntry['before'], AuditEntry['after']][] = [
    ['strategy.update', by(ana, 'window'), about('strategy', 'Semanal nivel 0'),
      { version: 3, enabled: true, spec: { channels: 2, compression: 'none', retention: { days: 14 } } },
      { version: 4, enabled: true, spec: { channels: 4, compression: 'medium', retention: { days: 14 } } }],
    ['run.start', by(jordi, 'tray'), about('run', 'Archivelogs cada hora'), null, { trigger: 'manual', targetName: 'NOMINA' }],
    ['schedule.pause', by(jordi, 'command-line'), about('scheduler', null), null, { since: now - 4e6, until: null }],
    ['user.role', by(ana, 'window'), about('user', 'Jordi Puig'), { role: 'viewer' }, { role: 'operator' }],
    ['user.log-in-refused', by(undefined, 'window'), about('user', 'Ana Ruiz'), null, null],
    ['target.remove', by(ana, 'window'), about('target', 'PRUEBAS'), { enabled: false, spec: { name: 'PRUEBAS' } }, null],
    ['settings.save', by(undefined, 'window'), about('settings', null), { runsAtOnce: 2 }, { runsAtOnce: 4 }],
  ];
  return Array.from({ length: 60 }, (_none, at) => {
    const [action, actor, subject, before, after] = told[at % told.length] ?? told[0]!;
    return { id: newId(now), at: now - at * 3_700_000, actor, action, subject, before, after };
  });
}
