// Starts the bundled application in real Electron for an end-to-end test, on a profile of its own, and ends it.
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronRuntime } from '../../scripts/setup/electron-runtime.mjs';
import { sqliteBindingEnvironment } from '../../scripts/setup/sqlite-binding.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CLOSING_DEADLINE = 15_000;

export type LaunchOptions = {
  /** The folder of the profile; without it a new one that is deleted after `close`. */
  profile?: string;
  /** More arguments, after those of the launcher. */
  args?: readonly string[];
  /** Added to the environment of the test. */
  env?: Readonly<Record<string, string>>;
  /** What the operating system is set to, for example `es` or `en-GB`; `en-US` unless told. */
  locale?: string;
  /** What the window is told about light and dark; unless told, the application's own choice. */
  colorScheme?: 'light' | 'dark';
};

export type HiddenApp = {
  app: ElectronApplication;
  profile: string;
  /** Everything the main process has printed so far, both streams. */
  printed: () => string;
  /** Quits as a user does who is sure; fails when the application does not end by itself. */
  close: () => Promise<void>;
};

export type LaunchedApp = HiddenApp & {
  /** The first window, loaded. */
  window: Page;
};

/** Starts the application and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchHidden(options);
  try {
    const window = await launched.app.firstWindow();
    await window.waitForLoadState('domcontentloaded');
    return { ...launched, window };
  } catch (error) {
    launched.app.process().kill('SIGKILL');
    throw new Error(`The application opened no window. It printed:\n${launched.printed()}`, { cause: error });
  }
}

/** Starts the application and waits for nothing. */
export async function launchHidden(options: LaunchOptions = {}): Promise<HiddenApp> {
  const folder = options.profile === undefined ? await mkdtemp(join(tmpdir(), 'respaldo-e2e-')) : null;
  const profile = options.profile ?? join(folder!, 'profile');
  const app = await start(options, profile);
  // Asked for now: of an application that has ended Playwright knows no process.
  const child = app.process();
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  }
  const printed = (): string => chunks.join('');
  const close = async (): Promise<void> => {
    await quit(app, child, printed);
    if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { app, profile, printed, close };
}

function start(options: LaunchOptions, profile: string): Promise<ElectronApplication> {
  const locale = options.locale ?? 'en-US';
  // Chromium's sandbox refuses to work for root, and the tests may run as root in a container.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    executablePath: electronRuntime().executable,
    cwd: root,
    args: ['.', ...sandbox, `--profile=${profile}`, `--lang=${locale}`, ...(options.args ?? [])],
    env: {
      ...definedIn(process.env),
      ...sqliteBindingEnvironment(),
      LANGUAGE: locale.replace('-', '_'),
      ...options.env,
    },
    colorScheme: options.colorScheme ?? null,
  });
}

async function quit(app: ElectronApplication, child: ChildProcess, printed: () => string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, CLOSING_DEADLINE, 'late')));
  const outcome = await Promise.race([quitSurely(app), late]);
  clearTimeout(timer);
  if (outcome !== 'late') return;
  child.kill('SIGKILL');
  throw new Error(`The application did not quit within ${CLOSING_DEADLINE / 1000} s. It printed:\n${printed()}`);
}

/** Answers the question about backups that run, should it be asked. */
async function quitSurely(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  await app.close();
}

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
