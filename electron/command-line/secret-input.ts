// Reads a password: from the keyboard without showing it, or line by line from a standard input that is no keyboard.
// Never from the words of the command, which every process of the machine can see.
import { readFileSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import { AppError } from '../../shared/errors/app-error.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACE: readonly string[] = ['\u0008', '\u007f'];

/** Each call takes the next one; `ask` is what the person at a keyboard is asked, on the standard error. */
export type SecretInput = (ask: string) => Promise<string>;

/** @throws AppError `cli.log-in-needed` from the call, when there is nothing (more) to read */
export function secretInput(input: ReadStream | NodeJS.ReadStream, say: (text: string) => void): SecretInput {
  let lines: string[] | null = null;
  return async (ask) => {
    if (input.isTTY) return typed(input as ReadStream, ask, say);
    lines ??= readFileSync(0, 'utf8').split(/\r?\n/);
    const line = lines.shift();
    if (line === undefined || line === '') throw new AppError('cli.log-in-needed');
    return line;
  };
}

function typed(input: ReadStream, ask: string, say: (text: string) => void): Promise<string> {
  say(ask);
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (act: () => void): void => {
      input.off('data', hear);
      input.setRawMode(false);
      input.pause();
      say('\n');
      act();
    };
    const hear = (chunk: string | Buffer): void => {
      for (const key of chunk.toString()) {
        if (key === '\r' || key === '\n') return end(() => resolve(text));
        if (key === CTRL_C || key === CTRL_D) return end(() => reject(new AppError('cli.log-in-needed')));
        text = BACKSPACE.includes(key) ? [...text].slice(0, -1).join('') : text + key;
      }
    };
    input.on('data', hear);
  });
}
