// How this Electron starts the simulated RMAN as a process of its own.
import { join } from 'node:path';
import { app } from 'electron';
import type { SimulatorCommand } from '../app/ports.ts';

/** The switch under which the packaged application is the simulator instead of itself. */
export const SIMULATOR_SWITCH = '--rman-simulator';

// An Electron main process needs its display even when it opens no window.
const DISPLAY = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR'];

/** Unpackaged, Electron runs the script as plain Node; packaged, its fuses forbid that and it starts itself anew. */
export function electronSimulatorCommand(distDirectory: string): SimulatorCommand {
  if (!app.isPackaged) {
    const script = join(distDirectory, 'rman-simulator', 'rman.cjs');
    return { file: process.execPath, args: [script], env: { ELECTRON_RUN_AS_NODE: '1' } };
  }
  const env: Record<string, string> = {};
  for (const name of DISPLAY) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const inherited = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
  return { file: process.execPath, args: [...inherited, SIMULATOR_SWITCH], env };
}
