// A run on a remote runner as a child of this application: its spool is copied while it grows, its end is noticed, its
// group signalled. A broken connection is nothing but a pause; the run there does not know of it.
import { open, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { LiveChild } from '../app/ports.ts';
import { placeText } from '../../shared/domain/runner-place.ts';
import { CLEAN, FOLLOW, SIGNAL } from './remote-scripts.ts';
import { remoteStatus, type RemoteStatus } from './remote-status.ts';
import { lookAtClaim, type Claim } from './remote-start.ts';
import type { Road } from './road.ts';
import { writeWhole, type RunNote } from './run-note.ts';
import { takeFrames, type FollowEnd } from './spool-frames.ts';

/** The files of the run's own directory that this machine writes for the other. */
export type OwnFiles = { spool: string; claim: string; exit: string };

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** A living following says something every few seconds. */
const SILENCE_MS = 60_000;
/** A following that lasted as long as this was a good one: the next pause is short again. */
const GOOD_MS = 10_000;
/** How long after the last step of a cancellation an unreachable machine is waited for. */
const PATIENCE_AFTER_KILL_MS = 60_000;
const CLEANINGS = 5;

const SIGNALS = { interrupt: 'INT', terminate: 'TERM', kill: 'KILL' } as const;
type Step = keyof typeof SIGNALS;

const UNKNOWN: RemoteStatus = { exitCode: null, signal: null };

/** Follows the run of `note`. `claim` is `null` while it is not known whether it was started. */
export function followRemote(files: OwnFiles, note: RunNote, claim: Claim | null, road: Road): LiveChild {
  let over = false;
  let lastStep: Step | null = null;
  let killedAt = Infinity;
  let wake = (): void => {};

  async function untilEnded(): Promise<RemoteStatus & { endedAt?: number }> {
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      const began = performance.now();
      const end = await followOnce(files, note, road, claim !== null).catch((): FollowEnd => ({ kind: 'broken' }));
      if (end.kind === 'exit') return { ...remoteStatus(end.status), endedAt: Date.now() - end.agoMs };
      // The last step takes the keeper along, so nobody wrote the status down; but we know what we sent.
      if (end.kind === 'gone') return lastStep === 'kill' ? { exitCode: null, signal: 'SIGKILL' } : UNKNOWN;
      if (end.kind === 'missing') return UNKNOWN;
      if (performance.now() - killedAt > PATIENCE_AFTER_KILL_MS) return UNKNOWN;
      pause = performance.now() - began > GOOD_MS ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pause * 2);
      await Promise.race([
        delay(pause, undefined, { ref: false }),
        new Promise<void>((resolve) => (wake = resolve)),
      ]);
    }
  }

  /** Says the step until it is heard, a later one comes, or the run is over. */
  async function send(step: Step): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !over && lastStep === step; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
      const heard = await road.ask(SIGNAL, [note.parent, note.name, SIGNALS[step]]).catch(() => null);
      if (heard !== null) return wake();
      await delay(pause, undefined, { ref: false });
    }
  }

  const ended = untilEnded().then((status) => {
    over = true;
    return status;
  });
  return {
    identity: { pid: claim?.pid ?? 0, startToken: `${placeText(note.runner)} ${claim?.token ?? 'unknown'}` },
    ended,
    signal(step) {
      if (over) return;
      lastStep = step;
      if (step === 'kill') killedAt = performance.now();
      void send(step);
    },
  };
}

/** Removes what the run left there; what cannot be reached now is tried a few times more, and nobody waits for it. */
export async function cleanUp(note: RunNote, road: Road): Promise<void> {
  for (let pause = FIRST_PAUSE_MS, left = CLEANINGS; left > 0; left -= 1, pause *= 4) {
    const answer = await road.ask(CLEAN, [note.parent, note.name]).catch(() => null);
    if (answer !== null) return;
    await delay(pause, undefined, { ref: false });
  }
}

/**
 * One connection's worth of following. The own spool is as long as what was copied: bytes are written at their place,
 * so that even two applications that follow at once write the same. The status is written when all before it is.
 */
async function followOnce(files: OwnFiles, note: RunNote, road: Road, claimed: boolean): Promise<FollowEnd> {
  if (!claimed) {
    const found = await lookAtClaim(note, road);
    if (found === 'never') return { kind: 'missing' };
    writeClaim(files, found);
  }
  const at = (await stat(files.spool).catch(() => null))?.size ?? 0;
  const talk = await road.open(FOLLOW, [note.parent, note.name, String(at)]);
  talk.conversation.hush();
  // 'r+' needs a file, and 'a' would not write at a place.
  await (await open(files.spool, 'a', 0o600)).close();
  const own = await open(files.spool, 'r+');
  let silence = setTimeout(() => {}, 0);
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(talk.stop, SILENCE_MS).unref();
  };
  try {
    heard();
    const end = await takeFrames(talk.reader, at, async (bytes, position) => {
      for (let done = 0; done < bytes.length; ) {
        done += (await own.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
      }
    }, heard);
    if (end.kind === 'exit') {
      await own.sync();
      writeWhole(files.exit, `${end.status}\n`);
    }
    return end;
  } finally {
    clearTimeout(silence);
    talk.stop();
    await own.close();
  }
}

/** Who has the run, in the words of the other side; from then on it need not be asked for. */
export const writeClaim = (files: OwnFiles, { pid, token }: Claim): void => writeWhole(files.claim, `${pid} ${token}\n`);
