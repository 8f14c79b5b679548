// The rows of the list: page after page as far as the user goes, and all of them again when something has changed.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunFilter, RunPage, RunSort } from '../../../shared/domain/history.ts';
import type { Client } from '../../ipc/client.ts';
import { useClient, useFailureText, useSlice } from '../../state/window-parts.tsx';

export type RunRow = RunPage['runs'][number];
export type RunList = { rows: RunRow[]; next: string | null; total: number | null };

const PAGE = 100;
const MOST_AT_ONCE = 500;

/** Reads from the start until `wanted` rows are there, so that a list that is read anew keeps its length. */
export async function readRows(
  ask: Client['ask'],
  filter: RunFilter,
  sort: RunSort,
  wanted: number,
): Promise<RunList> {
  let list: RunList = { rows: [], next: null, total: null };
  do {
    const limit = Math.min(MOST_AT_ONCE, wanted - list.rows.length);
    const page: RunPage = await ask('runs.list', { filter, sort, cursor: list.next, limit });
    list = { rows: [...list.rows, ...page.runs], next: page.next, total: page.total };
  } while (list.next !== null && list.rows.length < wanted);
  return list;
}

/** `filterAt` gives the filter as of now: a span such as the last 24 hours moves with the clock. */
export function useRunList(filterAt: () => RunFilter, sort: RunSort, atFirst: number) {
  const client = useClient();
  const failureText = useFailureText();
  const { changes } = useSlice('history');
  const [list, setList] = useState<RunList | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef<{ list: RunList | null; filter: RunFilter | null; reading: symbol | null }>({
    list: null,
    filter: null,
    reading: null,
  });
  const asked = useRef(filterAt);

  const read = useCallback(
    async (how: (filter: RunFilter) => Promise<RunList>, filter: RunFilter): Promise<void> => {
      const mine = Symbol('reading');
      newest.current.reading = mine;
      try {
        const read = await how(filter);
        if (newest.current.reading !== mine) return;
        newest.current = { list: read, filter, reading: null };
        setList(read);
        setProblem(null);
      } catch (error) {
        const text = await failureText(error);
        if (newest.current.reading !== mine) return;
        newest.current.reading = null;
        setProblem(text);
      }
    },
    [failureText],
  );

  const again = useCallback(
    (): Promise<void> =>
      read((filter) => {
        const sameList = asked.current === filterAt;
        asked.current = filterAt;
        const kept = sameList ? (newest.current.list?.rows.length ?? 0) : 0;
        return readRows(client.ask, filter, sort, Math.max(PAGE, kept, newest.current.list === null ? atFirst : 0));
      }, filterAt()),
    [client, read, filterAt, sort, atFirst],
  );

  useEffect(() => {
    void again();
  }, [again, changes]);

  const more = useCallback((): void => {
    const { list: known, filter, reading } = newest.current;
    if (reading !== null || !known || known.next === null || !filter) return;
    void read(async () => {
      const page = await client.ask('runs.list', { filter, sort, cursor: known.next, limit: PAGE });
      return { rows: [...known.rows, ...page.runs], next: page.next, total: page.total };
    }, filter);
  }, [client, read, sort]);

  return { list, problem, more, again };
}
