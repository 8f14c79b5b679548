// The real clock with a hand on it: timers run by themselves, and at once when time is moved past them.
import type { Clock } from '../../electron/app/ports.ts';

export type MovedClock = Clock & { advance(ms: number): void };

export function movedClock(): MovedClock {
  const timers = new Set<{ at: number; act(): void }>();
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  return {
    now,
    after(ms, act) {
      const timer = { at: now() + ms, act: (): void => void (cancel(), act()) };
      const real = setTimeout(timer.act, ms);
      const cancel = (): void => {
        clearTimeout(real);
        timers.delete(timer);
      };
      timers.add(timer);
      return cancel;
    },
    advance(ms) {
      ahead += ms;
      for (const timer of [...timers].sort((a, b) => a.at - b.at)) if (timer.at <= now()) timer.act();
    },
  };
}
