// What the text index holds of each run: its own document, and one for every chunk of a long log. Knows no query.
import { OWN_WORKSTATION } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import { sortKey } from '../names.ts';
import { chunkTexts } from '../tables/log-chunks.ts';
import { DOCUMENTS_PER_RUN } from '../tables/run-order.ts';
import { SELECT_RUN, type RunRow } from '../tables/run-rows.ts';
import { tokensOf } from './words.ts';

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
  /** Of runs of others only: documents of before there were any have none. */
  workstation: (id: string) => `k${hex(id)}`,
  strategyKey: (key: string) => `n${hex(key)}`,
  targetKey: (key: string) => `o${hex(key)}`,
  /**
   * A word of a name. Apart from the same word in a log, because names are known without the index (named-groups.ts)
   * and would otherwise make long lists of runs longer. The beginning of a word is the beginning of its fact.
   */
  nameToken: (token: string) => `w${hex(token)}`,
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
  if (run.workstation_id !== OWN_WORKSTATION) facts.push(factWord.workstation(run.workstation_id));
  if (sealed && log.long === 1) facts.push(LONG);
  const names = [run.strategy_name, run.target_name].map((name) => tokensOf(name).map(factWord.nameToken).join(' '));
  const failureCode = run.failure === null ? null : run.failure.match(/"code":"([^"]+)"/)?.[1];
  const errors = [run.root_code, run.root_text, failureCode];
  writeDocument(connection, documentRowid(seq, 0), {
    facts: [facts.join(' '), ...names].join('\n'),
    errors: errors.filter(Boolean).join('\n'),
    log: sealed && log.long === 0 ? chunkTexts(connection, seq).join('\n') : '',
  });
}

/**
 * Makes a chunk of a long log findable. A log beyond the last document (some 16 million lines) is kept and shown, but
 * not found by its words.
 */
export function indexLongChunk(connection: Connection, seq: number, chunk: number, text: string): void {
  if (chunk >= DOCUMENTS_PER_RUN) return;
  writeDocument(connection, documentRowid(seq, chunk), { facts: LONG, errors: '', log: text });
}

/** Takes the chunks' documents out again. */
export function forgetLongChunks({ sql }: Connection, seq: number, chunks: number): void {
  const remove = sql('DELETE FROM run_text WHERE rowid = ?');
  for (let chunk = 1; chunk <= chunks && chunk < DOCUMENTS_PER_RUN; chunk += 1) remove.run(documentRowid(seq, chunk));
}

type Document = { facts: string; errors: string; log: string };

function writeDocument({ sql }: Connection, rowid: bigint, { facts, errors, log }: Document): void {
  sql('DELETE FROM run_text WHERE rowid = ?').run(rowid);
  sql('INSERT INTO run_text (rowid, facts, errors, log) VALUES (?, ?, ?, ?)').run(
    rowid,
    withLineMarks(facts),
    withLineMarks(errors),
    withLineMarks(log),
  );
}

/** A word of its own between two lines, so that consecutive words are always words of one line. */
const withLineMarks = (text: string): string => text.replaceAll('\n', '\n\ue000\n');

const hex = (text: string): string => Buffer.from(text).toString('hex');
