// Chunks of finished logs: packs lines into compressed chunks and reads them back, keeping the last few unpacked.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Connection } from '../connection.ts';

/** Small enough to be unpacked and searched well within a frame, large enough to compress well. */
const LINES_PER_CHUNK = 1_000;
const CHARACTERS_PER_CHUNK = 128 * 1024;
/** Three times as fast as zlib's default on RMAN's repetitive output, for a tenth more bytes. */
const DEFLATE_LEVEL = 3;
const CHUNKS_KEPT = 16;

export type Chunk = { runSeq: number; chunk: number; firstLine: number; lineCount: number; deflated: Uint8Array };
type ChunkRow = { chunk: number; first_line: number; line_count: number; deflated: Uint8Array };

/** Cuts lines into pieces that fit a chunk; a line longer than that has a chunk of its own. */
export function* cutIntoChunks(lines: string[]): Generator<string[]> {
  let from = 0;
  let characters = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const length = (lines[i] as string).length + 1;
    if (i > from && (i - from >= LINES_PER_CHUNK || characters + length > CHARACTERS_PER_CHUNK)) {
      yield lines.slice(from, i);
      from = i;
      characters = 0;
    }
    characters += length;
  }
  if (from < lines.length) yield lines.slice(from);
}

export const packed = (text: string): Uint8Array => deflateRawSync(text, { level: DEFLATE_LEVEL });

export function unpacked(deflated: Uint8Array): string {
  return inflateRawSync(deflated).toString('utf8');
}

/** Whole texts of a run's chunks, in order. */
export function chunkTexts({ value }: Connection, seq: number): string[] {
  return value<Uint8Array>('SELECT deflated FROM log_chunks WHERE run_seq = ? ORDER BY chunk').all(seq).map(unpacked);
}

export type LineReader = {
  /** At most `count` lines from line `from` (0-based) on. */
  read(seq: number, from: number, count: number): string[];
  /** Reads a run's lines from the file again next time. */
  forget(seq: number): void;
};

/** Reads lines by number; the newest few chunks stay unpacked, because a reader scrolls. */
export function createLineReader({ sql }: Connection): LineReader {
  const kept = new Map<string, { firstLine: number; lines: string[] }>();

  function linesOf(seq: number, row: ChunkRow): { firstLine: number; lines: string[] } {
    const key = `${seq}/${row.chunk}`;
    const chunk = kept.get(key) ?? { firstLine: row.first_line, lines: unpacked(row.deflated).split('\n') };
    kept.delete(key);
    kept.set(key, chunk);
    const oldest = kept.keys().next();
    if (kept.size > CHUNKS_KEPT && !oldest.done) kept.delete(oldest.value);
    return chunk;
  }

  return {
    read(seq, from, count) {
      const first = Math.max(0, from);
      const rows = sql<ChunkRow>(`
        SELECT chunk, first_line, line_count, deflated FROM log_chunks
        WHERE run_seq = ? AND first_line < ? AND first_line >= (
          SELECT max(first_line) FROM log_chunks WHERE run_seq = ? AND first_line <= ?)
        ORDER BY first_line`).iterate(seq, first + Math.max(0, count), seq, first);
      const lines: string[] = [];
      for (const row of rows) {
        const chunk = linesOf(seq, row);
        const start = Math.max(0, first - chunk.firstLine);
        for (const line of chunk.lines.slice(start, start + count - lines.length)) lines.push(line);
      }
      return lines;
    },
    forget(seq) {
      for (const key of kept.keys()) if (key.startsWith(`${seq}/`)) kept.delete(key);
    },
  };
}
