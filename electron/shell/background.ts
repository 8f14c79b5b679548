// The application's life without a window: the tray's clicks, what closing the window means, starting hidden and at
// login. Starts nothing but what the user clicks.
import { app, dialog } from 'electron';
import type { Application } from '../app/compose.ts';
import type { Logger } from '../app/ports.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Session } from '../../shared/domain/user.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { refusalOf } from '../../shared/ipc/access.ts';
import type { MainWindow } from './main-window.ts';
import { LINK_SCHEME } from './page-address.ts';
import { onPowerChange } from './power.ts';
import { guardQuit } from './quitting.ts';
import type { SessionBus } from './session-bus.ts';
import { applyStartAtLogin } from './start-at-login.ts';
import { rememberStartHidden } from './start-hidden.ts';
import { keepTray } from './tray-life.ts';
import { pauseEnd, type TrayAct, type TrayRights } from './tray-menu.ts';

/** At login the application may be there before the panel; and a panel that is restarted is soon back. */
const PANEL_MS = 10_000;

type Parts = { window: MainWindow; bus: Promise<SessionBus | null>; icons: string; profile: string };

export function createBackground({ window, bus, icons, profile }: Parts) {
  let application: Application | null = null;
  /** `null` until the desktop has said. */
  let tray: boolean | null = null;

  const keepsOn = (): boolean => application?.settings.current().background.keepInTray ?? false;
  const mayStay = (): boolean => tray === true && keepsOn();

  const language = (): Language =>
    application?.settings.current().language ?? (app.getLocale().startsWith('es') ? 'es' : 'en');

  return {
    /** Of everything that is said outside of the window. */
    language,
    /** What the window says about this desktop. */
    notices(): ErrorReport[] {
      return tray === false && keepsOn() ? [{ code: 'desktop.no-tray', params: {}, fields: [] }] : [];
    },

    begin(begun: Application): void {
      application = begun;
      const quitting = guardQuit({ application: begun, language, window: window.current, mayAsk: true });
      window.decideClosing(() => {
        if (quitting.begun()) return 'end';
        if (keepsOn()) return tray === false ? 'minimise' : 'go-on';
        return quitting.asks() ? 'ask' : 'end';
      });
      keepTray({
        state: begun.state,
        bus,
        icons,
        language,
        rights: () => trayRights(begun.sessions.current()),
        onRights: (hear) => void begun.sessions.onChange(hear),
        act: (act) => void carryOut(act, begun, { window, language }),
        onPlace(present) {
          tray = present;
          begun.refresh();
          // What has neither a window nor a tray cannot be reached.
          if (!present) setTimeout(() => mayStay() || quitting.begun() || window.showMinimised(), PANEL_MS).unref();
        },
      });
      onPowerChange(begun.scheduler.resumed);
      followSettings(begun, profile);
      if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
    },
  };
}

export type Background = ReturnType<typeof createBackground>;

type Surroundings = { window: MainWindow; language(): Language };

async function carryOut(act: TrayAct, application: Application, { window, language }: Surroundings): Promise<void> {
  if (act.kind === 'open') return window.show();
  if (act.kind === 'show') return window.show(act.page);
  if (act.kind === 'quit') return app.quit();
  const { scheduler, sessions, acting, ports } = application;
  try {
    sessions.permit('operator');
    await acting.as(sessions.actor('tray'), async () => {
      if (act.kind === 'pause') await scheduler.pause(pauseEnd(act.length, ports.clock.now()));
      else if (act.kind === 'resume') await scheduler.resume();
      else await scheduler.start(act.strategyId, 'manual');
    });
  } catch (error) {
    await tell(error, language(), ports.logger);
  }
}

/** The menu offers what `permit` would let pass; a menu that stood open meanwhile is refused there. */
function trayRights(session: Session): TrayRights {
  if (refusalOf('operator', session) === null) return 'operate';
  return session.state === 'locked' ? 'nothing' : 'look';
}

async function tell(error: unknown, language: Language, logger: Logger): Promise<void> {
  const message =
    error instanceof AppError
      ? errorText(error.code, error.params, language)
      : errorText('internal.incident', { incident: logger.exception(error, 'tray') }, language);
  await dialog.showMessageBox({ type: 'warning', message, buttons: [] });
}

/** Tells the operating system and the next start what the settings say about starting. */
function followSettings({ settings, state, ports }: Application, profile: string): void {
  let told = '';
  const follow = async (): Promise<void> => {
    const { background } = settings.current();
    const next = JSON.stringify([background.startAtLogin, background.startHidden]);
    if (next === told) return;
    told = next;
    await rememberStartHidden(profile, background.startHidden);
    await applyStartAtLogin(background, profile);
  };
  const report = (error: unknown): void => void ports.logger.exception(error, 'start at login');
  follow().catch(report);
  state.subscribe((patch) => {
    if (patch.slice === 'settings') follow().catch(report);
  });
}
