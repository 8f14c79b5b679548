// Keeps the tray icon there while the desktop has a place for it, and up to date with the published state. Knows no
// window.
import type { State } from '../app/state.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { SliceName } from '../../shared/ipc/slices.ts';
import type { SessionBus } from './session-bus.ts';
import { watchTrayHost } from './tray-host.ts';
import { trayModel, type TrayAct, type TrayRights } from './tray-menu.ts';
import { createTrayIcon } from './tray.ts';

const LOOKED_AT: readonly SliceName[] = ['targets', 'strategies', 'activity', 'schedule', 'outbox', 'settings'];
/** Progress comes many times a second; nobody reads a menu that often. */
const REST_MS = 2_000;
/** How old a duration in the menu may be; nothing is counted while nothing runs. */
const RUNNING_MS = 30_000;

type Parts = {
  state: State;
  bus: Promise<SessionBus | null>;
  icons: string;
  language(): Language;
  rights(): TrayRights;
  /** Calls `hear` when `rights` may answer otherwise. */
  onRights(hear: () => void): void;
  act(act: TrayAct): void;
  /** Hears whether there is a tray, at first and at every change. */
  onPlace(present: boolean): void;
};

export function keepTray({ state, bus, icons, language, rights, onRights, act, onPlace }: Parts): void {
  const icon = createTrayIcon(icons, act);
  let present = false;
  let timer: NodeJS.Timeout | null = null;

  const draw = (): void => {
    timer = null;
    if (!present) return;
    const { slices } = state.snapshot();
    icon.show(trayModel(slices, { language: language(), now: Date.now(), rights: rights() }));
    if (slices.activity.length > 0) timer = setTimeout(draw, RUNNING_MS);
  };
  let drawnAt = 0;
  const drawSoon = (): void => {
    if (timer) clearTimeout(timer);
    const wait = Math.max(0, drawnAt + REST_MS - Date.now());
    timer = setTimeout(() => {
      drawnAt = Date.now();
      draw();
    }, wait);
  };

  state.subscribe(({ slice }) => {
    if (LOOKED_AT.includes(slice)) drawSoon();
  });
  // At once: what was there to be seen must not be there any longer.
  onRights(draw);
  void bus.then((connection) =>
    watchTrayHost(connection, (there) => {
      present = there;
      if (there) draw();
      else icon.remove();
      onPlace(there);
    }),
  );
}
