// Who may work at this seat (the window with its tray, or one command): logs in, locks, logs out, and answers every
// door's question whether something is allowed. Knows no window; what is enforced where is the doors' business.
import { attemptAt, type Attempts } from '../../shared/domain/log-in-attempts.ts';
import type { Actor, AuditOrigin } from '../../shared/domain/audit.ts';
import type { Locking, Session, User } from '../../shared/domain/user.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refusalOf, type Access } from '../../shared/ipc/access.ts';
import type { Acting } from '../app/acting.ts';
import type { Clock } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Hashing } from './hashing.ts';

/** So many names that nobody has are remembered with their attempts. */
const UNKNOWN_KEPT = 1000;

export type SessionPorts = {
  store: Pick<Store, 'users' | 'audit'>;
  clock: Pick<Clock, 'now'>;
  hashing: Hashing;
  acting: Acting;
  locking(): Locking;
  /** Somebody sits here from start to start: who is logged in is remembered. A command asks each time. */
  remembers: boolean;
};

export type Sessions = {
  current(): Session;
  /** Who acts at this seat, for what is done from `origin`. */
  actor(origin: AuditOrigin): Actor;
  /** Lets pass whoever may. @throws AppError `session.locked`, `role.operator-needed`, `role.administrator-needed` */
  permit(needed: Access): void;
  /**
   * Opens the session of a user. Costs the same work whether or not there is such a user.
   * @throws AppError `session.refused`, `session.slowed`, `session.none`
   */
  logIn(name: string, password: string): Promise<void>;
  /** Nobody may do anything here until somebody logs in; without users there is nothing to lock. */
  lock(): void;
  /** As `lock`, and the next start asks for a password whatever the settings say. */
  logOut(): Promise<void>;
  /** Looks whether users were changed, here or by another process: who lost a role has lost it at once. */
  refresh(): Promise<void>;
  /** Calls `listener` after every change; the answer ends it. */
  onChange(listener: (session: Session) => void): () => void;
};

/** The session as a start finds it: open to all without users, else locked, unless the settings log in again. */
export async function createSessions(ports: SessionPorts): Promise<Sessions> {
  const { store, clock, hashing, acting, locking, remembers } = ports;
  const itself = acting.current();
  const withoutUsers: Session = { state: 'without-users', osUser: itself.osUser };
  const listeners = new Set<(session: Session) => void>();
  const unknown = new Map<string, Attempts>();
  let session = await firstSession();

  async function firstSession(): Promise<Session> {
    if ((await store.users.list()).length === 0) return withoutUsers;
    const id = remembers ? await store.users.remembered() : null;
    const user = id === null ? null : await store.users.get(id);
    if (!user?.enabled) return { state: 'locked', name: null };
    return locking().atStart ? { state: 'locked', name: user.name } : openFor(user);
  }

  function become(next: Session): void {
    if (JSON.stringify(next) === JSON.stringify(session)) return;
    session = next;
    for (const listener of listeners) listener(session);
  }

  /** Nobody's name is slowed down as well: otherwise a wait would tell that somebody has it. */
  function claimUnknown(name: string): number {
    const key = name.normalize('NFC').toLowerCase();
    const { waitMs, ...next } = attemptAt(unknown.get(key) ?? { failures: 0, waitUntil: null }, clock.now());
    unknown.delete(key);
    unknown.set(key, next);
    const [oldest] = unknown.keys();
    if (unknown.size > UNKNOWN_KEPT && oldest !== undefined) unknown.delete(oldest);
    return waitMs;
  }

  async function logIn(name: string, password: string): Promise<void> {
    if (session.state === 'without-users') throw new AppError('session.none');
    const claim = await store.users.claimAttempt(name, clock.now());
    const waitMs = claim.kind === 'wait' ? claim.ms : claim.kind === 'unknown' ? claimUnknown(name) : 0;
    if (waitMs > 0) throw new AppError('session.slowed', { seconds: Math.ceil(waitMs / 1000) });
    const found = claim.kind === 'granted' ? claim.credential : null;
    const checked = found ? await hashing.check(password, found.passwordHash) : await nobody(password);
    if (!found || !checked.good || !found.user.enabled) {
      // What was typed as a name may have been a password: only the name of somebody is written down.
      const subject = { kind: 'user', id: found?.user.id ?? null, name: found?.user.name ?? null } as const;
      await store.audit.note({ action: 'user.log-in-refused', subject });
      throw new AppError('session.refused');
    }
    const { user } = found;
    await store.users.loggedIn(user.id, checked.weak ? await hashing.hash(password) : null, clock.now());
    if (remembers) await store.users.remember(user.id);
    become(openFor(user));
    await note('user.log-in', user);
  }

  async function nobody(password: string): Promise<{ good: boolean; weak: boolean }> {
    await hashing.checkNobody(password);
    return { good: false, weak: false };
  }

  const note = (action: 'user.log-in' | 'user.log-out', { id, name }: Pick<User, 'id' | 'name'>): Promise<void> =>
    acting.as({ ...acting.current(), userId: id, name }, () =>
      store.audit.note({ action, subject: { kind: 'user', id, name } }));

  function lock(): void {
    if (session.state === 'open') become({ state: 'locked', name: session.user.name });
  }

  return {
    current: () => session,
    actor(origin) {
      const { osUser, host } = itself;
      if (session.state !== 'open') return { userId: null, name: osUser, osUser, origin, host };
      return { userId: session.user.id, name: session.user.name, osUser, origin, host };
    },
    permit(needed) {
      const refusal = refusalOf(needed, session);
      if (refusal) throw new AppError(refusal);
    },
    logIn,
    lock,
    async logOut() {
      if (session.state === 'without-users') return;
      const was = session;
      become({ state: 'locked', name: null });
      if (remembers) await store.users.remember(null);
      if (was.state === 'open') await note('user.log-out', was.user);
    },
    async refresh() {
      const users = await store.users.list();
      if (users.length === 0) return become(withoutUsers);
      if (session.state === 'without-users') return become({ state: 'locked', name: null });
      if (session.state === 'locked') return;
      const { id } = session.user;
      const user = users.find((one) => one.id === id);
      become(user?.enabled ? openFor(user) : { state: 'locked', name: null });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const openFor = ({ id, name, role }: User): Session => ({ state: 'open', user: { id, name, role } });
