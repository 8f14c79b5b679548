// A word of a command line that names a file, or standard input: tells it from a name, and reads it.
import { existsSync, readFileSync } from 'node:fs';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Terminal } from './terminal.ts';

/** A path wins over a name: names with `.json` are no sensible names. */
export const isFileWord = (word: string): boolean => word === '-' || word.endsWith('.json') || existsSync(word);

/** What is in it; `-` is standard input. @throws AppError `file.unreadable` */
export function bytesOf(word: string, terminal: Pick<Terminal, 'stdin'>): Uint8Array {
  try {
    return word === '-' ? terminal.stdin() : readFileSync(word);
  } catch (error) {
    throw new AppError('file.unreadable', { path: word, detail: (error as Error).message });
  }
}

/** The same as text. @throws AppError `file.unreadable` */
export const textOf = (word: string, terminal: Pick<Terminal, 'stdin'>): string =>
  Buffer.from(bytesOf(word, terminal)).toString('utf8');
