// Installs the npm dependencies that the lock file names, when they are missing or the lock has changed since.
import { root } from '../places.mjs';
import { run } from '../processes.mjs';
import { dependenciesAreInstalled, markDependenciesInstalled } from './dependencies.mjs';
import { mustSucceed, say } from './step.mjs';

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
  markDependenciesInstalled();
}
