// The spool file of one run as numbered lines, while it grows and afterwards; it writes nothing and judges nothing.
import { open, type FileHandle } from 'node:fs/promises';
import { createLogReader } from '../../shared/rman/log/log-reader.ts';
import { redact } from '../app/redact.ts';
import { createLineIndex, type LinePlace } from './line-index.ts';

const NEWLINE = 0x0a;
/** One read, and with it the most that is parsed before the event loop has its turn. */
const SLICE = 64 * 1024;
/** Places where a reader stopped and will probably go on. */
const REMEMBERED_PLACES = 16;
const SECRET_COMMAND = /connect\s+(?:target|catalog|auxiliary)\s|identified\s+by/i;

export type Spool = ReturnType<typeof createSpool>;

/**
 * A spool by its path; the file may not exist yet. Lines are decoded exactly as the verdict's reader decodes them, so
 * that its line numbers hold here, and a connect string that an RMAN release echoes is masked (reference §1.2).
 */
export function createSpool(path: string) {
  const index = createLineIndex();
  // No Buffer: its `slice` shares memory, and the log reader keeps slices until a line is complete.
  const slice = new Uint8Array(SLICE);
  const places = new Map<number, number>();
  let handle: FileHandle | null = null;
  let opening: Promise<FileHandle | null> | null = null;
  let reads = 0;
  let closing = false;
  let whole = false;
  let changedAt: number | null = null;

  async function opened(): Promise<FileHandle | null> {
    if (handle || closing) return handle;
    opening ??= openIfThere(path);
    handle = await opening;
    opening = null;
    return handle;
  }

  async function reading<T>(read: (file: FileHandle) => Promise<T>, otherwise: T): Promise<T> {
    reads += 1;
    try {
      const file = await opened();
      return file ? await read(file) : otherwise;
    } finally {
      reads -= 1;
      if (closing && reads === 0) await closeNow();
    }
  }

  async function closeNow(): Promise<void> {
    const file = handle;
    handle = null;
    await file?.close();
  }

  const total = (): number => index.lines + (whole && index.hasRest ? 1 : 0);

  function startOf(line: number): LinePlace {
    const offset = places.get(line);
    return offset === undefined ? index.before(line) : { line, offset };
  }

  function remember(place: LinePlace): void {
    places.set(place.line, place.offset);
    if (places.size > REMEMBERED_PLACES) places.delete(places.keys().next().value!);
  }

  async function readLines(file: FileHandle, from: number, count: number, maxBytes: number): Promise<string[]> {
    const reader = createLogReader();
    // Past the reader's look at the start of a file: a slice from the middle has no byte-order mark.
    reader.push(Uint8Array.of(NEWLINE, NEWLINE, NEWLINE));
    const buffer = new Uint8Array(SLICE);
    const lines: string[] = [];
    const end = index.offset;
    let { line, offset } = startOf(from);
    let lineEnd = offset;
    let taken = 0;
    while (lines.length < count && offset < end) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(SLICE, end - offset), offset);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      let begin = 0;
      while (line < from && begin < chunk.length) {
        const newline = chunk.indexOf(NEWLINE, begin);
        if (newline >= 0) line += 1;
        begin = newline < 0 ? chunk.length : newline + 1;
      }
      const stop = endOfLines(chunk, begin, count - lines.length, lines.length === 0, maxBytes - taken);
      const fed = chunk.subarray(begin, stop.fed);
      lines.push(...reader.push(fed));
      taken += fed.length;
      const newline = fed.lastIndexOf(NEWLINE);
      if (newline >= 0) lineEnd = offset + begin + newline + 1;
      if (stop.full || lines.length >= count) {
        remember({ line: from + lines.length, offset: lineEnd });
        return lines.map(masked);
      }
      offset += bytesRead;
    }
    if (lines.length < count && whole && offset >= end) lines.push(...reader.end());
    return lines.map(masked);
  }

  return {
    path,
    /** Reads on and takes what was added into the index: the next bytes, valid until the next call, or `null`. */
    advance: (): Promise<Uint8Array | null> =>
      reading(async (file) => {
        const { bytesRead } = await file.read(slice, 0, SLICE, index.offset);
        if (bytesRead === 0) return null;
        const bytes = slice.subarray(0, bytesRead);
        index.push(bytes);
        changedAt = Math.trunc((await file.stat()).mtimeMs);
        return bytes;
      }, null),
    /** Lines that can be read; the text behind the last line end is one only once the spool is whole. */
    total,
    /** Bytes taken into the index. */
    bytes: (): number => index.offset,
    /** When the file was last written, as far as it was read; milliseconds since 1970. */
    changedAt: (): number | null => changedAt,
    /** Nothing will be added any more. */
    finish(): void {
      whole = true;
    },
    isWhole: (): boolean => whole,
    /** At most `count` lines from line `from` (0-based) and about `maxBytes`, but never none where there is one. */
    read: (from: number, count: number, maxBytes = Infinity): Promise<string[]> =>
      from >= total() || count <= 0
        ? Promise.resolve([])
        : reading((file) => readLines(file, from, Math.min(count, total() - from), maxBytes), []),
    /** Closes the file once nobody reads it; afterwards it reads as empty. */
    async close(): Promise<void> {
      closing = true;
      if (reads === 0) await closeNow();
    },
    isClosed: (): boolean => closing,
  };
}

/**
 * How far into `chunk` the reader is fed: past `count` line ends, or past the last one within `budget` bytes. `full`
 * says that the reading is over there. A first line longer than the budget is still read to its end.
 */
function endOfLines(
  chunk: Uint8Array,
  begin: number,
  count: number,
  first: boolean,
  budget: number,
): { fed: number; full: boolean } {
  let fed = begin;
  for (let lines = 0; lines < count; lines += 1) {
    const newline = chunk.indexOf(NEWLINE, fed);
    const needed = !(first && lines === 0);
    if (needed && (newline < 0 ? chunk.length : newline + 1) - begin > budget) return { fed, full: true };
    if (newline < 0) return { fed: chunk.length, full: false };
    fed = newline + 1;
  }
  return { fed, full: false };
}

/** Few lines can hold a secret; only they pay for the rules. */
const masked = (line: string): string =>
  (line.includes('@') && line.includes('/')) || SECRET_COMMAND.test(line) ? redact(line) : line;

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
