// Runs as they are read one by one or all that are under way; the list is pages/, writing is run-writes.ts.
import { isGood, type Run, type RunState } from '../../../shared/domain/run.ts';
import { verdictSchema } from '../../../shared/domain/verdict.ts';
import type { Connection } from '../connection.ts';
import { readPage } from '../pages/page.ts';
import type { PageCosts } from '../pages/plan.ts';
import type { TextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { runOf, SELECT_RUN, SELECT_STORED_RUN, storedRunOf, type RunRow, type StoredRunRow } from './run-rows.ts';
import { createRunWrites } from './run-writes.ts';
import { parsedJson } from './rows.ts';

type TransitionRow = { at: number; from_state: RunState | null; to_state: RunState };
type PieceRow = { handle: string; found: number; bytes: number | null };
type NewestRow = { strategy_id: string; state: RunState; seq: number };

export function createRuns(connection: Connection, search: TextSearch, costs?: PageCosts): Tables['runs'] {
  const { sql, value } = connection;
  const seqOf = (id: string): number => value<number>('SELECT seq FROM runs WHERE id = ?').get(id) ?? -1;

  return {
    ...createRunWrites(connection, search),

    get(id) {
      const row = sql<StoredRunRow>(`${SELECT_STORED_RUN} WHERE r.id = ?`).get(id);
      return row ? storedRunOf(row) : null;
    },

    active: () =>
      sql<StoredRunRow>(`${SELECT_STORED_RUN} WHERE r.over = 0 ORDER BY r.seq`).all().map(storedRunOf),

    page: (filter, sort, cursor, limit) => readPage(connection, search, { filter, sort, cursor, limit }, costs),

    verdict(id) {
      const seq = seqOf(id);
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
        .all(seqOf(id))
        .map((row) => ({ at: row.at, from: row.from_state, to: row.to_state })),

    lastPerStrategy: () => lastPerStrategy(connection),

    countFor(owner) {
      const [column, id] =
        'targetId' in owner ? ['target_id', owner.targetId] : ['strategy_id', owner.strategyId];
      return value<number>(`SELECT coalesce(sum(runs), 0) FROM run_groups WHERE ${column} = ?`).get(id) ?? 0;
    },

    unsealed: () => value<string>('SELECT id FROM runs WHERE over = 1 AND log_sealed = 0 ORDER BY seq').all(),
  };
}

/** One look into the index of every group: cheap for any number of runs. */
function lastPerStrategy({ sql }: Connection): ReturnType<Tables['runs']['lastPerStrategy']> {
  const newest = sql<NewestRow>(`
    SELECT g.strategy_id, g.state, (SELECT max(seq) FROM runs WHERE group_no = g.no) AS seq
    FROM run_groups g JOIN strategies s ON s.id = g.strategy_id WHERE g.runs > 0 ORDER BY seq`).all();
  const runAt = (seq: number): Run => runOf(sql<RunRow>(`${SELECT_RUN} WHERE r.seq = ?`).get(seq) as RunRow);
  const lastSeqs = new Map<string, { attempt: number; good: number | null }>();
  for (const { strategy_id: id, state, seq } of newest) {
    lastSeqs.set(id, { attempt: seq, good: isGood(state) ? seq : (lastSeqs.get(id)?.good ?? null) });
  }
  return Object.fromEntries(
    [...lastSeqs].map(([id, { attempt, good }]) => [
      id,
      { attempt: runAt(attempt), good: good === null ? null : runAt(good) },
    ]),
  );
}
