// Whether node_modules holds what the lock file says. Only looks, so that it costs nothing to ask.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../places.mjs';

// Inside node_modules, so that it goes when they go.
const stamp = inRoot('node_modules/.respaldo-lock');

/** True when the last installation was made from the lock file as it is now. */
export function dependenciesAreInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === lockHash();
  } catch {
    return false;
  }
}

/** Remembers that the installation matches the lock file. */
export function markDependenciesInstalled() {
  writeFileSync(stamp, lockHash());
}

function lockHash() {
  return createHash('sha256').update(readFileSync(inRoot('package-lock.json'))).digest('hex');
}
