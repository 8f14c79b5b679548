// Every statement with which a workstation reads what the others wrote, and with which several agree on who runs a
// shared strategy. All times are the database's: no clock of a workstation appears in a condition.

/** Rows of one workstation in the order of its batches, after a place; `key` tells rows of one batch apart. */
const rowsOf = (table: string, key: string, columns: readonly string[]): string => [
  `SELECT ${columns.join(', ')}, ${key} AS row_key, batch_no`,
  `FROM ${table}`,
  `WHERE workstation_id = :workstation_id AND batch_no <= :until_batch`,
  `  AND (batch_no > :after_batch OR (batch_no = :after_batch AND ${key} > :after_key))`,
  `ORDER BY batch_no, ${key}`,
].join('\n');

export const teamStatements = {
  workstations: `SELECT workstation_id, name, last_seen_at, batch_no FROM respaldo_workstations
WHERE workstation_id <> :workstation_id ORDER BY workstation_id`,

  targets: rowsOf('respaldo_targets', 'target_id', ['target_id', 'name', 'enabled', 'spec', 'deleted_at']),

  strategies: rowsOf('respaldo_strategies', 'strategy_id', [
    'strategy_id', 'owner_workstation_id', 'target_id', 'name', 'enabled', 'shared', 'version_no', 'updated_at',
    'deleted_at',
  ]),

  versions: rowsOf('respaldo_strategy_versions', "strategy_id || '/' || LPAD(TO_CHAR(version_no), 10, '0')", [
    'strategy_id', 'version_no', 'saved_at', 'spec', 'content_hash', 'based_on_hash',
  ]),

  runs: rowsOf('respaldo_runs', 'run_id', [
    'run_id', 'strategy_id', 'strategy_version', 'strategy_name', 'target_id', 'target_name', 'trigger_kind', 'state',
    'queued_at', 'started_at', 'ended_at', 'cancel_requested_at', 'exit_code', 'exit_signal', 'failure_code', 'root_code',
    'root_text', 'warnings', 'pieces', 'bytes', 'nothing_to_do', 'log_lines',
  ]),

  /** Renews the own lease, or takes over one that has expired. Two that try at once: the second waits, then fails. */
  takeLease: `UPDATE respaldo_leases SET
  fencing_no = CASE WHEN workstation_id = :workstation_id THEN fencing_no ELSE fencing_no + 1 END,
  acquired_at = CASE WHEN workstation_id = :workstation_id THEN acquired_at ELSE SYSTIMESTAMP END,
  workstation_id = :workstation_id, renewed_at = SYSTIMESTAMP,
  expires_at = SYSTIMESTAMP + NUMTODSINTERVAL(:lease_seconds, 'SECOND')
WHERE strategy_id = :strategy_id AND (workstation_id = :workstation_id OR expires_at <= SYSTIMESTAMP)`,

  /** The first lease of a strategy; ORA-00001 when somebody was faster. */
  firstLease: `INSERT INTO respaldo_leases (strategy_id, workstation_id, fencing_no, expires_at)
SELECT :strategy_id, :workstation_id, 1, SYSTIMESTAMP + NUMTODSINTERVAL(:lease_seconds, 'SECOND') FROM dual
WHERE NOT EXISTS (SELECT 1 FROM respaldo_leases WHERE strategy_id = :strategy_id)`,

  /** Who holds it; `now_at` is the same clock. */
  lease: `SELECT l.workstation_id, w.name, l.fencing_no, l.expires_at, SYSTIMESTAMP AS now_at
FROM respaldo_leases l LEFT JOIN respaldo_workstations w ON w.workstation_id = l.workstation_id
WHERE l.strategy_id = :strategy_id`,

  /** Lets every lease of this workstation expire at once: others need not wait for it. */
  giveBack: `UPDATE respaldo_leases SET expires_at = SYSTIMESTAMP
WHERE workstation_id = :workstation_id AND expires_at > SYSTIMESTAMP`,

  /** Begins an occurrence, if the lease is still held; ORA-00001 when it was begun already. */
  begin: `INSERT INTO respaldo_starts (strategy_id, planned_ms, workstation_id, fencing_no, run_id)
SELECT l.strategy_id, :planned_ms, l.workstation_id, l.fencing_no, :run_id FROM respaldo_leases l
WHERE l.strategy_id = :strategy_id AND l.workstation_id = :workstation_id AND l.expires_at > SYSTIMESTAMP`,

  start: `SELECT s.workstation_id, w.name FROM respaldo_starts s
LEFT JOIN respaldo_workstations w ON w.workstation_id = s.workstation_id
WHERE s.strategy_id = :strategy_id AND s.planned_ms = :planned_ms`,

  /** What others began of a strategy since an instant, newest first. */
  starts: `SELECT s.planned_ms, w.name FROM respaldo_starts s
LEFT JOIN respaldo_workstations w ON w.workstation_id = s.workstation_id
WHERE s.strategy_id = :strategy_id AND s.workstation_id <> :workstation_id AND s.planned_ms >= :since_ms
ORDER BY s.planned_ms DESC`,
} as const;
