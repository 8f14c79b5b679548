// One thing to tell, with every fact that any channel may want to say about it. Only the form.
import type { NotificationEvent } from '../../shared/domain/notification.ts';
import type { OccurrenceReason } from '../../shared/domain/occurrence.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';

export type Alert = {
  event: NotificationEvent;
  /** Makes its messages the only ones about it. */
  fact: string;
  strategyId: string;
  strategyName: string;
  targetName: string;
  /** The newest occurrence that it is about. */
  occurrenceId: string | null;
  runId: string | null;
  /** Milliseconds since 1970: when it came about; for `overdue`, since when. */
  at: number;
  /** The planned instants, oldest first; several only for what was missed. */
  instants: number[];
  /** Why it was missed, or why there was no further attempt. */
  reason: OccurrenceReason | null;
  /** Runs that were started for it. */
  attempts: number;
  /** `false`: what became of the run is not known. */
  known: boolean;
  startedAt: number | null;
  endedAt: number | null;
  /** Code of the root cause (`ORA-19809`, `piece-missing`) and the line of the log that says so. */
  rootCode: string | null;
  rootText: string | null;
  /** Why no RMAN was started. */
  failure: ErrorReport | null;
  warnings: number;
  pieces: number;
  bytes: number | null;
  /** End of the strategy's newest good run; `null`: there never was one. */
  lastGood: number | null;
  /** The last lines of the log, clean of secrets. */
  logTail: string[];
  /** The workstation that tells it. */
  host: string;
};
