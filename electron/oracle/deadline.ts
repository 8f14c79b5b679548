// Stops waiting for what takes too long. What it waited for may still end; nobody hears of that.
import type { Clock } from '../app/ports.ts';

/** What `work` comes to, or the error of `late`, whichever is first. */
export async function within<T>(
  work: Promise<T>,
  ms: number,
  clock: Pick<Clock, 'after'>,
  late: () => Error,
): Promise<T> {
  let cancel = (): void => {};
  const deadline = new Promise<never>((_, refuse) => {
    cancel = clock.after(ms, () => refuse(late()));
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    cancel();
  }
}
