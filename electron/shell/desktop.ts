// The desktop application's life: one instance, its window, its services, its end.
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { systemClock } from '../app/clock.ts';
import { compose, type Application } from '../app/compose.ts';
import { createLogger } from '../app/logger.ts';
import { profilePaths } from '../app/profile.ts';
import { createRouter } from '../ipc/router.ts';
import { createHandlers, createStreams } from '../ipc/handlers.ts';
import { createLauncher } from '../rman/launcher.ts';
import { openStore } from '../store/open-store.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { desktopFiles } from './desktop-files.ts';
import { hostIpc } from './ipc-host.ts';
import { declareScheme, serveRenderer } from './protocol.ts';
import { createSecrets } from './secrets.ts';
import { electronSimulatorCommand } from './simulator-command.ts';
import { denyPermissions, focusWindow, followTheme, openWindow } from './window.ts';

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
  let window: BrowserWindow | null = null;
  app.on('second-instance', () => window && focusWindow(window));
  app.on('window-all-closed', () => app.quit());

  const paths = profilePaths(options.profile);
  const logger = createLogger(paths.logs, systemClock);
  process.on('uncaughtException', (error) => logger.exception(error, 'main'));
  process.on('unhandledRejection', (error) => logger.exception(error, 'main'));

  // The store opens beside Chromium's own start: both take their time.
  const services = startServices(options, paths, logger);
  services.catch(() => {});
  await app.whenReady();
  denyPermissions();
  serveRenderer(join(options.distDirectory, 'renderer'));
  window = openWindow(options.distDirectory);
  hostIpc(
    () => window,
    services.then((application) => ({
      router: createRouter(createHandlers(application), createStreams(application), logger),
      state: application.state,
    })),
  );
  window.on('closed', () => (window = null));

  try {
    const application = await services;
    followTheme(application.settings.current());
    application.state.subscribe((patch) => {
      if (patch.slice === 'settings') followTheme(application.settings.current());
    });
    stopOnQuit(application);
    if (options.demo && window) await demonstrate(application, window, options.screenshot ?? null);
  } catch (error) {
    refuseToStart(error, logger.exception(error, 'start'));
  }
}

async function startServices(
  { profile, distDirectory }: DesktopOptions,
  paths: ReturnType<typeof profilePaths>,
  logger: ReturnType<typeof createLogger>,
): Promise<Application> {
  const store = await openStore({
    path: paths.database,
    now: systemClock.now,
    workerFile: join(distDirectory, 'electron', 'store-worker.cjs'),
  });
  await app.whenReady();
  const ports = {
    store,
    logger,
    paths,
    clock: systemClock,
    secrets: createSecrets(store),
    launcher: createLauncher(),
    simulator: electronSimulatorCommand(distDirectory),
    desktop: desktopFiles(),
    about: {
      version: app.getVersion(),
      platform: process.platform,
      locale: app.getLocale(),
      profile,
      runtime: `Electron ${process.versions.electron}, Node ${process.versions.node}`,
    },
  };
  return compose(ports, { supervise: true });
}

/** Loaded when it is asked for: it brings every explanation of every code, which no other start has to wait for. */
async function demonstrate(application: Application, window: BrowserWindow, screenshot: string | null): Promise<void> {
  const { runDemo } = await import('./demo.ts');
  await runDemo(application, window, screenshot);
}

/** Children go on without us; only what we hold is given back. */
function stopOnQuit(application: Application): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void application.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

/** Without its store the application can promise nothing, so it says why and ends. */
function refuseToStart(error: unknown, incident: string): void {
  const language = app.getLocale().startsWith('es') ? 'es' : 'en';
  const text =
    error instanceof AppError
      ? errorText(error.code, error.params, language)
      : errorText('internal.incident', { incident }, language);
  process.stderr.write(`${text}\n`);
  dialog.showErrorBox('Respaldo', text);
  app.exit(1);
}
