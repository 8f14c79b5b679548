// The statements of a connection test: read-only, without binds, valid from 11.2 to 26ai.

/** Release and state of the instance. */
export const INSTANCE = 'SELECT version, instance_name, host_name, status FROM v$instance';

/** Identity, role and log mode; works when only mounted. */
export const DATABASE = 'SELECT name, db_unique_name, database_role, open_mode, log_mode FROM v$database';

/** The fast recovery area; its one row has no name when none is configured. */
export const RECOVERY_AREA = 'SELECT name, space_limit, space_used, space_reclaimable FROM v$recovery_file_dest';

/** What the screens of a database read (reference §5.2); one that is not granted leaves its panel empty. */
export const VIEWS = [
  'v$database', 'v$instance', 'v$recovery_file_dest', 'v$rman_backup_job_details', 'v$rman_status',
  'v$session_longops', 'v$backup_piece',
] as const;

/** By view: asks whether it may be read, without reading it. */
export const MAY_READ: Readonly<Record<(typeof VIEWS)[number], string>> = {
  'v$database': 'SELECT 1 AS may_read FROM v$database WHERE 1 = 0',
  'v$instance': 'SELECT 1 AS may_read FROM v$instance WHERE 1 = 0',
  'v$recovery_file_dest': 'SELECT 1 AS may_read FROM v$recovery_file_dest WHERE 1 = 0',
  'v$rman_backup_job_details': 'SELECT 1 AS may_read FROM v$rman_backup_job_details WHERE 1 = 0',
  'v$rman_status': 'SELECT 1 AS may_read FROM v$rman_status WHERE 1 = 0',
  'v$session_longops': 'SELECT 1 AS may_read FROM v$session_longops WHERE 1 = 0',
  'v$backup_piece': 'SELECT 1 AS may_read FROM v$backup_piece WHERE 1 = 0',
};

/** Grants are made on the view behind the public synonym: V_$NAME of V$NAME (ORA-02030 otherwise). */
export const grantOn = (view: string, user: string): string =>
  `GRANT SELECT ON sys.${view.replace('v$', 'v_$')} TO ${user}`;
