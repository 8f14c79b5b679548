// The launcher port: processes are started, found again, looked at and signalled here and nowhere else.
import type { Launcher, ProcessIdentity } from '../app/ports.ts';
import { converse } from './converse.ts';
import { posixLauncher } from './launcher-posix.ts';
import { windowsLauncher } from './launcher-windows.ts';
import { isAlive, startTokenOf } from './process-identity.ts';
import { probe } from './probe.ts';

/** The launcher of this platform. */
export function createLauncher(): Launcher {
  let self: ProcessIdentity | null = null;
  return {
    ...(process.platform === 'win32' ? windowsLauncher : posixLauncher),
    isAlive: (identity) => isAlive(identity),
    self: () => (self ??= { pid: process.pid, startToken: startTokenOf(process.pid) ?? `unknown-${Date.now()}` }),
    probe,
    converse,
  };
}
