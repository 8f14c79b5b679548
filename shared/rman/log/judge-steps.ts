// Judges the steps of a session one by one, once all is read: what failed, what warns, what had nothing to do.
import type { ErrorStack, SkipReason, Step } from '../../domain/log-facts.ts';
import { addStep, type Trace } from './trace.ts';

/** RMAN's word for the failed command is the first of the step's. */
const UPKEEP: ReadonlySet<string> = new Set(['crosscheck', 'delete', 'report', 'list']);
const IDLE: ReadonlySet<SkipReason> = new Set<SkipReason>(['already-backed-up', 'not-changed', 'all-files-skipped', 'no-match']);

export function judgeSteps(trace: Trace, failures: readonly ErrorStack[]): void {
  for (const stack of failures) noteFailedUpkeep(trace, stack);
  for (const step of trace.steps) if (step.outcome === 'finished') step.outcome = judged(trace, step);
}

function judged(trace: Trace, step: Step): Step['outcome'] {
  const within = ({ lineNumber }: { lineNumber: number }): boolean =>
    lineNumber >= step.startLine && step.endLine !== null && lineNumber <= step.endLine;
  if (trace.warnings.some((warning) => warning.severity !== 'info' && within(warning))) return 'warning';
  if (step.operation !== 'backup' || step.pieces > 0 || trace.copies.some(within)) return 'finished';
  return trace.skipped.some((skip) => IDLE.has(skip.reason) && within(skip)) ? 'nothing-to-do' : 'finished';
}

/** Upkeep is not announced, so a command that failed at once has left no step yet. */
function noteFailedUpkeep(trace: Trace, stack: ErrorStack): void {
  const command = stack.groups.map((group) => group.command).find((word) => word !== null && UPKEEP.has(word));
  if (command == null) return;
  const kind = command === 'list' ? 'report' : command;
  const last = trace.steps.findLast((step) => step.startLine < stack.lineNumber);
  if (last?.operation.startsWith(kind)) {
    last.outcome = 'failed';
    return;
  }
  addStep(trace, {
    operation: kind, startLine: stack.lineNumber, endLine: stack.endLineNumber, startedAt: null, finishedAt: null,
    elapsedSeconds: null, outcome: 'failed', channel: null, pieces: 0,
  });
}
