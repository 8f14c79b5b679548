// What the command line's exit codes mean; documented in docs/command-line.md and never renumbered.
import type { RunOutcome } from '../../shared/domain/verdict.ts';

export const EXIT = {
  good: 0,
  /** The run or the log came to a failure. */
  failed: 1,
  /** The command line itself was wrong. */
  usage: 2,
  /** Nothing proves success: the log is cut or no RMAN spoke. */
  unknown: 3,
  cancelled: 4,
  /** The command could not do its work (file unreadable, no such run, store unavailable). */
  error: 5,
  /** With `--strict`: succeeded, with warnings. */
  warning: 6,
  /** `status`, `why`: something needs a look (overdue, failed, nobody who starts anything, messages refused, …). */
  attention: 7,
} as const;

/** The exit code for what a run or a log came to. Warnings are good unless asked otherwise, as with RMAN itself. */
export function exitCodeOf(outcome: RunOutcome, strict: boolean): number {
  switch (outcome) {
    case 'succeeded':
      return EXIT.good;
    case 'warning':
      return strict ? EXIT.warning : EXIT.good;
    case 'failed':
      return EXIT.failed;
    case 'cancelled':
      return EXIT.cancelled;
    case 'lost':
      return EXIT.unknown;
  }
}
