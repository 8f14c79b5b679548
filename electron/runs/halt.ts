// The end of supervision as something to race against: whoever waits for a child or a clock is woken by it.
import type { Clock } from '../app/ports.ts';

/** Thrown into everything that waits when supervision ends; never an error, the children live on. */
export class Halted extends Error {}

export type Halt = {
  readonly halted: boolean;
  halt(): void;
  /** The outcome of `work`, or `Halted` if supervision ends first. */
  or<T>(work: Promise<T>): Promise<T>;
  /** Waits `ms` of the clock, or until supervision ends. */
  pause(ms: number): Promise<void>;
};

export function createHalt(clock: Clock): Halt {
  let halted = false;
  const waiting = new Set<() => void>();

  function or<T>(work: Promise<T>): Promise<T> {
    if (halted) {
      work.catch(() => {});
      return Promise.reject(new Halted());
    }
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => reject(new Halted());
      waiting.add(stop);
      work.then(resolve, reject).finally(() => waiting.delete(stop));
    });
  }

  return {
    get halted() {
      return halted;
    },
    halt() {
      halted = true;
      for (const stop of waiting) stop();
      waiting.clear();
    },
    or,
    async pause(ms) {
      let cancel = (): void => {};
      try {
        await or(new Promise<void>((resolve) => (cancel = clock.after(ms, resolve))));
      } finally {
        cancel();
      }
    },
  };
}
