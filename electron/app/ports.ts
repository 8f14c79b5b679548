// What the services need from the outside world, as types only: each port has one real adapter and, where the real
// thing cannot exist in a test (the clock), a fake one.
import type { RemoteRunner } from '../../shared/domain/target.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';

/** Time, so that tests can move it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `act` once after `ms`; the answer cancels it. */
  after(ms: number, act: () => void): () => void;
};

/** The application log; every line is redacted by the writer. */
export type Logger = {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  /** Keeps an exception with its stack and answers the incident id under which it can be found. */
  exception(error: unknown, where: string): string;
};

/** Where things lie on this machine. */
export type Paths = {
  profile: string;
  /** SQLite file. */
  database: string;
  /** One directory per run that is not yet settled: cmdfile, spool, exit status. */
  runs: string;
  /** The application's own log. */
  logs: string;
};

/** Passwords, encrypted by the desktop's keychain. */
export type Secrets = {
  /** `plain-text`: the desktop has no keychain, so what is stored could be read by anyone with the file. */
  keychain(): 'available' | 'plain-text' | 'unavailable';
  has(name: string): Promise<boolean>;
  /** @throws AppError `secret.unavailable` when the keychain refuses, `secret.missing` when there is none. */
  read(name: string, targetName: string): Promise<string>;
  /** @throws AppError `secret.plain-refused` without a keychain unless `acceptPlainText`. */
  write(name: string, value: string, acceptPlainText: boolean): Promise<void>;
  forget(name: string): Promise<void>;
};

/**
 * How the simulated RMAN is started in this kind of process:
 * plain Node, Electron as Node, or the packaged application.
 */
export type SimulatorCommand = { file: string; args: string[]; env: Record<string, string> };

/** What only a desktop can do; the command line has none. */
export type Desktop = {
  /** The path that the user chose, `null` when the dialog was left. */
  askWhereToSave(suggestedName: string): Promise<string | null>;
  copyText(text: string): void;
  showInFolder(path: string): void;
  /** Opens a file of ours in the program for its kind. @throws AppError `file.not-opened` */
  openFile(path: string): Promise<void>;
  /** What the user should know about this desktop (it has no tray, …). */
  notices(): ErrorReport[];
};

/** The power supply; `null` where the machine does not say. */
export type Power = { onBattery(): boolean | null };

/** What a desktop is asked to show; `urgency` low makes no sound, critical stays until it is seen. */
export type DesktopNote = { title: string; body: string; runId: string | null; urgency?: 'low' | 'normal' | 'critical' };

/** Desktop notifications; `delivered` false when the desktop has no daemon for them, with the reason. */
export type DesktopNotifier = { show(note: DesktopNote): Promise<{ delivered: boolean; answer: string }> };

/** What tells a process from a later one with the same pid. */
export type ProcessIdentity = { pid: number; startToken: string };

/** The child of a run, however it was reached: just started, or found alive by a later application. */
export type LiveChild = {
  identity: ProcessIdentity;
  /**
   * Resolves when no process of the child's group is left; the exit status is what its keeper wrote down. `endedAt` is
   * there when that was noticed late, from another machine.
   */
  ended: Promise<{ exitCode: number | null; signal: string | null; endedAt?: number }>;
  /** Sends a step of the cancel ladder to the whole process group. */
  signal(step: 'interrupt' | 'terminate' | 'kill'): void;
};

/** What a run's child is made of. `stdin` is written once and closed; it is the only road for secrets. */
export type Launch = {
  directory: string;
  file: string;
  args: string[];
  env: Record<string, string>;
  stdin: string | null;
  spool: string;
  /**
   * Not on this machine: where, and which files of the directory go along. `directory` and `spool` stay ours; `file`
   * and `env` are that machine's, and the program runs in a private directory there that holds those files.
   */
  elsewhere?: { runner: RemoteRunner; files: string[] };
};

/** What became of a run directory that an earlier application left behind. */
export type Reattached =
  | { kind: 'alive'; child: LiveChild }
  | { kind: 'ended'; exitCode: number | null; signal: string | null }
  /** No child was ever started, and now none can be any more: the directory is claimed. */
  | { kind: 'never-started' };

/** The only importer of child_process behind one small face. */
export type Launcher = {
  /** @throws AppError `rman.start-failed` with the system's reason. */
  start(launch: Launch): Promise<LiveChild>;
  /** Looks at a run directory after a restart of the application. */
  reattach(directory: string): Promise<Reattached>;
  /** True while that very process lives. */
  isAlive(identity: ProcessIdentity): boolean;
  /** This process, for the claim on the profile. */
  self(): ProcessIdentity;
  /** Runs a program briefly for a check, output and time limited; `null` when it did not answer. */
  probe(
    file: string,
    args: string[],
    env: Record<string, string>,
    ms: number,
  ): Promise<{ exitCode: number | null; output: string } | null>;
  /** Starts a program and talks with it. It is 127 (as a shell says it) when there is no such program. */
  converse(file: string, args: string[], env: Record<string, string>): Conversation;
};

/** A program that is talked with; it keeps nobody alive. */
export type Conversation = {
  output: AsyncIterable<Uint8Array>;
  say(text: string | Uint8Array): void;
  /** Ends its standard input. */
  hush(): void;
  /** Never rejects. `errors`: the beginning of what it wrote to standard error. */
  ended: Promise<{ exitCode: number | null; errors: string }>;
  stop(): void;
};
