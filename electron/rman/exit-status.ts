// What an exit status of the shell means; pure but for reading the keeper's file.
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

export type ExitStatus = { exitCode: number | null; signal: string | null };

/** Nothing is known about how the client ended. */
export const UNKNOWN_EXIT: ExitStatus = { exitCode: null, signal: null };

/** A status as the shell gives it: beyond 128 it names the signal that ended the client. */
export function exitStatus(status: number): ExitStatus {
  const number = status - 128;
  const name = Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
  return name === undefined ? { exitCode: status, signal: null } : { exitCode: null, signal: name };
}

/** The status that the keeper wrote down; `null` when it did not (it was killed, or the disk was full). */
export function readExitFile(path: string): ExitStatus | null {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch {
    return null;
  }
  return /^\d{1,3}\n$/.test(text) ? exitStatus(Number(text)) : null;
}
