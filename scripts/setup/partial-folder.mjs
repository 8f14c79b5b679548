// Makes a cached folder appear whole or not at all: it is filled under another name and renamed when complete, so an
// interrupted set-up is simply done again.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Fills `folder` by calling `fill(partialFolder)`; nothing is left behind when that fails.
 * Two set-ups at once both do the work, and the first to finish wins.
 */
export async function fillFolder(folder, fill) {
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await mkdir(partial);
    await fill(partial);
    if (!existsSync(folder)) await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function removeAbandoned(folder) {
  for (const name of await readdir(dirname(folder))) {
    const match = /^(.+)\.partial-(\d+)$/.exec(name);
    if (match?.[1] !== basename(folder) || isAlive(Number(match[2]))) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
