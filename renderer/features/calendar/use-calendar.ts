// What lies in the shown stretch of the calendar, asked anew whenever the ledger or a schedule changes.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Occurrence } from '../../../shared/domain/occurrence.ts';
import { useClient, useFailureText, useSlice } from '../../state/window-parts.tsx';
import type { Window } from './day-summary.ts';

export type Stretch = { from: number; until: number; strategyId: string | null };

export type CalendarContent = {
  /** The stretch that the entries belong to; an answer for another one is not shown. */
  of: Stretch;
  occurrences: readonly Occurrence[];
  blackouts: readonly Window[];
  cut: boolean;
};

/** `content` is `null` until the first answer, and stays while the same stretch is read again. */
export function useCalendar({ from, until, strategyId }: Stretch) {
  const client = useClient();
  const failureText = useFailureText();
  const schedule = useSlice('schedule');
  const settings = useSlice('settings');
  const strategies = useSlice('strategies');
  const targets = useSlice('targets');
  const { changes } = useSlice('history');
  const [content, setContent] = useState<CalendarContent | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef<symbol | null>(null);

  const read = useCallback(async (): Promise<void> => {
    const mine = Symbol('reading');
    newest.current = mine;
    const of = { from, until, strategyId };
    try {
      const answer = await client.ask('schedule.between', of);
      if (newest.current !== mine) return;
      setContent({ of, ...answer });
      setProblem(null);
    } catch (error) {
      const text = await failureText(error);
      if (newest.current === mine) setProblem(text);
    }
  }, [client, failureText, from, until, strategyId]);

  useEffect(() => {
    void read();
  }, [read, schedule, settings, strategies, targets, changes]);

  const of = content?.of;
  const fits = of?.from === from && of.until === until && of.strategyId === strategyId;
  return { content: fits ? content : null, problem, again: read };
}
