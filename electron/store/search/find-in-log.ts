// Looks for a piece of text in one finished log: literally, but for capitals. Unpacks chunk after chunk and never the
// whole log; after every few chunks the worker's other callers get their turn.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection } from '../connection.ts';
import { unpacked } from '../tables/log-chunks.ts';

export type LogQuery = { text: string; from: number; backwards: boolean };
type ChunkRow = { chunk: number; first_line: number; deflated: Uint8Array };

/** Chunks read between two turns of the others: about 10 ms. */
const CHUNKS_PER_TURN = 24;

/**
 * The nearest line at or after `from` (at or before, when `backwards`) that contains the text, and how many lines of
 * the whole log contain it. There is no going round: past the last hit the line is `null`.
 */
export async function findInLog(
  { sql }: Connection,
  seq: number,
  { text, from, backwards }: LogQuery,
): Promise<{ line: number | null; matches: number }> {
  const wanted = text.toLowerCase();
  let matches = 0;
  let line: number | null = null;
  if (wanted === '' || wanted.includes('\n')) return { line, matches };
  const nextChunks = sql<ChunkRow>(`
    SELECT chunk, first_line, deflated FROM log_chunks WHERE run_seq = ? AND chunk > ? ORDER BY chunk LIMIT ?`);
  for (let last = 0; ; await nextTurn()) {
    const chunks = nextChunks.all(seq, last, CHUNKS_PER_TURN);
    for (const { chunk, first_line: firstLine, deflated } of chunks) {
      for (const hit of linesWith(unpacked(deflated).toLowerCase(), wanted)) {
        matches += 1;
        if (backwards ? firstLine + hit <= from : line === null && firstLine + hit >= from) line = firstLine + hit;
      }
      last = chunk;
    }
    if (chunks.length < CHUNKS_PER_TURN) return { line, matches };
  }
}

/** Numbers of the lines, within the text, that contain `wanted`; lines without it are only counted. */
export function* linesWith(text: string, wanted: string): Generator<number> {
  let line = 0;
  let counted = 0;
  for (let at = text.indexOf(wanted); at !== -1; ) {
    for (let end = text.indexOf('\n', counted); end !== -1 && end < at; end = text.indexOf('\n', counted)) {
      line += 1;
      counted = end + 1;
    }
    yield line;
    const end = text.indexOf('\n', at);
    if (end === -1) return;
    at = text.indexOf(wanted, end + 1);
  }
}
