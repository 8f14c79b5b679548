// Starts a run's client on Windows, where there is no keeper: after the death of the application the child goes on and
// is found again, but its exit code is lost, and the log alone decides.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Launcher, LiveChild, ProcessIdentity } from '../app/ports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { UNKNOWN_EXIT, type ExitStatus } from './exit-status.ts';
import type { LadderStep } from './process-group.ts';
import { isAlive, startTokenOf } from './process-identity.ts';
import { filesOf, type RunFiles } from './run-files.ts';

const STARTING = 'starting\n';

export const windowsLauncher: Pick<Launcher, 'start' | 'reattach'> = {
  async start(launch) {
    const files = filesOf(launch.directory);
    const spool = openSync(launch.spool, 'a', 0o600);
    try {
      writeFileSync(files.claim, STARTING, { flag: 'wx' });
      const child = spawn(launch.file, launch.args, {
        cwd: launch.directory,
        env: launch.env,
        detached: true,
        windowsHide: true,
        stdio: [launch.stdin === null ? 'ignore' : 'pipe', spool, spool],
      });
      const end = new Promise<ExitStatus>((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
      });
      end.catch(() => {});
      if (child.pid === undefined) throw await end.catch((error: Error) => error);
      child.stdin?.on('error', () => {});
      child.stdin?.end(launch.stdin);
      child.unref();
      const identity = { pid: child.pid, startToken: startTokenOf(child.pid) ?? 'gone' };
      writeFileSync(`${files.claim}.new`, `${identity.pid} ${identity.startToken}\n`);
      renameSync(`${files.claim}.new`, files.claim);
      return childOf(identity, end);
    } catch (error) {
      throw new AppError('rman.start-failed', { detail: (error as Error).message });
    } finally {
      closeSync(spool);
    }
  },

  async reattach(directory) {
    const files = filesOf(directory);
    const claim = claimOrRead(files);
    if (claim === null) return { kind: 'never-started' };
    const [, pid, startToken] = /^(\d+) (\S+)\n$/.exec(claim) ?? [];
    // The application died while it started the client: rather a run without an end than two clients.
    if (pid === undefined || startToken === undefined) return { kind: 'ended', ...UNKNOWN_EXIT };
    const identity = { pid: Number(pid), startToken };
    if (!isAlive(identity)) return { kind: 'ended', ...UNKNOWN_EXIT };
    return { kind: 'alive', child: childOf(identity, untilGone(identity)) };
  },
};

/** `null` when this application has now claimed the directory, or had done so before. */
function claimOrRead(files: RunFiles): string | null {
  try {
    writeFileSync(files.claim, 'application\n', { flag: 'wx' });
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const text = readFileSync(files.claim, 'latin1');
    return text === 'application\n' ? null : text;
  }
}

const childOf = (identity: ProcessIdentity, ended: Promise<ExitStatus>): LiveChild => ({
  identity,
  ended,
  signal: (step) => signalTree(identity, step),
});

/** Windows knows no interrupt for a program without our console: the ladder's first step has no effect here. */
function signalTree(identity: ProcessIdentity, step: LadderStep): void {
  if (step === 'interrupt' || !isAlive(identity)) return;
  const force = step === 'kill' ? ['/F'] : [];
  spawnSync('taskkill.exe', ['/PID', String(identity.pid), '/T', ...force], { windowsHide: true, timeout: 15_000 });
}

async function untilGone(identity: ProcessIdentity): Promise<ExitStatus> {
  while (isAlive(identity)) await delay(1000, undefined, { ref: false });
  return UNKNOWN_EXIT;
}
