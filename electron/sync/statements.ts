// Every statement with which facts are written into the log tables (resources/sql/log-tables). Each may be run again
// with the same rows without changing anything. Knows no session and no order.
import { longTexts, mergeOf, NEWER } from './merge.ts';

const SYNCED = { synced_at: 'SYSTIMESTAMP' };
const EXISTS_AGAIN = { deleted_at: 'NULL', ...SYNCED };

/** How often a workstation was here is seen from LAST_SEEN_AT, by the clock of the database. */
const workstation = mergeOf({
  table: 'respaldo_workstations',
  keys: ['workstation_id'],
  columns: ['name', 'os_user', 'platform', 'product_version'],
  changes: { last_seen_at: 'SYSTIMESTAMP' },
  changeWhere: 't.workstation_id = n.workstation_id',
});

const target = mergeOf({
  table: 'respaldo_targets',
  keys: ['target_id'],
  columns: ['workstation_id', 'name', 'enabled', 'created_at', 'updated_at', 'updated_by', 'row_version', 'batch_no'],
  newValues: { spec: 'EMPTY_CLOB()' },
  changes: EXISTS_AGAIN,
  changeWhere: NEWER,
});

const strategy = mergeOf({
  table: 'respaldo_strategies',
  keys: ['strategy_id'],
  columns: [
    'workstation_id', 'target_id', 'name', 'enabled', 'shared', 'version_no', 'created_at', 'updated_at', 'updated_by',
    'row_version', 'batch_no',
  ],
  onlyNew: ['owner_workstation_id'],
  changes: EXISTS_AGAIN,
  changeWhere: NEWER,
});

const gone = (table: string, key: string, also = ''): string => [
  `UPDATE ${table} SET deleted_at = :deleted_at, workstation_id = :workstation_id, row_version = :row_version,`,
  `  batch_no = :batch_no, synced_at = SYSTIMESTAMP`,
  `WHERE ${key} = :${key} AND row_version < :row_version${also}`,
].join('\n');

/** A version is never changed: that it is there already (ORA-00001) is as good as written. */
const strategyVersion = `INSERT INTO respaldo_strategy_versions
  (strategy_id, version_no, workstation_id, batch_no, name, saved_at, saved_by, content_hash, based_on_hash, spec)
VALUES (:strategy_id, :version_no, :workstation_id, :batch_no, :name, :saved_at, :saved_by, :content_hash,
  :based_on_hash, :spec)`;

const occurrence = mergeOf({
  table: 'respaldo_occurrences',
  keys: ['occurrence_id'],
  columns: [
    'workstation_id', 'strategy_id', 'strategy_name', 'target_id', 'target_name', 'planned_at', 'trigger_kind', 'state',
    'settled', 'reason_kind', 'reason', 'run_id', 'attempts', 'updated_at', 'row_version',
    'batch_no',
  ],
  changes: SYNCED,
  changeWhere: NEWER,
});

/** A plan that was withdrawn never came to be. */
const occurrenceGone = `DELETE FROM respaldo_occurrences
WHERE occurrence_id = :occurrence_id AND workstation_id = :workstation_id AND row_version < :row_version`;

const run = mergeOf({
  table: 'respaldo_runs',
  keys: ['run_id'],
  columns: [
    'workstation_id', 'occurrence_id', 'strategy_id', 'strategy_version', 'strategy_name', 'target_id', 'target_name',
    'trigger_kind', 'started_by', 'state', 'queued_at', 'started_at', 'ended_at', 'cancel_requested_at', 'exit_code', 'exit_signal',
    'failure_code', 'root_code', 'root_text', 'warnings', 'pieces', 'bytes', 'nothing_to_do', 'log_lines', 'command_line',
    'row_version', 'batch_no',
  ],
  // An occurrence names its newest attempt only: an earlier one keeps what it was told when it was that.
  changes: { occurrence_id: 'NVL(n.occurrence_id, t.occurrence_id)', ...SYNCED },
  changeWhere: NEWER,
});

const runError = mergeOf({
  table: 'respaldo_run_errors',
  keys: ['run_id', 'error_no'],
  columns: [
    'workstation_id', 'queued_at', 'severity', 'is_root', 'code', 'error_text', 'all_codes', 'line_no', 'command_name',
    'channel', 'object_name',
  ],
  changeWhere: 't.workstation_id = n.workstation_id',
});

const piece = mergeOf({
  table: 'respaldo_pieces',
  keys: ['run_id', 'piece_no'],
  columns: [
    'workstation_id', 'queued_at', 'form', 'handle', 'tag', 'kind', 'incremental_level', 'set_no', 'channel', 'found',
    'bytes', 'line_no',
  ],
  changeWhere: 't.workstation_id = n.workstation_id',
});

/** COMPLETE goes from N to Y and never back, however often a log is sent. */
const log = mergeOf({
  table: 'respaldo_logs',
  keys: ['run_id'],
  columns: ['complete'],
  onlyNew: ['workstation_id', 'queued_at', 'chunks', 'lines'],
  changes: SYNCED,
  changeWhere: "t.complete = 'N' AND n.complete = 'Y'",
});

/** A chunk of a complete log is never changed: that it is there already (ORA-00001) is as good as written. */
const logChunk = `INSERT INTO respaldo_log_chunks
  (run_id, chunk_no, workstation_id, queued_at, first_line, line_count, text_bytes, content)
VALUES (:run_id, :chunk_no, :workstation_id, :queued_at, :first_line, :line_count, :text_bytes, :content)`;

/** What people did is only added to. */
const audit = `INSERT INTO respaldo_audit
  (audit_id, workstation_id, happened_at, user_name, os_user, origin, action, subject_kind, subject_id, subject_name,
   before_value, after_value)
VALUES (:audit_id, :workstation_id, :happened_at, :user_name, :os_user, :origin, :action, :subject_kind, :subject_id,
   :subject_name, :before_value, :after_value)`;

/**
 * The first statement of every transaction: its lock keeps transactions of one workstation one after another, also when
 * an earlier session of it is not quite dead. What was read up to a batch is complete up to it for that reason alone.
 */
const batch = `UPDATE respaldo_workstations SET batch_no = :batch_no, last_seen_at = SYSTIMESTAMP
WHERE workstation_id = :workstation_id AND batch_no < :batch_no`;

const ownBatch = 'SELECT batch_no FROM respaldo_workstations WHERE workstation_id = :workstation_id';

export const statements = {
  workstation,
  batch,
  ownBatch,
  target,
  targetText: longTexts('respaldo_targets', 'target_id', ['spec']),
  targetGone: gone('respaldo_targets', 'target_id'),
  strategy,
  // Who takes part in somebody else's strategy leaves it; it does not end for the others.
  strategyGone: gone('respaldo_strategies', 'strategy_id', ' AND owner_workstation_id = :workstation_id'),
  strategyVersion,
  occurrence,
  occurrenceGone,
  run,
  runText: longTexts('respaldo_runs', 'run_id', ['script', 'strategy_spec', 'verdict', 'witness']),
  runError,
  piece,
  log,
  logChunk,
  audit,
  workstations: `SELECT workstation_id, name, os_user, platform, product_version, first_seen_at, last_seen_at
FROM respaldo_workstations ORDER BY last_seen_at DESC`,
} as const;

export type StatementName = keyof typeof statements;

/**
 * In the order in which they must arrive: what is referred to before what refers to it, deletions before what follows,
 * and that a log is complete after its last chunk.
 */
export const sendingOrder = [
  'targetGone', 'target', 'targetText', 'strategyGone', 'strategy', 'strategyVersion', 'occurrenceGone', 'occurrence',
  'run', 'runText', 'runError', 'piece', 'logChunk', 'log', 'audit',
] as const satisfies readonly StatementName[];

/** Where a row that is there already is as good as written. */
export const neverChanged: ReadonlySet<StatementName> = new Set(['strategyVersion', 'logChunk', 'audit']);
