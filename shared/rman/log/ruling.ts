// What the rules of RMAN and of Data Pump share: the form of a ruling, and signs that are not green in either.
import type { RunOutcome } from '../../domain/verdict.ts';
import type { RootCause, SyntheticCode } from '../../domain/log-facts.ts';
import type { Trace } from './trace.ts';

export type Ruling = { outcome: RunOutcome; rootCause: RootCause | null };

export function failed(rootCause: RootCause): Ruling {
  return { outcome: 'failed', rootCause };
}

/** A cause that no Oracle code names. */
export function syntheticCause(code: SyntheticCode, text: string, lineNumber: number | null): RootCause {
  return {
    code, text, lineNumber, command: null, channel: null, at: null, object: null, osError: null, vendorText: [],
    syntaxPosition: null,
  };
}

export function hasWarnings(trace: Trace): boolean {
  return (
    (trace.worstWarning !== null && trace.worstWarning !== 'info') ||
    trace.stacks.some((stack) => stack.kind === 'inline') ||
    hasOpenStep(trace)
  );
}

export function hasOpenStep(trace: Trace): boolean {
  return trace.steps.some((step) => step.outcome === 'open');
}
