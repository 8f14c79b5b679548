// Whether somebody is in front of the window: what is typed and moved in it, and the desktop's own lock and sleep.
import { powerMonitor } from 'electron';
import type { Presence } from '../users/idle-lock.ts';
import type { MainWindow } from './main-window.ts';

/** Moving the mouse sends hundreds of events a second; nobody counts idleness in less. */
const TOUCH_MS = 1_000;

/** Electron must be ready. */
export function presenceAt(window: MainWindow): Presence {
  return {
    onTouch(listener) {
      let on = true;
      let toldAt = -Infinity;
      window.onOpened(({ webContents }) => {
        webContents.on('input-event', () => {
          const now = performance.now();
          if (!on || now - toldAt < TOUCH_MS) return;
          toldAt = now;
          listener();
        });
      });
      return () => void (on = false);
    },
    onAway(listener) {
      // The last is macOS, where another user may take the screen while our session goes on.
      const events = ['lock-screen', 'suspend', 'user-did-resign-active'] as const;
      const monitor = powerMonitor as NodeJS.EventEmitter;
      for (const event of events) monitor.on(event, listener);
      return () => {
        for (const event of events) monitor.off(event, listener);
      };
    },
  };
}
