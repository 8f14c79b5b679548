// Which line of standard input is whose password.
import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../../electron/command-line/arguments.ts';
import { connectionPassword } from '../../../../electron/command-line/connection-password.ts';
import type { Terminal } from '../../../../electron/command-line/terminal.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

function terminalWith(lines: string[]) {
  const asked: string[] = [];
  const secret = async (ask: string): Promise<string> => {
    asked.push(ask);
    const line = lines.shift();
    if (line === undefined) throw new AppError('cli.log-in-needed');
    return line;
  };
  return { terminal: { secret } as Terminal, asked };
}

const command = (...words: string[]) => {
  const parsed = parseCommandLine(['log-db', 'status', ...words], {});
  if (parsed.kind !== 'command') throw new Error(parsed.kind);
  return parsed.command;
};

test('the log-in takes the first line, the connection the next', async () => {
  const { terminal, asked } = terminalWith(['of Ana', 'of logs']);
  expect(await terminal.secret('Ana')).toBe('of Ana');
  expect(await connectionPassword(command('--password-stdin', '--user', 'Ana'), terminal, 'logs')).toBe('of logs');
  expect(asked[1]).toContain('logs');
});

test('without the option nothing is read', async () => {
  const { terminal, asked } = terminalWith(['left alone']);
  expect(await connectionPassword(command(), terminal, 'logs')).toBeNull();
  expect(asked).toEqual([]);
});

test('a missing line is not taken for a missing log-in', async () => {
  const { terminal } = terminalWith([]);
  await expect(connectionPassword(command('--password-stdin'), terminal, 'logs')).rejects.toMatchObject({ code: 'cli.usage' });
});
