-- Respaldo log tables, version 2: several workstations on one set of tables.
-- BATCH_NO is how a workstation reads what the others wrote: each writes one transaction at a time, locks its own row of
-- RESPALDO_WORKSTATIONS first and counts it up there. What was read up to a number is therefore complete up to it,
-- whatever the clocks say and in whatever order transactions of different workstations are committed.

ALTER TABLE respaldo_workstations ADD (batch_no NUMBER(18) DEFAULT 0 NOT NULL);
ALTER TABLE respaldo_targets ADD (batch_no NUMBER(18) DEFAULT 0 NOT NULL);
ALTER TABLE respaldo_strategies ADD (batch_no NUMBER(18) DEFAULT 0 NOT NULL);
ALTER TABLE respaldo_strategy_versions ADD (batch_no NUMBER(18) DEFAULT 0 NOT NULL);
ALTER TABLE respaldo_strategy_versions ADD (content_hash VARCHAR2(64 CHAR));
ALTER TABLE respaldo_strategy_versions ADD (based_on_hash VARCHAR2(64 CHAR));
ALTER TABLE respaldo_occurrences ADD (batch_no NUMBER(18) DEFAULT 0 NOT NULL);
ALTER TABLE respaldo_runs ADD (batch_no NUMBER(18) DEFAULT 0 NOT NULL);
ALTER TABLE respaldo_runs ADD (witness CLOB);

CREATE TABLE respaldo_starts (
  strategy_id VARCHAR2(40 CHAR) NOT NULL,
  planned_ms NUMBER(18) NOT NULL,
  workstation_id VARCHAR2(40 CHAR) NOT NULL,
  fencing_no NUMBER(18) NOT NULL,
  run_id VARCHAR2(40 CHAR) NOT NULL,
  started_at TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  CONSTRAINT respaldo_starts_pk PRIMARY KEY (strategy_id, planned_ms)
);

-- Each workstation keeps a ledger of its own: of a shared strategy several have a row for the same instant.
ALTER TABLE respaldo_occurrences DROP CONSTRAINT respaldo_occurrences_uk;
CREATE UNIQUE INDEX respaldo_occurrences_own_ux ON respaldo_occurrences (strategy_id, planned_utc, workstation_id);

CREATE INDEX respaldo_targets_batch_ix ON respaldo_targets (workstation_id, batch_no);
CREATE INDEX respaldo_strategies_batch_ix ON respaldo_strategies (workstation_id, batch_no);
CREATE INDEX respaldo_versions_batch_ix ON respaldo_strategy_versions (workstation_id, batch_no);
CREATE INDEX respaldo_occurrences_batch_ix ON respaldo_occurrences (workstation_id, batch_no);
CREATE INDEX respaldo_runs_batch_ix ON respaldo_runs (workstation_id, batch_no);

COMMENT ON COLUMN respaldo_workstations.batch_no IS
  'Transactions in which it has written here; the first thing that each of them counts up, under a lock of this row.';
COMMENT ON COLUMN respaldo_targets.batch_no IS
  'Batch of WORKSTATION_ID in which the row was last written; 0: before version 2 of these tables.';
COMMENT ON COLUMN respaldo_strategies.batch_no IS
  'Batch of WORKSTATION_ID in which the row was last written; 0: before version 2 of these tables.';
COMMENT ON COLUMN respaldo_strategy_versions.batch_no IS
  'Batch of WORKSTATION_ID in which the row was last written; 0: before version 2 of these tables.';
COMMENT ON COLUMN respaldo_occurrences.batch_no IS
  'Batch of WORKSTATION_ID in which the row was last written; 0: before version 2 of these tables.';
COMMENT ON COLUMN respaldo_runs.batch_no IS
  'Batch of WORKSTATION_ID in which the row was last written; 0: before version 2 of these tables.';
COMMENT ON COLUMN respaldo_strategy_versions.content_hash IS
  'SHA-256 of the version in hexadecimal: two workstations may have saved different versions of one number.';
COMMENT ON COLUMN respaldo_strategy_versions.based_on_hash IS
  'CONTENT_HASH of the version that it was made from; null: the first, or written before version 2 of these tables.';
COMMENT ON COLUMN respaldo_runs.witness IS
  'What the database itself recorded about the run, as JSON; null: it was not asked, or knows nothing of it.';
COMMENT ON TABLE respaldo_starts IS
  'Occurrences of shared strategies that were begun. The primary key is what makes a double run impossible.';
COMMENT ON COLUMN respaldo_starts.strategy_id IS 'Shared strategy.';
COMMENT ON COLUMN respaldo_starts.planned_ms IS
  'The planned instant in milliseconds since 1970-01-01 UTC, the same on every workstation.';
COMMENT ON COLUMN respaldo_starts.workstation_id IS 'Workstation that runs it.';
COMMENT ON COLUMN respaldo_starts.fencing_no IS 'Number of the lease under which it was begun.';
COMMENT ON COLUMN respaldo_starts.run_id IS 'Its first run; later attempts are made by the same workstation.';
COMMENT ON COLUMN respaldo_starts.started_at IS 'When it was begun, by the clock of this database.';

-- Last of all: from now on this version counts as installed.
MERGE INTO respaldo_schema_version v
USING (SELECT 2 AS version_no FROM dual) n ON (v.version_no = n.version_no)
WHEN NOT MATCHED THEN INSERT (version_no, installed_by) VALUES (n.version_no, USER);

COMMIT;
