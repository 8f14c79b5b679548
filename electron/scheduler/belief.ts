// Whether the ledger may be believed about what comes next. It says what the rules of the zone were when it was
// written, and an update of the runtime brings others. So each instant is worked out once more, some with every look
// and the nearest first: enumerating thousands of schedules at once would hold up the start.
import type { SchedulePlan } from '../app/store-port.ts';
import { nextInstant } from './instants.ts';
import type { Plan } from './plans.ts';

/** Worked out with one look. */
const AT_ONCE = 500;

export function createBelief() {
  /** Instants that were worked out, by strategy. */
  let checked = new Map<string, number>();
  let unchecked: string[] = [];
  let mistaken = false;

  return {
    /** The strategies of which the ledger is believed. */
    of(read: readonly SchedulePlan[]): ReadonlySet<string> {
      if (mistaken) return new Set();
      const believed = read.filter(({ isCovered }) => isCovered);
      const planned = believed.flatMap(({ strategy: { id }, next }) => (next === null ? [] : { id, next }));
      const known = planned.filter(({ id, next }) => checked.get(id) === next);
      checked = new Map(known.map(({ id, next }) => [id, next]));
      unchecked = planned
        .filter(({ id }) => !checked.has(id))
        .sort((a, b) => a.next - b.next)
        .map(({ id }) => id);
      return new Set(believed.map(({ strategy }) => strategy.id));
    },

    /** Works some out. True when one is another than the ledger says: from then on none is believed. */
    isMistaken(plans: ReadonlyMap<string, Plan>): boolean {
      if (mistaken) return false;
      for (const id of unchecked.splice(0, AT_ONCE)) {
        const plan = plans.get(id);
        if (!plan || plan.next === null || plan.cursor === null) continue;
        mistaken ||= nextInstant(plan.schedule, plan.cursor.coveredUntil, plan.taken) !== plan.next;
        checked.set(id, plan.next);
      }
      return mistaken;
    },
  };
}
