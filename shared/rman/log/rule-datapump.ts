// The rules for a Data Pump session: the closing line decides, then the exit code (reference §6.3, §6.4).
import type { ErrorStack, RootCause, SyntheticCode } from '../../domain/log-facts.ts';
import type { Evidence } from './evidence.ts';
import { failed, hasWarnings, syntheticCause, type Ruling } from './ruling.ts';
import { explainExitCode } from './silence.ts';
import type { Trace } from './trace.ts';

export function ruleDataPump(trace: Trace, evidence: Evidence, truncated: boolean): Ruling {
  const worst = worstGroup(trace);
  const cause = worst?.rootCause ?? null;
  if (trace.closing === 'cancelled') return { outcome: 'cancelled', rootCause: cause };
  const tooLate = evidence.exitCode === 0 && trace.closing === 'success';
  if (evidence.cancelled && !tooLate) return { outcome: 'cancelled', rootCause: cause };
  if (trace.closing === 'stopped') {
    // What stopped the job came last; the errors before it were survived.
    const last = trace.stacks.findLast((stack) => stack.severity === 'strong')?.rootCause;
    return failed(last ?? cause ?? fromClosingLine('job-stopped', trace));
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
    return { outcome: 'warning', rootCause: cause ?? fromClosingLine('job-errors', trace) };
  }
  const warned = worst !== null || hasWarnings(trace) || truncated;
  return { outcome: warned ? 'warning' : 'succeeded', rootCause: null };
}

function fromClosingLine(code: SyntheticCode, trace: Trace): RootCause {
  return syntheticCause(code, trace.closingLine?.text ?? '', trace.closingLine?.number ?? null);
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
