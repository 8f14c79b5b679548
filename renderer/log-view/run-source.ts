// The log of a run as the view wants it: finished ones by ranges, one under way also as a stream whose newest lines are
// kept in a ring. Knows no screen.
import type { Client } from '../ipc/client.ts';
import { createLineRing } from './line-ring.ts';
import type { LogSource } from './log-source.ts';

/** Newest lines kept of a run under way: several screens full, and a bounded few megabytes. */
const RING_LINES = 5000;
/** Where a stream begins before the end; also where it goes on when the log has run far ahead of the window. */
const TAIL_LINES = 1000;

export type RunLog = {
  runId: string;
  /** The run is not over: follow it. */
  live: boolean;
  /** Lines known from the run itself, so that nobody has to be asked first. */
  total: number;
};

export function createRunSource(client: Pick<Client, 'ask' | 'openStream'>, { runId, live, total: known }: RunLog): LogSource {
  const ring = createLineRing(RING_LINES);
  const ears = new Set<() => void>();
  let total = known;
  let growing = live;
  let ready = !live && known > 0;
  let failure: unknown = null;
  let close = (): void => {};
  /** Grows with every start and stop, so that a late answer of an earlier life is not heard. */
  let life = 0;

  const tell = (): void => {
    for (const ear of ears) ear();
  };

  function fail(error: unknown): void {
    failure = error;
    growing = false;
    ready = true;
    tell();
  }

  async function learnTotal(mine: number): Promise<void> {
    try {
      const answer = await client.ask('runs.lines', { runId, from: 0, count: 1 });
      if (mine !== life) return;
      total = growing ? Math.max(total, answer.total) : answer.total;
      ready = true;
      tell();
    } catch (error) {
      if (mine === life) fail(error);
    }
  }

  function openAt(from: number, mine: number): void {
    close = client.openStream('runs.tail', { runId, from }, {
      onChunk(chunk) {
        ring.push(chunk.from, chunk.lines);
        const end = chunk.from + chunk.lines.length;
        total = Math.max(total, chunk.total, end);
        ready = true;
        if (total - end > RING_LINES) {
          // What lies between is read when somebody scrolls there; following means being at the end.
          close();
          openAt(total - TAIL_LINES, mine);
        }
        tell();
      },
      onEnd() {
        growing = false;
        void learnTotal(mine);
      },
      onError: fail,
    });
  }

  async function start(): Promise<void> {
    const mine = (life += 1);
    failure = null;
    await learnTotal(mine);
    if (mine === life && growing) openAt(Math.max(0, total - TAIL_LINES), mine);
  }

  function stop(): void {
    life += 1;
    close();
    close = () => {};
  }

  return {
    total: () => total,
    growing: () => growing,
    ready: () => ready,
    failure: () => failure,
    peek: ring.get,
    async lines(from, count) {
      const answer = await client.ask('runs.lines', { runId, from, count });
      if (answer.total > total) {
        total = answer.total;
        tell();
      }
      return answer.lines;
    },
    find: (text, from, backwards) => client.ask('runs.find', { runId, text, from, backwards }),
    subscribe(ear) {
      ears.add(ear);
      if (ears.size === 1) void start();
      return () => {
        ears.delete(ear);
        if (ears.size === 0) stop();
      };
    },
  };
}
