// Whether this start opens a window. The settings lie in the store, which opens beside the window; so that no window
// waits for it, this one of them is repeated as a file beside it.
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HIDDEN_SWITCH } from './start-at-login.ts';

const mark = (profile: string): string => join(profile, 'start-hidden');

export const startsHidden = (profile: string, words: readonly string[]): boolean =>
  words.includes(HIDDEN_SWITCH) || existsSync(mark(profile));

/** For the next start. @throws when the profile cannot be written */
export async function rememberStartHidden(profile: string, hidden: boolean): Promise<void> {
  if (hidden === existsSync(mark(profile))) return;
  await (hidden ? writeFile(mark(profile), '') : rm(mark(profile), { force: true }));
}
