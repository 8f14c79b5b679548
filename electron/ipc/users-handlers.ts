// Ties the endpoints of users, sessions and the audit to their services; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import { exportAudit } from './written-audit.ts';

type Own = Extract<
  keyof RespaldoHandlers,
  `session.${string}` | `users.${string}` | `audit.${string}` | 'settings.setAppearance'
>;

export function usersHandlers(application: Application): Pick<RespaldoHandlers, Own> {
  const { sessions, users, settings, ports: { store } } = application;
  return {
    'session.current': () => {
      const { language, theme } = settings.current();
      return { session: sessions.current(), language, theme };
    },
    'session.logIn': ({ name, password }) => sessions.logIn(name, password),
    'session.lock': () => sessions.lock(),
    'session.logOut': () => sessions.logOut(),
    'settings.setAppearance': (appearance) => settings.save({ ...settings.current(), ...appearance }),
    'users.list': () => users.list(),
    'users.create': async (form) => ({ id: await users.create(form) }),
    'users.setRole': ({ id, role }) => users.setRole(id, role),
    'users.setEnabled': ({ id, enabled }) => users.setEnabled(id, enabled),
    'users.resetPassword': ({ id, password }) => users.resetPassword(id, password),
    'users.changeOwnPassword': ({ present, password }) => users.changeOwnPassword(present, password),
    'users.remove': ({ id }) => users.remove(id),
    'audit.list': ({ filter, before, limit }) => store.audit.page(filter, before, limit),
    'audit.names': () => store.audit.names(),
    'audit.export': ({ filter, format }) => exportAudit(application, filter, format),
  };
}
