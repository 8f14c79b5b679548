// The order of the queue as the user has just arranged it, until main says how it really is.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ActiveRun } from '../../../shared/domain/run.ts';
import { useAction, useClient, useSlice } from '../../state/window-parts.tsx';
import { movedBefore } from '../../../shared/domain/lanes.ts';
import { inOrder } from './queue-moves.ts';

const idOf = ({ run }: ActiveRun): string => run.id;

/** `waiting` may be a part of the queue, when filters hide the rest; `ids` is all of it. */
export function useQueueOrder(waiting: readonly ActiveRun[]) {
  const client = useClient();
  const activity = useSlice('activity');
  const { run } = useAction();
  const [arranged, setArranged] = useState<readonly string[] | null>(null);
  const queue = useMemo(() => activity.filter((one) => one.run.state === 'queued').map(idOf), [activity]);
  const order = queue.join(' ');
  // Whatever main says about the order holds, and corrects what was shown ahead of it.
  useEffect(() => setArranged(null), [order]);
  const ids = useMemo(() => (arranged === null ? queue : inOrder(queue, arranged, (id) => id)), [arranged, queue]);
  const shown = useMemo(() => inOrder(waiting, ids, idOf), [waiting, ids]);

  const put = useCallback(
    async (id: string, before: string | null): Promise<void> => {
      setArranged(movedBefore(ids, id, before));
      const moved = await run(() => client.ask('queue.move', { runId: id, before }).then(() => true));
      if (!moved) setArranged(null);
    },
    [client, run, ids],
  );
  return { shown, ids, put };
}
