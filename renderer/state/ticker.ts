// One clock for all "5 minutes ago" of the window, so that they change together and cost one timer per pace.

export type Ticker = {
  /** Calls `ear` every `everyMs` milliseconds until the returned function is called. */
  every(everyMs: number, ear: () => void): () => void;
  /** The present as of the last beat of that pace. */
  now(everyMs: number): number;
};

type Beat = { ears: Set<() => void>; timer: ReturnType<typeof setInterval> | null; at: number };

export function createTicker(now: () => number): Ticker {
  const beats = new Map<number, Beat>();
  const beatOf = (everyMs: number): Beat => {
    const beat = beats.get(everyMs) ?? { ears: new Set(), timer: null, at: now() };
    beats.set(everyMs, beat);
    return beat;
  };
  return {
    every(everyMs, ear) {
      const beat = beatOf(everyMs);
      beat.ears.add(ear);
      beat.at = now();
      beat.timer ??= setInterval(() => {
        beat.at = now();
        for (const each of beat.ears) each();
      }, everyMs);
      return () => {
        beat.ears.delete(ear);
        if (beat.ears.size > 0 || beat.timer === null) return;
        clearInterval(beat.timer);
        beat.timer = null;
      };
    },
    now: (everyMs) => beatOf(everyMs).at,
  };
}
