// A lock file that lets several simulator processes share one state file, and that survives their being killed.
import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';

const PATIENCE_MS = 20_000;
const GUARD_MS = 5_000;

/**
 * Runs `work` while this process alone holds the lock at `path`. The lock of a process that no longer lives is taken
 * over. Throws when a living process keeps it for longer than any transaction lasts.
 */
export function withLock<T>(path: string, work: () => T): T {
  acquire(path);
  try {
    return work();
  } finally {
    remove(path);
  }
}

function acquire(path: string): void {
  const deadline = Date.now() + PATIENCE_MS;
  while (!tryCreate(path)) {
    breakStaleLock(path);
    if (Date.now() > deadline) throw new Error(`the state is locked: ${path}`);
    pause(3 + (process.pid % 5));
  }
}

function tryCreate(path: string): boolean {
  try {
    const fd = openSync(path, 'wx', 0o600);
    writeSync(fd, String(process.pid));
    closeSync(fd);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may find the same stale lock: a second lock decides who removes it, and it looks again under it. */
function breakStaleLock(path: string): void {
  if (!isStale(path)) return;
  const guard = `${path}.break`;
  if (!tryCreate(guard)) {
    if (ageOf(guard) > GUARD_MS) remove(guard);
    return;
  }
  try {
    if (isStale(path)) remove(path);
  } finally {
    remove(guard);
  }
}

function isStale(path: string): boolean {
  let owner: string;
  try {
    owner = readFileSync(path, 'utf8');
  } catch {
    return false;
  }
  // Killed between creating and writing: nobody's, once it is old enough not to be in the making.
  if (owner === '') return ageOf(path) > GUARD_MS;
  const pid = Number(owner);
  return pid !== process.pid && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
