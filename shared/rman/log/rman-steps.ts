// Keeps the steps of a session: what "Starting ... at" opens and "Finished ... at" closes (reference §3.2).
import type { Step } from '../../domain/log-facts.ts';
import { elapsedBetween } from './oracle-time.ts';
import { addStep, notePrintedTime, type Trace } from './trace.ts';

export type Steps = {
  start(operation: string, time: string, lineNumber: number): void;
  finish(operation: string, time: string, lineNumber: number): void;
  /** A line about an operation in a language whose verbs we do not read: the second one ends it. */
  startOrFinish(operation: string, time: string, lineNumber: number): void;
  /** All steps under way have failed. */
  fail(): void;
  innermost(): Step | null;
  /** Within a restore, recover, validate or duplicate: pieces and files named there are read or restored. */
  isReading(): boolean;
  /** Counts a piece for every step under way; `channel` did it, null when unknown. */
  notePiece(channel: string | null): void;
};

const MOST_OPEN = 32;
const READING = /^(?:restore|recover|validate|flashback|Duplicate)/i;

export function createSteps(trace: Trace): Steps {
  let open: Step[] = [];

  function start(operation: string, time: string, lineNumber: number): void {
    const step: Step = {
      operation, startLine: lineNumber, endLine: null, startedAt: time, finishedAt: null, elapsedSeconds: null,
      outcome: 'open', channel: null, pieces: 0,
    };
    notePrintedTime(trace, time);
    addStep(trace, step);
    if (open.length < MOST_OPEN) open.push(step);
  }

  function finish(operation: string, time: string, lineNumber: number): void {
    notePrintedTime(trace, time);
    const index = open.findLastIndex((step) => step.operation === operation);
    const step = open[index];
    if (!step) return;
    step.endLine = lineNumber;
    step.finishedAt = time;
    step.elapsedSeconds = elapsedBetween(step.startedAt, time);
    step.outcome = 'finished';
    open.splice(index, 1);
  }

  return {
    start,
    finish,
    startOrFinish(operation, time, lineNumber) {
      const underWay = open.some((step) => step.operation === operation);
      (underWay ? finish : start)(operation, time, lineNumber);
    },
    fail() {
      for (const step of open) step.outcome = 'failed';
      open = [];
    },
    innermost: () => open.at(-1) ?? null,
    isReading: () => READING.test(open.at(-1)?.operation ?? ''),
    notePiece(channel) {
      for (const step of open) {
        step.pieces += 1;
        step.channel = step.pieces === 1 || step.channel === channel ? channel : null;
      }
    },
  };
}
