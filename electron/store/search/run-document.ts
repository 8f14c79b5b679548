// What the text index holds of each run: its own document, and one for every chunk of a long log. Knows no query.
import type { Connection } from '../connection.ts';
import { sortKey } from '../names.ts';
import { chunkTexts } from '../tables/log-chunks.ts';
import { DOCUMENTS_PER_RUN } from '../tables/run-order.ts';
import { SELECT_RUN, type RunRow } from '../tables/run-rows.ts';

/** The fact that marks documents of a long log. */
export const LONG = 'long';

/**
 * Facts that a filter or an order asks for: one word of letters and digits each, whatever the value looks like. The
 * keys are what names are sorted by (`sortKey`).
 */
export const factWord = {
  targetId: (id: string) => `t${hex(id)}`,
  strategyId: (id: string) => `y${hex(id)}`,
  state: (state: string) => `s${hex(state)}`,
  trigger: (trigger: string) => `m${hex(trigger)}`,
  strategyKey: (key: string) => `n${hex(key)}`,
  targetKey: (key: string) => `o${hex(key)}`,
};

/** Rowid of a document: beyond 2^53, so never a plain number. */
export const documentRowid = (seq: number, document: number): bigint =>
  BigInt(seq) * BigInt(DOCUMENTS_PER_RUN) + BigInt(document);

/** Writes the run's own document anew: after every move, because its state is one of the facts. */
export function indexRun(connection: Connection, seq: number): void {
  const run = connection.sql<RunRow & { log_sealed: number }>(`${SELECT_RUN} WHERE r.seq = ?`).get(seq);
  if (!run) return;
  const log = connection.sql<{ long: number }>('SELECT long FROM run_logs WHERE run_seq = ?').get(seq);
  const sealed = run.log_sealed === 1 && log !== undefined;
  const facts = [
    factWord.targetId(run.target_id),
    factWord.strategyId(run.strategy_id),
    factWord.state(run.state),
    factWord.trigger(run.trigger),
    factWord.strategyKey(sortKey(run.strategy_name)),
    factWord.targetKey(sortKey(run.target_name)),
  ];
  if (sealed && log.long === 1) facts.push(LONG);
  const failureCode = run.failure === null ? null : run.failure.match(/"code":"([^"]+)"/)?.[1];
  const names = [run.strategy_name, run.target_name, run.root_code, run.root_text, failureCode];
  const text = sealed && log.long === 0 ? chunkTexts(connection, seq).join('\n') : '';
  writeDocument(connection, documentRowid(seq, 0), facts.join(' '), names.filter(Boolean).join('\n'), text);
}

/**
 * Makes a chunk of a long log findable. A log beyond the last document (some 16 million lines) is kept and shown, but
 * not found by its words.
 */
export function indexLongChunk(connection: Connection, seq: number, chunk: number, text: string): void {
  if (chunk < DOCUMENTS_PER_RUN) writeDocument(connection, documentRowid(seq, chunk), LONG, '', text);
}

/** Takes the chunks' documents out again. */
export function forgetLongChunks({ sql }: Connection, seq: number, chunks: number): void {
  const remove = sql('DELETE FROM run_text WHERE rowid = ?');
  for (let chunk = 1; chunk <= chunks && chunk < DOCUMENTS_PER_RUN; chunk += 1) remove.run(documentRowid(seq, chunk));
}

function writeDocument({ sql }: Connection, rowid: bigint, facts: string, names: string, log: string): void {
  sql('DELETE FROM run_text WHERE rowid = ?').run(rowid);
  sql('INSERT INTO run_text (rowid, facts, names, log) VALUES (?, ?, ?, ?)').run(
    rowid,
    facts,
    withLineMarks(names),
    withLineMarks(log),
  );
}

/** A word of its own between two lines, so that consecutive words are always words of one line. */
const withLineMarks = (text: string): string => text.replaceAll('\n', '\n\ue000\n');

const hex = (text: string): string => Buffer.from(text).toString('hex');
