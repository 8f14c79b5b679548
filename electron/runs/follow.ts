// Follows a spool while it grows, by looking at it: fs.watch misses writes on network drives and some containers.
import type { Clock } from '../app/ports.ts';
import { createBell } from './bell.ts';
import type { Spool } from './spool.ts';

const SHORTEST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 500;

export type Follower = ReturnType<typeof followSpool>;

/**
 * Starts to follow `spool` from its beginning; every slice goes to `take` once, in order. It waits 50 ms after output
 * and up to 500 ms in silence. Slices are small and reading is asynchronous, so other work always has its turn.
 */
export function followSpool(spool: Spool, clock: Clock, take: (bytes: Uint8Array) => void = () => {}) {
  const grown = createBell();
  const looked = createBell();
  let stopped = false;
  let wake = (): void => {};
  let wanted = 0;
  let done = 0;

  const finished = (async () => {
    for (let wait = SHORTEST_WAIT_MS; !stopped; wait = Math.min(LONGEST_WAIT_MS, wait * 1.5)) {
      const round = wanted;
      for (let bytes = await spool.advance(); bytes && !stopped; bytes = await spool.advance()) {
        take(bytes);
        grown.ring();
        wait = SHORTEST_WAIT_MS;
      }
      done = round;
      looked.ring();
      if (wanted === round && !stopped) await sleep(wait);
    }
  })();
  // Who waits for the end of the file hears of a failed read; without one it is heard by `finished`.
  finished.catch(() => looked.ring());

  async function sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = clock.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  return {
    /** Resolves at the next growth. */
    grown: (): Promise<void> => grown.next(),
    /** Resolves when all that the file held at the time of the call has been taken. @throws what reading throws */
    async caughtUp(): Promise<void> {
      wanted += 1;
      const mine = wanted;
      wake();
      while (done < mine && !stopped) await Promise.race([looked.next(), finished]);
    },
    /** Stops following; what is being read is finished first. @throws what reading threw */
    async stop(): Promise<void> {
      stopped = true;
      wake();
      await finished;
    },
  };
}
