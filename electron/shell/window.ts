// The application window: sandboxed, on our own scheme, unable to navigate, open windows or ask for permissions.
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, session, shell, type Rectangle, type WebContents } from 'electron';
import type { Settings } from '../../shared/domain/settings.ts';
import type { PageAddress } from './page-address.ts';
import { ORIGIN } from './protocol.ts';

// Shown while the page is on its way; equal to the page's own background, so that nothing flashes.
const BACKGROUND = { light: '#fbfbfa', dark: '#16181b' };

/** Documentation and Oracle's error pages open in the user's browser; nothing else does. */
const MAY_OPEN_OUTSIDE = /^https:\/\/docs\.oracle\.com\//;

/** Where a window opens: at a page, in the place of an earlier one, or small. */
export type Opening = { page: PageAddress; bounds: Rectangle | null; minimised: boolean };

/** Opens the window; it appears as soon as its first frame is painted. */
export function openWindow(distDirectory: string, { page, bounds, minimised }: Opening): BrowserWindow {
  const window = new BrowserWindow({
    ...(bounds ?? { width: 1280, height: 800 }),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Respaldo',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(distDirectory, 'electron', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
    },
  });
  confine(window.webContents);
  window.once('ready-to-show', () => (minimised ? window.minimize() : window.show()));
  void window.loadURL(`${ORIGIN}/index.html${page}`);
  return window;
}

/** Brings the window to the front, out of the tray or another desktop's shadow. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Lets the desktop's own widgets follow the theme of the settings. */
export function followTheme(settings: Settings): void {
  nativeTheme.themeSource = settings.theme;
}

/** Refuses every permission of the web platform: the application needs none. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (MAY_OPEN_OUTSIDE.test(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
