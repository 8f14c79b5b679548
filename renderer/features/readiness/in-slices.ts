// Work that may take longer than a frame, done a slice at a time: a generator is walked until the slice is over, and
// goes on after the next paint. No thread: its data would have to be copied there and back for every click.
import { useEffect, useState } from 'react';

/** Leaves the greater part of a frame of 16 ms to drawing and input. */
const SLICE_MS = 6;

/**
 * What the generator returned; `null` until it has. While it is walked anew an older result stays.
 * @param begin makes the generator; called again whenever it is another function
 */
export function useInSlices<Result>(
  begin: (() => Generator<unknown, Result>) | null,
): { result: Result | null; busy: boolean } {
  const [done, setDone] = useState<{ of: typeof begin; result: Result } | null>(null);
  useEffect(() => {
    if (begin === null) return;
    const walk = begin();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slice = (): void => {
      const end = performance.now() + SLICE_MS;
      let step = walk.next();
      while (!step.done && performance.now() < end) step = walk.next();
      if (step.done) setDone({ of: begin, result: step.value });
      else timer = setTimeout(slice, 0);
    };
    timer = setTimeout(slice, 0);
    return () => clearTimeout(timer);
  }, [begin]);
  return { result: begin === null ? null : (done?.result ?? null), busy: begin !== null && done?.of !== begin };
}

/** Walks a generator of values to its end, a value at a step, and returns them all. */
export function* collected<Value>(values: Iterable<Value>): Generator<null, Value[]> {
  const all: Value[] = [];
  for (const value of values) {
    all.push(value);
    yield null;
  }
  return all;
}
