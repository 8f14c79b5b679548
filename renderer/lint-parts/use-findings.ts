// The findings about the strategies of one database, where they are shown: judged in the window, from its own state
// and what main knows of the database.
import { useDeferredValue, useMemo } from 'react';
import type { Target } from '../../shared/domain/target.ts';
import type { Finding } from '../../shared/lint/finding.ts';
import { factsOfTarget, NO_FACTS, type TargetFacts } from '../../shared/lint/facts.ts';
import { lint, type LintedStrategy } from '../../shared/lint/lint.ts';
import { roadsOf } from '../../shared/lint/roads.ts';
import { useAnswer } from '../state/answer.ts';
import { useClient, useNow, useSlice } from '../state/window-parts.tsx';

/** Schedules are read from the beginning of this hour, so that findings do not change while somebody reads them. */
const useHour = (): number => {
  const now = useNow(60_000);
  return now - (now % 3_600_000);
};

/** What is known of a database; at first what its description says. `null`: no database is chosen yet. */
export function useTargetFacts(target: Pick<Target, 'id' | 'spec'> | null): TargetFacts {
  const client = useClient();
  const id = target?.id ?? null;
  const { answer } = useAnswer(async () => (id === null ? null : { id, facts: await client.ask('lint.facts', { targetId: id }) }), id);
  return useMemo(() => {
    if (target === null) return NO_FACTS;
    // An answer about the database that was chosen before says nothing of this one.
    return answer?.id === target.id ? answer.facts : factsOfTarget(target.spec);
  }, [answer, target]);
}

/** `edited`: the strategy in a form, in place of the saved one of its id. Renewed after the keystroke is on screen. */
export function useFindings(targetId: string, facts: TargetFacts, edited: LintedStrategy | null): Finding[] {
  const all = useSlice('strategies');
  const settings = useSlice('settings');
  const now = useHour();
  const typed = useDeferredValue(edited);
  return useMemo(() => {
    const saved = all.filter((one) => one.targetId === targetId && one.id !== typed?.id);
    const strategies = typed === null ? saved : [typed, ...saved];
    return lint({ facts, strategies, roads: roadsOf(settings), now });
  }, [all, targetId, facts, typed, settings, now]);
}
