// Runs of other workstations among ours. To this workstation they are over from the start: there is no child to follow
// and no log to seal. Nothing of them enters the outbox.
import type { MirroredRun } from '../../app/team-ports.ts';
import { OWN_WORKSTATION } from '../../../shared/domain/history.ts';
import { isOver, runStates, type Run } from '../../../shared/domain/run.ts';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import type { Connection } from '../connection.ts';
import { indexRun } from '../search/run-document.ts';
import type { TextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { groupNumber } from './run-groups.ts';
import { changedColumns, runOf, SELECT_RUN, type RunRow } from './run-rows.ts';

export function createMirroredRuns(
  connection: Connection,
  search: TextSearch,
  runs: Pick<Tables['runs'], 'insert'>,
): (workstationId: string, run: MirroredRun) => boolean {
  const { sql } = connection;
  const rowOf = (id: string): RunRow | undefined => sql<RunRow>(`${SELECT_RUN} WHERE r.id = ?`).get(id);

  function insert(run: Run): void {
    // It ran a version that may not be here: nothing is kept in the place of its spec.
    const strategySpec = null as unknown as StrategySpec;
    runs.insert({ run, queuePlace: null, script: '', commandLine: null, strategySpec, child: null });
  }

  function update(row: RunRow, run: Run): void {
    sql('UPDATE runs SET group_no = ?, state_rank = ? WHERE seq = ?')
      .run(groupNumber(connection, run), runStates.indexOf(run.state), row.seq);
    const columns = Object.entries(changedColumns({ ...run, child: null }));
    const assignments = columns.map(([column]) => `${column} = ?`).join(', ');
    sql(`UPDATE runs SET ${assignments} WHERE seq = ?`).run(...columns.map(([, bound]) => bound), row.seq);
  }

  function writeTransitions(seq: number, run: Run): void {
    const steps: [number, string | null, string][] = [[run.queuedAt, null, 'queued']];
    if (run.startedAt !== null) steps.push([run.startedAt, 'queued', 'running']);
    if (isOver(run.state)) steps.push([run.endedAt ?? run.queuedAt, run.startedAt === null ? 'queued' : 'running', run.state]);
    sql('DELETE FROM run_transitions WHERE run_seq = ?').run(seq);
    const write = sql('INSERT INTO run_transitions (run_seq, step, at, from_state, to_state) VALUES (?, ?, ?, ?, ?)');
    steps.forEach(([at, from, to], step) => write.run(seq, step, at, from, to));
  }

  return (workstationId, { failure, ...facts }) => {
    const before = rowOf(facts.id);
    if (before && before.workstation_id === OWN_WORKSTATION) return false;
    const run: Run = { ...facts, failure: null, workstation: { id: workstationId, name: '' } };
    if (before && isSame(runOf(before), run)) return false;
    if (before) update(before, run);
    else insert(run);
    const seq = before?.seq ?? rowOf(run.id)?.seq;
    if (seq === undefined) throw new Error('a mirrored run is missing');
    sql('UPDATE runs SET over = 1, log_sealed = 1, failure = ? WHERE seq = ?').run(failure, seq);
    writeTransitions(seq, run);
    indexRun(connection, seq);
    search.forget();
    return true;
  };
}

const isSame = (one: Run, other: Run): boolean =>
  JSON.stringify({ ...one, failure: null, workstation: null }) === JSON.stringify({ ...other, workstation: null });
