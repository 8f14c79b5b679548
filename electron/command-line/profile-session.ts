// Opens the profile for a command over the same `compose` as the application, and finds what the user named in it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { applicationItself, createActing } from '../app/acting.ts';
import { systemClock } from '../app/clock.ts';
import { compose, type Application } from '../app/compose.ts';
import { createLogger } from '../app/logger.ts';
import type { Desktop, Secrets, SimulatorCommand } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { profileDirectory, profilePaths } from '../app/profile.ts';
import { createLauncher } from '../rman/launcher.ts';
import { openStore } from '../store/open-store.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ParsedCommand } from './arguments.ts';
import { logInFor } from './log-in.ts';
import type { Terminal } from './terminal.ts';

export type ProfileSession = { application: Application; store: Store };

/**
 * Runs `act` with the profile open, in the name of whoever is logged in; whatever happens, children live on and the
 * file is closed. @throws AppError as `logInFor`
 */
export async function withProfile<T>(
  command: ParsedCommand,
  terminal: Terminal,
  act: (session: ProfileSession) => Promise<T>,
): Promise<T> {
  const paths = profilePaths(profileDirectory(command.text('profile'), terminal.env));
  mkdirSync(paths.profile, { recursive: true, mode: 0o700 });
  const acting = createActing(applicationItself());
  const store = await openStore({
    path: paths.database,
    now: systemClock.now,
    acting: acting.current,
    workerFile: join(__dirname, 'store-worker.cjs'),
  });
  let application: Application | null = null;
  try {
    const ports = {
      store,
      acting,
      paths,
      logger: createLogger(paths.logs, systemClock),
      clock: systemClock,
      secrets: terminal.secrets ? terminal.secrets(store) : noKeychain(store),
      launcher: createLauncher(),
      simulator: terminal.simulator ?? nodeSimulator(),
      desktop: noDesktop,
      // Only Electron knows; nothing is held back for it here.
      power: { onBattery: () => null },
      about: {
        version: '',
        platform: process.platform,
        locale: command.language,
        profile: paths.profile,
        runtime: `Node ${process.versions.node}`,
      },
    };
    // A command that only looks must not take the runs over and drop them a moment later.
    application = await compose(ports, { supervise: command.name === 'run' });
    await logInFor(command, terminal, application);
    const session = { application, store };
    return await acting.as(application.sessions.actor('command-line'), () => act(session));
  } finally {
    if (application) await application.stop();
    else await store.close();
  }
}

/** The strategy with this id, or the only one with this name. @throws AppError `cli.unknown-name`, `cli.ambiguous` */
export async function findStrategy(store: Store, word: string, target: string | undefined): Promise<Strategy> {
  const [strategies, targets] = await Promise.all([store.strategies.list(), store.targets.list()]);
  const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();
  const targetName = (id: string): string => targets.find((candidate) => candidate.id === id)?.spec.name ?? id;
  const fits = strategies.filter(
    (strategy) =>
      (strategy.id === word || same(strategy.spec.name, word)) &&
      (target === undefined || strategy.targetId === target || same(targetName(strategy.targetId), target)),
  );
  const [first, second] = fits;
  if (!first) throw new AppError('cli.unknown-name', { name: word });
  if (second) {
    const matches = fits.map((strategy) => `${strategy.id} (${targetName(strategy.targetId)})`).join(', ');
    throw new AppError('cli.ambiguous', { name: word, matches });
  }
  return first;
}

/** The target with this id, or the only one with this name. @throws AppError `cli.unknown-name`, `cli.ambiguous` */
export function findTarget(targets: readonly Target[], word: string): Target {
  const fits = targets.filter(({ id, spec }) => id === word || spec.name.toLowerCase() === word.toLowerCase());
  const [first, second] = fits;
  if (!first) throw new AppError('cli.unknown-name', { name: word });
  if (second) throw new AppError('cli.ambiguous', { name: word, matches: fits.map(({ id }) => id).join(', ') });
  return first;
}

/** Plain Node runs the simulator's script itself. */
const nodeSimulator = (): SimulatorCommand => ({
  file: process.execPath,
  args: [join(__dirname, '..', 'rman-simulator', 'rman.cjs')],
  env: {},
});

/** safeStorage lives in Electron only: targets with a password are run by the application. */
function noKeychain(store: Store): Secrets {
  return {
    keychain: () => 'unavailable',
    has: async (name) => (await store.secrets.get(name)) !== null,
    read: (_name, target) => Promise.reject(new AppError('secret.unavailable', { target })),
    write: () => Promise.reject(new AppError('secret.plain-refused')),
    forget: (name) => store.secrets.remove(name),
  };
}

const noDesktop: Desktop = {
  askWhereToSave: () => Promise.resolve(null),
  copyText: () => {},
  showInFolder: () => {},
  openFile: () => Promise.resolve(),
  notices: () => [],
};
