// The strips of all strategies, asked for once and again when runs end, the ledger has changed or a day begins.
import { useEffect, useMemo, useState } from 'react';
import type { OccurrenceState } from '../../shared/domain/occurrence-state.ts';
import { useClient, useNow, useSlice } from '../state/window-parts.tsx';
import { stripMidnights } from './strip-days.ts';

export type Strips = {
  /** Midnights around the days: one more than there are days. */
  days: readonly number[];
  /** The worst of each day; `null` until main has answered. */
  of(strategyId: string): readonly (OccurrenceState | null)[] | null;
};

export function useStrips(): Strips {
  const client = useClient();
  const now = useNow(300_000);
  const { changes } = useSlice('history');
  // What is skipped or missed ends no run; how strategies stand is told with it.
  const schedule = useSlice('schedule');
  const today = new Date(now).setHours(0, 0, 0, 0);
  const days = useMemo(() => stripMidnights(today), [today]);
  const [found, setFound] = useState<ReadonlyMap<string, readonly (OccurrenceState | null)[]> | null>(null);
  useEffect(() => {
    let left = false;
    client.ask('schedule.strips', { days }).then(
      (strips) => left || setFound(new Map(strips.map((strip) => [strip.strategyId, strip.days]))),
      // Without an answer the lists stand as they are; the next change asks again.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [client, days, changes, schedule, now]);
  return useMemo(() => {
    // Main tells of strategies to which something has happened.
    const nothing = days.slice(1).map(() => null);
    return { days, of: (strategyId) => (found === null ? null : (found.get(strategyId) ?? nothing)) };
  }, [days, found]);
}
