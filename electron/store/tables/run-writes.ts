// Writes runs: their rows, transitions, verdicts and pieces found. Every change of state is a compare-and-set, and its
// transition is written with it.
import type { StoredRun, RunChange } from '../../app/store-port.ts';
import { isOver, mayMove, runStates, type RunState } from '../../../shared/domain/run.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Connection } from '../connection.ts';
import { sortKey } from '../names.ts';
import { indexRun } from '../search/run-document.ts';
import type { TextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { groupNumber } from './run-groups.ts';
import { firstSeqAt } from './run-order.ts';
import { changedColumns, runOf, SELECT_RUN, type RunRow } from './run-rows.ts';

type RunWrites = Pick<Tables['runs'], 'insert' | 'move' | 'change' | 'settle' | 'order'>;

const QUEUED = runStates.indexOf('queued');

export function createRunWrites(connection: Connection, search: TextSearch): RunWrites {
  const { sql, value } = connection;
  const seqOf = (id: string): number | undefined => value<number>('SELECT seq FROM runs WHERE id = ?').get(id);

  /** A free number at the run's place in time. */
  function nextSeq(queuedAt: number): number {
    const first = firstSeqAt(queuedAt);
    const last = value<number | null>('SELECT max(seq) FROM runs WHERE seq >= ? AND seq < ?');
    let seq = (last.get(first, firstSeqAt(queuedAt + 1)) ?? first - 1) + 1;
    while (value('SELECT 1 FROM runs WHERE seq = ?').get(seq) !== undefined) seq += 1;
    return seq;
  }

  function insertRow(seq: number, { run, queuePlace }: StoredRun): void {
    sql(`INSERT INTO runs (seq, id, group_no, strategy_version, queued_at, warnings, pieces, nothing_to_do, lines, over,
           state_rank, strategy_key, target_key, queue_place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
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
      queuePlace,
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
    const row = sql<RunRow>(`${SELECT_RUN} WHERE r.id = ?`).get(id);
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
      insertRow(seq, stored);
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

    move: (id, from, to, at, change) => tryMove(id, from, to, at, change) !== null,

    change(id, change) {
      const seq = seqOf(id);
      if (seq === undefined) throw new AppError('run.missing');
      applyChange(seq, change);
      if ('failure' in change || 'rootCode' in change || 'rootText' in change) {
        indexRun(connection, seq);
        search.forget();
      }
    },

    order(runIds) {
      // What has left the queue meanwhile keeps its place of then, which nobody reads any more.
      sql('UPDATE runs SET queue_place = NULL WHERE over = 0 AND state_rank = ?').run(QUEUED);
      const place = sql('UPDATE runs SET queue_place = ? WHERE id = ? AND over = 0 AND state_rank = ?');
      runIds.forEach((id, index) => place.run(index, id, QUEUED));
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
  };
}
