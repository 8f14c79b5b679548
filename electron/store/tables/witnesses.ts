// Testimonies of databases about runs, and runs that others started. An external run is a row of the log of runs like
// any other, so that lists, filters and exports have it; it belongs to no strategy, so it is never anybody's last good.
import type { ExternalRun } from '../../app/witness-ports.ts';
import { contradictions, databaseWitnessSchema, disputedCause, isDisputed } from '../../../shared/domain/catalogue/witness.ts';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import { runStates } from '../../../shared/domain/run-state.ts';
import type { Connection } from '../connection.ts';
import type { TextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { groupNumber } from './run-groups.ts';
import { runOf, SELECT_RUN, type RunRow } from './run-rows.ts';
import { parsedJson } from './rows.ts';

/** More at once would keep other requests waiting. */
const MOST_WANTING = 200;

export function createWitnesses(
  connection: Connection,
  search: TextSearch,
  runs: Pick<Tables['runs'], 'insert'>,
): Tables['witnesses'] {
  const { sql, value } = connection;
  const seqOf = (id: string): number | undefined => value<number>('SELECT seq FROM runs WHERE id = ?').get(id);

  function write(seq: number, witness: ExternalRun['witness']): void {
    sql(`INSERT INTO run_witnesses (run_seq, witness) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET witness = excluded.witness`).run(seq, JSON.stringify(witness));
  }

  /**
   * A run that the database contradicts is not shown green any more, and one that it calls failed counts as failed.
   * This is the one step out of a final state, and no process of a run ever makes it. The schedule has gone on long
   * since: nothing is started for it. Its occurrence is told anew.
   */
  function dim(row: RunRow, to: 'warning' | 'failed', witness: ExternalRun['witness']): void {
    const group = groupNumber(connection, { ...runOf(row), state: to });
    sql('UPDATE runs SET group_no = ?, state_rank = ? WHERE seq = ?').run(group, runStates.indexOf(to), row.seq);
    if (to === 'failed') {
      const { code, text } = disputedCause(witness);
      sql('UPDATE runs SET root_code = ?, root_text = ? WHERE seq = ?').run(code, text, row.seq);
    }
    sql(`INSERT INTO run_transitions (run_seq, step, at, from_state, to_state)
         SELECT ?, count(*), ?, ?, ? FROM run_transitions WHERE run_seq = ?`)
      .run(row.seq, witness.askedAt, row.state, to, row.seq);
    sql(`UPDATE occurrences SET state = ?, reason = ?, updated_at = ?, announced = 0 WHERE run_id = ? AND settled = 1`)
      .run(to, JSON.stringify({ kind: 'disputed' }), witness.askedAt, row.id);
    search.forget();
  }

  function enterOne({ run, dbid, job, witness }: ExternalRun): boolean {
    const there = value('SELECT 1 FROM external_runs WHERE dbid = ? AND session_recid = ? AND session_stamp = ?')
      .get(dbid, job.sessionRecid, job.sessionStamp);
    if (there !== undefined || seqOf(run.id) !== undefined) return false;
    // It ran no version of a strategy of ours: nothing is kept in the place of its spec.
    const strategySpec = null as unknown as StrategySpec;
    runs.insert({ run, queuePlace: null, script: '', commandLine: null, strategySpec, child: null });
    const seq = seqOf(run.id);
    if (seq === undefined) throw new Error('an inserted run is missing');
    // There is no spool file that would have to be sealed.
    sql('UPDATE runs SET log_sealed = 1 WHERE seq = ?').run(seq);
    sql('INSERT INTO external_runs (run_seq, dbid, session_recid, session_stamp) VALUES (?, ?, ?, ?)')
      .run(seq, dbid, job.sessionRecid, job.sessionStamp);
    write(seq, witness);
    return true;
  }

  return {
    get(runId) {
      const text = value<string>(`
        SELECT w.witness FROM run_witnesses w JOIN runs r ON r.seq = w.run_seq WHERE r.id = ?`).get(runId);
      return text === undefined ? null : parsedJson(databaseWitnessSchema, text);
    },

    put(runId, witness) {
      const row = sql<RunRow>(`${SELECT_RUN} WHERE r.id = ?`).get(runId);
      if (!row) return false;
      write(row.seq, witness);
      const news = contradictions(row.state, row.pieces > 0, witness);
      if (isDisputed(news)) dim(row, 'failed', witness);
      else if (row.state === 'succeeded' && news.length > 0) dim(row, 'warning', witness);
      return true;
    },

    wanting: (targetIds, since) =>
      sql<RunRow>(`${SELECT_RUN}
        WHERE r.over = 1 AND r.ended_at >= ? AND r.started_at IS NOT NULL
          AND g.target_id IN (SELECT value FROM json_each(?))
          AND NOT EXISTS (SELECT 1 FROM run_witnesses w WHERE w.run_seq = r.seq)
          AND NOT EXISTS (SELECT 1 FROM run_scripts s
            WHERE s.run_seq = r.seq AND json_extract(s.strategy_spec, '$.scope.kind') = 'data-pump')
        ORDER BY r.seq LIMIT ?`).all(since, JSON.stringify(targetIds), MOST_WANTING).map(runOf),

    known: (ids) =>
      value<string>('SELECT id FROM runs WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)),

    imported: (dbid, sessions) =>
      value<string>(`
        SELECT session_recid || '/' || session_stamp FROM external_runs
        WHERE dbid = ? AND (session_recid || '/' || session_stamp) IN (SELECT value FROM json_each(?))`)
        .all(dbid, JSON.stringify(sessions)),

    enter: (found) => found.filter(enterOne).length,
  };
}
