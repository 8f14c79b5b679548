// The script of a version of the log tables that does not exist: a new table, a column, an index and a changed view, so
// that upgrades and newer schemas can be tried before there are any.

export const scriptOfNextVersion = (version: number): string => `
CREATE TABLE respaldo_trial (
  trial_id VARCHAR2(40 CHAR) NOT NULL,
  CONSTRAINT respaldo_trial_pk PRIMARY KEY (trial_id)
);
ALTER TABLE respaldo_workstations ADD (site VARCHAR2(60 CHAR) DEFAULT 'here' NOT NULL);
CREATE INDEX respaldo_trial_site_ix ON respaldo_workstations (site);
COMMENT ON COLUMN respaldo_workstations.site IS 'Where the computer stands.';
COMMENT ON COLUMN respaldo_workstations.name IS 'Name of the computer in its network.';
CREATE OR REPLACE VIEW respaldo_v_occurrences AS
SELECT o.occurrence_id, o.target_name, o.strategy_name, o.planned_at, o.state
FROM respaldo_occurrences o
WITH READ ONLY;
COMMENT ON TABLE respaldo_v_occurrences IS 'Planned instants and what became of them.';
MERGE INTO respaldo_schema_version v
USING (SELECT ${version} AS version_no FROM dual) n ON (v.version_no = n.version_no)
WHEN NOT MATCHED THEN INSERT (version_no, installed_by) VALUES (n.version_no, USER);
COMMIT;
`;
