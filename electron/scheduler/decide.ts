// Decides what becomes of the occurrences of one strategy that have come. Pure: what is the case comes in, steps go
// out.
import type { MissedPolicy } from '../../shared/domain/automation.ts';
import type { Occurrence, OccurrenceReason, OccurrenceState } from '../../shared/domain/occurrence.ts';
import type { Trigger } from '../../shared/domain/run.ts';

/** Up to this many ms after its instant an occurrence counts as on time; a timer or a busy machine may take them. */
export const ON_TIME_MS = 60_000;
const HOUR = 3_600_000;

/** How things stand with one strategy. */
export type Situation = {
  now: number;
  /** False when the strategy or its database is disabled or gone, or has no schedule any more. */
  scheduled: boolean;
  missed: MissedPolicy;
  /** Rows that are planned or wait and whose instant has come, by instant. */
  due: readonly Occurrence[];
  /** Why nothing may start by itself now. */
  hold: OccurrenceReason | null;
  /** The strategy's run that is not over. */
  busy: string | null;
  /** No attempt is waited for longer, in ms: an instant farther away comes from a clock that was wrong. */
  longestRetryMs: number;
};

export type Move = { do: 'move'; row: Occurrence; to: OccurrenceState; reason: OccurrenceReason };
export type Step = { do: 'start'; row: Occurrence; trigger: Trigger } | Move;

/** The steps for the rows of one strategy, at most one for each; at most one start. */
export function decide(situation: Situation): Step[] {
  const { now, missed } = situation;
  if (!situation.scheduled) return situation.due.map(withdrawn);
  // What waits ahead of a clock that was set back starts at its instant, not before.
  const due = situation.due.filter((row) => !isFresh(row) || row.instant <= now + ON_TIME_MS);
  const newest = due.at(-1);
  if (!newest) return [];
  // While another workstation had it, it was on time: whoever takes it over does not come too late.
  const late = isFresh(newest) && newest.reason?.kind !== 'lease' ? tooLate(newest.instant, now, missed) : null;
  const steps = due.slice(0, -1).map((row) => overtaken(row, newest.instant, late));
  const own = isFresh(newest) ? firstStart(newest, late, situation) : nextAttempt(newest, situation);
  return own ? [...steps, own] : steps;
}

/** Why an occurrence that has not started is not started any more; `null`: it still is. */
export function tooLate(instant: number, now: number, missed: MissedPolicy): OccurrenceReason | null {
  const late = now - instant;
  if (late <= ON_TIME_MS || missed.kind === 'run-once') return null;
  if (missed.kind === 'skip') return { kind: 'not-caught-up' };
  return late < missed.hours * HOUR ? null : { kind: 'too-late', hours: missed.hours };
}

/** True until a run was started for it. */
const isFresh = ({ attempts }: Occurrence): boolean => attempts === 0;

const move = (row: Occurrence, to: OccurrenceState, reason: OccurrenceReason): Move => ({ do: 'move', row, to, reason });

/** What becomes of a row whose schedule is gone. After an attempt that failed it has failed. */
export function withdrawn(row: Occurrence): Move {
  return move(row, isFresh(row) ? 'skipped' : 'failed', { kind: 'withdrawn' });
}

/** A later instant has come. */
function overtaken(row: Occurrence, by: number, late: OccurrenceReason | null): Step {
  if (!isFresh(row)) return move(row, 'failed', { kind: 'next-comes-first', next: by });
  if (row.state === 'waiting') return move(row, 'missed', { kind: 'superseded', by });
  return move(row, 'missed', late ?? { kind: 'collapsed', into: by });
}

function firstStart(row: Occurrence, late: OccurrenceReason | null, { now, hold, busy }: Situation): Step | null {
  if (late) return move(row, 'missed', late);
  if (hold) return held(row, hold);
  if (busy !== null) return move(row, 'skipped', { kind: 'overlap', runId: busy });
  return { do: 'start', row, trigger: now - row.instant > ON_TIME_MS ? 'catch-up' : 'schedule' };
}

/** Whoever runs the strategy meanwhile does not take the attempt away, but it waits for them. */
function nextAttempt(row: Occurrence, { now, hold, busy, longestRetryMs }: Situation): Step | null {
  if (row.reason?.kind === 'retry' && row.reason.at > now && row.reason.at <= now + longestRetryMs) return null;
  if (hold) return held(row, hold);
  return busy === null ? { do: 'start', row, trigger: 'retry' } : null;
}

function held(row: Occurrence, hold: OccurrenceReason): Step | null {
  const known = row.state === 'waiting' && JSON.stringify(row.reason) === JSON.stringify(hold);
  return known ? null : move(row, 'waiting', hold);
}
