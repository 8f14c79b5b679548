// Makes the operating system start the application at login, or not any more, as the settings say.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { Settings } from '../../shared/domain/settings.ts';
import { autostartEntry, isEntryOf } from './autostart-entry.ts';

/** The switch of a start that opens no window. */
export const HIDDEN_SWITCH = '--hidden';

/** @throws when the file of the desktop cannot be written */
export async function applyStartAtLogin(background: Settings['background'], profile: string): Promise<void> {
  if (process.platform === 'linux') return applyAutostart(background, profile);
  // A checkout's Electron would start without the checkout.
  if (!app.isPackaged) return;
  app.setLoginItemSettings({ openAtLogin: background.startAtLogin, args: switches(background, profile) });
}

function switches({ startHidden }: Settings['background'], profile: string): string[] {
  return [`--profile=${profile}`, ...(startHidden ? [HIDDEN_SWITCH] : [])];
}

/** Another file of that name, made by the user or for another profile, is not ours to remove or overwrite. */
async function applyAutostart(background: Settings['background'], profile: string): Promise<void> {
  const folder = join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'respaldo.desktop');
  const found = await readFile(file, 'utf8').catch(() => null);
  const ours = found !== null && isEntryOf(found, profile);
  if (!background.startAtLogin) return ours ? rm(file) : undefined;
  const text = autostartEntry({ command: [...ownCommand(), ...switches(background, profile)], profile });
  if (text === found || (found !== null && !ours)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(file, text);
}

/** An AppImage is mounted somewhere else at every start: its own path is what lasts. */
function ownCommand(): string[] {
  if (app.isPackaged) return [process.env['APPIMAGE'] || process.execPath];
  return [process.execPath, app.getAppPath()];
}
