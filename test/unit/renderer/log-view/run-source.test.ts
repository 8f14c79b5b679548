// The log of a run as a source: ranges of a finished one, the stream of one under way, and catching up with it.
import { describe, expect, test } from 'vitest';
import type { Client, StreamEars } from '../../../../renderer/ipc/client.ts';
import { createRunSource } from '../../../../renderer/log-view/run-source.ts';

const RUN = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const numbered = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `line ${from + at}`);

function clientOf(total: number) {
  const streams: { from: number; ears: StreamEars<'runs.tail'>; closed: boolean }[] = [];
  const log = { total, questions: 0 };
  const client = {
    ask: (name: string, input: { from: number; count: number }) => {
      log.questions += 1;
      if (name !== 'runs.lines') throw new Error(name);
      const count = Math.max(0, Math.min(input.count, log.total - input.from));
      return Promise.resolve({ from: input.from, lines: numbered(input.from, count), total: log.total });
    },
    openStream: (_name: string, input: { from: number }, ears: StreamEars<'runs.tail'>) => {
      const stream = { from: input.from, ears, closed: false };
      streams.push(stream);
      return () => (stream.closed = true);
    },
  } as unknown as Pick<Client, 'ask' | 'openStream'>;
  return { client, streams, log };
}

describe('a run that is over', () => {
  test('is known at once and opens no stream', async () => {
    const { client, streams } = clientOf(420);
    const source = createRunSource(client, { runId: RUN, live: false, total: 420 });
    expect([source.ready(), source.total(), source.growing()]).toEqual([true, 420, false]);
    source.subscribe(() => {});
    await settled();
    expect(streams).toEqual([]);
    expect(await source.lines(418, 10)).toEqual(['line 418', 'line 419']);
  });

  test('what main says counts, where the run said otherwise', async () => {
    const { client } = clientOf(37);
    const source = createRunSource(client, { runId: RUN, live: false, total: 420 });
    source.subscribe(() => {});
    await settled();
    expect(source.total()).toBe(37);
  });
});

describe('a run under way', () => {
  async function follow(total: number) {
    const parts = clientOf(total);
    const source = createRunSource(parts.client, { runId: RUN, live: true, total: 0 });
    let told = 0;
    const leave = source.subscribe(() => (told += 1));
    await settled();
    return { ...parts, source, leave, told: () => told };
  }

  test('is followed from near its end, not from its beginning', async () => {
    const { streams } = await follow(1_000_000);
    expect(streams.map(({ from }) => from)).toEqual([999_000]);
  });

  test('its newest lines are in memory', async () => {
    const { source, streams, told } = await follow(10);
    const before = told();
    streams[0]?.ears.onChunk({ from: 10, lines: numbered(10, 5), total: 15 });
    expect([source.total(), source.peek(14), source.peek(3)]).toEqual([15, 'line 14', undefined]);
    expect(told()).toBeGreaterThan(before);
  });

  test('a window that fell far behind goes on at the end', async () => {
    const { source, streams } = await follow(0);
    streams[0]?.ears.onChunk({ from: 0, lines: numbered(0, 500), total: 900_000 });
    expect(streams.map(({ from, closed }) => [from, closed])).toEqual([
      [0, true],
      [899_000, false],
    ]);
    expect(source.total()).toBe(900_000);
  });

  test('its end is learnt, with the lines that came last', async () => {
    const { source, streams, log } = await follow(10);
    log.total = 12;
    streams[0]?.ears.onEnd();
    await settled();
    expect([source.growing(), source.total(), source.failure()]).toEqual([false, 12, null]);
  });

  test('an error ends it and is kept', async () => {
    const { source, streams } = await follow(10);
    const error = new Error('gone') as never;
    streams[0]?.ears.onError(error);
    expect([source.growing(), source.failure()]).toEqual([false, error]);
  });

  test('nobody listening closes the stream; listening again opens one', async () => {
    const { source, streams, leave } = await follow(10);
    leave();
    expect(streams[0]?.closed).toBe(true);
    source.subscribe(() => {});
    await settled();
    expect(streams).toHaveLength(2);
  });
});
