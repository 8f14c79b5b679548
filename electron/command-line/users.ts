// `respaldo users …`: who may log in, and what each may do.
import { roles, roleSchema, type Role, type User } from '../../shared/domain/user.ts';
import type { Language } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime } from './moments.ts';
import { withProfile, type ProfileSession } from './profile-session.ts';
import type { Terminal } from './terminal.ts';
import { momentWord } from './words.ts';

const ROLES: Record<Role, Record<Language, string>> = {
  viewer: { en: 'viewer', es: 'consulta' },
  operator: { en: 'operator', es: 'operador' },
  administrator: { en: 'administrator', es: 'administrador' },
};
const NONE = {
  en: 'This profile has no users: whoever uses this desktop may do everything.',
  es: 'Este perfil no tiene usuarios: quien use este escritorio puede hacerlo todo.',
};
const DISABLED = { en: '(disabled)', es: '(deshabilitado)' };
const NEW_PASSWORD = {
  en: (name: string) => `New password of ${name}: `,
  es: (name: string) => `Contraseña nueva de ${name}: `,
};
const PRESENT = { en: 'Present password: ', es: 'Contraseña actual: ' };

type Act = (command: ParsedCommand, terminal: Terminal, session: ProfileSession) => Promise<void>;

/** Does something and prints the users as they are afterwards. */
const command = (act: Act) => (parsed: ParsedCommand, terminal: Terminal): Promise<number> =>
  withProfile(parsed, terminal, async (session) => {
    await act(parsed, terminal, session);
    // Whoever has taken the own role away sees what was done all the same.
    print(await session.store.users.list(), parsed, terminal);
    return EXIT.good;
  });

export const usersList = command(async () => {});

/** @throws AppError `input.invalid` with the problems by field, `user.first-administrator`, `cli.usage` */
export const usersAdd = command(async ({ words: [name = ''], language, text }, terminal, { application }) => {
  const role = readRole(text('role') ?? 'viewer');
  const password = await terminal.secret(NEW_PASSWORD[language](name));
  await application.users.create({ name, role, password });
});

/** @throws AppError `user.last-administrator`, `cli.unknown-name`, `cli.usage` */
export const usersRole = command(async ({ words: [name = '', role = ''] }, _terminal, { application }) => {
  await application.users.setRole((await named(application, name)).id, readRole(role));
});

export const usersEnable = command(async ({ words: [name = ''] }, _terminal, { application }) => {
  await application.users.setEnabled((await named(application, name)).id, true);
});

/** @throws AppError `user.last-administrator`, `cli.unknown-name` */
export const usersDisable = command(async ({ words: [name = ''] }, _terminal, { application }) => {
  await application.users.setEnabled((await named(application, name)).id, false);
});

/** @throws AppError `user.last-administrator`, `cli.unknown-name` */
export const usersRemove = command(async ({ words: [name = ''] }, _terminal, { application }) => {
  await application.users.remove((await named(application, name)).id);
});

/** One's own password, or as an administrator somebody's. */
export function usersPassword(parsed: ParsedCommand, terminal: Terminal): Promise<number> {
  const { words: [name], language } = parsed;
  return withProfile(parsed, terminal, async ({ application }) => {
    const { users, sessions } = application;
    const session = sessions.current();
    const own = session.state === 'open' && (name === undefined || sameName(name, session.user.name));
    if (own) {
      const present = await terminal.secret(PRESENT[language]);
      await users.changeOwnPassword(present, await terminal.secret(NEW_PASSWORD[language](session.user.name)));
    } else {
      sessions.permit('administrator');
      const user = await named(application, name ?? '');
      await users.resetPassword(user.id, await terminal.secret(NEW_PASSWORD[language](user.name)));
    }
    if (parsed.json) terminal.out(`${JSON.stringify({ respaldo: parsed.name, schemaVersion: 1 }, null, 2)}\n`);
    return EXIT.good;
  });
}

const sameName = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase();

async function named({ users }: ProfileSession['application'], word: string): Promise<User> {
  const found = (await users.list()).find(({ id, name }) => id === word || sameName(name, word));
  if (!found) throw new AppError('cli.unknown-name', { name: word });
  return found;
}

function readRole(word: string): Role {
  const role = roleSchema.safeParse(word);
  if (role.success) return role.data;
  throw new AppError('cli.usage', { detail: `a role is one of ${roles.join(', ')}, not '${word}'` });
}

function print(users: readonly User[], { name, json, language }: ParsedCommand, terminal: Terminal): void {
  if (json) {
    const rows = users.map(({ createdAt, updatedAt, lastLogInAt, ...user }) => ({
      ...user,
      createdAt: isoTime(createdAt),
      updatedAt: isoTime(updatedAt),
      lastLogInAt: isoTime(lastLogInAt),
    }));
    terminal.out(`${JSON.stringify({ respaldo: name, schemaVersion: 1, users: rows }, null, 2)}\n`);
  } else if (users.length === 0) terminal.out(`${NONE[language]}\n`);
  else {
    const row = (user: User): string[] =>
      [user.name, ROLES[user.role][language], momentWord(user.lastLogInAt, language), user.enabled ? '' : DISABLED[language]];
    terminal.out(columns(users.map(row)));
  }
}
