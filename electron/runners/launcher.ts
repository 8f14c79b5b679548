// The launcher over all runners: what runs on this machine goes to the local one, everything else over its road.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Launch, Launcher, LiveChild, Reattached } from '../app/ports.ts';
import { placeText } from '../../shared/domain/runner-place.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { cleanUp, followRemote, writeClaim, type OwnFiles } from './remote-run.ts';
import { remoteStatus } from './remote-status.ts';
import { lookAtClaim, startRemote, type Claim } from './remote-start.ts';
import { createRoad, within, type Road } from './road.ts';
import { readNote, writeNote, type RunNote } from './run-note.ts';

/** How long an end is held back for the cleaning up; it goes on behind it. */
const CLEANING_MS = 10_000;
/** How long a look at a run of unknown fate may hold up a start of the application. */
const LOOKING_MS = 5_000;

export type RunnersPorts = {
  /** Starts, finds and looks at what is on this machine. */
  local: Launcher;
  /** The layout of a run's directory. */
  filesOf(directory: string): OwnFiles;
  ownEnv?: NodeJS.ProcessEnv;
};

/** A launcher that knows every runner; the face of the local one. */
export function createRunnersLauncher({ local, filesOf, ownEnv = process.env }: RunnersPorts): Launcher {
  /** Runs that this process follows already: a second following would do the same work twice. */
  const followed = new Map<string, LiveChild>();

  const roadOf = (note: RunNote): Road => createRoad(note.runner, { converse: local.converse, ownEnv });

  function follow(directory: string, note: RunNote, claim: Claim | null): LiveChild {
    const road = roadOf(note);
    const child = followRemote(filesOf(directory), note, claim, road);
    // A command is over when its run is: there may be no later for what is left over there.
    const cleaned = async (): Promise<void> => void (await within(CLEANING_MS, () => {}, () => cleanUp(note, road)));
    const ended = child.ended.then((status) => cleaned().then(() => status));
    const whole = { ...child, ended };
    followed.set(directory, whole);
    void ended.then(() => followed.delete(directory));
    return whole;
  }

  async function start(launch: Launch): Promise<LiveChild> {
    const { runner } = launch.elsewhere!;
    const name = `respaldo-${basename(launch.directory)}-${randomUUID().slice(0, 8)}`;
    const note: RunNote = { runner, parent: runner.workDirectory, name };
    writeNote(launch.directory, note);
    const claim = await startRemote(launch, note, roadOf(note));
    if (claim) writeClaim(filesOf(launch.directory), claim);
    return follow(launch.directory, note, claim);
  }

  async function reattach(directory: string, note: RunNote): Promise<Reattached> {
    const files = filesOf(directory);
    const known = followed.get(directory);
    if (known) return { kind: 'alive', child: known };
    const status = readStatus(files);
    if (status !== null) {
      void cleanUp(note, roadOf(note));
      return { kind: 'ended', ...remoteStatus(status) };
    }
    const claim = readClaim(files);
    if (claim) return { kind: 'alive', child: follow(directory, note, claim) };
    // Whoever starts up waits for this; what is slow is asked again, and a claim that it made meanwhile stands.
    const answer = await within(LOOKING_MS, () => {}, () => lookAtClaim(note, roadOf(note)));
    if (!answer.done) throw new AppError('runner.timeout', { place: placeText(note.runner), seconds: LOOKING_MS / 1000 });
    const found = answer.value;
    if (found === 'never') {
      void cleanUp(note, roadOf(note));
      return { kind: 'never-started' };
    }
    writeClaim(files, found);
    return { kind: 'alive', child: follow(directory, note, found) };
  }

  return {
    ...local,
    start: (launch) => (launch.elsewhere ? start(launch) : local.start(launch)),
    async reattach(directory) {
      const note = readNote(directory);
      return note ? reattach(directory, note) : local.reattach(directory);
    },
  };
}

function readClaim({ claim }: OwnFiles): Claim | null {
  const [, pid, token] = (existsSync(claim) && /^(\d+) (\S+)\n$/.exec(readFileSync(claim, 'latin1'))) || [];
  return pid === undefined || token === undefined ? null : { pid: Number(pid), token };
}

function readStatus({ exit }: OwnFiles): number | null {
  const [, status] = (existsSync(exit) && /^(\d{1,3})\n$/.exec(readFileSync(exit, 'latin1'))) || [];
  return status === undefined ? null : Number(status);
}
