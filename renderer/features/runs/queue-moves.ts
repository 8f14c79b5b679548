// Where a waiting run goes when the user moves it: the queue after it, and what main is asked. Pure.

export type QueueMove = 'first' | 'up' | 'down' | 'last';

/**
 * The run to stand before after the move, `null` to be the last; `undefined` when the run is already there or is not
 * in the queue any more.
 */
export function placeAfter(queue: readonly string[], id: string, move: QueueMove): string | null | undefined {
  const at = queue.indexOf(id);
  const last = queue.length - 1;
  if (at < 0 || at === (move === 'first' || move === 'up' ? 0 : last)) return undefined;
  if (move === 'first') return queue[0];
  if (move === 'last') return null;
  return move === 'up' ? queue[at - 1] : (queue[at + 2] ?? null);
}

/** `entries` as `order` has them; those it does not know keep their place behind the others. */
export function inOrder<Entry>(
  entries: readonly Entry[],
  order: readonly string[],
  idOf: (entry: Entry) => string,
): Entry[] {
  const place = (entry: Entry): number => {
    const at = order.indexOf(idOf(entry));
    return at < 0 ? order.length : at;
  };
  return entries.toSorted((a, b) => place(a) - place(b));
}
