// Remembers what `overdue.ts` has worked out: enumerating a schedule costs milliseconds, and every strategy is asked
// about with every tick. Without effects beside its own memory.
import type { TimedStrategy } from '../../shared/domain/strategy/timing.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { BlackoutCalendar } from '../../shared/schedule/schedule.ts';
import { deadline, gapsFrom, nextStart, referenceOf, widestGap, type Expectation } from './overdue.ts';

/** The gaps of a schedule hardly change as time goes on, but a dated blackout may come within the horizon. */
const KEEP_GAP = 30 * 86_400_000;

export type Overdue = {
  strategy: TimedStrategy;
  target: Target;
  /** The blackouts of the settings. */
  everyone: BlackoutCalendar | null;
  since: number;
  lastGood: number | null;
};

type Kept = {
  plan: string;
  reference: number;
  next: number | null;
  /** Worked out when the next start has come and no good run with it; `from` is where its enumeration began. */
  gap: { from: number; ms: number | null } | null;
};

export function createOverdueMemory() {
  const kept = new Map<string, Kept>();
  let everyone: { calendar: BlackoutCalendar | null; text: string } = { calendar: null, text: 'null' };

  /** What the answer depends on, beside the last good run. */
  function planKey({ strategy, target, everyone: calendar }: Overdue): string {
    if (everyone.calendar !== calendar) everyone = { calendar, text: JSON.stringify(calendar) };
    return `${strategy.version}/${target.id}/${target.revision}/${everyone.text}`;
  }

  function entryOf(asked: Overdue, expected: Expectation): Kept {
    const { id } = asked.strategy;
    const plan = planKey(asked);
    const reference = referenceOf(expected);
    const known = kept.get(id);
    if (known?.plan === plan && known.reference === reference) return known;
    const gap = known?.plan === plan ? known.gap : null;
    const entry: Kept = { plan, reference, next: nextStart(expected, reference), gap };
    kept.set(id, entry);
    return entry;
  }

  return {
    /**
     * Since when a good run of the strategy is overdue; `null`: it is not. One that is disabled, or whose database is,
     * never is.
     */
    overdueSince(asked: Overdue, now: number): number | null {
      const expected = expectationOf(asked);
      if (expected === null) return null;
      const entry = entryOf(asked, expected);
      // Before its next start nothing is overdue, whatever the gap.
      if (entry.next === null || now < entry.next) return null;
      const from = gapsFrom(expected);
      if (entry.gap === null || Math.abs(from - entry.gap.from) > KEEP_GAP) {
        entry.gap = { from, ms: widestGap(expected, from) };
      }
      const at = deadline(entry.reference, entry.next, entry.gap.ms);
      return at !== null && at <= now ? at : null;
    },

    /** Forgets strategies that are not among `strategyIds` any more. */
    keepOnly(strategyIds: ReadonlySet<string>): void {
      for (const id of kept.keys()) if (!strategyIds.has(id)) kept.delete(id);
    },
  };
}

/** What is expected of a strategy; `null` when nothing is. */
export function expectationOf({ strategy, target, everyone, since, lastGood }: Overdue): Expectation | null {
  const { schedule, missed } = strategy.spec;
  if (schedule === null || !strategy.enabled || !target.enabled) return null;
  const blackouts = [target.spec.blackouts, everyone].filter((calendar) => calendar !== null);
  return { schedule, missed, blackouts, since, lastGood };
}
