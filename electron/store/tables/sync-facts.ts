// Reads facts as they are now, for the log tables in Oracle. A row that today's rules would refuse is still a fact:
// what is kept as JSON leaves as JSON. Knows no outbox.
import { gzipSync } from 'node:zlib';
import type {
  AuditFact, LogChunkFact, LogFact, OccurrenceFact, RunFact, StrategyFact, StrategyVersionFact, TargetFact,
} from '../../app/sync-ports.ts';
import { errorsOf, piecesOf } from '../../../shared/domain/run-evidence.ts';
import { verdictSchema } from '../../../shared/domain/verdict.ts';
import type { Connection } from '../connection.ts';
import { OWN_WORKSTATION } from '../../../shared/domain/history.ts';
import { unpacked } from './log-chunks.ts';
import type { OccurrenceRow } from './occurrence-rows.ts';
import { SELECT_OCCURRENCE } from './occurrence-rows.ts';
import { versionIdentity } from './version-identity.ts';
import { parsedJson, rawJson } from './rows.ts';
import type { StoredRunRow } from './run-rows.ts';
import { runOf, SELECT_STORED_RUN } from './run-rows.ts';

/** Some 15 ms of work: other requests to the store wait no longer for it. */
const CHUNKS_AT_ONCE = 8;
/** As in `log-chunks.ts`: fast rather than small. */
const GZIP_LEVEL = 3;

export type FactReaders = {
  target(id: string): TargetFact | null;
  strategy(id: string): StrategyFact | null;
  /** `id` is `<strategy>/<version>`. */
  'strategy-version'(id: string): StrategyVersionFact | null;
  occurrence(id: string): OccurrenceFact | null;
  run(id: string): RunFact | null;
  /** @param arrived chunks up to this number are not read */
  log(id: string, arrived: number): LogFact | null;
  audit(id: string): AuditFact | null;
};

export function createFactReaders(connection: Connection): FactReaders {
  const { sql, value } = connection;
  /** Who did something to it last, or did `what` (the beginning of an action) at all. */
  const lastBy = (id: string, what: string): string | null =>
    value<string>('SELECT user_name FROM audit WHERE subject_id = ? AND action LIKE ? ORDER BY no DESC LIMIT 1')
      .get(id, `${what}%`) ?? null;
  return {
    target(id) {
      const row = sql<TargetRow>('SELECT id, enabled, created_at, updated_at, spec FROM targets WHERE id = ?').get(id);
      return row
        ? { ...datedFact(row), name: nameIn(row.spec), spec: row.spec, updatedBy: lastBy(id, 'target.') }
        : null;
    },

    strategy(id) {
      const row = sql<TargetRow & { target_id: string; version: number; shared: number }>(`
        SELECT s.id, s.target_id, s.enabled, s.shared, s.version, s.created_at, s.updated_at, v.spec
        FROM strategies s JOIN strategy_versions v ON v.strategy_id = s.id AND v.version = s.version
        WHERE s.id = ?`).get(id);
      if (!row) return null;
      const { target_id: targetId, version, shared } = row;
      const own = { targetId, name: nameIn(row.spec), version, shared: shared === 1 };
      return { ...datedFact(row), ...own, updatedBy: lastBy(id, 'strategy.') };
    },

    'strategy-version'(id) {
      const [strategyId = '', version] = id.split('/');
      const row = sql<{ saved_at: number; spec: string }>(`
        SELECT saved_at, spec FROM strategy_versions WHERE strategy_id = ? AND version = ?`)
        .get(strategyId, Number(version));
      if (!row) return null;
      const { spec, saved_at: savedAt } = row;
      const savedBy = value<string>(`
        SELECT user_name FROM audit WHERE subject_id = ? AND action LIKE 'strategy.%'
          AND json_extract(after_value, '$.version') = ? ORDER BY no LIMIT 1`).get(strategyId, Number(version)) ?? null;
      const identity = versionIdentity(connection, strategyId, Number(version), spec);
      return { strategyId, version: Number(version), name: nameIn(spec), spec, savedAt, savedBy, ...identity };
    },

    occurrence(id) {
      const row = sql<OccurrenceRow & { settled: number }>(
        `${SELECT_OCCURRENCE.replace('SELECT ', 'SELECT settled, ')} WHERE id = ?`).get(id);
      return row ? occurrenceFact(row) : null;
    },

    run(id) {
      const row = sql<StoredRunRow>(`${SELECT_STORED_RUN} WHERE r.id = ?`).get(id);
      // What was read from the log tables is not written there.
      if (!row || row.workstation_id !== OWN_WORKSTATION) return null;
      return { ...runFact(connection, row), startedBy: lastBy(id, 'run.start') };
    },

    log: (id, arrived) => logFact(connection, id, arrived),

    audit: (id) =>
      sql<AuditFact>(`
        SELECT id, at, user_name AS userName, os_user AS osUser, origin, action, subject_kind AS subjectKind,
          subject_id AS subjectId, subject_name AS subjectName, before_value AS before, after_value AS after
        FROM audit WHERE id = ?`).get(id) ?? null,
  };
}

type TargetRow = { id: string; enabled: number; created_at: number; updated_at: number; spec: string };

const datedFact = ({ id, enabled, created_at, updated_at }: TargetRow) =>
  ({ id, enabled: enabled === 1, createdAt: created_at, updatedAt: updated_at });

/** Whatever else a spec holds, what it is called is wanted as a column. */
function nameIn(spec: string): string {
  const raw = rawJson(spec);
  const name = typeof raw === 'object' && raw !== null && 'name' in raw ? raw.name : null;
  return typeof name === 'string' && name !== '' ? name : '?';
}

function codeIn(failure: string | null): string | null {
  const raw = failure === null ? null : rawJson(failure);
  return typeof raw === 'object' && raw !== null && 'code' in raw ? String(raw.code) : null;
}

function occurrenceFact(row: OccurrenceRow & { settled: number }): OccurrenceFact {
  const reason = row.reason === null ? null : rawJson(row.reason);
  return {
    id: row.id,
    strategyId: row.strategy_id,
    strategyName: row.strategy_name,
    targetId: row.target_id,
    targetName: row.target_name,
    instant: row.instant,
    trigger: row.trigger,
    state: row.state,
    settled: row.settled === 1,
    reasonKind: typeof reason === 'object' && reason !== null && 'kind' in reason ? String(reason.kind) : null,
    reason: row.reason,
    runId: row.run_id,
    attempts: row.attempts,
    updatedAt: row.updated_at,
  };
}

function runFact({ sql, value }: Connection, row: StoredRunRow): Omit<RunFact, 'startedBy'> {
  const verdictText = value<string>('SELECT verdict FROM run_verdicts WHERE run_seq = ?').get(row.seq) ?? null;
  const verdict = verdictText === null ? null : parsedJson(verdictSchema, verdictText);
  const found = verdict === null ? [] : sql<{ handle: string; found: number; bytes: number | null }>(
    'SELECT handle, found, bytes FROM run_pieces WHERE run_seq = ? ORDER BY piece').all(row.seq);
  // Of a failure the tables hold the code alone.
  const { failure: _failure, ...run } = runOf(row);
  return {
    ...run,
    occurrenceId: value<string>('SELECT id FROM occurrences WHERE run_id = ?').get(row.id) ?? null,
    failureCode: codeIn(row.failure),
    commandLine: row.command_line,
    script: row.script,
    spec: row.strategy_spec,
    verdict: verdictText,
    witness: value<string>('SELECT witness FROM run_witnesses WHERE run_seq = ?').get(row.seq) ?? null,
    errors: verdict === null ? [] : errorsOf(verdict),
    found: verdict === null
      ? []
      : piecesOf(verdict, found.map(({ handle, found: exists, bytes }) => ({ handle, exists: exists === 1, bytes }))),
  };
}

type ChunkRow = { chunk: number; first_line: number; line_count: number; deflated: Uint8Array };

function logFact({ sql }: Connection, runId: string, arrived: number): LogFact | null {
  const log = sql<{ seq: number; queued_at: number; chunks: number; lines: number }>(`
    SELECT r.seq, r.queued_at, l.chunks, l.lines FROM runs r JOIN run_logs l ON l.run_seq = r.seq
    WHERE r.id = ? AND r.log_sealed = 1`).get(runId);
  if (!log) return null;
  const rows = sql<ChunkRow>(`
    SELECT chunk, first_line, line_count, deflated FROM log_chunks WHERE run_seq = ? AND chunk > ?
    ORDER BY chunk LIMIT ?`).all(log.seq, arrived, CHUNKS_AT_ONCE);
  return { runId, queuedAt: log.queued_at, chunks: log.chunks, lines: log.lines, next: rows.map(chunkFact) };
}

function chunkFact({ chunk, first_line, line_count, deflated }: ChunkRow): LogChunkFact {
  const text = Buffer.from(`${unpacked(deflated)}\n`, 'utf8');
  return {
    chunk,
    firstLine: first_line + 1,
    lineCount: line_count,
    textBytes: text.length,
    content: gzipSync(text, { level: GZIP_LEVEL }),
  };
}
