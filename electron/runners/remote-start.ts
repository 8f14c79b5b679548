// Brings a run to its remote runner and starts it there, once at most: what is uncertain is looked at, never repeated.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Launch } from '../app/ports.ts';
import { placeText } from '../../shared/domain/runner-place.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RunNote } from './run-note.ts';
import { KEEPER, LOOK, START } from './remote-scripts.ts';
import { within, type Road, type Talk } from './road.ts';

/** Who keeps the run on the other side: the text of its claim. */
export type Claim = { pid: number; token: string };

const CLAIM_MS = 30_000;
const LOOKS = 4;

/**
 * Starts the launch's client under a keeper. `null`: the connection broke at the one moment in which it may or may not
 * have been started, and the machine has not answered since.
 * @throws AppError when it certainly was not started, and never will be
 */
export async function startRemote(launch: Launch, note: RunNote, road: Road): Promise<Claim | null> {
  const files = await Promise.all(
    launch.elsewhere!.files.map(async (name) => ({ name, bytes: await readFile(join(launch.directory, name)) })),
  );
  const end = `end-${randomUUID()}`;
  const talk = await road.open(START, [
    ...[KEEPER, note.parent, note.name, end, launch.stdin === null ? 'no' : 'yes'],
    ...files.flatMap(({ name, bytes }) => [name, String(bytes.length)]),
    ...['--', 'env', ...Object.entries(launch.env).map(([name, value]) => `${name}=${value}`), launch.file, ...launch.args],
  ]);
  try {
    const ready = await lineOf(talk);
    // It listens only now: before, nothing can have been started.
    if (ready !== 'ready') throw refusal(ready, note);
    for (const { bytes } of files) talk.conversation.say(bytes);
    talk.conversation.say(`${endedLine(launch.stdin)}${end}\n`);
    const answer = await lineOf(talk);
    const claim = claimOf(answer);
    if (claim) return claim;
    return await lookForClaim(note, road, answer);
  } finally {
    talk.stop();
  }
}

/** Asks who has the run's directory, and takes it when nobody has. @throws AppError when the machine does not say */
export async function lookAtClaim(note: RunNote, road: Road): Promise<Claim | 'never'> {
  const answer = await road.ask(LOOK, [note.parent, note.name]);
  const claim = claimOf(answer);
  if (claim) return claim;
  if (answer === 'never') return 'never';
  throw new AppError('runner.work-directory', { path: note.parent, place: placeText(note.runner) });
}

async function lookForClaim(note: RunNote, road: Road, answer: string | null): Promise<Claim | null> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const found = await lookAtClaim(note, road).catch(() => null);
    if (found === 'never') throw refusal(answer, note);
    if (found) return found;
    await delay(1000 * look);
  }
  return null;
}

async function lineOf({ reader, stop }: Talk): Promise<string | null> {
  const answer = await within(CLAIM_MS, stop, () => reader.line());
  return answer.done ? answer.value : null;
}

function claimOf(line: string | null): Claim | null {
  const [, pid, token] = /^claimed (\d+) (\S+)$/.exec(line ?? '') ?? [];
  return pid === undefined || token === undefined ? null : { pid: Number(pid), token };
}

function refusal(answer: string | null, { runner, parent }: RunNote): AppError {
  const place = placeText(runner);
  if (answer === 'no work-directory' || answer === 'no files') return new AppError('runner.work-directory', { path: parent, place });
  if (answer === 'no setsid' || answer === 'no-group') return new AppError('runner.no-setsid', { place });
  return new AppError('runner.keeper-failed', { place, detail: answer ?? 'connection closed' });
}

const endedLine = (text: string | null): string => (text === null || text === '' || text.endsWith('\n') ? (text ?? '') : `${text}\n`);
