// How every strategy stands with the scheduler: its next instant, what is open, since when it is overdue. Reads only,
// so any process can ask.
import type { Clock } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Occurrence, OccurrenceState, Standing } from '../../shared/domain/occurrence.ts';
import { nextInstant } from './instants.ts';
import { createOverdueMemory } from './overdue-memory.ts';
import { byStrategy, effectiveSchedule, takenInstants } from './plans.ts';

type Next = { key: string; from: number; at: number | null };

/** What says most about an open occurrence comes last. */
const WEIGHT: readonly OccurrenceState[] = ['waiting', 'queued', 'running'];

export function createStandings({ store, clock }: { store: Store; clock: Pick<Clock, 'now'> }) {
  const overdue = createOverdueMemory();
  const nexts = new Map<string, Next>();

  return async (): Promise<Standing[]> => {
    const now = clock.now();
    const [plans, targets, settings, last, due] = await Promise.all([
      store.occurrences.plans(now),
      store.targets.list(),
      store.settings.load(),
      store.runs.lastPerStrategy(),
      store.occurrences.due(now),
    ]);
    const covered = plans.filter(({ isCovered }) => isCovered).map(({ strategy }) => strategy.id);
    const rowsAhead = byStrategy(await store.occurrences.ahead(now, covered));
    const targetOf = new Map(targets.map((target) => [target.id, target]));
    const open = openByStrategy(due);
    overdue.keepOnly(new Set(plans.map(({ strategy }) => strategy.id)));
    return plans.flatMap(({ strategy, cursor, isCovered, next }) => {
      const target = targetOf.get(strategy.targetId);
      const strategyOpen = open.get(strategy.id) ?? null;
      if (!target || (strategy.spec.schedule === null && !strategyOpen)) return [];
      const begun = cursor?.since;
      const asked = {
        strategy,
        target,
        everyone: settings.blackouts,
        since: begun ?? now,
        lastGood: last[strategy.id]?.good?.endedAt ?? null,
      };
      const taken = takenInstants(rowsAhead.get(strategy.id) ?? []);
      const key = `${strategy.version}/${strategy.enabled}/${target.id}/${target.revision}/${[...taken].join()}`;
      const find = (): number | null => nextInstant(effectiveSchedule(strategy, target), now, taken);
      return {
        strategyId: strategy.id,
        next: isCovered ? next : nextOf(strategy.id, key, now, find),
        open: strategyOpen,
        overdueSince: begun === undefined ? null : overdue.overdueSince(asked, now),
      };
    });
  };

  /** Enumerating a schedule costs more than everything else here: the instant stands until it has come. */
  function nextOf(strategyId: string, key: string, now: number, find: () => number | null): number | null {
    const known = nexts.get(strategyId);
    if (known?.key === key && now >= known.from && (known.at === null || now < known.at)) return known.at;
    const at = find();
    nexts.set(strategyId, { key, from: now, at });
    return at;
  }
}

/** Of several the one that is farthest, then the newest. */
function openByStrategy(due: readonly Occurrence[]): Map<string, Occurrence> {
  const open = new Map<string, Occurrence>();
  for (const row of due) {
    const other = open.get(row.strategyId);
    if (row.state === 'planned') continue;
    if (!other || WEIGHT.indexOf(row.state) >= WEIGHT.indexOf(other.state)) open.set(row.strategyId, row);
  }
  return open;
}
