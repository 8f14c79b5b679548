// The window's client over a bridge of the test's own: answers, foreseen errors, announcements and credit.
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../../renderer/ipc/client.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Bridge, StreamFrame } from '../../../../shared/ipc/wire.ts';

const RUN = '01J0000000000000000000000A';

function bridgeOf(change: Partial<Bridge>): Bridge {
  const refuse = (): never => {
    throw new Error('not expected');
  };
  return { call: refuse, onTopic: refuse, openStream: refuse, ...change };
}

describe('asking', () => {
  it('sends the input and unwraps the value', async () => {
    const asked: unknown[] = [];
    const call: Bridge['call'] = async (...args) => {
      asked.push(args);
      return { ok: true, value: { runId: RUN } };
    };
    const client = createClient(bridgeOf({ call }));
    await expect(client.ask('runs.start', { strategyId: RUN })).resolves.toEqual({ runId: RUN });
    expect(asked).toEqual([['runs.start', { strategyId: RUN }]]);
  });

  it('throws a foreseen error with its code, parameters and fields', async () => {
    const report = new AppError('input.invalid', {}, [{ path: 'name', code: 'name.taken', params: {} }]).report();
    const client = createClient(bridgeOf({ call: async () => ({ ok: false, error: report }) }));
    const error = await client.ask('runs.cancel', { runId: RUN }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).report()).toEqual(report);
  });

  it('lets an exception of the bridge pass as it is', async () => {
    const broken = new Error('gone');
    const client = createClient(bridgeOf({ call: () => Promise.reject(broken) }));
    await expect(client.ask('app.snapshot')).rejects.toBe(broken);
  });
});

describe('listening', () => {
  it('hears its own topic only, until it leaves', () => {
    const ears = new Set<(topic: string, payload: unknown) => void>();
    const onTopic: Bridge['onTopic'] = (ear) => {
      ears.add(ear);
      return () => ears.delete(ear);
    };
    const heard: unknown[] = [];
    const leave = createClient(bridgeOf({ onTopic })).listen('state.patch', (patch) => heard.push(patch));
    for (const ear of ears) ear('other.topic', 1);
    for (const ear of ears) ear('state.patch', { rev: 1, slice: 'history', value: null });
    leave();
    expect(heard).toEqual([{ rev: 1, slice: 'history', value: null }]);
    expect(ears.size).toBe(0);
  });
});

describe('streams', () => {
  function opened() {
    let send: (frame: StreamFrame) => void = () => undefined;
    const credits: number[] = [];
    let closed = 0;
    const painted: (() => void)[] = [];
    const openStream: Bridge['openStream'] = (_name, _input, onChunk) => {
      send = onChunk;
      return { credit: (chunks) => credits.push(chunks), close: () => (closed += 1) };
    };
    const client = createClient(bridgeOf({ openStream }), (then) => painted.push(then));
    const log: string[] = [];
    const close = client.openStream(
      'runs.tail',
      { runId: RUN, from: 0 },
      {
        onChunk: (chunk) => log.push(...chunk.lines),
        onEnd: () => log.push('end'),
        onError: (error) => log.push(error.code),
      },
    );
    const chunk = (line: string): void => send({ chunk: { from: 0, lines: [line], total: 1 } });
    const paint = (): void => painted.splice(0).forEach((then) => then());
    return { log, credits, chunk, paint, close, send: (frame: StreamFrame) => send(frame), closes: () => closed };
  }

  it('gives credit back only after the chunk was painted', () => {
    const stream = opened();
    stream.chunk('a');
    stream.chunk('b');
    expect(stream.log).toEqual(['a', 'b']);
    expect(stream.credits).toEqual([]);
    stream.paint();
    expect(stream.credits).toEqual([1, 1]);
  });

  it('neither hears nor credits anything once closed, and closes once', () => {
    const stream = opened();
    stream.chunk('a');
    stream.close();
    stream.close();
    stream.paint();
    stream.chunk('late');
    expect(stream.log).toEqual(['a']);
    expect(stream.credits).toEqual([]);
    expect(stream.closes()).toBe(1);
  });

  it('tells the end and the error, each once, and needs no closing after them', () => {
    const ended = opened();
    ended.send({ end: true });
    ended.send({ end: true });
    ended.close();
    expect(ended.log).toEqual(['end']);
    expect(ended.closes()).toBe(0);
    const failed = opened();
    failed.send({ error: new AppError('run.missing').report() });
    expect(failed.log).toEqual(['run.missing']);
  });
});
