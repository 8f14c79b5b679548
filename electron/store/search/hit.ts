// Where in a run's log a search hit: the line with most of the words, the first one of those. Knows no filter.
import type { Connection } from '../connection.ts';
import { chunkTexts, unpacked } from '../tables/log-chunks.ts';
import { DOCUMENTS_PER_RUN } from '../tables/run-order.ts';
import { documentRowid } from './run-document.ts';
import { folded, termPattern, termQuery, type Term } from './words.ts';

/** 0-based line of the whole log, and its text. */
export type Hit = { line: number; text: string };

/** A term in nearly every line needs no more places than these to show where it stands beside the others. */
const MOST_PLACES = 2_000;

/** In a complete log. `null` when only the names or errors of the run contain the words. */
export function hitIn(connection: Connection, seq: number, isLong: boolean, terms: Term[]): Hit | null {
  if (isLong) return hitInLongLog(connection, seq, terms);
  return hitInText(chunkTexts(connection, seq).join('\n'), terms);
}

function hitInLongLog({ sql, value }: Connection, seq: number, terms: Term[]): Hit | null {
  const firstChunk = value<number>(`
    SELECT rowid - ? FROM run_text WHERE run_text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT 1`);
  const chunkWith = (joined: string) =>
    firstChunk.get(
      documentRowid(seq, 0),
      `log : (${terms.map(termQuery).join(` ${joined} `)})`,
      documentRowid(seq, 1),
      documentRowid(seq, DOCUMENTS_PER_RUN - 1),
    );
  const chunk = chunkWith('AND') ?? chunkWith('OR');
  if (chunk === undefined) return null;
  const row = sql<{ first_line: number; deflated: Uint8Array }>(
    'SELECT first_line, deflated FROM log_chunks WHERE run_seq = ? AND chunk = ?',
  ).get(seq, chunk);
  const hit = row ? hitInText(unpacked(row.deflated), terms) : null;
  return row && hit ? { line: row.first_line + hit.line, text: hit.text } : null;
}

/** The best line of a text. */
export function hitInText(text: string, terms: Term[]): Hit | null {
  const plain = folded(text);
  const termsAt = new Map<number, number>();
  for (const term of terms) {
    for (const start of lineStarts(plain, term, terms.length === 1 ? 1 : MOST_PLACES)) {
      termsAt.set(start, (termsAt.get(start) ?? 0) + 1);
    }
  }
  let best: number | null = null;
  for (const [start, count] of termsAt) {
    const most = best === null ? 0 : (termsAt.get(best) ?? 0);
    if (best === null || count > most || (count === most && start < best)) best = start;
  }
  if (best === null) return null;
  // Folding changes the length of lines, but not their number.
  let line = 0;
  for (let at = plain.indexOf('\n'); at !== -1 && at < best; at = plain.indexOf('\n', at + 1)) line += 1;
  return { line, text: lineOf(text, line) };
}

/** Starts of the distinct lines that contain the term. */
function lineStarts(plain: string, term: Term, most: number): Set<number> {
  const starts = new Set<number>();
  for (const match of plain.matchAll(termPattern(term))) {
    starts.add(plain.lastIndexOf('\n', match.index - 1) + 1);
    if (starts.size >= most) break;
  }
  return starts;
}

function lineOf(text: string, line: number): string {
  let start = 0;
  for (let passed = 0; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return end === -1 ? text.slice(start) : text.slice(start, end);
}
