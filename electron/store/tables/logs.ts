// Finished logs: appended in order chunk by chunk, sealed when complete, read and searched by line. Lines count from
// 0.
import type { Connection } from '../connection.ts';
import { findInLog } from '../search/find-in-log.ts';
import { forgetLongChunks, indexLongChunk, indexRun } from '../search/run-document.ts';
import type { TextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { chunkTexts, createLineReader, cutIntoChunks, packed } from './log-chunks.ts';

/**
 * Up to this many characters a log is indexed as one document, in one go of some 20 ms. A longer one is indexed chunk
 * by chunk, so that no single call holds up the worker.
 */
const ONE_DOCUMENT = 512 * 1024;

type LogRow = { chunks: number; lines: number; characters: number; long: number };
const EMPTY: LogRow = { chunks: 0, lines: 0, characters: 0, long: 0 };

export function createLogs(
  connection: Connection,
  search: TextSearch,
  oneDocument: number = ONE_DOCUMENT,
): Tables['logs'] {
  const { sql, value } = connection;
  const reader = createLineReader(connection);
  const logOf = (seq: number): LogRow =>
    sql<LogRow>('SELECT chunks, lines, characters, long FROM run_logs WHERE run_seq = ?').get(seq) ?? EMPTY;
  const isSealed = (seq: number): boolean =>
    value<number>('SELECT log_sealed FROM runs WHERE seq = ?').get(seq) === 1;

  function seqOf(runId: string): number {
    const seq = value<number>('SELECT seq FROM runs WHERE id = ?').get(runId);
    if (seq === undefined) throw new Error(`There is no run ${runId} to keep a log for.`);
    return seq;
  }

  function writeChunk(seq: number, log: LogRow, lines: string[]): LogRow {
    const text = lines.join('\n');
    const chunk = log.chunks + 1;
    sql('INSERT INTO log_chunks (run_seq, chunk, first_line, line_count, deflated) VALUES (?, ?, ?, ?, ?)').run(
      seq,
      chunk,
      log.lines,
      lines.length,
      packed(text),
    );
    const characters = log.characters + text.length + 1;
    const long = Number(characters > oneDocument);
    if (long === 1 && log.long === 0) indexBacklog(seq);
    else if (long === 1) indexLongChunk(connection, seq, chunk, text);
    return { chunks: chunk, lines: log.lines + lines.length, characters, long };
  }

  /** The log has just become too long for one document: its chunks so far get documents of their own. */
  function indexBacklog(seq: number): void {
    chunkTexts(connection, seq).forEach((text, index) => indexLongChunk(connection, seq, index + 1, text));
  }

  return {
    append(runId, firstLine, lines) {
      const seq = seqOf(runId);
      let log = logOf(seq);
      if (isSealed(seq)) throw new Error(`The log of ${runId} is complete; nothing can be added.`);
      if (firstLine !== log.lines) throw new Error(`Line ${log.lines} of ${runId} is next, not line ${firstLine}.`);
      for (const piece of cutIntoChunks(lines)) log = writeChunk(seq, log, piece);
      sql(`INSERT INTO run_logs (run_seq, chunks, lines, characters, long) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET chunks = excluded.chunks, lines = excluded.lines,
             characters = excluded.characters, long = excluded.long`).run(
        seq,
        log.chunks,
        log.lines,
        log.characters,
        log.long,
      );
    },

    seal(runId, lines) {
      const seq = seqOf(runId);
      const kept = logOf(seq).lines;
      if (kept !== lines) throw new Error(`The log of ${runId} has ${lines} lines, but ${kept} were added.`);
      // A run that wrote nothing has a complete log too.
      sql(`INSERT INTO run_logs (run_seq, chunks, lines, characters) VALUES (?, 0, 0, 0)
           ON CONFLICT DO NOTHING`).run(seq);
      sql('UPDATE runs SET log_sealed = 1, lines = ? WHERE seq = ?').run(lines, seq);
      indexRun(connection, seq);
      search.forget();
    },

    unseal(runId) {
      const seq = seqOf(runId);
      const log = logOf(seq);
      // A complete log may be the only copy left: nothing interrupted remains of it to throw away.
      if (isSealed(seq)) return;
      if (log.long === 1) forgetLongChunks(connection, seq, log.chunks);
      sql('DELETE FROM log_chunks WHERE run_seq = ?').run(seq);
      sql('DELETE FROM run_logs WHERE run_seq = ?').run(seq);
    },

    isSealed: (runId) => isSealed(seqOf(runId)),

    lines(runId, from, count) {
      const seq = seqOf(runId);
      // Until it is complete, another process may throw the log away and write it anew.
      if (!isSealed(seq)) reader.forget(seq);
      return { lines: reader.read(seq, from, count), total: logOf(seq).lines };
    },

    find: (runId, text, from, backwards) => findInLog(connection, seqOf(runId), { text, from, backwards }),
  };
}
