// The failures that can be asked for, as data: at which point each strikes and what it says. The execution asks at
// these points; docs/simulator.md lists them for users.

/** Where in a session a failure strikes. */
export type FailurePoint =
  | 'start'
  | 'connect'
  | 'parse'
  | 'allocate'
  | 'command'
  | 'archive-log'
  | 'select-logs'
  | 'set-start'
  | 'read-input'
  | 'create-piece'
  | 'write-piece'
  | 'step'
  | 'control-file'
  | 'autobackup'
  | 'delete-log'
  | 'restore-piece'
  | 'crosscheck'
  | 'after-set'
  | 'warning'
  | 'export'
  | 'output'
  | 'end';

export interface FailureKind {
  readonly point: FailurePoint;
  readonly summary: string;
  /** One strike in a session is the whole point of it. */
  readonly oncePerSession?: true;
}

export const FAILURES = {
  'slow-start': { point: 'start', summary: 'Waits before the banner.' },
  fork: { point: 'start', summary: 'Leaves a grandchild that keeps standard output open for a while.' },
  'huge-log': { point: 'start', summary: 'Prints many informational lines (`lines`, default 100000).' },
  'split-bytes': { point: 'output', summary: 'Writes its output one byte at a time.' },
  crlf: { point: 'output', summary: 'Ends lines with CR LF.' },
  nul: { point: 'output', summary: 'Starts the output with a page of NUL bytes.' },
  cp1252: { point: 'output', summary: 'Writes Windows-1252 instead of UTF-8.' },
  'no-end-line': { point: 'output', summary: 'Never prints `Recovery Manager complete.`' },
  'connect-refused': { point: 'connect', summary: 'ORA-12541, no listener.' },
  'bad-password': { point: 'connect', summary: 'ORA-01017, wrong user or password.' },
  'no-privilege': { point: 'connect', summary: 'ORA-01031, no SYSDBA or SYSBACKUP right.' },
  'instance-down': { point: 'connect', summary: 'The instance is idle: RMAN-06403 and ORA-01034 for every command.' },
  'password-expiring': { point: 'connect', summary: 'ORA-28002, a warning while connecting.' },
  syntax: { point: 'parse', summary: 'Refuses the first word of the script as a syntax error.' },
  'media-manager': { point: 'create-piece', summary: 'ORA-19506, ORA-27028, ORA-19511 and the vendor text.' },
  'lost-session': { point: 'step', summary: 'RMAN-10038 and ORA-03113: the server session died.' },
  'internal-error': { point: 'command', summary: 'ORA-00600 while executing.' },
  'window-ends': { point: 'command', summary: 'The window of DURATION is over after the first backup set.' },
  noarchivelog: { point: 'command', summary: 'The database counts as NOARCHIVELOG.' },
  'rman-06900': { point: 'warning', summary: 'RMAN-06900/06901: no rows in V$RMAN_STATUS, a warning.' },
  'standby-06820': { point: 'archive-log', summary: 'RMAN-06820: the primary could not archive its log, a warning.' },
  'missing-archivelog': { point: 'select-logs', summary: 'RMAN-06059: an archived log is gone.' },
  wallet: { point: 'set-start', summary: 'ORA-19914, ORA-28365: the wallet is closed.' },
  corruption: { point: 'read-input', summary: 'ORA-19566: corrupt blocks in a data file.' },
  'enospc-create': { point: 'create-piece', summary: 'ORA-19504, ORA-27040, errno 28.' },
  enospc: { point: 'write-piece', summary: 'ORA-19502, ORA-27072, errno 28.' },
  'fra-full': { point: 'write-piece', summary: 'ORA-19809, ORA-19804: the recovery area is full.' },
  partial: { point: 'step', summary: 'One job step fails, the others go on.', oncePerSession: true },
  'channel-disabled': { point: 'step', summary: 'A channel dies; another one takes its work.', oncePerSession: true },
  'all-channels-disabled': { point: 'step', summary: 'Every channel dies.' },
  hang: { point: 'step', summary: 'Stops printing and ignores SIGINT (`ignoreTerm`: and SIGTERM).' },
  'kill-mid-run': { point: 'step', summary: 'Kills itself with SIGKILL.' },
  'rac-snapshot': { point: 'control-file', summary: 'ORA-00245: the snapshot control file is not shared.' },
  'autobackup-failure': { point: 'autobackup', summary: 'The control file autobackup fails after the backup.' },
  'deletion-08118': { point: 'delete-log', summary: 'RMAN-08118: an archived log could not be deleted.' },
  'deletion-08120': { point: 'delete-log', summary: 'RMAN-08120: not yet applied by a standby.' },
  'deletion-08137': { point: 'delete-log', summary: 'RMAN-08137: needed by a standby or capture process.' },
  'deletion-08138': { point: 'delete-log', summary: 'RMAN-08138: must create more backups.' },
  'deletion-08139': { point: 'delete-log', summary: 'RMAN-08139: needed for a guaranteed restore point.' },
  'crosscheck-expired': { point: 'crosscheck', summary: 'CROSSCHECK finds an object EXPIRED.', oncePerSession: true },
  failover: {
    point: 'restore-piece',
    summary: 'A piece cannot be read; RMAN uses an older backup.',
    oncePerSession: true,
  },
  'export-directory': { point: 'export', summary: 'expdp: ORA-39087, the directory object is invalid; exit code 1.' },
  'export-table': { point: 'export', summary: 'expdp: ORA-31693 and ORA-01555 for one table; exit code 5.' },
  'export-fatal': { point: 'export', summary: 'expdp: ORA-39095, the job stops; exit code 1.' },
  'exit-zero-with-error': { point: 'end', summary: 'Prints an error stack and exits with 0.' },
  'exit-one-without-error': { point: 'end', summary: 'Exits with 1 without any error.' },
} as const satisfies Record<string, FailureKind>;

export type FailureName = keyof typeof FAILURES;

/** What the configuration says about one failure. */
export interface FailureOrder {
  name: FailureName;
  /** How often it strikes before it heals; absent: always. */
  times?: number;
  /** Only for this kind of work: `level0`, `level1`, `full`, `archivelog`, `controlfile`, `copy`, `restore`... */
  on?: string;
  /** Skips this many chances first (`kill-mid-run` after two sets, say). */
  after?: number;
  lines?: number;
  seconds?: number;
  ignoreTerm?: boolean;
}

export function isFailureName(name: string): name is FailureName {
  return Object.hasOwn(FAILURES, name);
}
