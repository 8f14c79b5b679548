// What the user does to the queue: putting waiting runs in another order, and clearing it. Which of them may start is
// lanes.ts's.
import type { Store } from '../app/store-port.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { inQueueOrder, movedBefore } from '../../shared/domain/lanes.ts';

export type QueueTools = {
  store: Store;
  /** Takes a run out of the queue; `false`: it is not in it any more. */
  withdraw(runId: string): Promise<boolean>;
  /** Tells that the order is another one. */
  moved(): void;
};

export type Queue = {
  /**
   * Puts a waiting run before another one, or last (`null`). From then on every run that waits now keeps its place.
   * @throws AppError `run.missing`, `run.not-waiting` when either of them does not wait (any more)
   */
  move(runId: string, before: string | null): Promise<void>;
  /** Takes every waiting run out of the queue and says how many those were. */
  clear(): Promise<{ count: number }>;
};

export function createQueue({ store, withdraw, moved }: QueueTools): Queue {
  let ordering: Promise<unknown> = Promise.resolve();

  const waiting = async (): Promise<string[]> => inQueueOrder(await store.runs.active()).map(({ run }) => run.id);

  async function reorder(runId: string, before: string | null): Promise<void> {
    const queue = await waiting();
    for (const id of before === null ? [runId] : [runId, before]) {
      if (queue.includes(id)) continue;
      throw new AppError((await store.runs.get(id)) ? 'run.not-waiting' : 'run.missing');
    }
    await store.runs.order(movedBefore(queue, runId, before));
    moved();
  }

  return {
    /** One after the other: the second of two quick moves must see the first. */
    move(runId, before) {
      const mine = ordering.then(() => reorder(runId, before));
      ordering = mine.catch(() => {});
      return mine;
    },
    async clear() {
      let count = 0;
      // From the end: what leaves must not give way to one that is about to leave.
      for (const id of (await waiting()).reverse()) if (await withdraw(id)) count += 1;
      return { count };
    },
  };
}
