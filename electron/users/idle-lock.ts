// Locks the seat when nobody has touched it for as long as the settings allow, and when the desktop itself is locked or
// put to sleep. Knows no window: somebody tells it of every touch.
import type { Clock } from '../app/ports.ts';
import type { Locking } from '../../shared/domain/user.ts';
import type { Sessions } from './sessions.ts';

/** What tells of the person in front of the desktop. */
export type Presence = {
  /** A key or a movement in the window. */
  onTouch(listener: () => void): () => void;
  /** The desktop was locked, its session changed hands, or it goes to sleep. */
  onAway(listener: () => void): () => void;
};

const MINUTE = 60_000;
/** The longest between two looks: timers stand still while a machine sleeps. */
const LOOK_MS = 15_000;

type Parts = { sessions: Sessions; clock: Clock; presence: Presence; locking(): Locking };

/** The answer ends it. */
export function lockWhenIdle({ sessions, clock, presence, locking }: Parts): () => void {
  let touchedAt = clock.now();
  let stopLooking = (): void => {};

  function look(): void {
    stopLooking();
    const { idleMinutes } = locking();
    const now = clock.now();
    // A clock that was set back must not keep the window open for longer.
    touchedAt = Math.min(touchedAt, now);
    const open = sessions.current().state === 'open';
    if (open && idleMinutes !== null && now - touchedAt >= idleMinutes * MINUTE) sessions.lock();
    if (sessions.current().state === 'open') stopLooking = clock.after(LOOK_MS, look);
  }

  const leaving = [
    presence.onTouch(() => {
      // Whoever comes too late finds it locked, whatever the timers did.
      look();
      touchedAt = clock.now();
    }),
    presence.onAway(() => sessions.lock()),
    sessions.onChange((session) => {
      if (session.state === 'open') touchedAt = clock.now();
      look();
    }),
  ];
  look();
  return () => {
    stopLooking();
    for (const leave of leaving) leave();
  };
}
