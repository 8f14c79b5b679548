// The parsed commands: what a grammar hands to the execution. Plain shapes, no behaviour.

export type DeviceType = 'DISK' | 'SBT_TAPE';

export interface ChannelOptions {
  formats: string[];
  /** Bytes; null when unlimited. */
  maxPieceSize: number | null;
  maxOpenFiles: number | null;
  rate: number | null;
  parms: string | null;
  connect: string | null;
  send: string | null;
}

export interface LogRange {
  kind: 'all' | 'like' | 'range';
  like: string | null;
  from: Bound | null;
  until: Bound | null;
  thread: number | null;
}

export interface Bound {
  by: 'SCN' | 'SEQUENCE' | 'TIME';
  value: number | string;
}

export interface Completed {
  after: string | null;
  before: string | null;
}

export type Keep = { until: string | null; forever: boolean; restorePoint: string | null } | 'nokeep';

export type ObjectSpec =
  | { kind: 'database'; root: boolean }
  | { kind: 'pluggable'; names: string[] }
  | { kind: 'tablespace'; names: { pdb: string | null; name: string }[] }
  | { kind: 'datafile'; files: (number | string)[] }
  | { kind: 'archivelog'; range: LogRange }
  | { kind: 'controlfile'; standby: boolean }
  | { kind: 'spfile' }
  | { kind: 'recovery-area' }
  | { kind: 'backupset'; keys: number[]; completed: Completed | null }
  | { kind: 'datafilecopy'; by: 'all' | 'name' | 'like' | 'tag'; value: string | null }
  | { kind: 'copy-of'; of: ObjectSpec }
  | { kind: 'controlfilecopy'; value: string | null };

export interface SpecOptions {
  formats: string[];
  tag: string | null;
  filesPerSet: number | null;
  channel: string | null;
  keep: Keep | null;
  notBackedUp: { times: number } | { since: string } | null;
  skip: ('OFFLINE' | 'READONLY' | 'INACCESSIBLE')[];
  deleteInput: 'input' | 'all input' | null;
  includeControlfile: boolean;
}

export interface BackupSpec extends SpecOptions {
  object: ObjectSpec;
}

export interface BackupCommand extends SpecOptions {
  kind: 'backup';
  full: boolean;
  level: 0 | 1 | null;
  cumulative: boolean;
  as: 'COPY' | 'BACKUPSET' | 'COMPRESSED BACKUPSET' | null;
  device: DeviceType | null;
  copies: number | null;
  maxSetSize: number | null;
  sectionSize: number | null;
  forRecoverOfCopy: { tag: string | null } | null;
  checkLogical: boolean;
  validate: boolean;
  noExclude: boolean;
  force: boolean;
  reuse: boolean;
  duration: { minutes: number; partial: boolean; minimize: 'TIME' | 'LOAD' | null } | null;
  destination: string | null;
  specs: BackupSpec[];
  plusArchivelog: SpecOptions | null;
}

export type Selection =
  | { what: 'backup'; of: ObjectSpec | null }
  | { what: 'copy'; of: ObjectSpec | null }
  | { what: 'backupset'; keys: number[] }
  | { what: 'backuppiece'; keys: (number | string)[] }
  | { what: 'archivelog'; range: LogRange }
  | { what: 'datafilecopy'; by: 'all' | 'name' | 'like' | 'tag'; value: string | null }
  | { what: 'controlfilecopy'; value: string | null };

export interface SelectionFilter {
  tag: string | null;
  completed: Completed | null;
  device: DeviceType | null;
  backedUp: { times: number; device: DeviceType } | null;
}

export type Retention = { redundancy: number } | { windowDays: number } | null;

export type Point =
  | { by: 'TIME'; value: string }
  | { by: 'SCN'; value: number }
  | { by: 'SEQUENCE'; value: number }
  | { by: 'RESTORE POINT'; value: string };

export type SetCommand = { kind: 'set'; label: string } & (
  | { setting: 'command-id'; value: string }
  | { setting: 'autobackup-format'; device: DeviceType; value: string }
  | { setting: 'backup-copies'; value: number }
  | { setting: 'compression'; value: string }
  | { setting: 'encryption'; on: boolean; password: string | null; only: boolean }
  | { setting: 'decryption'; passwords: string[] }
  | { setting: 'maxcorrupt'; files: number[]; value: number }
  | { setting: 'newname' }
  | { setting: 'until'; point: Point }
  | { setting: 'archivelog-destination'; value: string }
  | { setting: 'dbid'; value: number }
  | { setting: 'echo'; value: boolean }
);

export interface AllocateCommand {
  kind: 'allocate';
  name: string | null;
  device: DeviceType;
  options: ChannelOptions;
  maintenance: boolean;
}

/** One stored setting: `key` names it (`RETENTION POLICY`), `value` is the rest of its line; null clears it. */
export interface ConfigureCommand {
  kind: 'configure';
  key: string;
  value: string | null;
}

export interface RestoreCommand {
  kind: 'restore';
  objects: ObjectSpec[];
  until: Point | null;
  fromTag: string | null;
  fromAutobackup: boolean;
  device: DeviceType | null;
  validate: boolean;
  checkLogical: boolean;
  header: boolean;
  preview: 'full' | 'summary' | null;
}

export type Command =
  | { kind: 'run'; body: Command[] }
  | { kind: 'connect'; role: 'target' | 'catalog' | 'auxiliary'; connectString: string | null }
  | AllocateCommand
  | { kind: 'release'; name: string }
  | SetCommand
  | BackupCommand
  | { kind: 'crosscheck'; selection: Selection; filter: SelectionFilter }
  | {
      kind: 'delete';
      noPrompt: boolean;
      force: boolean;
      expired: boolean;
      selection: Selection;
      filter: SelectionFilter;
    }
  | { kind: 'delete-obsolete'; noPrompt: boolean; force: boolean; retention: Retention; device: DeviceType | null }
  | { kind: 'change'; selection: Selection; filter: SelectionFilter; to: ChangeTo }
  | { kind: 'catalog'; what: 'start-with' | 'recovery-area' | 'files'; names: string[]; noPrompt: boolean }
  | ConfigureCommand
  | { kind: 'show'; what: string }
  | { kind: 'list'; what: ListWhat; filter: SelectionFilter }
  | { kind: 'report-schema' }
  | { kind: 'report-need-backup'; retention: Retention; days: number | null; object: ObjectSpec | null }
  | { kind: 'report-obsolete'; retention: Retention }
  | { kind: 'report-unrecoverable' }
  | { kind: 'validate'; objects: ObjectSpec[]; checkLogical: boolean }
  | RestoreCommand
  | { kind: 'recover-copy'; of: ObjectSpec; tag: string | null; until: Point | null }
  | { kind: 'recover'; object: ObjectSpec; until: Point | null }
  | { kind: 'sql'; text: string; direct: boolean }
  | { kind: 'host'; command: string | null }
  | { kind: 'startup'; to: 'OPEN' | 'MOUNTED' | 'STARTED'; force: boolean }
  | { kind: 'shutdown'; mode: 'NORMAL' | 'IMMEDIATE' | 'TRANSACTIONAL' | 'ABORT' }
  | { kind: 'alter-database'; to: 'OPEN' | 'MOUNTED' }
  | { kind: 'resync' }
  | { kind: 'include'; file: string; relative: boolean }
  | { kind: 'exit' }
  | { kind: 'empty' };

export type ChangeTo = { state: 'AVAILABLE' | 'UNAVAILABLE' | 'UNCATALOG' | 'DELETE' } | { state: 'KEEP'; keep: Keep };

export type ListWhat =
  | {
      what: 'backup';
      of: ObjectSpec | null;
      form: 'verbose' | 'summary' | 'by-file';
      expired: boolean;
      keys: number[] | null;
    }
  | { what: 'copy'; of: ObjectSpec | null; expired: boolean }
  | { what: 'archivelog'; range: LogRange; expired: boolean }
  | { what: 'backuppiece'; keys: (number | string)[] }
  | { what: 'incarnation' };
