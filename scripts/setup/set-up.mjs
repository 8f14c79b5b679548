// Turns a fresh machine into one where the app runs: each step looks first and does nothing when it was done already.
import { compileSqliteBinding } from './compile-sqlite-binding.mjs';
import { provideElectron } from './electron-runtime.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { needsOwnBinding, sqliteBindingIsReady } from './sqlite-binding.mjs';
import { provideSystemPackages } from './system-packages.mjs';

/**
 * What the command line and the tests without a window need: the dependencies and a SQLite binding for this Node.
 */
export async function setUpForNode() {
  await installDependencies();
  if (needsOwnBinding()) await provideBinding();
}

/** What the tests of remote runners need: an OpenSSH server, of which they start processes of their own. */
export const setUpForSsh = () => provideSystemPackages(['sshServer']);

/**
 * What running the application needs as well: an Electron, the libraries under it and, where there is no display, one.
 * @param {{display?: boolean, messageBus?: boolean, notifications?: boolean}} [also] Whether a virtual display, a
 *   D-Bus or a notification daemon will be started.
 * @returns The runtime, see `electronRuntime`.
 */
export async function setUpForElectron({ display = false, messageBus = false, notifications = false } = {}) {
  await installDependencies();
  const also = [display && 'virtualDisplay', messageBus && 'messageBus', notifications && 'notifications'];
  const needs = ['window', ...also];
  await provideSystemPackages(needs.filter(Boolean));
  const runtime = await provideElectron();
  if (needsOwnBinding() || needsOwnBinding(runtime.napi)) await provideBinding();
  return runtime;
}

async function provideBinding() {
  if (sqliteBindingIsReady()) return;
  await provideSystemPackages(['compiler']);
  await compileSqliteBinding();
}
