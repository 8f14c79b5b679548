// Takes every message of a window to its handler: sender, endpoint, role, zod in, handler, zod out, envelope.
// Knows no Electron.
import type { z } from 'zod';
import type { Logger } from '../app/ports.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import { problemOfIssue } from '../../shared/errors/field-problem.ts';
import { endpointOf, type Call, type Envelope, type Stream } from '../../shared/ipc/contract-kit.ts';
import { contract, type RespaldoHandlers, type RespaldoStreams, type TopicName } from '../../shared/ipc/contract.ts';
import type { EndpointToAccess } from '../../shared/ipc/access.ts';
import type { Gate } from './gate.ts';

/** What the shell knows about who sent a message. */
export type Sender = {
  /** The message comes from the main frame of a window of ours. */
  ownMainFrame: boolean;
  /** The page was served by our own scheme. */
  ownOrigin: boolean;
};

/** A checked stream, ready to be pumped: `next` gives parsed chunks only. */
export type OpenedStream = { ok: true; chunks: AsyncIterable<unknown> } | { ok: false; error: ErrorReport };

type AnyHandler = (input: unknown) => unknown;
type AnyStream = (input: unknown, signal: AbortSignal) => AsyncIterable<unknown>;

/** Builds the router over complete sets of handlers. Nothing of a window reaches one of them but through `gate`. */
export function createRouter(handlers: RespaldoHandlers, streams: RespaldoStreams, logger: Logger, gate: Gate) {
  const report = (error: unknown, where: string): ErrorReport => {
    if (error instanceof AppError) return error.report();
    return { code: 'internal.incident', params: { incident: logger.exception(error, where) }, fields: [] };
  };

  const admit = (sender: Sender, name: unknown, kind: 'call' | 'stream'): { name: EndpointToAccess; endpoint: Call | Stream } => {
    if (!sender.ownMainFrame || !sender.ownOrigin) throw new AppError('request.refused');
    const endpoint = typeof name === 'string' ? endpointOf(contract, name) : undefined;
    if (typeof name !== 'string' || endpoint?.kind !== kind) throw new AppError('request.malformed');
    const known = name as EndpointToAccess;
    gate.pass(known);
    return { name: known, endpoint };
  };

  return {
    /** Answers a call. Never rejects: errors travel in the envelope, exceptions become incidents. */
    async call(sender: Sender, name: unknown, input: unknown): Promise<Envelope> {
      try {
        const { name: known, endpoint } = admit(sender, name, 'call');
        const handler = handlers[known as keyof RespaldoHandlers] as AnyHandler;
        const parsed = parseInput(endpoint.input, input);
        const answer = await gate.act(() => handler(parsed), known);
        // It may have been locked while this was under way: then nothing leaves any more.
        gate.pass(known);
        return { ok: true, value: (endpoint as Call).output.parse(answer) };
      } catch (error) {
        return { ok: false, error: report(error, `ipc ${typeof name === 'string' ? name : 'without a name'}`) };
      }
    },

    /** Opens a stream; its chunks are parsed as they pass, and an exception ends it with an incident. */
    openStream(sender: Sender, name: unknown, input: unknown, signal: AbortSignal): OpenedStream {
      try {
        const { name: known, endpoint } = admit(sender, name, 'stream');
        const handler = streams[known as keyof RespaldoStreams] as AnyStream;
        const parsed = parseInput(endpoint.input, input);
        const source = gate.act(() => handler(parsed, signal));
        return { ok: true, chunks: parsedChunks(source, (endpoint as Stream).chunk, () => gate.pass(known)) };
      } catch (error) {
        return { ok: false, error: report(error, `ipc ${typeof name === 'string' ? name : 'without a name'}`) };
      }
    },

    /** Whether an announcement may go to the window now. */
    mayHear(topic: TopicName): boolean {
      try {
        gate.pass(topic);
        return true;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    },

    report,
  };
}

export type Router = ReturnType<typeof createRouter>;

/** @throws AppError `input.invalid` with the problems by field, so that a form can show them beside its fields. */
function parseInput(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError('input.invalid', {}, parsed.error.issues.map(problemOfIssue).map(withoutRequestKey));
}

/** Forms know `format`, not `spec.format`: the key under which a request carries a form's value is cut. */
function withoutRequestKey<P extends { path: string }>(problem: P): P {
  return { ...problem, path: problem.path.replace(/^spec\./, '') };
}

/** `pass` is asked before every chunk: a stream ends where its reader was locked out. */
async function* parsedChunks(
  source: AsyncIterable<unknown>,
  schema: z.ZodType,
  pass: () => void,
): AsyncIterable<unknown> {
  for await (const chunk of source) {
    pass();
    yield schema.parse(chunk);
  }
}
