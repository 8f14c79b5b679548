// Installs the npm dependencies that the lock file names, when they are missing or the lock has changed since.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { inRoot, root } from '../places.mjs';
import { run } from '../processes.mjs';
import { mustSucceed, say } from './step.mjs';

// Inside node_modules, so that it goes when they go.
const stamp = inRoot('node_modules/.respaldo-lock');

/** Whether node_modules holds what the lock file says. */
export function dependenciesAreInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === lockHash();
  } catch {
    return false;
  }
}

/** Runs `npm ci` unless its result is there already. */
export async function installDependencies() {
  if (dependenciesAreInstalled()) return;
  say('installing the npm dependencies');
  // No package here needs an install script: Electron and the SQLite binding are set up by the steps that follow.
  const result = await run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  mustSucceed('npm ci', result);
  await writeFile(stamp, lockHash());
}

function lockHash() {
  return createHash('sha256').update(readFileSync(inRoot('package-lock.json'))).digest('hex');
}
