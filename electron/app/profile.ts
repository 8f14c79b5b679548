// Where the profile of this user lies and what lies in it; the application and the command line must agree.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Paths } from './ports.ts';

/**
 * The profile directory: what was asked for, else `RESPALDO_PROFILE`, else the platform's place for application data
 * (the same that Electron's `appData` gives).
 */
export function profileDirectory(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const chosen = asked ?? env['RESPALDO_PROFILE'];
  if (chosen) return resolve(chosen);
  if (process.platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Respaldo');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Respaldo');
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'Respaldo');
}

/** The places inside a profile. */
export function profilePaths(profile: string): Paths {
  return {
    profile,
    database: join(profile, 'respaldo.sqlite'),
    runs: join(profile, 'runs'),
    logs: join(profile, 'logs'),
  };
}
