// The users of this profile as administrators handle them, and everybody's own password. What must hold whatever two
// processes do (an administrator stays) is the store's; who may call this is the doors'.
import { newId } from '../../shared/domain/id.ts';
import { newPasswordSchema, roleSchema, userNameSchema, type Role, type User } from '../../shared/domain/user.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';
import { z } from 'zod';
import type { Clock } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Hashing } from './hashing.ts';
import type { Sessions } from './sessions.ts';

export type UserPorts = {
  store: Pick<Store, 'users'>;
  clock: Pick<Clock, 'now'>;
  hashing: Hashing;
  sessions: Sessions;
};

const newUserSchema = z.strictObject({ name: userNameSchema, role: roleSchema, password: newPasswordSchema });
const passwordFormSchema = z.strictObject({ password: newPasswordSchema });

export type Users = ReturnType<typeof createUsers>;

export function createUsers({ store: { users }, clock, hashing, sessions }: UserPorts) {
  /** Whatever was changed may concern who sits here. */
  async function change(act: () => Promise<void>): Promise<void> {
    await act();
    await sessions.refresh();
  }

  return {
    list: (): Promise<User[]> => users.list(),

    /**
     * Answers the new user's id. Whoever makes the first one, an administrator, goes on as that user.
     * @throws AppError `input.invalid` with the problems by field, `user.first-administrator`
     */
    async create(form: { name: string; role: Role; password: string }): Promise<string> {
      refuseProblems(newUserSchema, form);
      const { name, role, password } = form;
      const passwordHash = await hashing.hash(password);
      const id = newId(clock.now());
      const wasOpenToAll = sessions.current().state === 'without-users';
      await change(() => users.create({ id, name, role, passwordHash, at: clock.now() }));
      if (wasOpenToAll) await sessions.logIn(name, password);
      return id;
    },

    /** @throws AppError `user.missing`, `user.last-administrator` */
    setRole: (id: string, role: Role) => change(() => users.setRole(id, role, clock.now())),
    /** @throws as `setRole` */
    setEnabled: (id: string, enabled: boolean) => change(() => users.setEnabled(id, enabled, clock.now())),
    /** The entries of the audit about a user stay. @throws as `setRole` */
    remove: (id: string) => change(() => users.remove(id)),

    /** An administrator gives somebody a new password. @throws AppError `input.invalid`, `user.missing` */
    async resetPassword(id: string, password: string): Promise<void> {
      refuseProblems(passwordFormSchema, { password });
      const passwordHash = await hashing.hash(password);
      await users.setPassword(id, passwordHash, clock.now());
    },

    /**
     * Guesses at the present password are slowed down as log-ins are.
     * @throws AppError `input.invalid`, `session.locked`, `session.slowed`, `user.wrong-password`
     */
    async changeOwnPassword(present: string, password: string): Promise<void> {
      refuseProblems(passwordFormSchema, { password });
      const session = sessions.current();
      if (session.state !== 'open') throw new AppError('session.locked');
      const claim = await users.claimAttempt(session.user.name, clock.now());
      if (claim.kind === 'unknown') throw new AppError('user.missing');
      if (claim.kind === 'wait') throw new AppError('session.slowed', { seconds: Math.ceil(claim.ms / 1000) });
      const { good } = await hashing.check(present, claim.credential.passwordHash);
      if (!good) throw new AppError('user.wrong-password');
      await users.setPassword(session.user.id, await hashing.hash(password), clock.now());
    },
  };
}
