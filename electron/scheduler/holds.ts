// Why nothing may start by itself at this moment: a pause, a blackout, the battery. Pure.
import type { OccurrenceReason, Pause } from '../../shared/domain/occurrence.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Target } from '../../shared/domain/target.ts';
import { blackoutSearch } from '../../shared/schedule/blackout.ts';
import type { BlackoutCalendar, Schedule } from '../../shared/schedule/schedule.ts';

/** A clock may be set back by this much, in ms, without having been wrong. */
export const CLOCK_SLACK_MS = 60_000;

/**
 * The pause as it counts now; `null` when it is over. One that began in the future was begun under a clock that was
 * ahead: it lasts as long as it was meant to, from now on.
 */
export function pauseNow(pause: Pause | null, now: number): Pause | null {
  if (pause === null) return null;
  const { since, until } = pause;
  if (since > now + CLOCK_SLACK_MS) {
    return { since: now, until: until === null ? null : now + Math.max(0, until - since) };
  }
  return until !== null && until <= now ? null : pause;
}

/** Every calendar of blackouts that counts for a start of this strategy. */
export function blackoutsOf(
  schedule: Schedule | null,
  target: Pick<Target, 'spec'>,
  settings: Pick<Settings, 'blackouts'>,
): BlackoutCalendar[] {
  const own = schedule && { zone: schedule.zone, windows: schedule.blackouts };
  return [own, target.spec.blackouts, settings.blackouts].filter((calendar) => calendar !== null);
}

/** The first of what holds a start back, in the order in which a person would have to act. */
export function holdOf(
  now: number,
  { pause, blackouts, onBattery }: { pause: Pause | null; blackouts: readonly BlackoutCalendar[]; onBattery: boolean },
): OccurrenceReason | null {
  if (pause) return { kind: 'paused', until: pause.until };
  const until = blackoutSearch(blackouts).endOf(now);
  if (until !== null) return { kind: 'blackout', until };
  return onBattery ? { kind: 'battery' } : null;
}
