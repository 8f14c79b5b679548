// The rules for an RMAN session: from its errors, exit code and end to an outcome with its cause (reference §4.5).
import type { ErrorStack, RootCause } from '../../domain/log-facts.ts';
import type { Evidence } from './evidence.ts';
import { failed, hasOpenStep, hasWarnings, syntheticCause, type Ruling } from './ruling.ts';
import { explainExitCode } from './silence.ts';
import type { Trace } from './trace.ts';

export function ruleRman(
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

/** The request to cancel came after everything had gone well. */
export function cameTooLate(evidence: Evidence, failures: readonly ErrorStack[], truncated: boolean): boolean {
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
export function corruptionCause(trace: Trace): RootCause | null {
  const file = trace.validation.failedFiles[0];
  if (file) return syntheticCause('corrupt-blocks-found', file.file, file.lineNumber);
  const line = trace.corruptBlocksLine;
  return line && syntheticCause('corrupt-blocks-found', line.text, line.number);
}
