// A D-Bus session for the tests: Electron talks to the desktop over it, and the user's own desktop is no test fixture.
import { createInterface } from 'node:readline';
import { end, start } from '../processes.mjs';
import { SetUpFailure } from '../setup/step.mjs';

/** Calls `work(env)` with the environment of a bus that lives as long as the work; on Linux only. */
export async function withMessageBus(env, work) {
  if (process.platform !== 'linux') return work(env);
  // Not dbus-run-session: its daemon reports on our terminal about every service that nobody offers here.
  const daemon = start('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=3'], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    return await work({ ...env, DBUS_SESSION_BUS_ADDRESS: await busAddress(daemon) });
  } finally {
    end(daemon);
  }
}

function busAddress(daemon) {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new SetUpFailure('The message bus (dbus-daemon) did not start.'));
    daemon.once('error', failed);
    daemon.once('exit', failed);
    createInterface({ input: daemon.stdio[3] }).once('line', resolve);
  });
}
