// The cancel ladder: a word to the server where there is one, then interrupt, then terminate, then kill, each with time
// to be heard (reference §8.1, cancelling).
import type { Clock, LiveChild } from '../app/ports.ts';

/** Tells the server to end the work; it is asked by `wanted` whether anybody still waits for that. */
type Softly = (wanted: () => boolean) => Promise<boolean>;

/**
 * Starts the ladder on a child; the answer stops it. RMAN answers the interrupt with RMAN-03099 and cleans up its
 * server sessions, so it gets `graceMs` for that, and as much again after the terminate signal. A ladder that an
 * earlier application began is begun anew: nobody knows which steps were really sent.
 *
 * `softly`, where there is one, comes before the signals: a Data Pump job lives in the server, and a client that is
 * interrupted only leaves it. It has `graceMs` to answer; when it answers `true` the child has as long again to end by
 * itself, when `false` the signals come at once.
 */
export function climbLadder(child: LiveChild, graceMs: number, clock: Clock, softly: Softly | null = null): () => void {
  let cancel = (): void => {};
  let waiting = true;
  const next = (step: () => void): void => {
    cancel();
    cancel = clock.after(graceMs, step);
  };
  const signals = (): void => {
    cancel();
    waiting = false;
    child.signal('interrupt');
    next(() => {
      child.signal('terminate');
      next(() => child.signal('kill'));
    });
  };
  if (!softly) signals();
  else {
    next(signals);
    void softly(() => waiting).then((told) => {
      if (!waiting) return;
      if (told) next(signals);
      else signals();
    });
  }
  return () => {
    waiting = false;
    cancel();
  };
}
