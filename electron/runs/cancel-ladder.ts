// The cancel ladder: interrupt, then terminate, then kill, each with time to be heard (reference §8.1, cancelling).
import type { Clock, LiveChild } from '../app/ports.ts';

/**
 * Starts the ladder on a child; the answer stops it. RMAN answers the interrupt with RMAN-03099 and cleans up its
 * server sessions, so it gets `graceMs` for that, and as much again after the terminate signal. A ladder that an
 * earlier application began is begun anew: nobody knows which steps were really sent.
 */
export function climbLadder(child: LiveChild, graceMs: number, clock: Clock): () => void {
  let cancel = (): void => {};
  child.signal('interrupt');
  cancel = clock.after(graceMs, () => {
    child.signal('terminate');
    cancel = clock.after(graceMs, () => child.signal('kill'));
  });
  return () => cancel();
}
