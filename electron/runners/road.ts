// The way to a remote runner: a shell text is started there and talked with. Knows the clients, not what the texts do.
import { randomUUID } from 'node:crypto';
import type { Conversation, Launcher } from '../app/ports.ts';
import type { RemoteRunner } from '../../shared/domain/target.ts';
import { createBytesReader, type BytesReader } from './bytes-reader.ts';
import { clientFailure } from './client-failure.ts';
import { commandAt } from './command-at.ts';

/** How long a short text may take in all, the way there and back included. */
const ANSWER_MS = 30_000;

export type RoadPorts = { converse: Launcher['converse']; ownEnv: NodeJS.ProcessEnv };

/** A shell text at work on the other side; `reader` stands behind whatever a login script there has printed. */
export type Talk = { conversation: Conversation; reader: BytesReader; stop(): void };

export type Road = {
  /**
   * Starts `script` with `args` and waits until it speaks.
   * @throws AppError `runner.…` when it never does: the client's failure, or its silence
   */
  open(script: string, args: readonly string[]): Promise<Talk>;
  /** The first line that a short script answers. @throws AppError as `open`, and when it says nothing */
  ask(script: string, args: readonly string[]): Promise<string>;
  /** All lines of a short script. @throws AppError as `open` */
  askAll(script: string, args: readonly string[]): Promise<string[]>;
};

export function createRoad(runner: RemoteRunner, { converse, ownEnv }: RoadPorts): Road {
  async function open(script: string, args: readonly string[]): Promise<Talk> {
    const mark = `respaldo-${randomUUID()}`;
    const command = { file: 'sh', args: ['-c', script, 'respaldo', mark, ...args], env: {} };
    const call = commandAt(runner, command, ownEnv);
    const conversation = converse(call.file, call.args, call.env);
    const reader = createBytesReader(conversation.output);
    const began = await within(ANSWER_MS, () => conversation.stop(), async () => {
      for (let line = await reader.line(); line !== null; line = await reader.line()) if (line === mark) return true;
      return false;
    });
    if (began.done && began.value) return { conversation, reader, stop: () => conversation.stop() };
    conversation.stop();
    const { exitCode, errors } = await conversation.ended;
    throw clientFailure(runner, { exitCode: began.done ? exitCode : null, errors });
  }

  async function askAll(script: string, args: readonly string[]): Promise<string[]> {
    const { conversation, reader, stop } = await open(script, args);
    conversation.hush();
    const lines: string[] = [];
    const answer = await within(ANSWER_MS, stop, async () => {
      for (let line = await reader.line(); line !== null; line = await reader.line()) lines.push(line);
    });
    stop();
    if (answer.done && lines.length > 0) return lines;
    const { errors, exitCode } = await conversation.ended;
    throw clientFailure(runner, { errors, exitCode: answer.done ? exitCode : null });
  }

  return { open, askAll, ask: async (script, args) => (await askAll(script, args))[0]! };
}

/** What `work` brings within `ms`; after that `giveUp` is called and `work` is left alone. */
export async function within<T>(
  ms: number,
  giveUp: () => void,
  work: () => Promise<T>,
): Promise<{ done: true; value: T } | { done: false }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ done: false }>((resolve) => {
    timer = setTimeout(() => resolve({ done: false }), ms);
  });
  try {
    const answer = await Promise.race([work().then((value) => ({ done: true as const, value })), late]);
    if (!answer.done) giveUp();
    return answer;
  } finally {
    clearTimeout(timer);
  }
}
