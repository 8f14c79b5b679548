// Tells a process from a later one with the same pid, per platform; starts and ends nothing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ProcessIdentity } from '../app/ports.ts';

/** What /proc says about a process. */
export type ProcessStat = { state: string; group: number; session: number; startTime: string };

/**
 * The start token of a living process, `null` when there is none (a zombie is none: it only waits to be forgotten).
 * Linux: boot id and field 22 of /proc/<pid>/stat. Elsewhere on POSIX: `ps`'s start time in UTC, so that a change of
 * the clocks does not make another process of it. Windows: the creation date as CIM tells it.
 */
export function startTokenOf(pid: number, platform: NodeJS.Platform = process.platform): string | null {
  if (!exists(pid)) return null;
  if (platform === 'linux') {
    const stat = readStat(pid);
    return stat && !isDead(stat) ? `${bootId()}/${stat.startTime}` : null;
  }
  return platform === 'win32' ? windowsToken(pid) : psToken(pid);
}

/** True while that very process lives. */
export function isAlive(identity: ProcessIdentity, platform: NodeJS.Platform = process.platform): boolean {
  return startTokenOf(identity.pid, platform) === identity.startToken;
}

/** Reads /proc/<pid>/stat; `null` when the process is gone. */
export function readStat(pid: number | string): ProcessStat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return null;
  }
  return parseStat(text);
}

/** The fields that matter here; `null` when it is no stat line. The name may itself hold blanks and brackets. */
export function parseStat(text: string): ProcessStat | null {
  const [state, , group, session, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const startTime = rest[15];
  if (state === undefined || startTime === undefined) return null;
  return { state, group: Number(group), session: Number(session), startTime };
}

/** Zombies and processes being taken down. */
export const isDead = (stat: ProcessStat): boolean => stat.state === 'Z' || stat.state === 'X';

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is one, of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();

function psToken(pid: number): string | null {
  const env = { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' };
  const answer = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env, encoding: 'utf8', timeout: 5000 });
  const [, state, start] = /^\s*(\S+)\s+(.*\S)\s*$/.exec(answer.stdout ?? '') ?? [];
  return state === undefined || start === undefined || state.startsWith('Z') ? null : start;
}

// PowerShell needs half a second to start; what was seen a moment ago is believed for a while.
const WINDOWS_MEMORY_MS = 60_000;
const windowsMemory = new Map<number, { token: string; at: number }>();

function windowsToken(pid: number): string | null {
  const known = windowsMemory.get(pid);
  if (known && performance.now() - known.at < WINDOWS_MEMORY_MS) return known.token;
  const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CreationDate.ToUniversalTime().Ticks`;
  const args = ['-NoProfile', '-NonInteractive', '-Command', query];
  const answer = spawnSync('powershell.exe', args, { encoding: 'utf8', timeout: 15_000, windowsHide: true });
  const token = answer.stdout?.trim() ?? '';
  if (!/^\d+$/.test(token)) return null;
  windowsMemory.set(pid, { token, at: performance.now() });
  return token;
}
