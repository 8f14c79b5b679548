// Decides what one session came to, from what its lines showed, the exit code and the pieces found. The rules proper
// are in rule-rman and rule-datapump; nothing here reads a log line.
import type { Disagreement, DisagreementCode, RunOutcome, SessionVerdict } from '../../domain/verdict.ts';
import type { ErrorStack, SkipReason } from '../../domain/log-facts.ts';
import { COMMAND_FAILURE_CODES, START_UP_FAILURE_CODES } from './code-classes.ts';
import { badPieces, sameHandle, type Evidence } from './evidence.ts';
import { ruleDataPump } from './rule-datapump.ts';
import { cameTooLate, corruptionCause, ruleRman } from './rule-rman.ts';
import { judgeSteps } from './judge-steps.ts';
import { failed, hasOpenStep, syntheticCause, type Ruling } from './ruling.ts';
import type { Trace } from './trace.ts';

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
  judgeSteps(trace, failures);
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

/** A piece that is not on disk, or empty, is no backup, whatever the log says. Deleted ones were meant to go. */
function ruleOnPieces(trace: Trace, evidence: Evidence, ruling: Ruling): Ruling {
  if (ruling.outcome === 'failed' || ruling.outcome === 'cancelled') return ruling;
  const bad = badPieces(trace, evidence)[0];
  if (!bad) return ruling;
  const code = bad.exists ? 'piece-empty' : 'piece-missing';
  const piece = trace.pieces.find((candidate) => sameHandle(candidate.handle, bad.handle));
  return failed(syntheticCause(code, bad.handle, piece?.lineNumber ?? null));
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

/** A closing line of Data Pump's that explains an exit code by itself. */
const saysItself = ({ closing }: Trace): boolean => closing === 'stopped' || closing === 'cancelled';

/** The job works in the server: a client that left without its closing line says nothing about its end (§6.6). */
const jobMayGoOn = ({ job, closing }: Trace, { exitCode, signal, cancelled }: Evidence): boolean =>
  job !== null && closing === null && (cancelled || signal !== null || exitCode === 0);

function compare(
  trace: Trace, evidence: Evidence, failures: readonly ErrorStack[], truncated: boolean,
): Disagreement[] {
  const found: Disagreement[] = [];
  const note = (code: DisagreementCode, subject: string | null = null): void => {
    found.push({ code, subject });
  };
  const { exitCode } = evidence;
  if (exitCode === 0) {
    const stack = failures.length > 0 || trace.unclosedStack;
    if (stack) note('exit-code-zero-but-stack', failures[0]?.rootCause?.code ?? null);
    if (trace.closing === 'errors' || trace.closing === 'stopped') note('exit-code-zero-but-errors');
    if (corruptionCause(trace)) note('exit-code-zero-but-corruption');
    if (truncated) note('no-end-line-but-exit-zero');
  } else if (
    exitCode !== null && exitCode !== 5 && failures.length === 0 && trace.stacks.length === 0 && !saysItself(trace)
  ) {
    note('exit-code-nonzero-without-error', String(exitCode));
  }
  if (jobMayGoOn(trace, evidence)) note('job-may-go-on', trace.job);
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
