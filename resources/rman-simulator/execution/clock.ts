// Pacing: how long simulated work takes, and the one place where the simulator waits. A cancelled clock stops waits.
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { Cancelled } from '../output/stack.ts';

export interface Clock {
  /** Milliseconds that working on so many bytes takes. */
  duration(bytes: number): number;
  /** Waits; throws Cancelled once the session was interrupted. */
  wait(milliseconds: number): Promise<void>;
  /** Waits for something outside, such as input, unless the session is interrupted first. */
  until<T>(outside: Promise<T>): Promise<T>;
  cancel(): void;
  /** Never comes back, and hears no interrupt. */
  hang(): Promise<never>;
}

/** @param wholeBytes size of the whole database, which takes `seconds`. */
export function createClock(seconds: number, wholeBytes: () => number): Clock {
  const abort = new AbortController();
  let deaf = false;
  let rate: number | null = null;
  const hang = async (): Promise<never> => {
    deaf = true;
    for (;;) await delay(60_000);
  };
  return {
    duration: (bytes) => {
      if (seconds === 0) return 0;
      rate ??= (seconds * 1000) / Math.max(1, wholeBytes());
      return bytes * rate;
    },
    wait: async (milliseconds) => {
      if (deaf) return hang();
      try {
        if (milliseconds >= 1) await delay(milliseconds, undefined, { signal: abort.signal });
        else await nextTurn(undefined, { signal: abort.signal });
      } catch {
        throw new Cancelled();
      }
    },
    until: (outside) =>
      new Promise((resolve, reject) => {
        const leave = (): void => reject(new Cancelled());
        const settled = (): void => abort.signal.removeEventListener('abort', leave);
        abort.signal.addEventListener('abort', leave, { once: true });
        outside.then(resolve, reject).finally(settled);
      }),
    cancel: () => {
      if (!deaf) abort.abort();
    },
    hang,
  };
}
