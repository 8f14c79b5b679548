-- Respaldo log tables, version 1: what a team sees of its backups, in Oracle.
-- Runs on 11.2 to 26ai. No licensed option is used; a site that has Partitioning may partition by the _UTC columns.
-- Identifiers are made by the workstations. No foreign key but to the run of a row: facts outlive what they speak of.
-- No VARCHAR2 is longer than 1000 characters, so that four-byte characters never meet the limit of 4000 bytes.
-- Lists of values stand in comments, not in constraints: a newer Respaldo may know more of them.

CREATE TABLE respaldo_schema_version (
  version_no NUMBER(6) NOT NULL,
  installed_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  installed_by VARCHAR2(128 CHAR) NOT NULL,
  CONSTRAINT respaldo_schema_version_pk PRIMARY KEY (version_no)
);

CREATE TABLE respaldo_workstations (
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  name VARCHAR2(128 CHAR) NOT NULL,
  os_user VARCHAR2(128 CHAR),
  platform VARCHAR2(30 CHAR),
  product_version VARCHAR2(30 CHAR),
  first_seen_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  last_seen_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_workstations_pk PRIMARY KEY (workstation_id)
);

CREATE TABLE respaldo_targets (
  target_id VARCHAR2(40 CHAR) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  name VARCHAR2(128 CHAR) NOT NULL,
  db_name VARCHAR2(30 CHAR),
  db_unique_name VARCHAR2(128 CHAR),
  dbid NUMBER(20),
  enabled CHAR(1 CHAR) NOT NULL,
  spec CLOB NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_by VARCHAR2(128 CHAR),
  deleted_at TIMESTAMP(3) WITH TIME ZONE,
  row_version NUMBER(18) NOT NULL,
  synced_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_targets_pk PRIMARY KEY (target_id),
  CONSTRAINT respaldo_targets_enabled_ck CHECK (enabled IN ('Y', 'N'))
);

CREATE TABLE respaldo_strategies (
  strategy_id VARCHAR2(40 CHAR) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  target_id VARCHAR2(40 CHAR) NOT NULL,
  name VARCHAR2(128 CHAR) NOT NULL,
  enabled CHAR(1 CHAR) NOT NULL,
  shared CHAR(1 CHAR) DEFAULT 'N' NOT NULL,
  owner_workstation_id VARCHAR2(40 CHAR) NOT NULL,
  version_no NUMBER(10) NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_by VARCHAR2(128 CHAR),
  deleted_at TIMESTAMP(3) WITH TIME ZONE,
  row_version NUMBER(18) NOT NULL,
  synced_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_strategies_pk PRIMARY KEY (strategy_id),
  CONSTRAINT respaldo_strategies_enabled_ck CHECK (enabled IN ('Y', 'N')),
  CONSTRAINT respaldo_strategies_shared_ck CHECK (shared IN ('Y', 'N'))
);

CREATE TABLE respaldo_strategy_versions (
  strategy_id VARCHAR2(40 CHAR) NOT NULL,
  version_no NUMBER(10) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  name VARCHAR2(128 CHAR) NOT NULL,
  spec CLOB NOT NULL,
  saved_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  saved_by VARCHAR2(128 CHAR),
  synced_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_strategy_versions_pk PRIMARY KEY (strategy_id, version_no)
);

CREATE TABLE respaldo_leases (
  strategy_id VARCHAR2(40 CHAR) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  fencing_no NUMBER(18) NOT NULL,
  acquired_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  renewed_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  expires_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  CONSTRAINT respaldo_leases_pk PRIMARY KEY (strategy_id)
);

CREATE TABLE respaldo_occurrences (
  occurrence_id VARCHAR2(40 CHAR) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  strategy_id VARCHAR2(40 CHAR) NOT NULL,
  strategy_name VARCHAR2(128 CHAR) NOT NULL,
  target_id VARCHAR2(40 CHAR) NOT NULL,
  target_name VARCHAR2(128 CHAR) NOT NULL,
  planned_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  planned_utc TIMESTAMP(3) GENERATED ALWAYS AS (SYS_EXTRACT_UTC(planned_at)) VIRTUAL,
  trigger_kind VARCHAR2(30 CHAR) NOT NULL,
  state VARCHAR2(30 CHAR) NOT NULL,
  settled CHAR(1 CHAR) NOT NULL,
  reason_kind VARCHAR2(60 CHAR),
  reason VARCHAR2(1000 CHAR),
  run_id VARCHAR2(40 CHAR),
  attempts NUMBER(10) NOT NULL,
  fencing_no NUMBER(18),
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  row_version NUMBER(18) NOT NULL,
  synced_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_occurrences_pk PRIMARY KEY (occurrence_id),
  CONSTRAINT respaldo_occurrences_uk UNIQUE (strategy_id, planned_utc),
  CONSTRAINT respaldo_occurrences_stl_ck CHECK (settled IN ('Y', 'N'))
);

CREATE TABLE respaldo_runs (
  run_id VARCHAR2(40 CHAR) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  occurrence_id VARCHAR2(40 CHAR),
  strategy_id VARCHAR2(40 CHAR),
  strategy_version NUMBER(10),
  strategy_name VARCHAR2(128 CHAR) NOT NULL,
  target_id VARCHAR2(40 CHAR) NOT NULL,
  target_name VARCHAR2(128 CHAR) NOT NULL,
  trigger_kind VARCHAR2(30 CHAR) NOT NULL,
  started_by VARCHAR2(128 CHAR),
  state VARCHAR2(30 CHAR) NOT NULL,
  queued_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  queued_utc TIMESTAMP(3) GENERATED ALWAYS AS (SYS_EXTRACT_UTC(queued_at)) VIRTUAL,
  started_at TIMESTAMP(3) WITH TIME ZONE,
  ended_at TIMESTAMP(3) WITH TIME ZONE,
  cancel_requested_at TIMESTAMP(3) WITH TIME ZONE,
  exit_code NUMBER(10),
  exit_signal VARCHAR2(30 CHAR),
  failure_code VARCHAR2(128 CHAR),
  root_code VARCHAR2(60 CHAR),
  root_text VARCHAR2(1000 CHAR),
  warnings NUMBER(10) DEFAULT 0 NOT NULL,
  pieces NUMBER(10) DEFAULT 0 NOT NULL,
  bytes NUMBER(20),
  nothing_to_do CHAR(1 CHAR) DEFAULT 'N' NOT NULL,
  log_lines NUMBER(12) DEFAULT 0 NOT NULL,
  command_line VARCHAR2(1000 CHAR),
  script CLOB,
  strategy_spec CLOB,
  verdict CLOB,
  row_version NUMBER(18) NOT NULL,
  synced_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_runs_pk PRIMARY KEY (run_id),
  CONSTRAINT respaldo_runs_nothing_ck CHECK (nothing_to_do IN ('Y', 'N'))
);

CREATE TABLE respaldo_run_errors (
  run_id VARCHAR2(40 CHAR) NOT NULL,
  error_no NUMBER(6) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  queued_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  queued_utc TIMESTAMP(3) GENERATED ALWAYS AS (SYS_EXTRACT_UTC(queued_at)) VIRTUAL,
  severity VARCHAR2(30 CHAR) NOT NULL,
  is_root CHAR(1 CHAR) DEFAULT 'N' NOT NULL,
  code VARCHAR2(60 CHAR),
  error_text VARCHAR2(1000 CHAR) NOT NULL,
  all_codes VARCHAR2(1000 CHAR),
  line_no NUMBER(12),
  command_name VARCHAR2(128 CHAR),
  channel VARCHAR2(128 CHAR),
  object_name VARCHAR2(1000 CHAR),
  CONSTRAINT respaldo_run_errors_pk PRIMARY KEY (run_id, error_no),
  CONSTRAINT respaldo_run_errors_run_fk FOREIGN KEY (run_id) REFERENCES respaldo_runs (run_id) ON DELETE CASCADE,
  CONSTRAINT respaldo_run_errors_root_ck CHECK (is_root IN ('Y', 'N'))
);

CREATE TABLE respaldo_pieces (
  run_id VARCHAR2(40 CHAR) NOT NULL,
  piece_no NUMBER(8) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  queued_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  queued_utc TIMESTAMP(3) GENERATED ALWAYS AS (SYS_EXTRACT_UTC(queued_at)) VIRTUAL,
  form VARCHAR2(30 CHAR) NOT NULL,
  handle VARCHAR2(1000 CHAR) NOT NULL,
  tag VARCHAR2(128 CHAR),
  kind VARCHAR2(30 CHAR) NOT NULL,
  incremental_level NUMBER(2),
  set_no NUMBER(8),
  channel VARCHAR2(128 CHAR),
  found CHAR(1 CHAR),
  bytes NUMBER(20),
  line_no NUMBER(12),
  CONSTRAINT respaldo_pieces_pk PRIMARY KEY (run_id, piece_no),
  CONSTRAINT respaldo_pieces_run_fk FOREIGN KEY (run_id) REFERENCES respaldo_runs (run_id) ON DELETE CASCADE,
  CONSTRAINT respaldo_pieces_found_ck CHECK (found IN ('Y', 'N'))
);

CREATE TABLE respaldo_logs (
  run_id VARCHAR2(40 CHAR) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  queued_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  queued_utc TIMESTAMP(3) GENERATED ALWAYS AS (SYS_EXTRACT_UTC(queued_at)) VIRTUAL,
  chunks NUMBER(8) NOT NULL,
  lines NUMBER(12) NOT NULL,
  complete CHAR(1 CHAR) DEFAULT 'N' NOT NULL,
  synced_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_logs_pk PRIMARY KEY (run_id),
  CONSTRAINT respaldo_logs_run_fk FOREIGN KEY (run_id) REFERENCES respaldo_runs (run_id) ON DELETE CASCADE,
  CONSTRAINT respaldo_logs_complete_ck CHECK (complete IN ('Y', 'N'))
);

CREATE TABLE respaldo_log_chunks (
  run_id VARCHAR2(40 CHAR) NOT NULL,
  chunk_no NUMBER(8) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  queued_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  queued_utc TIMESTAMP(3) GENERATED ALWAYS AS (SYS_EXTRACT_UTC(queued_at)) VIRTUAL,
  first_line NUMBER(12) NOT NULL,
  line_count NUMBER(8) NOT NULL,
  text_bytes NUMBER(12) NOT NULL,
  content BLOB NOT NULL,
  CONSTRAINT respaldo_log_chunks_pk PRIMARY KEY (run_id, chunk_no),
  CONSTRAINT respaldo_log_chunks_run_fk FOREIGN KEY (run_id) REFERENCES respaldo_runs (run_id) ON DELETE CASCADE
);

CREATE TABLE respaldo_audit (
  audit_id VARCHAR2(40 CHAR) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  happened_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  happened_utc TIMESTAMP(3) GENERATED ALWAYS AS (SYS_EXTRACT_UTC(happened_at)) VIRTUAL,
  user_name VARCHAR2(128 CHAR) NOT NULL,
  os_user VARCHAR2(128 CHAR),
  origin VARCHAR2(30 CHAR) NOT NULL,
  action VARCHAR2(60 CHAR) NOT NULL,
  subject_kind VARCHAR2(30 CHAR),
  subject_id VARCHAR2(40 CHAR),
  subject_name VARCHAR2(128 CHAR),
  before_value CLOB,
  after_value CLOB,
  synced_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_audit_pk PRIMARY KEY (audit_id)
);

CREATE INDEX respaldo_occurrences_sync_ix ON respaldo_occurrences (synced_at);
CREATE INDEX respaldo_occurrences_plan_ix ON respaldo_occurrences (planned_utc);
CREATE INDEX respaldo_runs_sync_ix ON respaldo_runs (synced_at);
CREATE INDEX respaldo_runs_strategy_ix ON respaldo_runs (strategy_id, queued_utc);
CREATE INDEX respaldo_runs_queued_ix ON respaldo_runs (queued_utc);
CREATE INDEX respaldo_audit_when_ix ON respaldo_audit (happened_utc);

COMMENT ON TABLE respaldo_schema_version IS
  'Versions of these tables. A row is written last, when everything of its version exists.';
COMMENT ON COLUMN respaldo_schema_version.version_no IS 'Number of the version, from 1 without gaps.';
COMMENT ON COLUMN respaldo_schema_version.installed_at IS
  'When its installation was complete, by the clock of this database.';
COMMENT ON COLUMN respaldo_schema_version.installed_by IS 'Database user who completed it.';

COMMENT ON TABLE respaldo_workstations IS 'Computers on which Respaldo runs and writes into these tables.';
COMMENT ON COLUMN respaldo_workstations.workstation_id IS
  'Identifier that the workstation made for itself at its first start.';
COMMENT ON COLUMN respaldo_workstations.name IS 'Name of the computer.';
COMMENT ON COLUMN respaldo_workstations.os_user IS 'Operating-system user of the newest start.';
COMMENT ON COLUMN respaldo_workstations.platform IS 'Operating system: linux, win32 or darwin.';
COMMENT ON COLUMN respaldo_workstations.product_version IS 'Version of Respaldo that was seen last.';
COMMENT ON COLUMN respaldo_workstations.first_seen_at IS 'When it first wrote here, by the clock of this database.';
COMMENT ON COLUMN respaldo_workstations.last_seen_at IS 'When it was last here, by the clock of this database.';

COMMENT ON TABLE respaldo_targets IS 'Databases that are backed up. Never holds a password.';
COMMENT ON COLUMN respaldo_targets.target_id IS 'Identifier of the target.';
COMMENT ON COLUMN respaldo_targets.workstation_id IS 'Workstation that wrote this version of the row.';
COMMENT ON COLUMN respaldo_targets.name IS 'Name of the target in Respaldo.';
COMMENT ON COLUMN respaldo_targets.db_name IS 'DB_NAME of the database; null until it was seen.';
COMMENT ON COLUMN respaldo_targets.db_unique_name IS 'DB_UNIQUE_NAME of the database; null until it was seen.';
COMMENT ON COLUMN respaldo_targets.dbid IS 'DBID of the database; null until it was seen.';
COMMENT ON COLUMN respaldo_targets.enabled IS 'Y: runs may start; N: disabled.';
COMMENT ON COLUMN respaldo_targets.spec IS
  'The whole target as JSON, in the shape of the product version that wrote it.';
COMMENT ON COLUMN respaldo_targets.created_at IS 'When it was created.';
COMMENT ON COLUMN respaldo_targets.updated_at IS 'When it was last changed, by the clock of the workstation.';
COMMENT ON COLUMN respaldo_targets.updated_by IS 'User who changed it last.';
COMMENT ON COLUMN respaldo_targets.deleted_at IS
  'When it was deleted in Respaldo; null while it exists. The row stays, because runs refer to it.';
COMMENT ON COLUMN respaldo_targets.row_version IS
  'Grows with every change: an older state never overwrites a newer one, and conflicts show.';
COMMENT ON COLUMN respaldo_targets.synced_at IS 'When the row was last written here, by the clock of this database.';

COMMENT ON TABLE respaldo_strategies IS
  'Backup strategies, each as its newest version. Its versions are in RESPALDO_STRATEGY_VERSIONS.';
COMMENT ON COLUMN respaldo_strategies.strategy_id IS 'Identifier of the strategy.';
COMMENT ON COLUMN respaldo_strategies.workstation_id IS 'Workstation that wrote this version of the row.';
COMMENT ON COLUMN respaldo_strategies.target_id IS
  'Target that it backs up. No foreign key: the two may arrive in any order.';
COMMENT ON COLUMN respaldo_strategies.name IS 'Name of the strategy, unique per target among those that exist.';
COMMENT ON COLUMN respaldo_strategies.enabled IS 'Y: its schedule starts runs; N: disabled.';
COMMENT ON COLUMN respaldo_strategies.shared IS
  'Y: every workstation may run it, a lease decides which; N: only its owner may.';
COMMENT ON COLUMN respaldo_strategies.owner_workstation_id IS 'Workstation on which it was created.';
COMMENT ON COLUMN respaldo_strategies.version_no IS 'Number of its newest version.';
COMMENT ON COLUMN respaldo_strategies.created_at IS 'When it was created.';
COMMENT ON COLUMN respaldo_strategies.updated_at IS 'When it was last changed, by the clock of the workstation.';
COMMENT ON COLUMN respaldo_strategies.updated_by IS 'User who changed it last.';
COMMENT ON COLUMN respaldo_strategies.deleted_at IS
  'When it was deleted in Respaldo; null while it exists. The row stays, because runs refer to it.';
COMMENT ON COLUMN respaldo_strategies.row_version IS
  'Grows with every change: an older state never overwrites a newer one, and conflicts show.';
COMMENT ON COLUMN respaldo_strategies.synced_at IS 'When the row was last written here, by the clock of this database.';

COMMENT ON TABLE respaldo_strategy_versions IS
  'Every version of every strategy, as it was saved. Rows are never changed.';
COMMENT ON COLUMN respaldo_strategy_versions.strategy_id IS 'Strategy.';
COMMENT ON COLUMN respaldo_strategy_versions.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN respaldo_strategy_versions.workstation_id IS 'Workstation on which it was saved.';
COMMENT ON COLUMN respaldo_strategy_versions.name IS 'Name of the strategy in this version.';
COMMENT ON COLUMN respaldo_strategy_versions.spec IS
  'The whole strategy as JSON, in the shape of the product version that wrote it.';
COMMENT ON COLUMN respaldo_strategy_versions.saved_at IS 'When it was saved.';
COMMENT ON COLUMN respaldo_strategy_versions.saved_by IS 'User who saved it.';
COMMENT ON COLUMN respaldo_strategy_versions.synced_at IS
  'When the row was last written here, by the clock of this database.';

COMMENT ON TABLE respaldo_leases IS
  'Who runs a shared strategy. All times are of this database: the clocks of workstations do not matter.';
COMMENT ON COLUMN respaldo_leases.strategy_id IS 'Shared strategy.';
COMMENT ON COLUMN respaldo_leases.workstation_id IS 'Workstation that holds the lease, or held it last.';
COMMENT ON COLUMN respaldo_leases.fencing_no IS
  'Grows by one whenever the lease changes hands; what was begun under a lower number is void.';
COMMENT ON COLUMN respaldo_leases.acquired_at IS 'Since when it is held by this workstation.';
COMMENT ON COLUMN respaldo_leases.renewed_at IS 'When the holder last renewed it.';
COMMENT ON COLUMN respaldo_leases.expires_at IS 'From then on any workstation may take it over.';

COMMENT ON TABLE respaldo_occurrences IS 'Planned instants of strategies, one row each, whatever became of them.';
COMMENT ON COLUMN respaldo_occurrences.occurrence_id IS 'Identifier of the occurrence.';
COMMENT ON COLUMN respaldo_occurrences.workstation_id IS 'Workstation that looks after it.';
COMMENT ON COLUMN respaldo_occurrences.strategy_id IS 'Strategy. No foreign key: an occurrence outlives its strategy.';
COMMENT ON COLUMN respaldo_occurrences.strategy_name IS 'Name of the strategy as it was then.';
COMMENT ON COLUMN respaldo_occurrences.target_id IS 'Target.';
COMMENT ON COLUMN respaldo_occurrences.target_name IS 'Name of the target as it was then.';
COMMENT ON COLUMN respaldo_occurrences.planned_at IS 'The planned instant, or the moment of a start by hand.';
COMMENT ON COLUMN respaldo_occurrences.planned_utc IS
  'PLANNED_AT in UTC without its zone, which neither a unique nor a partition key may have.';
COMMENT ON COLUMN respaldo_occurrences.trigger_kind IS
  'How its newest attempt came about: as TRIGGER_KIND of RESPALDO_RUNS.';
COMMENT ON COLUMN respaldo_occurrences.state IS
  'planned, waiting, queued, running, succeeded, warning, failed, cancelled, skipped, missed, interrupted.';
COMMENT ON COLUMN respaldo_occurrences.settled IS 'Y: nothing more can become of it.';
COMMENT ON COLUMN respaldo_occurrences.reason_kind IS
  'Why it is where it is: paused, blackout, too-late, overlap and others; null: no special reason.';
COMMENT ON COLUMN respaldo_occurrences.reason IS 'The same with its particulars, as JSON.';
COMMENT ON COLUMN respaldo_occurrences.run_id IS 'Its newest attempt; null before the first.';
COMMENT ON COLUMN respaldo_occurrences.attempts IS 'Runs started for it.';
COMMENT ON COLUMN respaldo_occurrences.fencing_no IS
  'Lease under which it was begun, for shared strategies; null for others.';
COMMENT ON COLUMN respaldo_occurrences.updated_at IS 'When it last changed, by the clock of the workstation.';
COMMENT ON COLUMN respaldo_occurrences.row_version IS
  'Grows with every change: an older state never overwrites a newer one, and conflicts show.';
COMMENT ON COLUMN respaldo_occurrences.synced_at IS
  'When the row was last written here, by the clock of this database.';

COMMENT ON TABLE respaldo_runs IS 'Runs: one execution of a strategy version by one RMAN or Data Pump process.';
COMMENT ON COLUMN respaldo_runs.run_id IS
  'Identifier of the run, and the COMMAND ID under which RMAN shows it in V$RMAN_STATUS.';
COMMENT ON COLUMN respaldo_runs.workstation_id IS 'Workstation that started it.';
COMMENT ON COLUMN respaldo_runs.occurrence_id IS 'Occurrence that it is an attempt of; null: none is known.';
COMMENT ON COLUMN respaldo_runs.strategy_id IS 'Strategy. No foreign key: a run outlives its strategy.';
COMMENT ON COLUMN respaldo_runs.strategy_version IS 'Version of the strategy that was run.';
COMMENT ON COLUMN respaldo_runs.strategy_name IS 'Name of the strategy as it was then.';
COMMENT ON COLUMN respaldo_runs.target_id IS 'Target. No foreign key: a run outlives its target.';
COMMENT ON COLUMN respaldo_runs.target_name IS 'Name of the target as it was then.';
COMMENT ON COLUMN respaldo_runs.trigger_kind IS
  'schedule, catch-up, retry, manual, command-line, demo, or external for runs of others.';
COMMENT ON COLUMN respaldo_runs.started_by IS 'User who started it by hand; null when the scheduler did.';
COMMENT ON COLUMN respaldo_runs.state IS 'queued, preparing, running, succeeded, warning, failed, cancelled, lost.';
COMMENT ON COLUMN respaldo_runs.queued_at IS 'When it was put into the queue.';
COMMENT ON COLUMN respaldo_runs.queued_utc IS 'QUEUED_AT in UTC without its zone, which a partition key cannot have.';
COMMENT ON COLUMN respaldo_runs.started_at IS 'When its process started; null before.';
COMMENT ON COLUMN respaldo_runs.ended_at IS 'When it was over; null before.';
COMMENT ON COLUMN respaldo_runs.cancel_requested_at IS 'When somebody asked to cancel it.';
COMMENT ON COLUMN respaldo_runs.exit_code IS 'Exit code of the process. 0 alone is no evidence of a good backup.';
COMMENT ON COLUMN respaldo_runs.exit_signal IS 'Signal that ended the process.';
COMMENT ON COLUMN respaldo_runs.failure_code IS
  'Why no RMAN was started, or why it could not be followed; null: RMAN itself decided.';
COMMENT ON COLUMN respaldo_runs.root_code IS
  'Root cause: an Oracle code such as ORA-19809, or a name of ours such as log-truncated.';
COMMENT ON COLUMN respaldo_runs.root_text IS 'Text of the root cause as the log says it, cut at 1000 characters.';
COMMENT ON COLUMN respaldo_runs.warnings IS 'Warnings in the log.';
COMMENT ON COLUMN respaldo_runs.pieces IS 'Backup pieces that the log reports.';
COMMENT ON COLUMN respaldo_runs.bytes IS 'Bytes of the pieces found; null where they could not be looked at.';
COMMENT ON COLUMN respaldo_runs.nothing_to_do IS 'Y: success that made nothing because there was nothing to make.';
COMMENT ON COLUMN respaldo_runs.log_lines IS 'Lines of its log.';
COMMENT ON COLUMN respaldo_runs.command_line IS 'How RMAN was called, without any password, cut at 1000 characters.';
COMMENT ON COLUMN respaldo_runs.script IS 'The RMAN script as it was run.';
COMMENT ON COLUMN respaldo_runs.strategy_spec IS 'The strategy as it was run, as JSON.';
COMMENT ON COLUMN respaldo_runs.verdict IS 'The verdict with all its evidence, as JSON; null until the run is over.';
COMMENT ON COLUMN respaldo_runs.row_version IS
  'Grows with every change: an older state never overwrites a newer one, and conflicts show.';
COMMENT ON COLUMN respaldo_runs.synced_at IS 'When the row was last written here, by the clock of this database.';

COMMENT ON TABLE respaldo_run_errors IS
  'Errors and warnings that the verdict of a run found in its log, in their order.';
COMMENT ON COLUMN respaldo_run_errors.run_id IS 'Run.';
COMMENT ON COLUMN respaldo_run_errors.error_no IS 'Place among the errors of the run, from 1.';
COMMENT ON COLUMN respaldo_run_errors.workstation_id IS 'Workstation that wrote this row.';
COMMENT ON COLUMN respaldo_run_errors.queued_at IS
  'QUEUED_AT of the run, repeated so that both can be partitioned and purged alike.';
COMMENT ON COLUMN respaldo_run_errors.queued_utc IS
  'QUEUED_AT in UTC without its zone, which a partition key cannot have.';
COMMENT ON COLUMN respaldo_run_errors.severity IS 'error, strong, warning or info.';
COMMENT ON COLUMN respaldo_run_errors.is_root IS 'Y: this is the root cause of the run.';
COMMENT ON COLUMN respaldo_run_errors.code IS 'Oracle code, or a name of ours for what has none.';
COMMENT ON COLUMN respaldo_run_errors.error_text IS 'What the log says, cut at 1000 characters.';
COMMENT ON COLUMN respaldo_run_errors.all_codes IS 'All codes of the same error stack, with blanks between them.';
COMMENT ON COLUMN respaldo_run_errors.line_no IS 'Line of the log, from 1; null: it does not come from a line.';
COMMENT ON COLUMN respaldo_run_errors.command_name IS 'RMAN command that failed.';
COMMENT ON COLUMN respaldo_run_errors.channel IS 'Channel that it happened on.';
COMMENT ON COLUMN respaldo_run_errors.object_name IS 'File or object that it is about.';

COMMENT ON TABLE respaldo_pieces IS 'Backup pieces, image copies and dump files that a run wrote.';
COMMENT ON COLUMN respaldo_pieces.run_id IS 'Run.';
COMMENT ON COLUMN respaldo_pieces.piece_no IS 'Place among the pieces of the run, from 1.';
COMMENT ON COLUMN respaldo_pieces.workstation_id IS 'Workstation that wrote this row.';
COMMENT ON COLUMN respaldo_pieces.queued_at IS
  'QUEUED_AT of the run, repeated so that both can be partitioned and purged alike.';
COMMENT ON COLUMN respaldo_pieces.queued_utc IS 'QUEUED_AT in UTC without its zone, which a partition key cannot have.';
COMMENT ON COLUMN respaldo_pieces.form IS 'piece, copy or dump.';
COMMENT ON COLUMN respaldo_pieces.handle IS 'Name of the file or media object.';
COMMENT ON COLUMN respaldo_pieces.tag IS 'RMAN tag; null for autobackups.';
COMMENT ON COLUMN respaldo_pieces.kind IS
  'datafile, archivelog, controlfile, spfile, controlfile-autobackup, backupset-copy or unknown.';
COMMENT ON COLUMN respaldo_pieces.incremental_level IS
  '0 or 1; null for full backups and for everything that is not data files.';
COMMENT ON COLUMN respaldo_pieces.set_no IS 'Backup set within the run, from 1; null for autobackups and copies.';
COMMENT ON COLUMN respaldo_pieces.channel IS 'Channel that wrote it.';
COMMENT ON COLUMN respaldo_pieces.found IS 'Y: it was there after the run; N: it was missing; null: nobody could look.';
COMMENT ON COLUMN respaldo_pieces.bytes IS 'Its size; null where it could not be read.';
COMMENT ON COLUMN respaldo_pieces.line_no IS 'Line of the log that reports it, from 1.';

COMMENT ON TABLE respaldo_logs IS 'Logs of runs: how long each is, and whether all of it has arrived.';
COMMENT ON COLUMN respaldo_logs.run_id IS 'Run.';
COMMENT ON COLUMN respaldo_logs.workstation_id IS 'Workstation that wrote this row.';
COMMENT ON COLUMN respaldo_logs.queued_at IS
  'QUEUED_AT of the run, repeated so that both can be partitioned and purged alike.';
COMMENT ON COLUMN respaldo_logs.queued_utc IS 'QUEUED_AT in UTC without its zone, which a partition key cannot have.';
COMMENT ON COLUMN respaldo_logs.chunks IS 'Chunks that the whole log has.';
COMMENT ON COLUMN respaldo_logs.lines IS 'Lines that the whole log has.';
COMMENT ON COLUMN respaldo_logs.complete IS 'Y: every chunk is in RESPALDO_LOG_CHUNKS.';
COMMENT ON COLUMN respaldo_logs.synced_at IS 'When the row was last written here, by the clock of this database.';

COMMENT ON TABLE respaldo_log_chunks IS 'Text of logs, in compressed chunks that arrive one by one.';
COMMENT ON COLUMN respaldo_log_chunks.run_id IS 'Run.';
COMMENT ON COLUMN respaldo_log_chunks.chunk_no IS 'Place of the chunk in the log, from 1.';
COMMENT ON COLUMN respaldo_log_chunks.workstation_id IS 'Workstation that wrote this row.';
COMMENT ON COLUMN respaldo_log_chunks.queued_at IS
  'QUEUED_AT of the run, repeated so that both can be partitioned and purged alike.';
COMMENT ON COLUMN respaldo_log_chunks.queued_utc IS
  'QUEUED_AT in UTC without its zone, which a partition key cannot have.';
COMMENT ON COLUMN respaldo_log_chunks.first_line IS 'Number of its first line, from 1.';
COMMENT ON COLUMN respaldo_log_chunks.line_count IS 'Lines in it.';
COMMENT ON COLUMN respaldo_log_chunks.text_bytes IS 'Bytes of its text before compression.';
COMMENT ON COLUMN respaldo_log_chunks.content IS
  'Its lines in UTF-8, each ended by a line feed, as gzip: UTL_COMPRESS.LZ_UNCOMPRESS opens it.';

COMMENT ON TABLE respaldo_audit IS 'What people did: changes, deletions, runs and cancels by hand. Only ever added to.';
COMMENT ON COLUMN respaldo_audit.audit_id IS 'Identifier of the entry.';
COMMENT ON COLUMN respaldo_audit.workstation_id IS 'Workstation on which it was done.';
COMMENT ON COLUMN respaldo_audit.happened_at IS 'When, by the clock of the workstation.';
COMMENT ON COLUMN respaldo_audit.happened_utc IS
  'HAPPENED_AT in UTC without its zone, which a partition key cannot have.';
COMMENT ON COLUMN respaldo_audit.user_name IS 'User of Respaldo, or of the operating system where Respaldo has none.';
COMMENT ON COLUMN respaldo_audit.os_user IS 'User of the operating system.';
COMMENT ON COLUMN respaldo_audit.origin IS 'Where from: window, command-line, scheduler.';
COMMENT ON COLUMN respaldo_audit.action IS 'What was done.';
COMMENT ON COLUMN respaldo_audit.subject_kind IS
  'To what kind of thing: strategy, target, run, settings, user and others.';
COMMENT ON COLUMN respaldo_audit.subject_id IS 'Its identifier.';
COMMENT ON COLUMN respaldo_audit.subject_name IS 'Its name as it was then.';
COMMENT ON COLUMN respaldo_audit.before_value IS 'How it was before, as JSON; null when it did not exist.';
COMMENT ON COLUMN respaldo_audit.after_value IS 'How it was afterwards, as JSON; null when it was deleted.';
COMMENT ON COLUMN respaldo_audit.synced_at IS 'When the row was last written here, by the clock of this database.';

CREATE OR REPLACE VIEW respaldo_v_runs AS
SELECT
  r.run_id, r.target_name, r.strategy_name, r.strategy_version, r.trigger_kind, r.state,
  CASE WHEN r.state IN ('succeeded', 'warning') THEN 'Y' ELSE 'N' END AS good,
  r.queued_at, r.started_at, r.ended_at, r.queued_utc,
  ROUND((CAST(SYS_EXTRACT_UTC(r.ended_at) AS DATE) - CAST(SYS_EXTRACT_UTC(r.started_at) AS DATE)) * 86400)
    AS duration_seconds,
  r.root_code, r.root_text, r.failure_code, r.warnings, r.pieces, r.bytes, r.nothing_to_do, r.log_lines,
  r.exit_code, r.started_by, w.name AS workstation_name, o.planned_at,
  r.target_id, r.strategy_id, r.occurrence_id, r.workstation_id
FROM respaldo_runs r
LEFT JOIN respaldo_workstations w ON w.workstation_id = r.workstation_id
LEFT JOIN respaldo_occurrences o ON o.occurrence_id = r.occurrence_id
WITH READ ONLY;

CREATE OR REPLACE VIEW respaldo_v_last_good AS
SELECT
  s.strategy_id, s.name AS strategy_name, t.name AS target_name, s.enabled,
  a.last_attempt_at, a.last_good_at,
  ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - CAST(SYS_EXTRACT_UTC(a.last_good_at) AS DATE)) * 24, 1)
    AS hours_since_good,
  NVL(a.good_runs, 0) AS good_runs, NVL(a.bad_runs, 0) AS bad_runs, s.target_id
FROM respaldo_strategies s
LEFT JOIN respaldo_targets t ON t.target_id = s.target_id
LEFT JOIN (
  SELECT
    r.strategy_id,
    MAX(r.ended_at) AS last_attempt_at,
    MAX(CASE WHEN r.state IN ('succeeded', 'warning') THEN r.ended_at END) AS last_good_at,
    COUNT(CASE WHEN r.state IN ('succeeded', 'warning') THEN 1 END) AS good_runs,
    COUNT(CASE WHEN r.state IN ('failed', 'cancelled', 'lost') THEN 1 END) AS bad_runs
  FROM respaldo_runs r
  GROUP BY r.strategy_id
) a ON a.strategy_id = s.strategy_id
WHERE s.deleted_at IS NULL
WITH READ ONLY;

CREATE OR REPLACE VIEW respaldo_v_failures AS
SELECT
  r.run_id, r.target_name, r.strategy_name, r.state, r.queued_at, r.started_at, r.ended_at, r.queued_utc,
  NVL(r.root_code, r.failure_code) AS root_code, NVL(e.error_text, r.root_text) AS root_text,
  e.command_name, e.channel, e.object_name, e.line_no, e.all_codes, r.exit_code,
  w.name AS workstation_name, r.target_id, r.strategy_id
FROM respaldo_runs r
LEFT JOIN respaldo_run_errors e ON e.run_id = r.run_id AND e.is_root = 'Y'
LEFT JOIN respaldo_workstations w ON w.workstation_id = r.workstation_id
WHERE r.state IN ('failed', 'lost')
WITH READ ONLY;

CREATE OR REPLACE VIEW respaldo_v_logs AS
SELECT
  l.run_id, r.target_name, r.strategy_name, r.state, r.started_at, l.queued_utc, l.lines, l.chunks, l.complete,
  NVL(c.chunks_here, 0) AS chunks_here, NVL(c.lines_here, 0) AS lines_here, c.text_bytes
FROM respaldo_logs l
JOIN respaldo_runs r ON r.run_id = l.run_id
LEFT JOIN (
  SELECT k.run_id, COUNT(*) AS chunks_here, SUM(k.line_count) AS lines_here, SUM(k.text_bytes) AS text_bytes
  FROM respaldo_log_chunks k
  GROUP BY k.run_id
) c ON c.run_id = l.run_id
WITH READ ONLY;

CREATE OR REPLACE VIEW respaldo_v_storage_by_day AS
SELECT
  TRUNC(r.queued_utc) AS day_utc, r.target_id, MAX(r.target_name) AS target_name,
  COUNT(*) AS runs,
  COUNT(CASE WHEN r.state IN ('succeeded', 'warning') THEN 1 END) AS good_runs,
  SUM(r.pieces) AS pieces, SUM(r.bytes) AS bytes
FROM respaldo_runs r
WHERE r.ended_at IS NOT NULL
GROUP BY TRUNC(r.queued_utc), r.target_id
WITH READ ONLY;

CREATE OR REPLACE VIEW respaldo_v_occurrences AS
SELECT
  o.occurrence_id, o.target_name, o.strategy_name, o.planned_at, o.planned_utc, o.state, o.reason_kind, o.attempts,
  r.run_id, r.started_at, r.ended_at, r.root_code, r.root_text,
  w.name AS workstation_name, o.target_id, o.strategy_id
FROM respaldo_occurrences o
LEFT JOIN respaldo_runs r ON r.run_id = o.run_id
LEFT JOIN respaldo_workstations w ON w.workstation_id = o.workstation_id
WITH READ ONLY;

COMMENT ON TABLE respaldo_v_runs IS
  'Runs with the names of their strategy, target and workstation, and how long they took.';
COMMENT ON TABLE respaldo_v_last_good IS
  'One row per strategy: its last attempt and its last good run. Null means never, which is not zero hours.';
COMMENT ON TABLE respaldo_v_failures IS 'Runs that failed or were lost, each with its root cause.';
COMMENT ON TABLE respaldo_v_logs IS 'Logs of runs: how long each is, and how much of it has arrived.';
COMMENT ON TABLE respaldo_v_storage_by_day IS 'Bytes written per target and day (UTC).';
COMMENT ON TABLE respaldo_v_occurrences IS
  'Planned instants with what became of them: also those that were missed or skipped.';


-- Last of all: from now on this version counts as installed.
MERGE INTO respaldo_schema_version v
USING (SELECT 1 AS version_no FROM dual) n ON (v.version_no = n.version_no)
WHEN NOT MATCHED THEN INSERT (version_no, installed_by) VALUES (n.version_no, USER);

COMMIT;
