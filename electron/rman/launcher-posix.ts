// Starts a run's client under a keeper in a session of its own, and finds both again after a restart (Linux, macOS).
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, linkSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Launch, Launcher, LiveChild, ProcessIdentity } from '../app/ports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { UNKNOWN_EXIT, exitStatus, readExitFile, type ExitStatus } from './exit-status.ts';
import { NOT_CLAIMED, keeperScript } from './keeper.ts';
import { groupLives, signalGroup, type LadderStep } from './process-group.ts';
import { isAlive, startTokenOf } from './process-identity.ts';
import { filesOf, type RunFiles } from './run-files.ts';

/**
 * How long processes that the client left behind may go on before the run counts as ended. RMAN's exit status is the
 * end of the backup; a media manager's helper or a `host` command that stays must not keep the run open for ever.
 * What it prints later is not part of the run.
 */
const STRAGGLER_GRACE_MS = 3000;
// The keeper's script works in any POSIX shell, and closes everything inherited only in one like this.
const SHELL = existsSync('/bin/bash') ? '/bin/bash' : '/bin/sh';
const CLAIM_WAIT_MS = 10_000;
/** What an application writes into the claim of a directory in which nothing will ever start. */
const CLAIMED_BY_APPLICATION = 'application\n';

/** How the keeper itself ended, when it was a child of this process. */
type KeeperEnd = { code: number | null; signal: NodeJS.Signals | null };

export const posixLauncher: Pick<Launcher, 'start' | 'reattach'> = {
  async start(launch) {
    const files = filesOf(launch.directory);
    const keeper = spawnKeeper(launch);
    let end: KeeperEnd | null = null;
    const keeperEnd = new Promise<KeeperEnd>((resolve, reject) => {
      keeper.once('error', reject);
      keeper.once('exit', (code, signal) => resolve((end = { code, signal })));
    });
    keeperEnd.catch(() => {});
    if (keeper.pid === undefined) await keeperEnd.catch((error: Error) => refuse(error.message));
    feed(keeper, launch.stdin);
    keeper.unref();
    const identity = await claimed(files, () => end);
    return watch(files, identity, keeperEnd);
  },

  async reattach(directory) {
    const files = filesOf(directory);
    if (claimForApplication(files)) return { kind: 'never-started' };
    const identity = readClaim(files);
    if (identity === null) return { kind: 'never-started' };
    if (isAlive(identity) || leftBehind(identity)) return { kind: 'alive', child: watch(files, identity) };
    return { kind: 'ended', ...(readExitFile(files.exit) ?? UNKNOWN_EXIT) };
  },
};

function spawnKeeper(launch: Launch): ChildProcess {
  let spool: number | null = null;
  try {
    const ticket = randomUUID();
    writeFileSync(join(launch.directory, 'ticket'), `${ticket}\n`, { mode: 0o600 });
    spool = openSync(launch.spool, 'a', 0o600);
    return spawn(SHELL, ['-c', keeperScript(process.platform), 'respaldo-keeper', ticket, launch.file, ...launch.args], {
      cwd: launch.directory,
      env: launch.env,
      detached: true,
      stdio: [launch.stdin === null ? 'ignore' : 'pipe', spool, spool],
    });
  } catch (error) {
    return refuse((error as Error).message);
  } finally {
    if (spool !== null) closeSync(spool);
  }
}

function feed(keeper: ChildProcess, stdin: string | null): void {
  if (stdin === null || !keeper.stdin) return;
  // A client that ended without reading has closed the pipe; its log tells why.
  keeper.stdin.on('error', () => {});
  keeper.stdin.end(stdin);
}

/** Waits until the keeper has claimed the directory: from then on any application can find it again. */
async function claimed(files: RunFiles, keeperEnd: () => KeeperEnd | null): Promise<ProcessIdentity> {
  for (let waited = 0; ; waited += 5) {
    const over = keeperEnd();
    const identity = readClaim(files);
    if (identity) return identity;
    if (over) return refuse(over.code === NOT_CLAIMED ? `${files.claim}: not claimed` : `${SHELL}: ${over.code ?? over.signal}`);
    if (waited > CLAIM_WAIT_MS && claimForApplication(files)) return refuse(`${files.claim}: no answer`);
    await delay(5);
  }
}

/** The keeper that holds the claim; `null` when there is no claim or an application holds it. */
function readClaim(files: RunFiles): ProcessIdentity | null {
  let text: string;
  try {
    text = readFileSync(files.claim, 'latin1');
  } catch {
    return null;
  }
  const [, pid, startToken] = /^(\d+) (.*\S)\s*\n$/.exec(text) ?? [];
  return pid === undefined || startToken === undefined ? null : { pid: Number(pid), startToken };
}

/**
 * Claims the directory so that no keeper can any more; `false` when one was faster. A directory that does not exist
 * needs no claim: a keeper starts inside it or not at all.
 */
function claimForApplication(files: RunFiles): boolean {
  const draft = `${files.claim}.${process.pid}.application`;
  try {
    writeFileSync(draft, CLAIMED_BY_APPLICATION, { mode: 0o600 });
    linkSync(draft, files.claim);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    if (code === 'ENOENT') return true;
    throw error;
  } finally {
    try {
      unlinkSync(draft);
    } catch {
      // Never made, or gone with its directory.
    }
  }
}

/**
 * True when the keeper is gone but processes of its group are not. Where another process already bears its pid the
 * group must be gone too, since the kernel keeps the number as long as the group has members.
 */
const leftBehind = (keeper: ProcessIdentity): boolean => startTokenOf(keeper.pid) === null && groupLives(keeper.pid);

function watch(files: RunFiles, identity: ProcessIdentity, keeperEnd?: Promise<KeeperEnd>): LiveChild {
  let over = false;
  let lastStep: LadderStep | null = null;
  const ended = untilEnded(files, identity, keeperEnd).then((status) => {
    over = true;
    // The last step takes the keeper along, so nobody wrote the status down; but we know what we sent.
    if (status === UNKNOWN_EXIT && lastStep === 'kill') return { exitCode: null, signal: 'SIGKILL' };
    return status;
  });
  return {
    identity,
    ended,
    signal(step) {
      if (over || !(isAlive(identity) || leftBehind(identity))) return;
      lastStep = step;
      signalGroup(identity.pid, step);
    },
  };
}

async function untilEnded(
  files: RunFiles,
  identity: ProcessIdentity,
  keeperEnd: Promise<KeeperEnd> | undefined,
): Promise<ExitStatus> {
  const end = keeperEnd ? await keeperEnd : null;
  if (!keeperEnd) await polled(() => !isAlive(identity));
  const written = readExitFile(files.exit);
  // Without a status the client may still be at work: only an empty group says that it is not.
  await polled(() => !leftBehind(identity), written ? STRAGGLER_GRACE_MS : Infinity);
  if (written || !end) return written ?? UNKNOWN_EXIT;
  if (end.signal !== null) return { exitCode: null, signal: end.signal };
  return end.code === null ? UNKNOWN_EXIT : exitStatus(end.code);
}

/** Looks again and again, first often, then once a second; never keeps this process alive by itself. */
async function polled(done: () => boolean, limitMs = Infinity): Promise<void> {
  let waited = 0;
  for (let ms = 20; !done() && waited < limitMs; ms = Math.min(1000, ms * 1.5)) {
    await delay(ms, undefined, { ref: false });
    waited += ms;
  }
}

function refuse(detail: string): never {
  throw new AppError('rman.start-failed', { detail });
}
