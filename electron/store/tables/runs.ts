// Runs and what belongs to each: transitions, verdict, pieces found. Every change of state is a compare-and-set, and the
// transition is written with it. Lists are pages/, the text index is search/.
import type { RunChange, StoredRun } from '../../app/ports.ts';
import { isGood, isOver, mayMove, runStates, type Run, type RunState } from '../../../shared/domain/run.ts';
import { verdictSchema } from '../../../shared/domain/verdict.ts';
import type { Connection } from '../connection.ts';
import { sortKey } from '../names.ts';
import { readPage } from '../pages/page.ts';
import { indexRun } from '../search/run-document.ts';
import type { TextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { groupNumber } from './run-groups.ts';
import { firstSeqAt } from './run-order.ts';
import { changedColumns, runOf, SELECT_RUN, SELECT_STORED_RUN, storedRunOf, type RunRow, type StoredRunRow } from './run-rows.ts';
import { parsedJson } from './rows.ts';

type TransitionRow = { at: number; from_state: RunState | null; to_state: RunState };
type PieceRow = { handle: string; found: number; bytes: number | null };
type NewestRow = { strategy_id: string; state: RunState; seq: number };

export function createRuns(connection: Connection, search: TextSearch): Tables['runs'] {
  const { sql, value } = connection;
  const seqOf = (id: string): number | undefined => value<number>('SELECT seq FROM runs WHERE id = ?').get(id);
  const rowOf = (seq: number): RunRow | undefined => sql<RunRow>(`${SELECT_RUN} WHERE r.seq = ?`).get(seq);

  /** A free number at the run's place in time. */
  function nextSeq(queuedAt: number): number {
    const first = firstSeqAt(queuedAt);
    const last = value<number | null>('SELECT max(seq) FROM runs WHERE seq >= ? AND seq < ?');
    let seq = (last.get(first, firstSeqAt(queuedAt + 1)) ?? first - 1) + 1;
    while (value('SELECT 1 FROM runs WHERE seq = ?').get(seq) !== undefined) seq += 1;
    return seq;
  }

  function insertRow(seq: number, run: Run): void {
    sql(`INSERT INTO runs (seq, id, group_no, strategy_version, queued_at, warnings, pieces, nothing_to_do, lines, over,
           state_rank, strategy_key, target_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
      seq,
      run.id,
      groupNumber(connection, run),
      run.strategyVersion,
      run.queuedAt,
      run.warnings,
      run.pieces,
      Number(run.nothingToDo),
      run.lines,
      Number(isOver(run.state)),
      runStates.indexOf(run.state),
      sortKey(run.strategyName),
      sortKey(run.targetName),
    );
  }

  function applyChange(seq: number, change: RunChange): void {
    const columns = Object.entries(changedColumns(change));
    if (columns.length > 0) {
      const assignments = columns.map(([column]) => `${column} = ?`).join(', ');
      sql(`UPDATE runs SET ${assignments} WHERE seq = ?`).run(...columns.map(([, bound]) => bound), seq);
    }
    if (change.script !== undefined) sql('UPDATE run_scripts SET script = ? WHERE run_seq = ?').run(change.script, seq);
    if (change.commandLine !== undefined) {
      sql('UPDATE run_scripts SET command_line = ? WHERE run_seq = ?').run(change.commandLine, seq);
    }
  }

  function writeTransition(seq: number, at: number, from: RunState | null, to: RunState): void {
    sql(`INSERT INTO run_transitions (run_seq, step, at, from_state, to_state)
         SELECT ?, count(*), ?, ?, ? FROM run_transitions WHERE run_seq = ?`).run(seq, at, from, to, seq);
  }

  /** The run's number if the move was made. */
  function tryMove(id: string, from: RunState, to: RunState, at: number, change: RunChange): number | null {
    const seq = seqOf(id);
    const row = seq === undefined ? undefined : rowOf(seq);
    if (!row || row.state !== from) return null;
    if (!mayMove(from, to)) throw new Error(`A run may not move from ${from} to ${to}.`);
    const group = groupNumber(connection, { ...runOf(row), state: to });
    sql('UPDATE runs SET group_no = ?, state_rank = ?, over = ? WHERE seq = ?').run(
      group,
      runStates.indexOf(to),
      Number(isOver(to)),
      row.seq,
    );
    applyChange(row.seq, change);
    writeTransition(row.seq, at, from, to);
    indexRun(connection, row.seq);
    search.forget();
    return row.seq;
  }

  return {
    insert(stored: StoredRun) {
      const { run } = stored;
      const seq = nextSeq(run.queuedAt);
      insertRow(seq, run);
      sql('INSERT INTO run_scripts (run_seq, script, command_line, strategy_spec) VALUES (?, ?, ?, ?)').run(
        seq,
        stored.script,
        stored.commandLine,
        JSON.stringify(stored.strategySpec),
      );
      applyChange(seq, { ...run, child: stored.child });
      writeTransition(seq, run.queuedAt, null, run.state);
      indexRun(connection, seq);
      search.forget();
    },

    get(id) {
      const row = sql<StoredRunRow>(`${SELECT_STORED_RUN} WHERE r.id = ?`).get(id);
      return row ? storedRunOf(row) : null;
    },

    move: (id, from, to, at, change) => tryMove(id, from, to, at, change) !== null,

    change(id, change) {
      const seq = seqOf(id);
      if (seq === undefined) return;
      applyChange(seq, change);
      if ('failure' in change || 'rootCode' in change || 'rootText' in change) {
        indexRun(connection, seq);
        search.forget();
      }
    },

    settle(id, from, to, at, change, verdict, found) {
      const seq = tryMove(id, from, to, at, change);
      if (seq === null) return false;
      if (verdict) sql('INSERT INTO run_verdicts (run_seq, verdict) VALUES (?, ?)').run(seq, JSON.stringify(verdict));
      found.forEach((piece, index) =>
        sql('INSERT INTO run_pieces (run_seq, piece, handle, found, bytes) VALUES (?, ?, ?, ?, ?)').run(
          seq,
          index,
          piece.handle,
          Number(piece.exists),
          piece.bytes,
        ),
      );
      return true;
    },

    active: () =>
      sql<StoredRunRow>(`${SELECT_STORED_RUN} WHERE r.over = 0 ORDER BY r.seq`).all().map(storedRunOf),

    page: (filter, sort, cursor, limit) => readPage(connection, search, { filter, sort, cursor, limit }),

    verdict(id) {
      const seq = seqOf(id) ?? -1;
      const verdict = value<string>('SELECT verdict FROM run_verdicts WHERE run_seq = ?').get(seq);
      const pieces = sql<PieceRow>('SELECT handle, found, bytes FROM run_pieces WHERE run_seq = ? ORDER BY piece');
      return {
        // A verdict that today's rules refuse is as good as none: it can be reached again from the log.
        verdict: verdict === undefined ? null : parsedJson(verdictSchema, verdict),
        found: pieces.all(seq).map(({ handle, found, bytes }) => ({ handle, exists: found === 1, bytes })),
      };
    },

    transitions: (id) =>
      sql<TransitionRow>('SELECT at, from_state, to_state FROM run_transitions WHERE run_seq = ? ORDER BY step')
        .all(seqOf(id) ?? -1)
        .map((row) => ({ at: row.at, from: row.from_state, to: row.to_state })),

    lastPerStrategy() {
      const newest = sql<NewestRow>(`
        SELECT g.strategy_id, g.state, (SELECT max(seq) FROM runs WHERE group_no = g.no) AS seq
        FROM run_groups g JOIN strategies s ON s.id = g.strategy_id WHERE g.runs > 0 ORDER BY seq`).all();
      const last: Record<string, { attempt: Run | null; good: Run | null }> = {};
      const seqs = new Map<string, { attempt: number; good: number | null }>();
      for (const { strategy_id: id, state, seq } of newest) {
        seqs.set(id, { attempt: seq, good: isGood(state) ? seq : (seqs.get(id)?.good ?? null) });
      }
      const runAt = (seq: number | null): Run | null => {
        const row = seq === null ? undefined : rowOf(seq);
        return row ? runOf(row) : null;
      };
      for (const [id, { attempt, good }] of seqs) last[id] = { attempt: runAt(attempt), good: runAt(good) };
      return last;
    },

    countFor: (owner) =>
      'targetId' in owner
        ? (value<number>('SELECT coalesce(sum(runs), 0) FROM run_groups WHERE target_id = ?').get(owner.targetId) ?? 0)
        : (value<number>('SELECT coalesce(sum(runs), 0) FROM run_groups WHERE strategy_id = ?').get(owner.strategyId) ?? 0),

    unsealed: () => value<string>('SELECT id FROM runs WHERE over = 1 AND log_sealed = 0 ORDER BY seq').all(),
  };
}
