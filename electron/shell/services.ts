// What stands behind the window: the application over what Electron provides, and the router to it. Loaded after the
// window has been opened.
import { app } from 'electron';
import { systemClock } from '../app/clock.ts';
import { compose, type Application } from '../app/compose.ts';
import type { Logger, Store } from '../app/ports.ts';
import { profilePaths } from '../app/profile.ts';
import { createHandlers, createStreams } from '../ipc/handlers.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import { createLauncher } from '../rman/launcher.ts';
import { desktopFiles } from './desktop-files.ts';
import { createSecrets } from './secrets.ts';
import { electronSimulatorCommand } from './simulator-command.ts';

export type Services = { application: Application; router: Router };

type Ground = { profile: string; distDirectory: string; store: Store; logger: Logger };

/** Builds the application over an opened store. Electron must be ready: only then does it know the keychain. */
export async function composeServices({ profile, distDirectory, store, logger }: Ground): Promise<Services> {
  const ports = {
    store,
    logger,
    paths: profilePaths(profile),
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
  const application = await compose(ports, { supervise: true });
  return { application, router: createRouter(createHandlers(application), createStreams(application), logger) };
}
