// The end of the application: a plain question while backups run, none when the session itself ends, and nothing lost.
import { setTimeout as pause } from 'node:timers/promises';
import { app, dialog, powerMonitor, type BrowserWindow } from 'electron';
import type { Application } from '../app/compose.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Slices } from '../../shared/ipc/slices.ts';
import { quitQuestion } from './quit-question.ts';

export type Quitting = {
  /** The end has come: windows may go. */
  begun(): boolean;
  /** Somebody would be asked now. */
  asks(): boolean;
};

type Parts = {
  application: Application;
  language: () => Language;
  window: () => BrowserWindow | null;
  /** A demonstration quits by itself. */
  mayAsk: boolean;
};

/** Children go on without us; only what we hold is given back before the process ends. */
export function guardQuit({ application, language, window, mayAsk }: Parts): Quitting {
  let stage: 'living' | 'asking' | 'stopping' | 'stopped' = 'living';
  let sessionEnds = false;
  const activity = (): Slices['activity'] => application.state.snapshot().slices.activity;
  const asks = (): boolean => mayAsk && !sessionEnds && activity().length > 0;

  const mayQuit = async (): Promise<boolean> => {
    if (!asks()) return true;
    const { message, detail, buttons } = quitQuestion(activity(), language());
    const box = { type: 'question', message, detail, buttons, defaultId: 1, cancelId: 1, noLink: true } as const;
    const parent = window();
    const options = { ...box, buttons: [...buttons] };
    const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
    return response === 0;
  };
  const stop = async (): Promise<void> => {
    stage = 'stopping';
    await closed(window());
    await application.stop().finally(() => (stage = 'stopped'));
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (stage === 'stopped') return;
    event.preventDefault();
    if (stage === 'stopping' || (stage === 'asking' && !sessionEnds)) return;
    stage = 'asking';
    void mayQuit().then(
      (may) => {
        if (stage !== 'asking') return;
        if (may) void stop();
        else stage = 'living';
      },
    );
  });
  const endOfSession = (): void => {
    sessionEnds = true;
    app.quit();
  };
  // Linux sessions end their programs by signals; the others say so through Electron. Windows asks nobody.
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.on(signal, endOfSession);
  powerMonitor.on('shutdown', endOfSession);

  return { begun: () => stage === 'stopping' || stage === 'stopped', asks };
}

/** How long, in ms, a page may take to go. */
const PAGE_PATIENCE_MS = 1_000;

/** A page says last what it had not written yet (a draft), and the services must still be there to hear it. */
async function closed(window: BrowserWindow | null): Promise<void> {
  if (window === null || window.isDestroyed()) return;
  const gone = new Promise<void>((resolve) => window.once('closed', resolve));
  window.close();
  await Promise.race([gone, pause(PAGE_PATIENCE_MS)]);
  if (!window.isDestroyed()) window.destroy();
}
