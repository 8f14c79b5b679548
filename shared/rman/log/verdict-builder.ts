// Feeds a log, in any pieces, to the readers of its sessions and closes it with a verdict. It decides where a session
// begins and ends (reference §4.6); what its lines mean is the session readers' business.
import type { SessionVerdict, Verdict } from '../../domain/verdict.ts';
import type { LogProgress } from '../../domain/log-progress.ts';
import type { Tool } from '../../domain/log-facts.ts';
import { createLineCleaner } from './clean-line.ts';
import { createDataPumpSession } from './datapump-session.ts';
import { LOG_ALONE, type Evidence } from './evidence.ts';
import { createLogReader } from './log-reader.ts';
import type { LogSession } from './log-session.ts';
import { combine } from './combine.ts';
import { elapsedBetween } from './oracle-time.ts';
import { oneOf } from './patterns.ts';
import { createRmanSession } from './rman-session.ts';
import { settleSession } from './settle.ts';
import { judgeSilence } from './silent-log.ts';
import type { Trace } from './trace.ts';

export type VerdictBuilder = {
  /** The next bytes of the log, split anywhere. */
  push(bytes: Uint8Array): void;
  /** The next line, decoded by somebody else. Do not mix with `push`. */
  pushLine(line: string): void;
  /** What is known so far; cheap enough to be asked several times a second. */
  progress(): LogProgress;
  /** Handles of the pieces, copies and dump files reported so far: what is worth a look on the disk before `finish`. */
  handles(): string[];
  /** Closes the log and judges it. To be called once; nothing may be pushed afterwards. */
  finish(evidence: Evidence): Verdict;
};

const BANNER = /^(.{2,60}?) ?[:：] ?Release (\d[\d.]*)/;
const OTHER_PRODUCTS = oneOf(
  /^(?:SQL\*|ADRCI|LSNRCTL|TNS|DGMGRL|ASMCMD|CRSCTL|OPatch)/i,
  /^(?:DBVERIFY|LogMiner|NID|DBNEWID|Trace)/i,
);
const NAMES_OF_RMAN = oneOf(
  /recovery|recuper|r.{1,2}cup.{1,2}ration|wiederherst|odzysk|kurtarma/i,
  /恢复|復原|恢復|복구|восстановл|リカバリ/,
);
/** Lines that only RMAN prints: a log whose beginning is missing still has a session. */
const UNMISTAKABLE = oneOf(
  /^(?:Recovery Manager complete\.|connected to target database|allocated channel: |channel \S+: |RMAN>)/,
  /^(?:piece handle=|output file name=|RMAN-\d{5}|Empezando |canal \S+: )/,
  /^(?:Starting|Finished) (?:backup|restore|recover|validate|Control File) /,
  /RMAN-005(?:71|69): ===|\(DBID=\d+/,
);
const DATAPUMP_START = oneOf(
  /^(?:Starting|Iniciando) "[^"]+"\."[^"]+": |^Job "[^"]+"\."[^"]+" /,
  /^(?:UD[EI]|LRM|EXP|IMP)-\d{5}/,
);
const MOST_OUTSIDE_LINES = 200;

export function createVerdictBuilder(): VerdictBuilder {
  const reader = createLogReader();
  const cleaner = createLineCleaner();
  const finished: Trace[] = [];
  const outside: { number: number; text: string }[] = [];
  let session: LogSession | null = null;
  let lineNumber = 0;

  return { push, pushLine, progress, handles, finish };

  function push(bytes: Uint8Array): void {
    for (const line of reader.push(bytes)) pushLine(line);
  }

  function pushLine(raw: string): void {
    lineNumber += 1;
    const text = cleaner.clean(raw);
    if (text === '') {
      session?.blank();
      return;
    }
    const banner = text.includes('Release') ? BANNER.exec(text) : null;
    const tool = banner && toolOf(banner[1]!);
    if (tool) openSession(tool, text);
    else if (session && !session.isOver()) session.line(text, lineNumber);
    else readBetween(text);
  }

  function openSession(tool: Tool, banner: string | null): void {
    closeSession(banner !== null);
    session = tool === 'rman'
      ? createRmanSession(lineNumber, banner)
      : createDataPumpSession(lineNumber, tool, banner);
  }

  /** What came before a banner may have been a wrapper's chatter that only looked like RMAN. */
  function closeSession(beforeBanner: boolean): void {
    if (!session) return;
    const trace = session.end();
    session = null;
    if (beforeBanner && !trace.banner && !saysAnything(trace)) return;
    finished.push(trace);
  }

  /**
   * Outside of a session. After a closing line only a banner, or a connection, opens the next: what else stands there
   * is a wrapper's, or the rest of an older log that was overwritten in place (reference §4.6).
   */
  function readBetween(text: string): void {
    if (session) {
      if (/^connected to target database/.test(text)) {
        openSession('rman', null);
        session!.line(text, lineNumber);
      }
      return;
    }
    if (UNMISTAKABLE.test(text)) openSession('rman', null);
    else if (DATAPUMP_START.test(text)) openSession(/^(?:UDI|IMP)-|_IMPORT_/.test(text) ? 'impdp' : 'expdp', null);
    else {
      keepOutside(text);
      return;
    }
    session!.line(text, lineNumber);
  }

  function keepOutside(text: string): void {
    if (outside.length >= MOST_OUTSIDE_LINES) outside.splice(MOST_OUTSIDE_LINES / 2, 1);
    outside.push({ number: lineNumber, text });
  }

  function progress(): LogProgress {
    const traces = session ? [...finished, session.trace] : finished;
    const sum = (pick: (trace: Trace) => number): number => traces.reduce((total, trace) => total + pick(trace), 0);
    const step = session?.openStep() ?? null;
    const last = traces.at(-1);
    return {
      tool: last?.tool ?? 'unknown',
      lines: lineNumber,
      step: step && { operation: step.operation, startedAt: step.startedAt, lineNumber: step.startLine },
      pieces: sum((trace) => trace.counts.pieces),
      copies: sum((trace) => trace.counts.copies),
      sets: sum((trace) => trace.counts.sets),
      inputFiles: sum((trace) => trace.counts.inputFiles + trace.counts.tables),
      inputLogs: sum((trace) => trace.counts.inputLogs),
      channels: [...new Set(traces.flatMap((trace) => trace.channels.map((channel) => channel.name)))],
      errors: finished.reduce((total, trace) => total + trace.stacks.length, session?.errorsSoFar() ?? 0),
      warnings: sum((trace) => trace.warnings.length + trace.omitted.warnings),
      sessions: traces.length,
      ended: last?.ended ?? false,
      lastPrintedTime: last?.lastPrintedTime ?? null,
    };
  }

  function handles(): string[] {
    const traces = session ? [...finished, session.trace] : finished;
    return traces.flatMap(({ pieces, copies, dumpFiles }) => [
      ...[...pieces, ...copies].map((file) => file.handle),
      ...dumpFiles,
    ]);
  }

  function finish(evidence: Evidence): Verdict {
    for (const line of reader.end()) pushLine(line);
    closeSession(false);
    for (const trace of finished) {
      trace.elapsedSeconds ??= elapsedBetween(trace.firstPrintedTime, trace.lastPrintedTime);
    }
    const traces = finished.length > 1 ? finished.filter((trace) => trace.banner || saysAnything(trace)) : finished;
    if (traces.length === 0) return combine([], judgeSilence(outside, lineNumber, evidence), evidence, lineNumber);
    const sessions = traces.map((trace, index): SessionVerdict =>
      settleSession(trace, index === traces.length - 1 ? evidence : { ...LOG_ALONE, pieces: evidence.pieces }),
    );
    return combine(sessions, null, evidence, lineNumber);
  }
}

function toolOf(product: string): Tool | null {
  if (product === 'Export' || product.endsWith('Export')) return 'expdp';
  if (product === 'Import' || product.endsWith('Import')) return 'impdp';
  if (OTHER_PRODUCTS.test(product)) return null;
  return NAMES_OF_RMAN.test(product) ? 'rman' : null;
}

/** Evidence that there was a session: anything that a wrapper's chatter does not bring about by chance. */
function saysAnything(trace: Trace): boolean {
  return (
    trace.stacks.length > 0 ||
    trace.unclosedStack ||
    trace.ended ||
    trace.counts.pieces + trace.counts.copies + trace.counts.crosschecked + trace.counts.deleted > 0 ||
    trace.database?.dbid != null ||
    trace.steps.some((step) => step.endLine !== null) ||
    trace.channels.some((channel) => channel.sid !== null)
  );
}
