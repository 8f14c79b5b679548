// A log file of the user's disk as the view wants it: read in slices where somebody looks, never whole. Knows no screen.
import { createLogReader, type LogReader } from '../../shared/rman/log/log-reader.ts';
import { MARK_EVERY, type FileIndex } from './file-index.ts';
import type { Found, LogSource } from './log-source.ts';

const SLICE = 512 * 1024;

/** What is read of a file; `File` and `Blob` both are. */
export type FileContent = Pick<Blob, 'slice' | 'size'>;

/** `index` describes this very file. A file that changes meanwhile shows what it holds now. */
export function createFileSource(file: FileContent, index: FileIndex): LogSource {
  let last: { text: string; lines: Promise<Uint32Array> } | null = null;

  return {
    total: () => index.lines,
    growing: () => false,
    ready: () => true,
    failure: () => null,
    peek: () => undefined,
    lines: (from, count) => readLines(file, index, from, count),
    async find(text, from, backwards): Promise<Found> {
      if (last?.text !== text) last = { text, lines: linesWith(file, index, text) };
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

async function linesWith(file: FileContent, index: FileIndex, text: string): Promise<Uint32Array> {
  const wanted = text.toLowerCase();
  const found: number[] = [];
  let number = 0;
  for await (const lines of linesFrom(file, index, 0)) {
    for (const line of lines) {
      if (line.toLowerCase().includes(wanted)) found.push(number);
      number += 1;
    }
  }
  return Uint32Array.from(found);
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
