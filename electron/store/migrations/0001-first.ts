// Schema 1: the first one. Never edited once it was released: a change is a new migration.

export const first = `
CREATE TABLE targets (
  id TEXT PRIMARY KEY,
  -- The name folded for comparison: two targets may not differ in capitals alone.
  name_key TEXT NOT NULL UNIQUE,
  enabled INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  spec TEXT NOT NULL
) STRICT;

CREATE TABLE strategies (
  id TEXT PRIMARY KEY,
  target_id TEXT NOT NULL REFERENCES targets (id) ON DELETE CASCADE,
  name_key TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (target_id, name_key)
) STRICT;

CREATE TABLE strategy_versions (
  strategy_id TEXT NOT NULL REFERENCES strategies (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  spec TEXT NOT NULL,
  PRIMARY KEY (strategy_id, version)
) STRICT;

-- Runs that share everything the log of runs is filtered by. There are thousands of these for millions of runs, so a
-- filter is answered by looking at groups, and counted by adding up 'runs', which the triggers below keep exact.
CREATE TABLE run_groups (
  no INTEGER PRIMARY KEY,
  strategy_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  strategy_name TEXT NOT NULL,
  target_name TEXT NOT NULL,
  state TEXT NOT NULL,
  trigger TEXT NOT NULL,
  runs INTEGER NOT NULL DEFAULT 0,
  UNIQUE (strategy_id, target_id, strategy_name, target_name, state, trigger)
) STRICT;
CREATE INDEX run_groups_by_target ON run_groups (target_id);
CREATE INDEX run_groups_by_state ON run_groups (state);

CREATE TABLE runs (
  -- queued_at * 64 + a number that tells runs of one millisecond apart: the table lies in the order of time, and every
  -- index ends in it.
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  group_no INTEGER NOT NULL REFERENCES run_groups (no),
  strategy_version INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  cancel_requested_at INTEGER,
  exit_code INTEGER,
  signal TEXT,
  failure TEXT,
  root_code TEXT,
  root_text TEXT,
  warnings INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  bytes INTEGER,
  nothing_to_do INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  child_pid INTEGER,
  child_token TEXT,
  -- 0 while the log still lies in its spool file.
  log_sealed INTEGER NOT NULL DEFAULT 0,
  -- 1 when nothing more can become of the run.
  over INTEGER NOT NULL,
  -- What the log of runs is sorted by. An unknown duration or size is -1, before zero. Both follow from other columns, by
  -- the trigger below and not as generated columns: an index over those never covers a query, so that every row which is
  -- passed over would be fetched.
  state_rank INTEGER NOT NULL,
  strategy_key TEXT NOT NULL,
  target_key TEXT NOT NULL,
  duration_key INTEGER NOT NULL DEFAULT -1,
  bytes_key INTEGER NOT NULL DEFAULT -1
) STRICT;
-- One order within every group, and one over all runs that carries the group along for filtering. The two in the order
-- of time carry what else is sorted by: runs that lie anywhere are sorted without a look at their rows.
CREATE INDEX runs_by_group ON runs (group_no, seq, duration_key, bytes_key);
CREATE INDEX runs_by_time ON runs (seq, group_no, duration_key, bytes_key);
CREATE INDEX runs_by_group_duration ON runs (group_no, duration_key, seq);
CREATE INDEX runs_by_group_bytes ON runs (group_no, bytes_key, seq);
CREATE INDEX runs_by_duration ON runs (duration_key, seq, group_no);
CREATE INDEX runs_by_bytes ON runs (bytes_key, seq, group_no);
CREATE INDEX runs_by_state ON runs (state_rank, seq, group_no);
CREATE INDEX runs_by_strategy ON runs (strategy_key, seq, group_no);
CREATE INDEX runs_by_target ON runs (target_key, seq, group_no);
CREATE INDEX runs_not_over ON runs (seq) WHERE over = 0;
CREATE INDEX runs_not_sealed ON runs (seq) WHERE over = 1 AND log_sealed = 0;

-- A row is inserted without them and then told what is known.
CREATE TRIGGER runs_keyed AFTER UPDATE OF started_at, ended_at, bytes ON runs
WHEN new.duration_key <> coalesce(new.ended_at - new.started_at, -1) OR new.bytes_key <> coalesce(new.bytes, -1) BEGIN
  UPDATE runs SET duration_key = coalesce(new.ended_at - new.started_at, -1), bytes_key = coalesce(new.bytes, -1)
  WHERE seq = new.seq;
END;

CREATE TRIGGER runs_counted AFTER INSERT ON runs BEGIN
  UPDATE run_groups SET runs = runs + 1 WHERE no = new.group_no;
END;
CREATE TRIGGER runs_recounted AFTER UPDATE OF group_no ON runs WHEN old.group_no <> new.group_no BEGIN
  UPDATE run_groups SET runs = runs - 1 WHERE no = old.group_no;
  UPDATE run_groups SET runs = runs + 1 WHERE no = new.group_no;
END;
CREATE TRIGGER runs_discounted AFTER DELETE ON runs BEGIN
  UPDATE run_groups SET runs = runs - 1 WHERE no = old.group_no;
END;

-- What only the page of one run shows: kept apart, so that the rows above stay short.
CREATE TABLE run_scripts (
  run_seq INTEGER PRIMARY KEY REFERENCES runs (seq) ON DELETE CASCADE,
  script TEXT NOT NULL,
  command_line TEXT,
  strategy_spec TEXT NOT NULL
) STRICT;

CREATE TABLE run_transitions (
  run_seq INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  PRIMARY KEY (run_seq, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_verdicts (
  run_seq INTEGER PRIMARY KEY REFERENCES runs (seq) ON DELETE CASCADE,
  verdict TEXT NOT NULL
) STRICT;

-- Pieces of the verdict as found on disk afterwards.
CREATE TABLE run_pieces (
  run_seq INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,
  piece INTEGER NOT NULL,
  handle TEXT NOT NULL,
  found INTEGER NOT NULL,
  bytes INTEGER,
  PRIMARY KEY (run_seq, piece)
) STRICT, WITHOUT ROWID;

-- How much of a run's log is here. 'long': too long to be indexed as one document.
CREATE TABLE run_logs (
  run_seq INTEGER PRIMARY KEY REFERENCES runs (seq) ON DELETE CASCADE,
  chunks INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  long INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX run_logs_long ON run_logs (run_seq) WHERE long = 1;

CREATE TABLE log_chunks (
  run_seq INTEGER NOT NULL REFERENCES runs (seq) ON DELETE CASCADE,
  -- From 1.
  chunk INTEGER NOT NULL,
  first_line INTEGER NOT NULL,
  line_count INTEGER NOT NULL,
  deflated BLOB NOT NULL,
  PRIMARY KEY (run_seq, chunk)
) STRICT;
CREATE INDEX log_chunks_by_line ON log_chunks (run_seq, first_line, line_count);

-- One document per run at rowid seq * 16384: facts (the words of its names are among them), errors and, unless it is
-- long, the whole log. Chunk n of a long log is a document of its own at rowid seq * 16384 + n. Words and their places
-- only; the text is in log_chunks.
CREATE VIRTUAL TABLE run_text USING fts5 (
  facts, errors, log,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE settings (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL) STRICT;

CREATE TABLE secrets (name TEXT PRIMARY KEY, cipher BLOB NOT NULL) STRICT;

CREATE TABLE supervision (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  pid INTEGER NOT NULL,
  start_token TEXT NOT NULL
) STRICT;
`;
