// What stands behind the window: the application over what Electron provides, and the router to it. Loaded after the
// window has been opened.
import { join } from 'node:path';
import { app } from 'electron';
import type { Acting } from '../app/acting.ts';
import { systemClock } from '../app/clock.ts';
import { compose, type Application } from '../app/compose.ts';
import type { Logger } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { profilePaths } from '../app/profile.ts';
import { createGate } from '../ipc/gate.ts';
import { createHandlers, createStreams } from '../ipc/handlers.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import { createLauncher } from '../rman/launcher.ts';
import { createBackground, type Background } from './background.ts';
import { desktopFiles } from './desktop-files.ts';
import type { MainWindow } from './main-window.ts';
import { desktopNotifier } from './notifications.ts';
import { runPage } from './page-address.ts';
import { powerSupply } from './power.ts';
import { presenceAt } from './presence.ts';
import { createSecrets } from './secrets.ts';
import { connectSessionBus } from './session-bus.ts';
import { electronSimulatorCommand } from './simulator-command.ts';

export type Services = { application: Application; router: Router; background: Background };

type Ground = {
  profile: string;
  distDirectory: string;
  window: MainWindow;
  store: Store;
  logger: Logger;
  acting: Acting;
};

/** Builds the application over an opened store. Electron must be ready: only then does it know the keychain. */
export async function composeServices(ground: Ground): Promise<Services> {
  const { profile, distDirectory, window, store, logger, acting } = ground;
  const bus = process.platform === 'linux' ? connectSessionBus() : Promise.resolve(null);
  const icons = join(distDirectory, '..', 'resources', 'icons', 'tray');
  const background = createBackground({ window, bus, icons, profile });
  const ports = {
    store,
    logger,
    acting,
    presence: presenceAt(window),
    paths: profilePaths(profile),
    clock: systemClock,
    secrets: createSecrets(store),
    launcher: createLauncher(),
    simulator: electronSimulatorCommand(distDirectory),
    desktop: desktopFiles(background.notices),
    power: powerSupply(),
    notifier: desktopNotifier({
      bus,
      language: background.language,
      open: (runId) => window.show(runId === null ? null : runPage(runId)),
    }),
    about: {
      version: app.getVersion(),
      platform: process.platform,
      locale: app.getLocale(),
      profile,
      runtime: `Electron ${process.versions.electron}, Node ${process.versions.node}`,
    },
  };
  const application = await compose(ports, { supervise: true, automatic: true });
  const gate = createGate(application.sessions, acting, 'window', application.refreshAudit);
  const router = createRouter(createHandlers(application), createStreams(application), logger, gate);
  return { application, background, router };
}
