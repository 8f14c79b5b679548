// Pacing: how long simulated work takes, and the one place where the simulator waits. A cancelled clock stops waits.
import { setTimeout as delay } from 'node:timers/promises';
import { Cancelled } from '../output/stack.ts';

export interface Clock {
  /** Milliseconds that working on so many bytes takes. */
  duration(bytes: number): number;
  /** Waits; throws Cancelled once the session was interrupted. */
  wait(milliseconds: number): Promise<void>;
  cancel(): void;
  /** Never comes back, and hears no interrupt. */
  hang(): Promise<never>;
}

/** @param wholeBytes size of the whole database, which takes `seconds`. */
export function createClock(seconds: number, wholeBytes: () => number): Clock {
  const abort = new AbortController();
  let deaf = false;
  let rate: number | null = null;
  return {
    duration: (bytes) => {
      if (seconds === 0) return 0;
      rate ??= (seconds * 1000) / Math.max(1, wholeBytes());
      return bytes * rate;
    },
    wait: async (milliseconds) => {
      try {
        await delay(milliseconds, undefined, { signal: abort.signal });
      } catch {
        throw new Cancelled();
      }
    },
    cancel: () => {
      if (!deaf) abort.abort();
    },
    hang: async () => {
      deaf = true;
      for (;;) await delay(60_000);
    },
  };
}
