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

/** Asks whether a view may be read, without reading it. */
export const mayRead = (view: string): string => `SELECT 1 AS one FROM ${view} WHERE 1 = 0`;

/** Grants are made on the view behind the public synonym: V_$NAME of V$NAME (ORA-02030 otherwise). */
export const grantOn = (view: string, user: string): string =>
  `GRANT SELECT ON sys.${view.replace('v$', 'v_$')} TO ${user}`;
