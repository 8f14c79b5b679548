// Schema 6: what other workstations on the same log tables wrote. Their runs lie among ours, so that every list, filter
// and search has them; a run's group says whose it is. Their databases and strategies are kept apart: they are theirs.

const STAMP = `
  UPDATE sync_state SET stamp = max(stamp + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));`;

/** A testimony changes what others see of its run. */
const witnessed = (event: 'INSERT' | 'UPDATE'): string => `
CREATE TRIGGER sync_witnesses_${event.toLowerCase()} AFTER ${event} ON run_witnesses
WHEN (SELECT active FROM sync_state) = 1 BEGIN${STAMP}
  INSERT INTO sync_outbox (kind, id, rank, stamp, created_at, next_at)
  SELECT 'run', (SELECT id FROM runs WHERE seq = new.run_seq), 5, stamp,
    CAST(unixepoch('subsec') * 1000 AS INTEGER), 0 FROM sync_state WHERE true
  ON CONFLICT (kind, id) DO UPDATE SET stamp = excluded.stamp, next_at = 0, attempts = 0, progress = 0,
    quarantined_at = NULL, code = NULL, reason = NULL;
END;`;

export const team = `
-- Other workstations, as the log tables know them.
CREATE TABLE workstations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- By the clock of the database.
  last_seen_at INTEGER NOT NULL,
  -- Every batch of it up to here is in this file; -1: none.
  batch_no INTEGER NOT NULL
) STRICT;

-- Rows refer to the groups; they do again at the end.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE run_groups_before AS SELECT * FROM run_groups;
DROP TABLE run_groups;
CREATE TABLE run_groups (
  no INTEGER PRIMARY KEY,
  strategy_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  strategy_name TEXT NOT NULL,
  target_name TEXT NOT NULL,
  state TEXT NOT NULL,
  trigger TEXT NOT NULL,
  runs INTEGER NOT NULL DEFAULT 0,
  -- 'own', or the identifier of another workstation.
  workstation_id TEXT NOT NULL DEFAULT 'own',
  UNIQUE (strategy_id, target_id, strategy_name, target_name, state, trigger, workstation_id)
) STRICT;
INSERT INTO run_groups (no, strategy_id, target_id, strategy_name, target_name, state, trigger, runs)
SELECT no, strategy_id, target_id, strategy_name, target_name, state, trigger, runs FROM run_groups_before;
DROP TABLE run_groups_before;
CREATE INDEX run_groups_by_target ON run_groups (target_id);
CREATE INDEX run_groups_by_state ON run_groups (state);

-- Who changed something last is asked for every fact that leaves.
CREATE INDEX audit_by_subject ON audit (subject_id, no);

-- 1: whoever holds its lease in the log tables runs it.
ALTER TABLE strategies ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;

-- The version that another one was made from, by its hash, where that is not the version before it: what somebody else
-- had saved meanwhile.
CREATE TABLE strategy_bases (
  strategy_id TEXT NOT NULL REFERENCES strategies (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  based_on TEXT NOT NULL,
  PRIMARY KEY (strategy_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE mirrored_targets (
  id TEXT PRIMARY KEY,
  workstation_id TEXT NOT NULL,
  name TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  spec TEXT NOT NULL
) STRICT;

CREATE TABLE mirrored_strategies (
  id TEXT PRIMARY KEY,
  -- Where it was created.
  owner_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  name TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE mirrored_versions (
  strategy_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  workstation_id TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  spec TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- Null: the first one, or nobody knows.
  based_on TEXT,
  PRIMARY KEY (strategy_id, version)
) STRICT;
${witnessed('INSERT')}
${witnessed('UPDATE')}
`;
