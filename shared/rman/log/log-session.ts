// What every reader of one session offers to the builder that feeds it: the shape alone.
import type { Step } from '../../domain/log-facts.ts';
import type { Trace } from './trace.ts';

export type LogSession = {
  readonly trace: Trace;
  /** A line that is not blank, without wrapper prefixes. */
  line(text: string, lineNumber: number): void;
  blank(): void;
  /** The tool has said its last word; what follows is no part of this session. */
  isOver(): boolean;
  /** Closes what is open and returns the facts. To be called once. */
  end(): Trace;
  /** The innermost step under way. */
  openStep(): Step | null;
  errorsSoFar(): number;
};
