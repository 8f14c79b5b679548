// What a question to a database consists of: its texts by release, the views that it reads, and how its rows are read.
import type { SqlValue } from '../../app/oracle-ports.ts';
import type { Release } from '../../../shared/domain/catalogue/release.ts';

export type Row = Record<string, SqlValue>;

/** One text of a question. `views` as they are granted: `v_$database`. */
export type QuestionText = { since: Release; sql: string; views: readonly ViewName[] };

export type Question<Value> = {
  /** Newest first; the first whose `since` the database has reached is used. */
  texts: readonly QuestionText[];
  maxRows: number;
  /** `nowMs`: this computer's clock when the database answered; `cut`: there were more rows than `maxRows`. */
  read(rows: Row[], context: { nowMs: number; cut: boolean }): Value;
};

/** Every view that any question reads, with the statement that finds out whether it may be read. */
export const probes = {
  'v_$database': 'SELECT NULL AS nothing FROM v$database WHERE 1 = 0',
  'v_$instance': 'SELECT NULL AS nothing FROM v$instance WHERE 1 = 0',
  'v_$recovery_file_dest': 'SELECT NULL AS nothing FROM v$recovery_file_dest WHERE 1 = 0',
  'v_$recovery_area_usage': 'SELECT NULL AS nothing FROM v$recovery_area_usage WHERE 1 = 0',
  'v_$block_change_tracking': 'SELECT NULL AS nothing FROM v$block_change_tracking WHERE 1 = 0',
  'v_$database_block_corruption': 'SELECT NULL AS nothing FROM v$database_block_corruption WHERE 1 = 0',
  'v_$backup_corruption': 'SELECT NULL AS nothing FROM v$backup_corruption WHERE 1 = 0',
  'v_$rman_configuration': 'SELECT NULL AS nothing FROM v$rman_configuration WHERE 1 = 0',
  'v_$tablespace': 'SELECT NULL AS nothing FROM v$tablespace WHERE 1 = 0',
  'v_$datafile': 'SELECT NULL AS nothing FROM v$datafile WHERE 1 = 0',
  'v_$containers': 'SELECT NULL AS nothing FROM v$containers WHERE 1 = 0',
  'v_$pdbs': 'SELECT NULL AS nothing FROM v$pdbs WHERE 1 = 0',
  'v_$archive_dest': 'SELECT NULL AS nothing FROM v$archive_dest WHERE 1 = 0',
  'v_$rman_backup_job_details': 'SELECT NULL AS nothing FROM v$rman_backup_job_details WHERE 1 = 0',
  'v_$rman_status': 'SELECT NULL AS nothing FROM v$rman_status WHERE 1 = 0',
  'v_$backup_piece': 'SELECT NULL AS nothing FROM v$backup_piece WHERE 1 = 0',
  'v_$backup_datafile': 'SELECT NULL AS nothing FROM v$backup_datafile WHERE 1 = 0',
  'v_$backup_redolog': 'SELECT NULL AS nothing FROM v$backup_redolog WHERE 1 = 0',
  'v_$datafile_copy': 'SELECT NULL AS nothing FROM v$datafile_copy WHERE 1 = 0',
  'v_$archived_log': 'SELECT NULL AS nothing FROM v$archived_log WHERE 1 = 0',
  'v_$backup_set': 'SELECT NULL AS nothing FROM v$backup_set WHERE 1 = 0',
  'gv_$session': 'SELECT NULL AS nothing FROM gv$session WHERE 1 = 0',
  'gv_$session_longops': 'SELECT NULL AS nothing FROM gv$session_longops WHERE 1 = 0',
} as const;

export type ViewName = keyof typeof probes;
