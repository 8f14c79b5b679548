// What the simulated database and its control file remember between runs. Shapes only. Times are epoch milliseconds.

export type OpenMode = 'OPEN' | 'MOUNTED' | 'STARTED' | 'DOWN';

export interface Datafile {
  file: number;
  tablespace: string;
  /** Name of the pluggable database; null in the root or a non-CDB. */
  pdb: string | null;
  path: string;
  bytes: number;
  status: 'ONLINE' | 'OFFLINE' | 'READ ONLY';
  /** Rollback segments column of REPORT SCHEMA. */
  rollback: boolean;
}

export interface Tempfile {
  file: number;
  tablespace: string;
  path: string;
  bytes: number;
  maxBytes: number;
}

export type RecordStatus = 'AVAILABLE' | 'UNAVAILABLE' | 'EXPIRED';

export interface ArchivedLog {
  recid: number;
  stamp: number;
  thread: number;
  sequence: number;
  path: string;
  /** Simulated size; the file on disk is smaller by the scale. */
  bytes: number;
  firstScn: number;
  nextScn: number;
  firstTime: number;
  nextTime: number;
  status: RecordStatus;
  /** Backups of this log that were made, by device. */
  backups: { DISK: number; SBT_TAPE: number };
}

export interface Piece {
  recid: number;
  stamp: number;
  piece: number;
  copy: number;
  /** As RMAN prints it (upper case on Windows). */
  handle: string;
  /** As the file system knows it; null on tape. */
  path: string | null;
  bytes: number;
  completed: number;
  status: RecordStatus;
}

export interface BackedUpFile {
  file: number;
  name: string;
  scn: number;
  time: number;
}

export interface BackedUpLog {
  thread: number;
  sequence: number;
  firstScn: number;
  nextScn: number;
  firstTime: number;
  nextTime: number;
}

export type KeptUntil = { until: number | null } | null;

export interface BackupSet {
  key: number;
  stamp: number;
  setCount: number;
  setStamp: number;
  kind: 'datafile' | 'archivelog';
  level: 0 | 1 | null;
  device: 'DISK' | 'SBT_TAPE';
  tag: string;
  started: number;
  completed: number;
  compressed: boolean;
  encrypted: 'none' | 'password' | 'wallet';
  /** Only such a password opens a password-encrypted set. */
  password: string | null;
  files: BackedUpFile[];
  logs: BackedUpLog[];
  controlfile: boolean;
  spfile: boolean;
  autobackup: boolean;
  keep: KeptUntil;
  pieces: Piece[];
}

export interface FileCopy {
  recid: number;
  stamp: number;
  kind: 'datafile' | 'controlfile' | 'archivelog';
  /** Data file number, or 0. */
  file: number;
  sequence: number;
  handle: string;
  path: string;
  tag: string;
  level: 0 | null;
  scn: number;
  time: number;
  completed: number;
  bytes: number;
  status: RecordStatus;
  keep: KeptUntil;
}

export interface SimulatedDatabase {
  format: 1;
  dbid: number;
  name: string;
  uniqueName: string;
  edition: 'EE' | 'SE2' | 'XE' | 'FREE';
  logMode: 'ARCHIVELOG' | 'NOARCHIVELOG';
  openMode: OpenMode;
  role: 'PRIMARY' | 'PHYSICAL STANDBY';
  /** The last shutdown was clean: a cold backup is consistent. */
  cleanShutdown: boolean;
  pdbs: { name: string; guid: string }[];
  created: number;
  resetlogsScn: number;
  resetlogsTime: number;
  datafiles: Datafile[];
  tempfiles: Tempfile[];
  scn: number;
  scnTime: number;
  sequence: number;
  sequenceScn: number;
  sequenceTime: number;
  next: { log: number; set: number; setCount: number; piece: number; copy: number; omf: number };
  logs: ArchivedLog[];
  sets: BackupSet[];
  copies: FileCopy[];
  /** CONFIGURE lines that differ from the defaults: key → value. */
  configuration: Record<string, string>;
  /** By name; absent in what an earlier simulator wrote. */
  restorePoints?: Record<string, { scn: number; time: number }>;
  autobackups: { day: string; next: number };
  /** How often each configured failure was offered a chance and struck. */
  failures: Record<string, { chances: number; struck: number }>;
}
