// A log file of the user's disk as the view wants it: read in slices where somebody looks, never whole.
// Knows no screen.
import { createLogReader, type LogReader } from '../../shared/rman/log/log-reader.ts';
import { MARK_EVERY, type FileIndex } from './file-index.ts';
import type { Found, LogSource } from './log-source.ts';

/** Some hundred lines, and many more where lines are short. */
const SLICE = 128 * 1024;
/** Reading a file costs a message to another process each time, so a search reads much at once. */
const SEARCH_SLICE = 8 * 1024 * 1024;

/** What is read of a file; `File` and `Blob` both are. */
export type FileContent = Pick<Blob, 'slice' | 'size'>;

/** `index` describes this very file. A file that changes meanwhile shows what it holds now. */
export function createFileSource(file: FileContent, index: FileIndex, searchBytes = SEARCH_SLICE): LogSource {
  let last: { text: string; lines: Promise<Uint32Array> } | null = null;

  return {
    total: () => index.lines,
    growing: () => false,
    ready: () => true,
    failure: () => null,
    peek: () => undefined,
    lines: (from, count) => readLines(file, index, from, count),
    async find(text, from, backwards): Promise<Found> {
      if (last?.text !== text) last = { text, lines: linesWith(file, index, text, searchBytes) };
      const lines = await last.lines;
      const at = firstAtOrAfter(lines, backwards ? from + 1 : from) - (backwards ? 1 : 0);
      return { line: lines[at] ?? null, matches: lines.length };
    },
    subscribe: () => () => {},
  };
}

/** Lines `from` … `from + count - 1`, decoded as the verdict's reader decodes them. */
export async function readLines(file: FileContent, index: FileIndex, from: number, count: number): Promise<string[]> {
  const end = Math.min(index.lines, from + count);
  if (from >= end) return [];
  const mark = Math.floor(from / MARK_EVERY);
  const lines: string[] = [];
  const wanted = end - mark * MARK_EVERY;
  for await (const some of linesFrom(file, index, index.marks[mark] ?? 0)) {
    for (const line of some) lines.push(line);
    if (lines.length >= wanted) break;
  }
  return lines.slice(from - mark * MARK_EVERY, wanted);
}

/** All lines from the line that begins at `offset`, slice by slice. */
async function* linesFrom(file: FileContent, index: FileIndex, offset: number): AsyncGenerator<string[]> {
  const reader = readerAt(offset, index);
  for (let at = offset; at < index.bytes; at += SLICE) {
    const slice = await file.slice(at, Math.min(index.bytes, at + SLICE)).arrayBuffer();
    yield reader.push(new Uint8Array(slice));
  }
  yield reader.end();
}

/** A reader that takes the next bytes for the middle of a file: it has seen the file's first bytes already. */
function readerAt(offset: number, { encoding }: FileIndex): LogReader {
  const reader = createLogReader();
  if (offset > 0) {
    const beginning = { bytes: [0x0a, 0x0a], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] }[encoding];
    reader.push(Uint8Array.from(beginning));
  }
  return reader;
}

/**
 * The lines that hold `text`. A slice without it is not split into lines at all, which makes a search some ten times
 * faster than looking at every line.
 */
async function linesWith(file: FileContent, index: FileIndex, text: string, atOnce: number): Promise<Uint32Array> {
  const wanted = text.toLowerCase();
  const mayHold = quickLook(index, wanted);
  const found: number[] = [];
  for (let mark = 0; mark < index.marks.length; ) {
    const end = markAfter(index, mark, atOnce);
    const [from = 0, to = index.bytes] = [index.marks[mark], index.marks[end]];
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
    if (mayHold(bytes)) {
      const reader = readerAt(from, index);
      const lines = [...reader.push(bytes), ...reader.end()];
      lines.forEach((line, at) => {
        if (line.toLowerCase().includes(wanted)) found.push(mark * MARK_EVERY + at);
      });
    }
    mark = end;
  }
  return Uint32Array.from(found);
}

/** The first mark that lies `bytes` or more behind `mark`, so that a slice begins and ends with a line. */
function markAfter({ marks }: FileIndex, mark: number, bytes: number): number {
  let end = mark + 1;
  while (end < marks.length && (marks[end] ?? 0) - (marks[mark] ?? 0) < bytes) end += 1;
  return end;
}

/**
 * Tells in one go whether a slice may hold `wanted` (lower case). ASCII letters are the same bytes in every 8-bit
 * encoding, so they can be looked for before anybody knows which one a line has; anything else has to be read.
 */
function quickLook({ encoding }: FileIndex, wanted: string): (bytes: Uint8Array) => boolean {
  if (encoding !== 'bytes' || !/^[\x20-\x7e]*$/.test(wanted)) return () => true;
  const decoder = new TextDecoder('windows-1252');
  // The reader takes NUL bytes and BOMs out of lines, which may join what is looked for.
  return (bytes) => bytes.includes(0) || bytes.includes(0xef) || decoder.decode(bytes).toLowerCase().includes(wanted);
}

/** Index of the first entry that is `value` or more. */
function firstAtOrAfter(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
