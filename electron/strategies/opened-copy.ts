// Copies of scripts that the user opens in an editor: private, read-only, and gone at the next start of a day. A change
// to a copy changes no strategy, so it cannot be saved by mistake for one.
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEEP_MS = 24 * 3_600_000;

/**
 * Writes `text` under a folder of the profile that nobody else may read, and answers its path. The name ends with
 * `.txt`: a desktop opens that in an editor, and never runs it.
 */
export async function openedCopy(profile: string, name: string, text: string): Promise<string> {
  const folder = join(profile, 'opened');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeOld(folder);
  const path = join(folder, name);
  // An earlier copy of the same script may be read-only.
  await rm(path, { force: true });
  await writeFile(path, text, { mode: 0o600 });
  await chmod(path, 0o400);
  return path;
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > KEEP_MS) await rm(path, { force: true });
  }
}
