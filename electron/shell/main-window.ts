// The one window over the application's life: closed it is gone, with its memory, and opened again it is where it was.
import { app, type BrowserWindow, type Rectangle } from 'electron';
import type { PageAddress } from './page-address.ts';
import { focusWindow, openWindow } from './window.ts';
import { ORIGIN } from './protocol.ts';

/**
 * What closing the window means: the application ends with it, goes on without it, only makes it small where nothing
 * else would bring it back, or has a question to ask first.
 */
export type Closing = 'end' | 'go-on' | 'minimise' | 'ask';

export type MainWindow = {
  current(): BrowserWindow | null;
  /** Brings the window to the front, opened anew if need be; at `page`, else where it was. */
  show(page?: PageAddress | null): void;
  /** Opens it without taking the user's attention. */
  showMinimised(): void;
  /** Calls `act` for the window that is open and for every later one. */
  onOpened(act: (window: BrowserWindow) => void): void;
  /** From now on `decide` says what closing means; until it is called closing ends the application. */
  decideClosing(decide: () => Closing): void;
};

const HOME: PageAddress = '#/';

/** Electron must be ready before the first `show`. */
export function createMainWindow(distDirectory: string): MainWindow {
  let window: BrowserWindow | null = null;
  let last: { page: PageAddress; bounds: Rectangle; maximised: boolean } | null = null;
  let closing = (): Closing => 'end';
  const ears: ((window: BrowserWindow) => void)[] = [];

  const open = (page: PageAddress, minimised: boolean): void => {
    const opened = openWindow(distDirectory, { page, bounds: last?.bounds ?? null, minimised });
    if (last?.maximised) opened.maximize();
    window = opened;
    opened.on('close', (event) => {
      last = { page: pageOf(opened), bounds: opened.getNormalBounds(), maximised: opened.isMaximized() };
      const means = closing();
      if (means === 'minimise' || means === 'ask') event.preventDefault();
      if (means === 'minimise') opened.minimize();
      if (means === 'ask') app.quit();
      // Whoever wants a window while this one goes gets another.
      if (means === 'end' || means === 'go-on') window = null;
    });
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    for (const ear of ears) ear(opened);
  };
  app.on('window-all-closed', () => {
    if (closing() !== 'go-on') app.quit();
  });

  return {
    current: () => window,
    show(page = null) {
      if (!window) return open(page ?? last?.page ?? HOME, false);
      // The address of the same page but for its hash: nothing is loaded anew, and unsaved work is asked about.
      if (page && page !== pageOf(window)) void window.loadURL(`${ORIGIN}/index.html${page}`);
      focusWindow(window);
    },
    showMinimised: () => window ?? open(HOME, true),
    onOpened(act) {
      ears.push(act);
      if (window) act(window);
    },
    decideClosing: (decide) => void (closing = decide),
  };
}

function pageOf(window: BrowserWindow): PageAddress {
  const [, hash] = /^[^#]*#\/(.*)$/.exec(window.webContents.getURL()) ?? [];
  return hash === undefined ? HOME : `#/${hash}`;
}
