// Looks at and signals a whole POSIX process group; knows nothing of runs.
import { readdirSync } from 'node:fs';
import type { LiveChild } from '../app/ports.ts';
import { isDead, readStat } from './process-identity.ts';

const SIGNALS = { interrupt: 'SIGINT', terminate: 'SIGTERM', kill: 'SIGKILL' } as const;

/** One step of the cancel ladder. */
export type LadderStep = Parameters<LiveChild['signal']>[0];

/**
 * True while a living process belongs to the group that the session leader `leader` opened. The kernel gives no new
 * process the number of a group that still has members; a member of another session shows that the number went on to
 * strangers. Zombies do not count: where nobody reaps orphans (some containers) they stay for ever.
 */
export function groupLives(leader: number, platform: NodeJS.Platform = process.platform): boolean {
  try {
    process.kill(-leader, 0);
  } catch (error) {
    // EPERM: members of another user, such as the database's own server process.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (platform !== 'linux') return true;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(name);
    if (stat && stat.group === leader && stat.session === leader && !isDead(stat)) return true;
  }
  return false;
}

/** Sends a step to every process of the group; a group that is gone is no error. */
export function signalGroup(leader: number, step: LadderStep): void {
  try {
    process.kill(-leader, SIGNALS[step]);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
