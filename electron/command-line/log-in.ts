// Logs the user of a command in, where the profile has users: the name from --user, the password never from a word.
import type { Application } from '../app/compose.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { commandAccess } from './access.ts';
import type { ParsedCommand } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const PASSWORD_OF = { en: (name: string) => `Password of ${name}: `, es: (name: string) => `Contraseña de ${name}: ` };

/** @throws AppError `cli.log-in-needed`, `session.refused`, `session.slowed`, `role.…-needed` */
export async function logInFor(command: ParsedCommand, terminal: Terminal, { sessions }: Application): Promise<void> {
  if (sessions.current().state === 'without-users') return;
  const name = command.text('user');
  if (name === undefined) throw new AppError('cli.log-in-needed');
  await sessions.logIn(name, await terminal.secret(PASSWORD_OF[command.language](name)));
  sessions.permit(commandAccess[command.name]);
}
