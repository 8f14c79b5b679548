// Reads, searches and follows the log of a run for whoever looks at it; all line numbers count from 0.
import type { Clock } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Bell } from './bell.ts';
import type { Halt } from './halt.ts';
import type { Logs } from './logs.ts';
import type { Spool } from './spool.ts';

/** Lines of a log: `total` is how many there are so far. */
export type LogChunk = { from: number; lines: string[]; total: number };

/** Where a text was found, and how many lines hold it at all. */
export type LineFound = { line: number | null; matches: number };

const CHUNK_LINES = 500;
const CHUNK_BYTES = 256 * 1024;
/** Lines read at once in a search. */
const SEARCH_LINES = 5000;
/** A tail also looks by itself, since another process may write the spool and move the run. */
const LOOK_AGAIN_MS = 500;

/** `moved` rings at every change of a run's state; tails end with `halt`. */
export function createLogAccess(ports: { store: Store; clock: Clock; logs: Logs; moved: Bell; halt: Halt }) {
  const { store, clock, logs, moved, halt } = ports;

  async function lines(runId: string, from: number, count: number): Promise<LogChunk> {
    const place = await logs.find(runId);
    if (place.kind === 'none') return { from, lines: [], total: 0 };
    if (place.kind === 'store') return { from, ...(await store.logs.lines(runId, from, count)) };
    const { spool } = place.log;
    const read = await spool.read(from, count);
    // Sealed and closed while we read.
    if (spool.isClosed() && read.length === 0 && from < spool.total()) return lines(runId, from, count);
    return { from, lines: read, total: spool.total() };
  }

  async function next(runId: string, from: number): Promise<LogChunk & { over: boolean; grown?: Promise<void> }> {
    const place = await logs.find(runId);
    if (place.kind === 'none') return { from, lines: [], total: 0, over: place.over };
    if (place.kind === 'store') {
      const stored = await store.logs.lines(runId, from, CHUNK_LINES);
      return { from, ...stored, lines: fitting(stored.lines), over: true };
    }
    const { spool, follower } = place.log;
    const grown = follower.grown();
    const read = await spool.read(from, CHUNK_LINES, CHUNK_BYTES);
    return { from, lines: read, total: spool.total(), over: place.over && !spool.isClosed(), grown };
  }

  return {
    /** Lines `from` … `from + count - 1` as far as they exist. @throws AppError `run.missing` */
    lines,

    /**
     * The nearest line that holds `text`, ignoring case: the first at or after `from`, or backwards the last at or
     * before it, and how many hold it at all. @throws AppError `run.missing`
     */
    async find(runId: string, text: string, from: number, backwards: boolean): Promise<LineFound> {
      const place = await logs.find(runId);
      if (place.kind === 'none') return { line: null, matches: 0 };
      if (place.kind === 'store') return store.logs.find(runId, text, from, backwards);
      return findInSpool(place.log.spool, text, from, backwards);
    },

    /**
     * Follows a log from line `from`: a queued run is waited for, and the end comes when the run is over and every line
     * was delivered, or when this process stops. Nothing is read ahead of the consumer. @throws AppError `run.missing`
     */
    async *tail(runId: string, from: number, signal: AbortSignal): AsyncGenerator<LogChunk> {
      let at = from;
      while (!signal.aborted && !halt.halted) {
        const changed = moved.next();
        const { over, grown, ...chunk } = await next(runId, at);
        if (chunk.lines.length > 0) {
          at += chunk.lines.length;
          yield chunk;
        } else if (over) return;
        else await waitForMore(clock, signal, grown ? [changed, grown] : [changed]);
      }
    },
  };
}

/** As many of the lines as fit a chunk, but never none. */
function fitting(lines: string[]): string[] {
  let bytes = 0;
  const fits = lines.findIndex((line, at) => (bytes += line.length) > CHUNK_BYTES && at > 0);
  return fits < 0 ? lines : lines.slice(0, fits);
}

async function waitForMore(clock: Clock, signal: AbortSignal, news: Promise<void>[]): Promise<void> {
  let cancel = (): void => {};
  let leave = (): void => {};
  const aborted = new Promise<void>((resolve) => (leave = resolve));
  signal.addEventListener('abort', leave, { once: true });
  const later = new Promise<void>((resolve) => (cancel = clock.after(LOOK_AGAIN_MS, resolve)));
  await Promise.race([...news, aborted, later]);
  cancel();
  signal.removeEventListener('abort', leave);
}

async function findInSpool(spool: Spool, text: string, from: number, backwards: boolean): Promise<LineFound> {
  const wanted = text.toLowerCase();
  const total = spool.total();
  let line: number | null = null;
  let matches = 0;
  for (let start = 0; start < total; ) {
    const read = await spool.read(start, SEARCH_LINES);
    if (read.length === 0) break;
    read.forEach((content, at) => {
      if (!content.toLowerCase().includes(wanted)) return;
      matches += 1;
      const number = start + at;
      if (backwards ? number <= from : line === null && number >= from) line = number;
    });
    start += read.length;
  }
  return { line, matches };
}
