// What one session of a log showed, while it is being read. Bounded lists and counters; no decision is taken here.
import type { Omitted, SessionVerdict, VerdictCounts } from '../../domain/verdict.ts';
import type {
  BackupSet, Channel, Deleted, ErrorStack, LogWarning, Skipped, SkipReason, Step, Tool, Validation, WarningEvent,
  Severity,
} from '../../domain/log-facts.ts';
import type { ImageCopy, Piece } from '../../domain/piece.ts';

/** Entries kept of each list. Everything beyond is counted in `omitted`; counts and outcomes stay exact. */
export const MOST_KEPT = {
  stacks: 200,
  warnings: 2_000,
  pieces: 50_000,
  copies: 20_000,
  sets: 20_000,
  steps: 5_000,
  skipped: 2_000,
  deleted: 5_000,
} as const;
export const MOST_STACK_LINES = 200;
export const MOST_WARNING_DETAILS = 20;

type KeptList = keyof typeof MOST_KEPT;

export type Trace = {
  tool: Tool;
  banner: boolean;
  version: string | null;
  language: string | null;
  database: SessionVerdict['database'];
  firstLine: number;
  lastLine: number;
  /** The tool's own closing line was seen. */
  ended: boolean;
  /** How a Data Pump job closed; null for RMAN and while none was seen. */
  closing: 'success' | 'errors' | 'stopped' | 'cancelled' | null;
  closingLine: { number: number; text: string } | null;
  /** `OWNER.NAME` of a Data Pump job that began. */
  job: string | null;
  restored: boolean;
  /** `user interrupt received` and its like. */
  interrupted: boolean;
  /** A shell line that says that the process was killed. */
  killedLine: { number: number; text: string } | null;
  /** The last line that is not blank, for closing lines in languages we do not read. */
  lastText: { number: number; text: string; afterBlank: boolean } | null;
  corruptBlocksLine: { number: number; text: string } | null;
  unclosedStack: boolean;
  stacks: ErrorStack[];
  warnings: LogWarning[];
  warningCodes: Set<string>;
  errorCodes: Set<string>;
  worstWarning: Severity | null;
  pieces: Piece[];
  copies: ImageCopy[];
  dumpFiles: string[];
  sets: BackupSet[];
  channels: Channel[];
  steps: Step[];
  skipped: Skipped[];
  deleted: Deleted[];
  /** Reasons seen, so that "nothing to do" needs no list. */
  skipReasons: Set<SkipReason>;
  validation: Validation;
  counts: VerdictCounts;
  firstPrintedTime: string | null;
  lastPrintedTime: string | null;
  elapsedSeconds: number | null;
  omitted: Omitted;
};

export function createTrace(tool: Tool, firstLine: number): Trace {
  return {
    tool,
    banner: false,
    version: null,
    language: null,
    database: null,
    firstLine,
    lastLine: firstLine,
    ended: false,
    closing: null,
    closingLine: null,
    job: null,
    restored: false,
    interrupted: false,
    killedLine: null,
    lastText: null,
    corruptBlocksLine: null,
    unclosedStack: false,
    stacks: [],
    warnings: [],
    warningCodes: new Set(),
    errorCodes: new Set(),
    worstWarning: null,
    pieces: [],
    copies: [],
    dumpFiles: [],
    sets: [],
    channels: [],
    steps: [],
    skipped: [],
    deleted: [],
    skipReasons: new Set(),
    validation: {
      failedFiles: [], filesChecked: 0, markedCorruptBlocks: 0, expired: 0, unavailable: 0, failedLogs: 0,
      validatedPieces: 0,
    },
    counts: {
      lines: 0, pieces: 0, copies: 0, sets: 0, dumpFiles: 0, inputFiles: 0, inputLogs: 0, deleted: 0, crosschecked: 0,
      skipped: 0, piecesRead: 0, filesRestored: 0, copiesRecovered: 0, tables: 0, rows: 0,
    },
    firstPrintedTime: null,
    lastPrintedTime: null,
    elapsedSeconds: null,
    omitted: { stacks: 0, warnings: 0, pieces: 0, copies: 0, sets: 0, steps: 0, skipped: 0, deleted: 0 },
  };
}

/** Adds to a bounded list; says whether it was kept. */
function keep<K extends KeptList>(trace: Trace, list: K, item: Trace[K][number]): boolean {
  const items = trace[list] as Trace[K][number][];
  if (items.length >= MOST_KEPT[list]) {
    trace.omitted[list] += 1;
    return false;
  }
  detach(item);
  items.push(item);
  return true;
}

/**
 * Gives the texts of an entry memory of their own. Engines make a part of a string a view of the whole: one handle
 * would keep the block of the log that it was read from, and a long run's verdict would hold most of its log.
 */
function detach(entry: object): void {
  const texts = entry as Record<string, unknown>;
  for (const name in texts) {
    const value = texts[name];
    if (typeof value === 'string') texts[name] = ` ${value}`.slice(1);
  }
}

export function addStack(trace: Trace, stack: ErrorStack): void {
  for (const code of stack.codes) trace.errorCodes.add(code);
  keep(trace, 'stacks', stack);
}

const WEIGHT: Record<Severity, number> = { info: 0, warning: 1, strong: 2 };

export function addWarning(
  trace: Trace,
  warning: { code?: string; event?: WarningEvent; text: string; lineNumber: number; severity: Severity },
): LogWarning {
  const entry: LogWarning = {
    code: warning.code ?? null,
    event: warning.event ?? null,
    text: warning.text,
    lineNumber: warning.lineNumber,
    severity: warning.severity,
    details: [],
  };
  if (entry.code) trace.warningCodes.add(entry.code);
  if (trace.worstWarning === null || WEIGHT[entry.severity] > WEIGHT[trace.worstWarning]) {
    trace.worstWarning = entry.severity;
  }
  keep(trace, 'warnings', entry);
  return entry;
}

export function addSkipped(
  trace: Trace, reason: SkipReason, what: string | null, text: string, lineNumber: number,
): void {
  trace.counts.skipped += 1;
  trace.skipReasons.add(reason);
  keep(trace, 'skipped', { reason, what, text, lineNumber });
}

export function addDeleted(trace: Trace, type: Deleted['type'], name: string, lineNumber: number): void {
  trace.counts.deleted += 1;
  keep(trace, 'deleted', { type, name, lineNumber });
}

export function addPiece(trace: Trace, piece: Piece): void {
  trace.counts.pieces += 1;
  keep(trace, 'pieces', piece);
}

export function addCopy(trace: Trace, copy: ImageCopy): void {
  trace.counts.copies += 1;
  keep(trace, 'copies', copy);
}

export function addSet(trace: Trace, set: BackupSet): void {
  trace.counts.sets += 1;
  keep(trace, 'sets', set);
}

export function addStep(trace: Trace, step: Step): void {
  keep(trace, 'steps', step);
}

/** The channel of that name, made on first sight. */
export function channelOf(trace: Trace, name: string, lineNumber: number): Channel {
  let channel = trace.channels.find((candidate) => candidate.name === name);
  if (!channel) {
    channel = { name, sid: null, instance: null, deviceType: null, pieces: 0, disabled: false, lineNumber };
    if (trace.channels.length < 256) trace.channels.push(channel);
  }
  return channel;
}

export function notePrintedTime(trace: Trace, text: string | null): void {
  if (text === null) return;
  trace.firstPrintedTime ??= text;
  trace.lastPrintedTime = text;
}
