// What a stretch of the calendar shows: rows of the ledger, instants that are still to come, blackouts. Reads only.
import type { Store } from '../app/store-port.ts';
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { blackoutWindows } from '../../shared/schedule/blackout-windows.ts';
import { occurrences } from '../../shared/schedule/occurrences.ts';
import { effectiveSchedule, newRow } from './plans.ts';

/** Entries and windows that are shown at most. */
export const MOST_ENTRIES = 5000;
const MOST_WINDOWS = 1000;

export type CalendarStretch = {
  /** By instant. Those that are only computed have an id of this answer alone. */
  occurrences: Occurrence[];
  /** `targetId` null: for every database. */
  blackouts: { from: number; until: number; targetId: string | null }[];
  /** There is more: the entries end with the last one that is complete. */
  cut: boolean;
};

type Asked = { from: number; until: number; strategyId: string | null };
type Owner = { strategy: Strategy; target: Target };

export async function readCalendar(asked: Asked, now: number, store: Store): Promise<CalendarStretch> {
  const { from, until, strategyId } = asked;
  const [rows, strategies, targets, settings] = await Promise.all([
    store.occurrences.between(from, until, strategyId, MOST_ENTRIES + 1),
    store.strategies.list(),
    store.targets.list(),
    store.settings.load(),
  ]);
  const owners = strategies.flatMap((strategy): Owner[] => {
    const target = targets.find(({ id }) => id === strategy.targetId);
    return target && (strategyId === null || strategy.id === strategyId) ? [{ strategy, target }] : [];
  });
  const known = new Set(rows.map((row) => `${row.strategyId} ${row.instant}`));
  const isNew = (row: Occurrence): boolean => !known.has(`${row.strategyId} ${row.instant}`);
  const entries = [...rows, ...owners.flatMap((owner) => planned(owner, asked, now).filter(isNew))];
  entries.sort((a, b) => a.instant - b.instant || (a.strategyId < b.strategyId ? -1 : 1));
  return {
    occurrences: entries.slice(0, MOST_ENTRIES),
    blackouts: windows(asked, strategyId === null ? targets : owners.map(({ target }) => target), owners, settings),
    cut: entries.length > MOST_ENTRIES,
  };
}

/** Instants to come, none of which has to have a row. */
function planned(owner: Owner, { from, until }: Asked, now: number): Occurrence[] {
  const schedule = effectiveSchedule(owner.strategy, owner.target);
  const found: Occurrence[] = [];
  if (schedule === null || until <= now) return found;
  for (const { at } of occurrences(schedule, Math.max(now, from - 1))) {
    if (at >= until || found.length > MOST_ENTRIES) break;
    found.push(newRow(owner, at, now));
  }
  return found;
}

function windows(
  { from, until, strategyId }: Asked,
  targets: readonly Target[],
  owners: readonly Owner[],
  settings: Settings,
): CalendarStretch['blackouts'] {
  // A strategy's own windows concern nobody who looks at all of them.
  const own = strategyId === null ? [] : owners;
  const calendars = [
    { calendar: settings.blackouts, targetId: null },
    ...targets.map(({ id, spec }) => ({ calendar: spec.blackouts, targetId: id })),
    ...own.map(({ strategy: { spec }, target }) => ({
      calendar: spec.schedule && { zone: spec.schedule.zone, windows: spec.schedule.blackouts },
      targetId: target.id,
    })),
  ];
  const found = calendars.flatMap(({ calendar, targetId }) =>
    calendar ? blackoutWindows(calendar, from, until).map((window) => ({ ...window, targetId })) : [],
  );
  return found.sort((a, b) => a.from - b.from).slice(0, MOST_WINDOWS);
}
