// The outbox of facts for the log tables in Oracle. Triggers enter them (migration 3); here they are read, settled and
// counted, and what was there before a log database was set up is entered step by step. Sends nothing.
import type { DueFact, FactOutcome, SyncState } from '../../app/sync-ports.ts';
import {
  syncKinds, syncProblemSchema, type QuarantinedFact, type SyncKind, type SyncSummary,
} from '../../../shared/domain/sync.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';
import { enterBacklog } from './sync-backlog.ts';
import { createFactReaders } from './sync-facts.ts';
import { parsedJson } from './rows.ts';

/** A batch that is handed out holds about so many characters; a single larger fact is a batch of its own. */
const BATCH_CHARACTERS = 512 * 1024;
const PREVIEW_CHARACTERS = 120;

type StateRow = {
  workstation_id: string | null;
  log_database: string | null;
  backfill_kind: SyncKind | null;
  last_success_at: number | null;
  problem: string | null;
};

type EntryRow = {
  no: number;
  kind: SyncKind;
  id: string;
  rank: number;
  stamp: number;
  created_at: number;
  attempts: number;
  progress: number;
};

export function createSync(connection: Connection): Tables['sync'] {
  const { sql, value } = connection;
  const readers = createFactReaders(connection);
  const stateRow = (): StateRow => sql<StateRow>('SELECT * FROM sync_state').get() as StateRow;

  function begin(logDatabase: string): void {
    sql(`UPDATE sync_state SET log_database = ?, active = 1, backfill_kind = ?, backfill_key = NULL,
           last_success_at = NULL, problem = NULL`).run(logDatabase, syncKinds[0]);
  }

  function end(): void {
    sql('UPDATE sync_state SET log_database = NULL, active = 0, backfill_kind = NULL, last_success_at = NULL, problem = NULL')
      .run();
  }

  function factOf({ kind, id, progress }: EntryRow): DueFact['fact'] {
    return kind === 'log' ? readers.log(id, progress) : readers[kind](id);
  }

  function settleOne(outcome: FactOutcome, now: number): void {
    const { no, stamp } = outcome;
    if (outcome.result === 'sent') sql('DELETE FROM sync_outbox WHERE no = ? AND stamp = ?').run(no, stamp);
    else if (outcome.result === 'partly') {
      sql(`UPDATE sync_outbox SET progress = ?, attempts = 0, code = NULL, reason = NULL WHERE no = ? AND stamp = ?`)
        .run(outcome.progress, no, stamp);
    } else {
      const later = outcome.result === 'later';
      sql(`UPDATE sync_outbox SET attempts = attempts + 1, next_at = ?, quarantined_at = ?, code = ?, reason = ?
           WHERE no = ? AND stamp = ?`)
        .run(later ? outcome.nextAt : 0, later ? null : now, outcome.code, outcome.reason, no, stamp);
    }
  }

  return {
    use(logDatabase, newId) {
      sql('UPDATE sync_state SET workstation_id = ? WHERE workstation_id IS NULL').run(newId);
      if (stateRow().log_database !== logDatabase) {
        sql('DELETE FROM sync_outbox').run();
        // What others wrote there is numbered anew: it is read from its beginning.
        sql('UPDATE workstations SET batch_no = -1').run();
        if (logDatabase === null) end();
        else begin(logDatabase);
      }
      const row = stateRow();
      return {
        workstationId: row.workstation_id ?? newId,
        logDatabase: row.log_database,
        backfilling: row.backfill_kind !== null,
      } satisfies SyncState;
    },

    backfill: (limit) => enterBacklog(connection, limit),

    due(after, now, limit) {
      const rows = sql<EntryRow>(`
        SELECT no, kind, id, rank, stamp, created_at, attempts, progress FROM sync_outbox
        WHERE quarantined_at IS NULL AND (rank, no) > (?, ?) AND next_at <= ? ORDER BY rank, no LIMIT ?`)
        .iterate(after?.rank ?? -1, after?.no ?? 0, now, limit);
      const entries: EntryRow[] = [...rows];
      const facts: DueFact[] = [];
      let characters = 0;
      let next = after;
      for (const row of entries) {
        if (facts.length > 0 && characters > BATCH_CHARACTERS) break;
        const fact = factOf(row);
        characters += weight(fact);
        const { no, kind, id, stamp, created_at: createdAt, attempts } = row;
        facts.push({ no, kind, id, stamp, createdAt, attempts, fact } as DueFact);
        next = { rank: row.rank, no };
      }
      return { facts, next };
    },

    settle(outcomes, now, at) {
      for (const outcome of outcomes) settleOne(outcome, now);
      if (at !== null) sql('UPDATE sync_state SET last_success_at = ?, problem = NULL').run(at);
    },

    nextDue: () => value<number | null>('SELECT min(next_at) FROM sync_outbox WHERE quarantined_at IS NULL').get() ?? null,

    summary(): SyncSummary {
      const row = stateRow();
      const count = (where: string): number => value<number>(`SELECT count(*) FROM sync_outbox WHERE ${where}`).get() ?? 0;
      return {
        pending: count('quarantined_at IS NULL'),
        quarantined: count('quarantined_at IS NOT NULL'),
        oldest: value<number | null>('SELECT min(created_at) FROM sync_outbox WHERE quarantined_at IS NULL').get() ?? null,
        lastSuccess: row.last_success_at,
        backfilling: row.backfill_kind !== null,
        workstationId: row.workstation_id,
        problem: row.problem === null ? null : parsedJson(syncProblemSchema, row.problem),
      };
    },

    setProblem(problem) {
      sql('UPDATE sync_state SET problem = ?').run(problem && JSON.stringify(problem));
    },

    quarantine: (limit) =>
      sql<EntryRow & { quarantined_at: number; code: string; reason: string }>(`
        SELECT * FROM sync_outbox WHERE quarantined_at IS NOT NULL ORDER BY quarantined_at DESC, no LIMIT ?`)
        .all(limit)
        .map((row): QuarantinedFact => ({
          no: row.no,
          kind: row.kind,
          id: row.id,
          quarantinedAt: row.quarantined_at,
          attempts: row.attempts,
          code: row.code,
          reason: row.reason,
          preview: previewOf(factOf(row)),
        })),

    tryAgain(no) {
      // What depends on it has the same id (the log of a run) and was refused for its sake.
      const which = no === null ? '? IS NULL' : 'id = (SELECT id FROM sync_outbox WHERE no = ?)';
      sql(`UPDATE sync_outbox SET next_at = 0, attempts = 0, quarantined_at = NULL WHERE ${which}`).run(no);
    },
  };
}

/** About how many characters a fact takes up on its way. */
function weight(fact: DueFact['fact']): number {
  if (fact === null) return 100;
  if ('next' in fact) return 200 + fact.next.reduce((sum, { content }) => sum + content.length, 0);
  if ('verdict' in fact) return 500 + fact.script.length + fact.spec.length + 2 * (fact.verdict?.length ?? 0);
  return 500 + ('spec' in fact ? fact.spec.length : 0);
}

/** Plain values of a fact under their names. */
function previewOf(fact: DueFact['fact']): QuarantinedFact['preview'] {
  return Object.entries(fact ?? {}).flatMap(([column, value]: [string, unknown]) =>
    value === null || typeof value === 'object' ? [] : [{ column, value: String(value).slice(0, PREVIEW_CHARACTERS) }]);
}
