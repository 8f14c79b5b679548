// The window's typed side of IPC: questions, announcements and streams over the four functions of preload. Knows no
// screen and parses nothing with zod: main has parsed every answer already.
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import type { ChunkOf, Envelope, OutputOf, PayloadOf, RequestOf } from '../../shared/ipc/contract-kit.ts';
import type { CallName, EndpointNamed, StreamName, TopicName } from '../../shared/ipc/contract.ts';
import type { Bridge } from '../../shared/ipc/wire.ts';

export type Request<Name extends string> = RequestOf<EndpointNamed<Name>>;
export type Answer<Name extends string> = OutputOf<EndpointNamed<Name>>;
export type Announcement<Name extends string> = PayloadOf<EndpointNamed<Name>>;
export type Chunk<Name extends string> = ChunkOf<EndpointNamed<Name>>;

/** A question without input takes no second argument. */
type Input<Name extends string> = Request<Name> extends void ? [] : [input: Request<Name>];

export type StreamEars<Name extends string> = {
  onChunk(chunk: Chunk<Name>): void;
  /** Nothing more will come. */
  onEnd(): void;
  onError(error: AppError): void;
};

export type Client = {
  /**
   * Asks main one thing.
   * @throws AppError with main's report when the failure was foreseen.
   */
  ask<Name extends CallName>(name: Name, ...input: Input<Name>): Promise<Answer<Name>>;
  /** Hears every announcement of a topic until the returned function is called. */
  listen<Name extends TopicName>(name: Name, ear: (payload: Announcement<Name>) => void): () => void;
  /** Opens a stream; each chunk is credited once it has been painted. The returned function closes it. */
  openStream<Name extends StreamName>(name: Name, input: Request<Name>, ears: StreamEars<Name>): () => void;
};

/** Calls `then` when the next frame is on the glass. A hidden window paints nothing, so its streams rest. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then, 0));
}

/** Builds the client. `whenPainted` is exchanged in tests only. */
export function createClient(bridge: Bridge, whenPainted: (then: () => void) => void = afterPaint): Client {
  return {
    async ask(name, ...input) {
      const envelope = (await bridge.call(name, input[0])) as Envelope;
      if (!envelope.ok) throw errorOf(envelope.error);
      return envelope.value as Answer<typeof name>;
    },

    listen(name, ear) {
      return bridge.onTopic((topic, payload) => {
        if (topic === name) ear(payload as Announcement<typeof name>);
      });
    },

    openStream(name, input, ears) {
      let open = true;
      const handle = bridge.openStream(name, input, (frame) => {
        if (!open) return;
        if ('chunk' in frame) {
          ears.onChunk(frame.chunk as Chunk<typeof name>);
          whenPainted(() => {
            if (open) handle.credit(1);
          });
          return;
        }
        open = false;
        if ('error' in frame) ears.onError(errorOf(frame.error as ErrorReport));
        else ears.onEnd();
      });
      return () => {
        if (!open) return;
        open = false;
        handle.close();
      };
    },
  };
}

function errorOf(report: ErrorReport): AppError {
  return new AppError(report.code, report.params, report.fields);
}
