// The entry of the desktop application: decides what this process is to be, then hands over. Knows no feature.
import { join } from 'node:path';
import { app } from 'electron';
import { profileDirectory } from './app/profile.ts';
import { SIMULATOR_SWITCH } from './shell/simulator-command.ts';

// dist/electron/main.cjs → dist
const distDirectory = join(__dirname, '..');

const simulatorAt = process.argv.indexOf(SIMULATOR_SWITCH);
if (simulatorAt >= 0) {
  // The packaged application started itself as the simulated RMAN. Nothing of Electron is used from here on.
  process.argv.splice(1, simulatorAt, join(distDirectory, 'rman-simulator', 'rman.cjs'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(join(distDirectory, 'rman-simulator', 'rman.cjs'));
} else {
  const option = (name: string): string | undefined =>
    process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const profile = profileDirectory(option('profile'));
  app.setName('Respaldo');
  // The single-instance lock belongs to this directory, so it must be set before the lock is asked for.
  app.setPath('userData', profile);
  void import('./shell/desktop.ts').then(({ startDesktop }) =>
    startDesktop({ profile, distDirectory, demo: process.argv.includes('--demo'), screenshot: option('screenshot') }),
  );
}
