// Starts a program and talks with it through its three streams, as with the clients of remote runners; knows none.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Launcher } from '../app/ports.ts';
import { CLOSE_WHAT_IS_INHERITED } from './keeper.ts';

const MOST_ERRORS = 16 * 1024;
const SHELL = existsSync('/bin/bash') ? '/bin/bash' : '/bin/sh';
/** The socket that says "Respaldo is running" must not live on in a client when the application is killed. */
const LIGHTLY = ['exec 3>&2 2>/dev/null', CLOSE_WHAT_IS_INHERITED, 'exec 2>&3 3>&-; exec "$@"'].join('\n');

/** As `Launcher.converse`. */
export const converse: Launcher['converse'] = (file, args, env) => {
  const windows = process.platform === 'win32';
  const [program, words] = windows ? [file, args] : [SHELL, ['-c', LIGHTLY, file, file, ...args]];
  const child = spawn(program, words, { env, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (errors.length < MOST_ERRORS) errors += chunk.toString('utf8').slice(0, MOST_ERRORS - errors.length);
  });
  // Who ended without reading tells so by its end.
  child.stdin.on('error', () => {});
  const ended = new Promise<{ exitCode: number | null; errors: string }>((resolve) => {
    child.once('error', (error) => resolve({ exitCode: 127, errors: error.message }));
    child.once('close', (exitCode) => resolve({ exitCode, errors }));
  });
  // Whoever waits for an answer keeps this process alive, not the answer itself.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as Partial<{ unref(): void }>).unref?.();
  return {
    output: child.stdout,
    say: (text) => void child.stdin.write(text),
    hush: () => void child.stdin.end(),
    ended,
    stop: () => void child.kill('SIGKILL'),
  };
};
