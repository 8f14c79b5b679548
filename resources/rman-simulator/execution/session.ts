// One RMAN session: the settings, channels and voice that every command's execution shares.
import type { SimulatorConfig } from '../config.ts';
import type { Host } from '../host.ts';
import type { ChannelOptions, DeviceType, Point } from '../language/commands.ts';
import type { Console } from '../output/console.ts';
import { formatDate, stackDate } from '../output/dates.ts';
import { MESSAGES, messageText, type MessageName, type Params } from '../output/messages.ts';
import { STACK_HEADER } from '../output/stack.ts';
import type { Store } from '../state/store.ts';
import type { ArmedFailures } from './armed-failures.ts';
import type { Clock } from './clock.ts';

export interface Channel extends ChannelOptions {
  name: string;
  device: DeviceType;
  sid: number;
  /** Died in the running command; takes no more work. */
  disabled: boolean;
}

export interface Encryption {
  on: boolean;
  password: string | null;
  only: boolean;
}

/** Settings that SET changes: those of RUN end with it. */
export interface Settings {
  commandId: string | null;
  autobackupFormat: Partial<Record<DeviceType, string>>;
  copies: number | null;
  compression: string | null;
  encryption: Encryption | null;
  decryption: string[];
  until: Point | null;
}

export interface Session {
  readonly config: SimulatorConfig;
  readonly host: Host;
  readonly console: Console;
  readonly store: Store;
  readonly failures: ArmedFailures;
  readonly clock: Clock;
  readonly spanish: boolean;
  readonly dateFormat: string;
  readonly msgno: boolean;
  settings: Settings;
  /** How the target is connected; null while it is not. */
  target: { withPassword: boolean; user: string } | null;
  catalog: boolean;
  /** The line about the control file was printed. */
  repositoryNamed: boolean;
  /** Channels of the running RUN block; null outside. */
  runChannels: Channel[] | null;
  automaticChannels: Channel[];
  maintenanceChannels: Channel[];
  /** A backup in this RUN block asks for an autobackup at its end. */
  autobackupDue: boolean;
  /** At least one command failed. */
  failed: boolean;
  /** The instance was found idle by an injected failure. */
  idle: boolean;

  say(name: MessageName, params?: Params): void;
  /** A line without a message number: table rows. */
  row(text: string): void;
  gap(): void;
  /** Error or warning lines without the header (reference §4.2). */
  inline(lines: readonly string[]): void;
  /** A whole error stack. */
  stack(lines: readonly string[]): void;
  date(milliseconds: number): string;
  /** Names the repository once, before the first output that needs it. */
  nameRepository(): void;
  /** A file name as RMAN prints it. */
  shown(path: string): string;
  warningWord(): string;
}

export function newSettings(): Settings {
  return {
    commandId: null,
    autobackupFormat: {},
    copies: null,
    compression: null,
    encryption: null,
    decryption: [],
    until: null,
  };
}

export interface SessionParts {
  config: SimulatorConfig;
  host: Host;
  console: Console;
  store: Store;
  failures: ArmedFailures;
  clock: Clock;
  spanish: boolean;
  dateFormat: string;
  msgno: boolean;
}

export function createSession(parts: SessionParts): Session {
  const { console, config, spanish } = parts;
  const say = (name: MessageName, params: Params = {}): void => {
    const prefix = parts.msgno ? `RMAN-${String(MESSAGES[name].no).padStart(5, '0')}: ` : '';
    console.line(prefix + messageText(name, params, spanish));
  };
  const session: Session = {
    ...parts,
    settings: newSettings(),
    target: null,
    catalog: false,
    repositoryNamed: false,
    runChannels: null,
    automaticChannels: [],
    maintenanceChannels: [],
    autobackupDue: false,
    failed: false,
    idle: false,
    say,
    row: (text) => console.line(text),
    gap: () => console.gap(),
    inline: (lines) => lines.forEach((line) => console.line(line)),
    stack: (lines) => printStack(session, lines),
    date: (milliseconds) => formatDate(new Date(milliseconds), parts.dateFormat, spanish),
    nameRepository: () => {
      if (session.repositoryNamed || session.catalog) return;
      session.repositoryNamed = true;
      say('usingControlFile');
    },
    shown: (path) => (config.windows ? path.toUpperCase() : path),
    warningWord: () => config.release.warning,
  };
  return session;
}

function printStack(session: Session, lines: readonly string[]): void {
  const { console, config } = session;
  const { diagnostics } = config.release;
  console.endLine();
  if (diagnostics) console.line(`RMAN Command Id : ${stackDate(session.host.now()).replace(/\D/g, '')}`);
  for (const line of STACK_HEADER) console.line(line);
  for (const line of lines) {
    console.line(line);
    const code = /^(RMAN|ORA)-(\d{5})/.exec(line);
    if (diagnostics && code !== null) {
      console.line(`Help: https://docs.oracle.com/error-help/db/${code[0].toLowerCase()}/`);
    }
  }
  if (diagnostics) {
    console.line(`RMAN Client Diagnostic Trace file : ${session.config.home}/diag/clients/rman_${process.pid}.trc`);
  }
}
