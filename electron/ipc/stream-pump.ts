// Moves the chunks of one stream no faster than its window paints them;
// knows neither Electron nor what the chunks hold.
import type { StreamFrame } from '../../shared/ipc/wire.ts';

/** Chunks that may be under way before the window has painted the first: one being painted, one waiting. */
export const INITIAL_CREDIT = 2;

/**
 * Sends `chunks` as frames while there is credit, then the end or the error (as `report` tells it). Nothing is read
 * ahead of the credit: a slow window costs no memory.
 */
export function pumpStream(
  chunks: AsyncIterable<unknown>,
  send: (frame: StreamFrame) => void,
  report: (error: unknown) => unknown,
  signal: AbortSignal,
) {
  let credit = INITIAL_CREDIT;
  let wake: (() => void) | null = null;

  const enough = async (): Promise<void> => {
    while (credit <= 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
  };
  signal.addEventListener('abort', () => wake?.(), { once: true });

  const finished = (async () => {
    try {
      await enough();
      for await (const chunk of chunks) {
        if (signal.aborted) return;
        send({ chunk });
        credit -= 1;
        await enough();
      }
      if (!signal.aborted) send({ end: true });
    } catch (error) {
      if (!signal.aborted) send({ error: report(error) });
    }
  })();

  return {
    /** The window has painted `chunks` more. */
    credit(chunks: number): void {
      if (!Number.isFinite(chunks) || chunks <= 0) return;
      credit = Math.min(INITIAL_CREDIT, credit + Math.floor(chunks));
      wake?.();
    },
    finished,
  };
}
