// The password of a connection for a command with --password-stdin: the next line of standard input, after that of the
// log-in where there is one; at a terminal it is asked for.
import { AppError } from '../../shared/errors/app-error.ts';
import type { ParsedCommand } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const PASSWORD_OF = {
  en: (user: string) => `Password of ${user} in Oracle: `,
  es: (user: string) => `Contraseña de ${user} en Oracle: `,
};

/** @returns `null` without the option: the stored one. @throws AppError `cli.usage` when there is no line left */
export async function connectionPassword(
  command: ParsedCommand,
  terminal: Terminal,
  user: string,
): Promise<string | null> {
  if (!command.flag('password-stdin')) return null;
  try {
    return await terminal.secret(PASSWORD_OF[command.language](user));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const detail = '--password-stdin: standard input has no (further) line; a log-in takes the first one';
    throw new AppError('cli.usage', { detail });
  }
}
