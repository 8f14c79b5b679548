// The V$ views of a database that is backed up with RMAN, with the columns that each release has, and made-up facts
// that a test can look for. Column lists by Oracle's reference of the views; a view or column that a release lacks is
// missing here too, so that a text that asks for it fails as it would on Oracle.
import type { StandIn } from './index.ts';
import type { ViewCell } from './seed.ts';

/** `since`: the first release, as `major * 100 + minor`, that has it. */
type Column = [name: string, type: string, since?: number];
type View = { columns: Column[]; since?: number; rows: Record<string, ViewCell>[] };

const N = 'NUMBER';
const CON_ID: Column = ['con_id', N, 1201];
const text = (size: number): string => `VARCHAR2(${size})`;
const yesNo = text(3);
const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

export type BackedUpDatabase = {
  /** `major * 100 + minor` of the stand-in's version. */
  release: number;
  /** With pluggable databases; only from 12.1 on. */
  isContainer: boolean;
  /** COMMAND ID of the newest job. */
  commandId?: string;
};

/** Defines every view that the catalogue of a database is read from. Times lie before the clock of the stand-in. */
export function defineBackedUpDatabase(oracle: StandIn, { release, isContainer, commandId }: BackedUpDatabase): void {
  const ago = (hours: number): Date => new Date(Math.floor(oracle.clock.now() / 1000) * 1000 - hours * 3_600_000);
  const views = {
    ...instanceViews(oracle, ago, isContainer),
    ...fileViews(ago, isContainer),
    ...storageViews(ago),
    ...backupViews(ago, commandId ?? null),
  };
  for (const [name, view] of Object.entries<View>(views)) {
    if (release < (view.since ?? 0)) continue;
    const columns = view.columns.filter(([, , since = 0]) => release >= since);
    const named = columns.map(([column, type]): [string, string] => [column, type]);
    oracle.views.define(name, named, view.rows);
  }
}

type Ago = (hours: number) => Date;

function instanceViews({ version }: StandIn, ago: Ago, isContainer: boolean): Record<string, View> {
  const [major = 0] = version.split('.').map(Number);
  return {
    V$DATABASE: {
      columns: [
        ['dbid', N], ['name', text(9)], ['db_unique_name', text(30)], ['created', 'DATE'], ['resetlogs_change#', N],
        ['resetlogs_time', 'DATE'], ['log_mode', text(12)], ['open_mode', text(20)], ['database_role', text(16)],
        ['flashback_on', text(18)], ['force_logging', text(39)], ['controlfile_type', text(7)], ['current_scn', N],
        ['platform_name', text(101)], ['cdb', yesNo, 1201], CON_ID,
      ],
      rows: [{
        dbid: 1604312345, name: 'VENTAS', db_unique_name: 'VENTAS_MAD', created: ago(24 * 400),
        'resetlogs_change#': 1, resetlogs_time: ago(24 * 90), log_mode: 'ARCHIVELOG', open_mode: 'READ WRITE',
        database_role: 'PRIMARY', flashback_on: 'NO', force_logging: 'YES', controlfile_type: 'CURRENT',
        current_scn: 9_000_000_000, platform_name: 'Linux x86 64-bit', cdb: isContainer ? 'YES' : 'NO', con_id: 0,
      }],
    },
    V$INSTANCE: {
      columns: [
        ['instance_name', text(16)], ['host_name', text(64)], ['version', text(17)], ['version_full', text(17), 1800],
        ['status', text(12)], ['startup_time', 'DATE'], ['thread#', N], ['parallel', yesNo], ['edition', text(7), 1201],
        CON_ID,
      ],
      rows: [{
        instance_name: 'ventas1', host_name: 'db1.example.com', status: 'OPEN', version_full: version,
        // From 18c on it tells the release alone.
        version: major >= 18 ? `${major}.0.0.0.0` : version,
        startup_time: ago(24 * 12), 'thread#': 1, parallel: 'NO', edition: 'EE', con_id: 0,
      }],
    },
    V$CONTAINERS: {
      since: 1201,
      columns: [['con_id', N], ['name', text(128)], ['open_mode', text(10)]],
      rows: isContainer
        ? [
            { con_id: 1, name: 'CDB$ROOT', open_mode: 'READ WRITE' },
            { con_id: 2, name: 'PDB$SEED', open_mode: 'READ ONLY' },
            { con_id: 3, name: 'TIENDA', open_mode: 'READ WRITE' },
          ]
        : [{ con_id: 0, name: 'VENTAS', open_mode: 'READ WRITE' }],
    },
    V$PDBS: {
      since: 1201,
      columns: [
        ['con_id', N], ['dbid', N], ['name', text(128)], ['open_mode', text(10)], ['restricted', yesNo],
        ['total_size', N],
      ],
      rows: isContainer
        ? [
            { con_id: 2, dbid: 2, name: 'PDB$SEED', open_mode: 'READ ONLY', restricted: 'NO', total_size: GIB },
            { con_id: 3, dbid: 3, name: 'TIENDA', open_mode: 'READ WRITE', restricted: 'YES', total_size: 40 * GIB },
            { con_id: 4, dbid: 4, name: 'PRUEBAS', open_mode: 'MOUNTED', restricted: null, total_size: 0 },
          ]
        : [],
    },
  };
}

function fileViews(ago: Ago, isContainer: boolean): Record<string, View> {
  const root = isContainer ? 1 : 0;
  const pdb = isContainer ? 3 : 0;
  const folder = '/u02/oradata/VENTAS';
  const tablespace = (con: number, ts: number, name: string, more: Record<string, ViewCell> = {}) => ({
    con_id: con, 'ts#': ts, name, included_in_database_backup: 'YES', bigfile: 'NO', flashback_on: 'YES', ...more,
  });
  const file = (con: number, number: number, ts: number, bytes: number, name: string, more = {}) => ({
    con_id: con, 'file#': number, 'ts#': ts, 'rfile#': number, name: `${folder}/${name}`, bytes, blocks: bytes / 8192,
    status: 'ONLINE', enabled: 'READ WRITE', unrecoverable_time: null, 'unrecoverable_change#': 0, ...more,
  });
  return {
    V$TABLESPACE: {
      columns: [
        ['ts#', N], ['name', text(30)], ['included_in_database_backup', yesNo], ['bigfile', yesNo],
        ['flashback_on', yesNo], CON_ID,
      ],
      rows: [
        tablespace(root, 0, 'SYSTEM'),
        tablespace(root, 1, 'SYSAUX'),
        tablespace(root, 2, 'UNDOTBS1'),
        // Temporary: in V$TABLESPACE, but with no data file.
        tablespace(root, 3, 'TEMP'),
        tablespace(pdb, 5, 'VENTAS_DATOS', { bigfile: 'YES' }),
        tablespace(pdb, 6, 'HISTORICO', { included_in_database_backup: 'NO' }),
      ],
    },
    V$DATAFILE: {
      columns: [
        ['file#', N], ['ts#', N], ['rfile#', N], ['status', text(7)], ['enabled', text(10)], ['bytes', N],
        ['blocks', N], ['name', text(513)], ['unrecoverable_change#', N], ['unrecoverable_time', 'DATE'], CON_ID,
      ],
      rows: [
        file(root, 1, 0, 900 * MIB, 'system01.dbf', { status: 'SYSTEM' }),
        file(root, 3, 1, 1200 * MIB, 'sysaux01.dbf'),
        file(root, 4, 2, 2 * GIB, 'undotbs01.dbf'),
        file(pdb, 12, 5, 30 * GIB, 'tienda/ventas_datos01.dbf', { unrecoverable_time: ago(30) }),
        file(pdb, 13, 6, 4 * GIB, 'tienda/historico_de_pedidos_anteriores_a_2020_01.dbf', { enabled: 'READ ONLY' }),
        file(pdb, 14, 6, 4 * GIB, 'tienda/historico_de_pedidos_anteriores_a_2020_02.dbf', { status: 'RECOVER' }),
      ],
    },
  };
}

function storageViews(ago: Ago): Record<string, View> {
  return {
    V$RECOVERY_FILE_DEST: {
      columns: [
        ['name', text(513)], ['space_limit', N], ['space_used', N], ['space_reclaimable', N], ['number_of_files', N],
        CON_ID,
      ],
      rows: [{
        name: '/u03/fra', space_limit: 100 * GIB, space_used: 95 * GIB, space_reclaimable: 5 * GIB,
        number_of_files: 310, con_id: 0,
      }],
    },
    V$RECOVERY_AREA_USAGE: {
      columns: [
        ['file_type', text(23)], ['percent_space_used', N], ['percent_space_reclaimable', N], ['number_of_files', N],
        CON_ID,
      ],
      rows: [
        ['CONTROL FILE', 0.02, 0, 1], ['REDO LOG', 1.5, 0, 3], ['ARCHIVED LOG', 61.25, 5, 240],
        ['BACKUP PIECE', 32.23, 0, 66], ['IMAGE COPY', 0, 0, 0], ['FLASHBACK LOG', 0, 0, 0],
        ['FOREIGN ARCHIVED LOG', 0, 0, 0], ['AUXILIARY DATAFILE COPY', 0, 0, 0],
      ].map(([file_type, used, reclaimable, files]) => ({
        file_type: file_type!, percent_space_used: used!, percent_space_reclaimable: reclaimable!,
        number_of_files: files!, con_id: 0,
      })),
    },
    V$BLOCK_CHANGE_TRACKING: {
      columns: [['status', text(10)], ['filename', text(513)], ['bytes', N], CON_ID],
      rows: [{ status: 'ENABLED', filename: '/u02/oradata/VENTAS/bct.f', bytes: 11 * MIB, con_id: 0 }],
    },
    V$DATABASE_BLOCK_CORRUPTION: {
      columns: [
        ['file#', N], ['block#', N], ['blocks', N], ['corruption_change#', N], ['corruption_type', text(9)], CON_ID,
      ],
      rows: [
        { 'file#': 12, 'block#': 4711, blocks: 3, 'corruption_change#': 0, corruption_type: 'FRACTURED', con_id: 3 },
      ],
    },
    V$BACKUP_CORRUPTION: {
      columns: [
        ['recid', N], ['stamp', N], ['set_stamp', N], ['set_count', N], ['piece#', N], ['file#', N], ['block#', N],
        ['blocks', N], ['corruption_change#', N], ['marked_corrupt', yesNo], ['corruption_type', text(9)], CON_ID,
      ],
      rows: [{
        recid: 1, stamp: 1, set_stamp: 1100, set_count: 41, 'piece#': 1, 'file#': 13, 'block#': 99, blocks: 1,
        'corruption_change#': 0, marked_corrupt: 'YES', corruption_type: 'CHECKSUM', con_id: 3,
      }],
    },
    V$ARCHIVE_DEST: {
      columns: [
        ['dest_id', N], ['dest_name', text(256)], ['status', text(9)], ['binding', text(9)], ['name_space', text(7)],
        ['target', text(16)], ['archiver', text(10)], ['destination', text(256)], ['fail_date', 'DATE'],
        ['error', text(256)], CON_ID,
      ],
      rows: [
        destination(1, 'VALID', 'USE_DB_RECOVERY_FILE_DEST'),
        {
          ...destination(2, 'ERROR', 'ventas_bcn'), target: 'STANDBY', binding: 'OPTIONAL', fail_date: ago(3),
          error: 'ORA-12541: Cannot connect. No listener at host dr1.example.com port 1521.',
        },
        { ...destination(3, 'INACTIVE', null), binding: 'OPTIONAL' },
      ],
    },
  };
}

const destination = (id: number, status: string, where: string | null): Record<string, ViewCell> => ({
  dest_id: id, dest_name: `LOG_ARCHIVE_DEST_${id}`, status, binding: 'MANDATORY', name_space: 'SYSTEM',
  target: 'PRIMARY', archiver: 'ARCH', destination: where, fail_date: null, error: null, con_id: 0,
});

function backupViews(ago: Ago, commandId: string | null): Record<string, View> {
  const job = (recid: number, hours: number, input_type: string, status: string, more: Record<string, ViewCell>) => ({
    session_key: recid, session_recid: recid, session_stamp: 1_180_000_000 + recid, command_id: null,
    start_time: ago(hours), end_time: ago(hours - 0.5), input_bytes: 38 * GIB, output_bytes: 9 * GIB, input_type,
    status, output_device_type: 'DISK', autobackup_done: 'YES', autobackup_count: 1, elapsed_seconds: 1800,
    compression_ratio: 4.2, con_id: 0, ...more,
  });
  const status = (recid: number, session: number, row_type: string, operation: string, more = {}) => ({
    sid: 77, recid, stamp: 1_180_000_000 + recid, session_recid: session, session_stamp: 1_180_000_000 + session,
    row_level: row_type === 'SESSION' ? 0 : 1, row_type, command_id: null, operation, status: 'COMPLETED',
    start_time: ago(8), end_time: ago(7.5), output_device_type: 'DISK', con_id: 0, ...more,
  });
  const set = (count: number, backup_type: string, incremental_level: number | null, more = {}) => ({
    recid: count, stamp: count, set_stamp: 1100, set_count: count, backup_type, controlfile_included: 'NO',
    incremental_level, pieces: 1, keep: 'NO', input_file_scan_only: 'NO', multi_section: 'NO', con_id: 0, ...more,
  });
  const piece = (count: number, hours: number, bytes: number, handle: string | null, more = {}) => ({
    recid: count, stamp: count, set_stamp: 1100, set_count: count, 'piece#': 1, 'copy#': 1, device_type: 'DISK',
    handle, tag: 'DIARIO', status: 'A', completion_time: ago(hours), bytes, compressed: 'YES', encrypted: 'NO',
    rman_status_recid: 501, rman_status_stamp: 1_180_000_501, con_id: 0, ...more,
  });
  return {
    V$RMAN_CONFIGURATION: {
      columns: [['conf#', N], ['name', text(65)], ['value', text(1025)], CON_ID],
      rows: [
        { 'conf#': 1, name: 'RETENTION POLICY', value: 'TO RECOVERY WINDOW OF 14 DAYS', con_id: 0 },
        { 'conf#': 2, name: 'CONTROLFILE AUTOBACKUP', value: 'ON', con_id: 0 },
        { 'conf#': 3, name: 'DEVICE TYPE', value: "DISK PARALLELISM 4 BACKUP TYPE TO COMPRESSED BACKUPSET", con_id: 0 },
        { 'conf#': 4, name: 'CHANNEL', value: "DEVICE TYPE DISK FORMAT '/u03/backup/VENTAS/%d_%T_%U.bkp'", con_id: 0 },
        { 'conf#': 5, name: 'ARCHIVELOG DELETION POLICY', value: 'TO APPLIED ON ALL STANDBY', con_id: 0 },
      ],
    },
    V$RMAN_BACKUP_JOB_DETAILS: {
      columns: [
        ['session_key', N], ['session_recid', N], ['session_stamp', N], ['command_id', text(33)],
        ['start_time', 'DATE'], ['end_time', 'DATE'], ['input_bytes', N], ['output_bytes', N],
        ['output_device_type', text(17)], ['autobackup_count', N], ['autobackup_done', yesNo], ['status', text(23)],
        ['input_type', text(13)], ['elapsed_seconds', N], ['compression_ratio', N], CON_ID,
      ],
      rows: [
        job(500, 8, 'DB INCR', 'COMPLETED', { command_id: commandId }),
        job(490, 32, 'DB FULL', 'COMPLETED WITH WARNINGS', { command_id: 'VERITAS_POLICY_7' }),
        job(480, 56, 'ARCHIVELOG', 'FAILED', { output_bytes: 0, autobackup_done: 'NO', command_id: '2026-11-22T03:00' }),
        job(510, 0.2, 'DB INCR', 'RUNNING', { end_time: null, output_bytes: null, output_device_type: '*' }),
        job(100, 24 * 60, 'DB FULL', 'COMPLETED', {}),
      ],
    },
    V$RMAN_STATUS: {
      columns: [
        ['sid', N], ['recid', N], ['stamp', N], ['session_recid', N], ['session_stamp', N], ['row_level', N],
        ['row_type', text(19)], ['command_id', text(33)], ['operation', text(33)], ['status', text(23)],
        ['start_time', 'DATE'], ['end_time', 'DATE'], ['output_device_type', text(17)], CON_ID,
      ],
      rows: [
        status(500, 500, 'SESSION', 'RMAN'),
        status(501, 500, 'COMMAND', 'BACKUP', { command_id: commandId }),
        status(480, 480, 'SESSION', 'RMAN', { status: 'COMPLETED WITH ERRORS', command_id: '2026-11-22T03:00' }),
        status(481, 480, 'COMMAND', 'DELETE', { command_id: '2026-11-22T03:00' }),
        status(482, 480, 'COMMAND', 'BACKUP', { status: 'FAILED', command_id: '2026-11-22T03:00' }),
      ],
    },
    V$BACKUP_SET: {
      columns: [
        ['recid', N], ['stamp', N], ['set_stamp', N], ['set_count', N], ['backup_type', text(1)],
        ['controlfile_included', yesNo], ['incremental_level', N], ['pieces', N], ['input_file_scan_only', yesNo],
        ['keep', yesNo], ['multi_section', yesNo], CON_ID,
      ],
      rows: [
        set(41, 'I', 1), set(42, 'D', null, { controlfile_included: 'YES' }), set(43, 'L', null),
        set(44, 'D', 0, { keep: 'YES' }),
      ],
    },
    V$BACKUP_PIECE: {
      columns: [
        ['recid', N], ['stamp', N], ['set_stamp', N], ['set_count', N], ['piece#', N], ['copy#', N],
        ['device_type', text(17)], ['handle', text(513)], ['tag', text(32)], ['status', text(1)],
        ['completion_time', 'DATE'], ['bytes', N], ['rman_status_recid', N], ['rman_status_stamp', N],
        ['compressed', yesNo], ['encrypted', yesNo], CON_ID,
      ],
      rows: [
        piece(41, 7.8, 9 * GIB, '/u03/backup/VENTAS/VENTAS_20261124_1a2b3c4d_1_1.bkp'),
        piece(42, 7.6, 18 * MIB, '/u03/fra/VENTAS_MAD/autobackup/2026_11_24/o1_mf_s_1180000501_mmk0l9q2_.bkp', {
          compressed: 'NO', tag: 'TAG20261124T030110',
        }),
        piece(43, 7.5, 700 * MIB, null, { status: 'D', tag: 'LOGS' }),
        piece(44, 24 * 20, 31 * GIB, 'VENTAS_ANUAL_c-1604312345-20261104-00', {
          device_type: 'SBT_TAPE', status: 'X', encrypted: 'YES', tag: 'ANUAL', rman_status_recid: null,
          rman_status_stamp: null,
        }),
        piece(45, 24 * 45, GIB, '/u03/backup/VENTAS/anterior.bkp'),
      ],
    },
    ...sessionViews(ago, commandId),
  };
}

function sessionViews(ago: Ago, commandId: string | null): Record<string, View> {
  return {
    GV$SESSION: {
      columns: [
        ['inst_id', N], ['sid', N], ['serial#', N], ['username', text(128)], ['program', text(84)],
        ['client_info', text(64)], CON_ID,
      ],
      rows: [{
        inst_id: 1, sid: 77, 'serial#': 5, username: 'SYS', program: 'rman@db1',
        client_info: `id=${commandId ?? 'none'},rman channel=c1`, con_id: 0,
      }],
    },
    GV$SESSION_LONGOPS: {
      columns: [
        ['inst_id', N], ['sid', N], ['serial#', N], ['opname', text(64)], ['sofar', N], ['totalwork', N],
        ['units', text(32)], ['start_time', 'DATE'], CON_ID,
      ],
      rows: [{
        inst_id: 1, sid: 77, 'serial#': 5, opname: 'RMAN: incremental datafile backup', sofar: 40, totalwork: 100,
        units: 'Blocks', start_time: ago(0.2), con_id: 0,
      }],
    },
  };
}
