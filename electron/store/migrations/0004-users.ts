// Schema 4: users of the application, and the audit, which can only be added to.

export const users = `
CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- The name folded for comparison: two users may not differ in capitals alone.
  name_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'administrator')),
  enabled INTEGER NOT NULL,
  -- scrypt with its cost and its salt.
  password_hash TEXT NOT NULL,
  -- Attempts since the last good log-in, and when the next one is possible.
  failures INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER,
  last_log_in_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Who is logged in again at the next start, where the settings allow it.
CREATE TABLE remembered_session (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE
) STRICT;

-- No reference to users: an entry outlives whom it is about.
CREATE TABLE audit (
  -- In the order of writing, whatever the clock says.
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  user_id TEXT,
  user_name TEXT NOT NULL,
  user_key TEXT NOT NULL,
  os_user TEXT NOT NULL,
  origin TEXT NOT NULL,
  host TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT,
  subject_name TEXT,
  -- JSON; NULL where there was nothing, or is nothing any more.
  before_value TEXT,
  after_value TEXT
) STRICT;
CREATE INDEX audit_by_user ON audit (user_key, no);
CREATE INDEX audit_by_action ON audit (action, no);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'The audit is only added to.');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'The audit is only added to.');
END;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = new.id OR no = new.no) BEGIN
  SELECT RAISE(ABORT, 'The audit is only added to.');
END;

-- On its way to the log tables in Oracle, as every other fact (schema 3). It never changes, so it is entered once.
CREATE TRIGGER sync_audit_insert AFTER INSERT ON audit
WHEN (SELECT active FROM sync_state) = 1 BEGIN
  UPDATE sync_state SET stamp = max(stamp + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO sync_outbox (kind, id, rank, stamp, created_at, next_at)
  SELECT 'audit', new.id, 7, stamp, CAST(unixepoch('subsec') * 1000 AS INTEGER), 0 FROM sync_state;
END;
`;
