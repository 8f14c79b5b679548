// The names that preload and main agree on; no zod and no types of the product, so that preload stays tiny.

export const CHANNEL_CALL = 'respaldo:call';
export const CHANNEL_TOPIC = 'respaldo:topic';
export const CHANNEL_STREAM_OPEN = 'respaldo:stream-open';
export const CHANNEL_STREAM_CHUNK = 'respaldo:stream-chunk';
export const CHANNEL_STREAM_CREDIT = 'respaldo:stream-credit';
export const CHANNEL_STREAM_CLOSE = 'respaldo:stream-close';

/** What preload puts on `window.respaldo`: four functions over structured-clone data, nothing else. */
export type Bridge = {
  call(endpoint: string, input: unknown): Promise<unknown>;
  onTopic(listener: (topic: string, payload: unknown) => void): () => void;
  openStream(endpoint: string, input: unknown, onChunk: (frame: StreamFrame) => void): StreamHandle;
};

/** One message of a stream: a chunk, its end, or the error that ended it. */
export type StreamFrame = { chunk: unknown } | { end: true } | { error: unknown };

export type StreamHandle = { credit(chunks: number): void; close(): void };
