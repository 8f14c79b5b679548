// The entry of the desktop application: decides what this process is to be, then hands over. Knows no feature.
import { join } from 'node:path';
import { app } from 'electron';
import { version } from '../package.json';
import { profileDirectory } from './app/profile.ts';
import { electronSimulatorCommand, SIMULATOR_SWITCH } from './shell/simulator-command.ts';

// dist/electron/main.cjs → dist
const distDirectory = join(__dirname, '..');
const option = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const wordsAfter = (word: string): string[] | null => {
  const at = process.argv.indexOf(word);
  return at < 0 ? null : process.argv.slice(at + 1);
};

const simulatorWords = wordsAfter(SIMULATOR_SWITCH);
const commandWords = wordsAfter('--cli');

if (simulatorWords) {
  // The packaged application started itself as the simulated RMAN. Nothing of Electron is used from here on.
  const simulator = join(distDirectory, 'rman-simulator', 'rman.cjs');
  process.argv = [process.execPath, simulator, ...simulatorWords];
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(simulator);
} else if (commandWords) {
  void runAsCommandLine(commandWords);
} else {
  const profile = profileDirectory(option('profile'));
  app.setName('Respaldo');
  // The single-instance lock belongs to this directory, so it must be set before the lock is asked for.
  app.setPath('userData', profile);
  void import('./shell/desktop.ts').then(({ startDesktop }) =>
    startDesktop({ profile, distDirectory, demo: process.argv.includes('--demo'), screenshot: option('screenshot') }),
  );
}

/** The same commands as under plain Node, with the keychain that only Electron can open. */
async function runAsCommandLine(words: string[]): Promise<void> {
  // Windows are not wanted, and no window of a running application is to be disturbed.
  app.on('window-all-closed', () => {});
  const [{ runCommandLine }, { processTerminal }, { createSecrets }] = await Promise.all([
    import('./command-line/run-command-line.ts'),
    import('./command-line/terminal.ts'),
    import('./shell/secrets.ts'),
  ]);
  await app.whenReady();
  const terminal = {
    ...processTerminal(),
    secrets: createSecrets,
    simulator: electronSimulatorCommand(distDirectory),
  };
  app.exit(await runCommandLine(words, version, terminal));
}
