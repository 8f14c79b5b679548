import { describe, expect, test } from 'vitest';
import { INITIAL_CREDIT, pumpStream } from '../../../../electron/ipc/stream-pump.ts';
import type { StreamFrame } from '../../../../shared/ipc/wire.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function counted(limit: number) {
  const source = { taken: 0 };
  async function* chunks() {
    while (source.taken < limit) {
      source.taken += 1;
      yield source.taken;
    }
  }
  return { source, chunks: chunks() };
}

describe('stream pump', () => {
  test('sends no more than the credit and reads at most one chunk ahead', async () => {
    const frames: StreamFrame[] = [];
    const { source, chunks } = counted(100);
    const pump = pumpStream(chunks, (frame) => frames.push(frame), String, new AbortController().signal);
    await settle();
    expect(frames).toHaveLength(INITIAL_CREDIT);
    expect(source.taken).toBe(INITIAL_CREDIT);
    pump.credit(1);
    await settle();
    expect(frames).toHaveLength(INITIAL_CREDIT + 1);
  });

  test('credit cannot be hoarded', async () => {
    const frames: StreamFrame[] = [];
    const { chunks } = counted(100);
    const pump = pumpStream(chunks, (frame) => frames.push(frame), String, new AbortController().signal);
    await settle();
    pump.credit(1_000_000);
    pump.credit(Number.NaN);
    await settle();
    expect(frames.length).toBeLessThanOrEqual(2 * INITIAL_CREDIT);
  });

  test('ends with an end frame after everything was delivered', async () => {
    const frames: StreamFrame[] = [];
    const { chunks } = counted(1);
    await pumpStream(chunks, (frame) => frames.push(frame), String, new AbortController().signal).finished;
    expect(frames).toEqual([{ chunk: 1 }, { end: true }]);
  });

  test('a failing source ends with its reported error', async () => {
    const frames: StreamFrame[] = [];
    async function* broken() {
      yield 1;
      throw new Error('lost');
    }
    const reported = (error: unknown): string => (error as Error).message;
    await pumpStream(broken(), (frame) => frames.push(frame), reported, new AbortController().signal).finished;
    expect(frames).toEqual([{ chunk: 1 }, { error: 'lost' }]);
  });

  test('an aborted stream stops reading and says nothing more', async () => {
    const frames: StreamFrame[] = [];
    const { source, chunks } = counted(100);
    const abort = new AbortController();
    const pump = pumpStream(chunks, (frame) => frames.push(frame), String, abort.signal);
    await settle();
    abort.abort();
    await pump.finished;
    expect(source.taken).toBeLessThanOrEqual(INITIAL_CREDIT + 1);
    expect(frames.every((frame) => 'chunk' in frame)).toBe(true);
  });
});
