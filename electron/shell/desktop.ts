// The desktop application's life: one instance, its window, its services, its end.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, dialog } from 'electron';
import { applicationItself, createActing, type Acting } from '../app/acting.ts';
import { systemClock } from '../app/clock.ts';
import type { Application } from '../app/compose.ts';
import { createLogger } from '../app/logger.ts';
import type { Logger } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { profilePaths } from '../app/profile.ts';
import { openStore } from '../store/open-store.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { hostIpc } from './ipc-host.ts';
import { createMainWindow, type MainWindow } from './main-window.ts';
import { linkedPage } from './page-address.ts';
import { declareScheme, serveRenderer } from './protocol.ts';
import type { Services } from './services.ts';
import { startsHidden } from './start-hidden.ts';
import { denyPermissions, followTheme } from './window.ts';

/** Backups do not depend on a window: after this long, in ms, the services start whether it has its page or not. */
const PAGE_PATIENCE_MS = 2_000;

export type DesktopOptions = {
  profile: string;
  distDirectory: string;
  /** Make a demonstration run, print it, and quit with its verdict as exit code. */
  demo: boolean;
  screenshot: string | undefined;
};

/** Starts the application, or gives way to the instance that already owns the profile. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    // The first instance hears `second-instance` and shows its window.
    app.exit(0);
    return;
  }
  declareScheme();
  const window = createMainWindow(options.distDirectory);
  app.on('second-instance', (_event, words) => window.show(linkedPage(words)));
  listenToMacOs(window);

  const paths = profilePaths(options.profile);
  const logger = createLogger(paths.logs, systemClock);
  process.on('uncaughtException', (error) => logger.exception(error, 'main'));
  process.on('unhandledRejection', (error) => logger.exception(error, 'main'));

  // The store opens in its own thread beside Chromium's start: both take their time.
  const acting = createActing(applicationItself());
  const store = openStore({
    path: paths.database,
    now: systemClock.now,
    acting: acting.current,
    workerFile: join(options.distDirectory, 'electron', 'store-worker.cjs'),
  });
  store.catch(() => {});
  await app.whenReady();
  denyPermissions();
  const { pageGiven } = serveRenderer(join(options.distDirectory, 'renderer'));
  const page = linkedPage(process.argv);
  const visible = options.demo || page !== null || !startsHidden(options.profile, process.argv);
  if (visible) window.show(page);
  // Loading the services keeps this thread, which answers the page's requests, for a third of a second.
  const mayLoad = visible ? Promise.race([pageGiven, pause(PAGE_PATIENCE_MS)]) : Promise.resolve();
  const services = mayLoad.then(() => startServices(options, window, store, { logger, acting }));
  hostIpc(window, services);

  try {
    const { application, background } = await services;
    followTheme(application.settings.current());
    application.state.subscribe((patch) => {
      if (patch.slice === 'settings') followTheme(application.settings.current());
    });
    if (options.demo) await demonstrate(application, window, options.screenshot ?? null);
    else background.begin(application);
  } catch (error) {
    refuseToStart(error, logger.exception(error, 'start'), !options.demo);
  }
}

/** Loaded while the page starts: services and schemas take longer to load than a window to open. */
async function startServices(
  options: DesktopOptions,
  window: MainWindow,
  store: Promise<Store>,
  parts: { logger: Logger; acting: Acting },
): Promise<Services> {
  const { composeServices } = await import('./services.ts');
  return composeServices({ ...options, ...parts, window, store: await store });
}

/** Loaded when it is asked for: it brings every explanation of every code, which no other start has to wait for. */
async function demonstrate(application: Application, window: MainWindow, screenshot: string | null): Promise<void> {
  const [{ runDemo }, { guardQuit }] = await Promise.all([import('./demo.ts'), import('./quitting.ts')]);
  guardQuit({ application, language: () => 'en', window: window.current, mayAsk: false });
  const shown = window.current();
  if (shown) await runDemo(application, shown, screenshot);
}

/** macOS brings a window back by the dock, and passes links in events of its own. */
function listenToMacOs(window: MainWindow): void {
  app.on('activate', () => window.show());
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const page = linkedPage([url]);
    if (page) void app.whenReady().then(() => window.show(page));
  });
}

/** Without its store the application can promise nothing, so it says why and ends. */
function refuseToStart(error: unknown, incident: string, asksToBeRead: boolean): void {
  const language = app.getLocale().startsWith('es') ? 'es' : 'en';
  const text =
    error instanceof AppError
      ? errorText(error.code, error.params, language)
      : errorText('internal.incident', { incident }, language);
  process.stderr.write(`${text}\n`);
  // A demonstration speaks to its terminal, and nobody may sit in front of its display to close the box.
  if (asksToBeRead) dialog.showErrorBox('Respaldo', text);
  app.exit(1);
}
