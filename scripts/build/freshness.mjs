// Knows whether a part of dist/ is what its sources would give, by their names, sizes and times: a few milliseconds,
// so that every command can afford to ask.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../places.mjs';

/** The parts of dist/ with the folders and files that each is made of. */
export const parts = {
  client: ['renderer', 'shared'],
  electron: ['electron', 'shared', 'package.json'],
  simulator: ['resources/rman-simulator', 'package.json'],
};
const always = ['vite.config.ts', 'package-lock.json'];
const stamp = (part) => inRoot('dist/.sources', part);

/** Whether `part` was built from the sources as they are. */
export function isFresh(part) {
  try {
    return readFileSync(stamp(part), 'utf8') === sourcesOf(part);
  } catch {
    return false;
  }
}

/** What the sources of `part` look like now: taken before building, so that a change made meanwhile is not missed. */
export function sourcesOf(part) {
  const hash = createHash('sha1');
  for (const path of [...parts[part], ...always]) list(inRoot(path), hash);
  return hash.digest('hex');
}

/** Remembers that `part` was built from `sources`. */
export function markFresh(part, sources) {
  mkdirSync(dirname(stamp(part)), { recursive: true });
  writeFileSync(stamp(part), sources);
}

function list(path, hash) {
  const { mtimeMs, size } = statSync(path);
  hash.update(`${path} ${size} ${mtimeMs}\n`);
  const isFolder = statSync(path).isDirectory();
  if (isFolder) for (const name of readdirSync(path).sort()) list(join(path, name), hash);
}
