// Rings once at an instant, by node-schedule. Knows nothing of what then happens.
import nodeSchedule from 'node-schedule';

/** Calls `act` at an instant, at once when it is past; the answer cancels it. */
export type Alarm = (at: number, act: () => void) => () => void;

/** The last instant that a Date can hold; a schedule's time ends before it. */
const LAST_INSTANT = 8_640_000_000_000_000;

/**
 * The alarm of the real clock. node-schedule cuts waits of more than 2^31 ms into pieces, and looks at the wall clock
 * before it fires. What it refuses is an instant that is past; it is not asked to repeat anything.
 */
export const systemAlarm: Alarm = (at, act) => {
  const job = at > Date.now() ? nodeSchedule.scheduleJob(new Date(Math.min(at, LAST_INSTANT)), act) : null;
  if (job) return () => void job.cancel();
  const timer = setTimeout(act, 0);
  return () => clearTimeout(timer);
};
