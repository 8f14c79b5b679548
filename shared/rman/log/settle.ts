// Decides what one session came to, from what its lines showed, the exit code and the pieces found. All the rules of
// judgement stand here and in settle-rules; nothing here reads a log line.
import type {
  Disagreement, DisagreementCode, ErrorStack, RootCause, RunOutcome, SessionVerdict, SkipReason, SyntheticCode,
} from '../../domain/verdict.ts';
import type { PieceFound } from '../../domain/piece.ts';
import { COMMAND_FAILURE_CODES, START_UP_FAILURE_CODES } from './code-classes.ts';
import { explainExitCode } from './silence.ts';
import type { Trace } from './trace.ts';

/** What is known besides the log. `exitCode` null: unknown, as for a log that somebody dropped on the window. */
export type Evidence = {
  exitCode: number | null;
  /** Name of the signal that ended the process, when one did. */
  signal: string | null;
  /** We were asked to cancel the run. */
  cancelled: boolean;
  /** What a look at the disk found; null when nobody looked. */
  pieces: readonly PieceFound[] | null;
};

/** Nothing but the log: for sessions before the last one. */
export const LOG_ALONE: Evidence = { exitCode: null, signal: null, cancelled: false, pieces: null };

type Ruling = { outcome: RunOutcome; rootCause: RootCause | null };

export function settleSession(trace: Trace, evidence: Evidence): SessionVerdict {
  recogniseForeignEnd(trace, evidence);
  const failures = failedStacks(trace);
  const truncated = isTruncated(trace, evidence, failures);
  const disagreements = compare(trace, evidence, failures, truncated);
  const ruling = trace.tool === 'rman'
    ? ruleRman(trace, evidence, failures, truncated)
    : ruleDataPump(trace, evidence, truncated);
  const { outcome, rootCause } = ruleOnPieces(trace, evidence, ruling);
  settleSteps(trace, outcome);
  const made = trace.counts.pieces + trace.counts.copies + trace.counts.dumpFiles;
  return {
    outcome,
    tool: trace.tool,
    version: trace.version,
    language: trace.language ?? 'en',
    reducedConfidence: (trace.language ?? 'en') !== 'en',
    database: trace.database,
    firstLine: trace.firstLine,
    lastLine: trace.lastLine,
    nothingToDo: (outcome === 'succeeded' || outcome === 'warning') && hadNothingToDo(trace),
    partial: (outcome === 'failed' || outcome === 'cancelled') && made > 0,
    truncated,
    restored: trace.restored,
    rootCause,
    stacks: trace.stacks,
    errorCodes: [...trace.errorCodes],
    warningCodes: [...trace.warningCodes],
    warnings: trace.warnings,
    pieces: trace.pieces,
    copies: trace.copies,
    dumpFiles: trace.dumpFiles,
    sets: trace.sets,
    channels: trace.channels,
    steps: trace.steps,
    skipped: trace.skipped,
    deleted: trace.deleted,
    validation: trace.validation,
    counts: { ...trace.counts, lines: trace.lastLine - trace.firstLine + 1 },
    elapsedSeconds: trace.elapsedSeconds,
    disagreements,
    omitted: trace.omitted,
  };
}

/**
 * Closing lines in languages we cannot read: a short sentence of its own at the very end. And a client that left with
 * exit code 0 did finish, whatever it said. Otherwise every foreign log would look cut (reference §3.11).
 */
function recogniseForeignEnd(trace: Trace, evidence: Evidence): void {
  if (trace.ended || (trace.language ?? 'en') === 'en' || trace.tool !== 'rman') return;
  const last = trace.lastText;
  const sentence = last?.afterBlank === true && last.text.length <= 60 && /[.。]$/.test(last.text);
  const spoken = sentence && trace.steps.length > 0 && !/-\d{5}:|\(c\)/i.test(last.text);
  if (spoken || evidence.exitCode === 0) trace.ended = true;
}

/** Stacks that mean that a command failed; failed channels whose work went on elsewhere are not among them. */
function failedStacks(trace: Trace): ErrorStack[] {
  const framed = trace.stacks.some((stack) => stack.kind === 'header');
  return trace.stacks.filter((stack) => {
    if (stack.kind === 'header') return true;
    if (stack.kind === 'continuing') return !framed;
    return stack.kind === 'inline' && stack.codes.some((code) => COMMAND_FAILURE_CODES.has(code));
  });
}

function isTruncated(trace: Trace, evidence: Evidence, failures: readonly ErrorStack[]): boolean {
  if (trace.unclosedStack) return true;
  if (trace.ended) return false;
  const last = failures.at(-1);
  const leftAtStart = last?.codes.some((code) => START_UP_FAILURE_CODES.has(code)) ?? false;
  if (leftAtStart) return false;
  if (trace.tool !== 'rman' && trace.stacks.length > 0 && trace.counts.tables === 0) {
    // A Data Pump job that could not be created has no closing line (reference §6.4).
    return evidence.signal !== null;
  }
  return true;
}

function ruleRman(
  trace: Trace, evidence: Evidence, failures: readonly ErrorStack[], truncated: boolean,
): Ruling {
  const cancelled = ruleCancelled(trace, evidence, failures, truncated);
  if (cancelled) return cancelled;
  const first = failures[0];
  // In a command file the first failure ends the session; in stdin mode the first one is where it began to go wrong.
  if (first) return failed(first.rootCause ?? syntheticCause('error-stack-cut', '', first.lineNumber));
  if (trace.unclosedStack) return failed(syntheticCause('error-stack-cut', '', trace.lastLine));
  if (evidence.signal) return failed(syntheticCause('killed-by-signal', evidence.signal, null));
  const badExit = ruleExitCode(trace, evidence);
  if (badExit) return badExit;
  const corruption = corruptionCause(trace);
  if (corruption) return failed(corruption);
  if (truncated) return ruleTruncated(trace, evidence);
  return { outcome: hasWarnings(trace) ? 'warning' : 'succeeded', rootCause: null };
}

/** RMAN's exit code is 0 or 1; every other value is the shell's, ssh's or the operating system's. */
function ruleExitCode(trace: Trace, evidence: Evidence): Ruling | null {
  if (evidence.exitCode === null || evidence.exitCode === 0) return null;
  const shell = explainExitCode(evidence.exitCode);
  if (shell) return failed(syntheticCause(shell.code, shell.text, null));
  if (trace.killedLine) {
    return failed(syntheticCause('killed-by-signal', trace.killedLine.text, trace.killedLine.number));
  }
  const inline = trace.stacks.findLast((stack) => stack.rootCause !== null);
  return failed(inline?.rootCause ?? syntheticCause('exit-code-without-error', `exit code ${evidence.exitCode}`, null));
}

/**
 * Cancelled by us or by Ctrl-C. A request that came after RMAN had finished well changes nothing: exit code 0, a
 * closing line and no error say so, and the verdict notes the disagreement.
 */
function ruleCancelled(
  trace: Trace, evidence: Evidence, failures: readonly ErrorStack[], truncated: boolean,
): Ruling | null {
  const byUser = failures.find((stack) => stack.codes.includes('RMAN-03099'));
  const interrupted = trace.interrupted && failures.find((stack) => stack.codes.includes('ORA-01013'));
  const stack = byUser ?? (interrupted || undefined);
  const asked = evidence.cancelled && !cameTooLate(evidence, failures, truncated);
  if (!stack && !asked) return null;
  return { outcome: 'cancelled', rootCause: (stack ?? failures[0])?.rootCause ?? null };
}

function cameTooLate(evidence: Evidence, failures: readonly ErrorStack[], truncated: boolean): boolean {
  return evidence.cancelled && evidence.exitCode === 0 && failures.length === 0 && !truncated;
}

/** No closing line and not a word about an error. */
function ruleTruncated(trace: Trace, evidence: Evidence): Ruling {
  if (trace.killedLine) {
    return failed(syntheticCause('killed-by-signal', trace.killedLine.text, trace.killedLine.number));
  }
  const cause = syntheticCause('log-truncated', trace.lastText?.text ?? '', trace.lastLine);
  const allFinished = trace.steps.length > 0 && !hasOpenStep(trace);
  if (evidence.exitCode === 0 && allFinished) return { outcome: 'warning', rootCause: null };
  return { outcome: 'lost', rootCause: cause };
}

/** RMAN exits with 0 although it found corrupt blocks (reference §3.5). */
function corruptionCause(trace: Trace): RootCause | null {
  const file = trace.validation.failedFiles[0];
  if (file) return syntheticCause('corrupt-blocks-found', file.file, file.lineNumber);
  const line = trace.corruptBlocksLine;
  return line && syntheticCause('corrupt-blocks-found', line.text, line.number);
}

function ruleDataPump(trace: Trace, evidence: Evidence, truncated: boolean): Ruling {
  const worst = worstGroup(trace);
  const cause = worst?.rootCause ?? null;
  if (trace.closing === 'cancelled') return { outcome: 'cancelled', rootCause: cause };
  const tooLate = evidence.exitCode === 0 && trace.closing === 'success';
  if (evidence.cancelled && !tooLate) return { outcome: 'cancelled', rootCause: cause };
  if (trace.closing === 'stopped') {
    // What stopped the job came last; the errors before it were survived.
    const last = trace.stacks.findLast((stack) => stack.severity === 'strong')?.rootCause;
    return failed(last ?? cause ?? syntheticCause('job-stopped', trace.closingLine?.text ?? '', trace.closingLine?.number ?? null));
  }
  if (evidence.signal) return failed(syntheticCause('killed-by-signal', evidence.signal, null));
  const code = evidence.exitCode;
  if (code !== null && code !== 0 && code !== 5) {
    const shell = explainExitCode(code);
    const known = cause ?? (shell && syntheticCause(shell.code, shell.text, null));
    return failed(known ?? syntheticCause('exit-code-without-error', `exit code ${code}`, null));
  }
  if (trace.closing === null) {
    if (worst && trace.counts.tables === 0) return failed(cause!);
    if (trace.killedLine) {
      return failed(syntheticCause('killed-by-signal', trace.killedLine.text, trace.killedLine.number));
    }
    return { outcome: 'lost', rootCause: syntheticCause('log-truncated', trace.lastText?.text ?? '', trace.lastLine) };
  }
  if (trace.closing === 'errors' || code === 5) {
    const line = trace.closingLine;
    return { outcome: 'warning', rootCause: cause ?? syntheticCause('job-errors', line?.text ?? '', line?.number ?? null) };
  }
  const warned = worst !== null || hasWarnings(trace) || truncated;
  return { outcome: warned ? 'warning' : 'succeeded', rootCause: null };
}

const WEIGHT = { info: 0, warning: 1, strong: 2 } as const;

/** The first of the gravest error groups of a Data Pump job. */
function worstGroup(trace: Trace): ErrorStack | null {
  let worst: ErrorStack | null = null;
  for (const stack of trace.stacks) {
    if (!worst || WEIGHT[stack.severity] > WEIGHT[worst.severity]) worst = stack;
  }
  return worst;
}

/** A piece that is not on disk, or empty, is no backup, whatever the log says. Deleted ones were meant to go. */
function ruleOnPieces(trace: Trace, evidence: Evidence, ruling: Ruling): Ruling {
  if (ruling.outcome === 'failed' || ruling.outcome === 'cancelled') return ruling;
  const bad = badPieces(trace, evidence)[0];
  if (!bad) return ruling;
  const code = bad.exists ? 'piece-empty' : 'piece-missing';
  const piece = trace.pieces.find((candidate) => sameHandle(candidate.handle, bad.handle));
  return failed(syntheticCause(code, bad.handle, piece?.lineNumber ?? null));
}

function badPieces(trace: Trace, evidence: Evidence): PieceFound[] {
  if (!evidence.pieces) return [];
  const made = new Set([
    ...trace.pieces.map((piece) => foldHandle(piece.handle)),
    ...trace.copies.map((copy) => foldHandle(copy.handle)),
    ...trace.dumpFiles.map(foldHandle),
  ]);
  for (const deleted of trace.deleted) made.delete(foldHandle(deleted.name));
  return evidence.pieces.filter(
    (found) => made.has(foldHandle(found.handle)) && (!found.exists || found.bytes === 0),
  );
}

/** Windows gives handles back in upper case, and both kinds of slash (reference §0 fact 15). */
function foldHandle(handle: string): string {
  return handle.replace(/\\/g, '/').toLowerCase();
}

function sameHandle(a: string, b: string): boolean {
  return foldHandle(a) === foldHandle(b);
}

function hasWarnings(trace: Trace): boolean {
  return (
    (trace.worstWarning !== null && trace.worstWarning !== 'info') ||
    trace.stacks.some((stack) => stack.kind === 'inline') ||
    hasOpenStep(trace)
  );
}

function hasOpenStep(trace: Trace): boolean {
  return trace.steps.some((step) => step.outcome === 'open');
}

const MADE_NOTHING: ReadonlySet<SkipReason> = new Set<SkipReason>([
  'already-backed-up', 'not-changed', 'read-only', 'offline', 'inaccessible', 'excluded', 'all-files-skipped',
  'already-restored', 'no-match', 'no-obsolete', 'no-copy-to-recover', 'recoverability-compromised',
]);

function hadNothingToDo(trace: Trace): boolean {
  const { counts, validation } = trace;
  if (counts.pieces + counts.copies + counts.deleted + counts.dumpFiles + counts.copiesRecovered > 0) return false;
  if (trace.restored || validation.filesChecked + validation.validatedPieces > 0) return false;
  return [...trace.skipReasons].some((reason) => MADE_NOTHING.has(reason));
}

function settleSteps(trace: Trace, outcome: RunOutcome): void {
  if (outcome !== 'failed') return;
  for (const step of trace.steps) if (step.outcome === 'open') step.outcome = 'failed';
}

function compare(
  trace: Trace, evidence: Evidence, failures: readonly ErrorStack[], truncated: boolean,
): Disagreement[] {
  const found: Disagreement[] = [];
  const note = (code: DisagreementCode, subject: string | null = null): void => {
    found.push({ code, subject });
  };
  const { exitCode } = evidence;
  if (exitCode === 0) {
    if (failures.length > 0 || trace.unclosedStack) note('exit-code-zero-but-stack', failures[0]?.rootCause?.code ?? null);
    if (trace.closing === 'errors' || trace.closing === 'stopped') note('exit-code-zero-but-errors');
    if (corruptionCause(trace)) note('exit-code-zero-but-corruption');
    if (truncated) note('no-end-line-but-exit-zero');
  } else if (exitCode !== null && exitCode !== 5 && failures.length === 0 && trace.stacks.length === 0) {
    note('exit-code-nonzero-without-error', String(exitCode));
  }
  if (evidence.signal && !evidence.cancelled) note('killed-by-signal', evidence.signal);
  if (cameTooLate(evidence, failures, truncated)) note('cancel-came-too-late');
  if (trace.ended && failures.length === 0 && hasOpenStep(trace)) {
    note('steps-left-open', trace.steps.find((step) => step.outcome === 'open')?.operation ?? null);
  }
  if (!trace.banner) note('no-banner');
  for (const piece of badPieces(trace, evidence)) {
    note(piece.exists ? 'piece-empty' : 'piece-missing-on-disk', piece.handle);
  }
  return found;
}

function failed(rootCause: RootCause): Ruling {
  return { outcome: 'failed', rootCause };
}

/** A cause that no Oracle code names. */
export function syntheticCause(code: SyntheticCode, text: string, lineNumber: number | null): RootCause {
  return {
    code, text, lineNumber, command: null, channel: null, at: null, object: null, osError: null, vendorText: [],
    syntaxPosition: null,
  };
}
