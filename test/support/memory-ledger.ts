// The ledger of the store in memory, as strict as the tables: unique instants, compare-and-set, legal moves only.
import type {
  OccurrenceChange, OccurrenceStart, ScheduleCursor, SchedulePlan, Store, StoredRun,
} from '../../electron/app/store-port.ts';
import { isSettled, mayBecome, type Occurrence, type OccurrenceState } from '../../shared/domain/occurrence.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';

type Direct<Methods> = {
  [Name in keyof Methods]: Methods[Name] extends (...values: infer In) => Promise<infer Out>
    ? (...values: In) => Out
    : never;
};

export type MemoryLedger = Direct<Store['occurrences']> & {
  all(): Occurrence[];
  announced(ids: readonly string[]): void;
  told(strategyId: string, at: number | null): void;
};

const fromHarmless: readonly OccurrenceState[] = [
  'planned', 'skipped', 'succeeded', 'waiting', 'queued', 'running', 'warning', 'cancelled', 'missed', 'interrupted', 'failed',
];

export function memoryLedger(ground: {
  hasStrategy(id: string): boolean;
  /** Every strategy with its target, where that is there. */
  schedules(): { strategy: Strategy; target: Target }[];
  insertRun(run: StoredRun): void;
}): MemoryLedger {
  const rows = new Map<string, Occurrence>();
  const instants = new Map<string, string>();
  const cursors = new Map<string, ScheduleCursor>();
  const quiet = new Set<string>();

  const key = (strategyId: string, instant: number): string => `${strategyId} ${instant}`;
  const sorted = (fits: (row: Occurrence) => boolean): Occurrence[] =>
    structuredClone(
      [...rows.values()]
        .filter(fits)
        .sort((a, b) => a.instant - b.instant || (a.strategyId < b.strategyId ? -1 : 1)),
    );
  const isOpen = (row: Occurrence): boolean => !isSettled(row.state);

  function insert(row: Occurrence): boolean {
    if (instants.has(key(row.strategyId, row.instant))) return false;
    rows.set(row.id, { ...row });
    instants.set(key(row.strategyId, row.instant), row.id);
    return true;
  }

  function remove(row: Occurrence): void {
    rows.delete(row.id);
    instants.delete(key(row.strategyId, row.instant));
  }

  function planOf(strategy: Strategy, target: Target, now: number): SchedulePlan {
    const cursor = cursors.get(strategy.id) ?? null;
    const ahead = sorted((row) => row.strategyId === strategy.id && row.instant > now);
    const schedule = strategy.enabled && target.enabled ? strategy.spec.schedule : null;
    const follows =
      cursor !== null && cursor.coveredUntil <= now && JSON.stringify(cursor.schedule) === JSON.stringify(schedule);
    const [row] = ahead;
    const isPlanned =
      row?.state === 'planned' && row.targetId === target.id && row.strategyName === strategy.spec.name &&
      row.targetName === target.spec.name;
    const isCovered = follows && (schedule === null ? ahead.length === 0 : ahead.length === 1 && isPlanned);
    return { strategy, cursor: structuredClone(cursor), isCovered, next: isCovered ? (row?.instant ?? null) : null };
  }

  return {
    cover(moved, fresh) {
      for (const row of fresh) if (insert(row) && isSettled(row.state)) quiet.add(row.id);
      for (const cursor of moved) {
        if (!ground.hasStrategy(cursor.strategyId)) continue;
        const known = cursors.get(cursor.strategyId);
        const overdueToldAt = known?.since === cursor.since ? known.overdueToldAt : null;
        cursors.set(cursor.strategyId, { ...cursor, overdueToldAt });
      }
    },
    cursors: () => structuredClone([...cursors.values()].filter(({ strategyId }) => ground.hasStrategy(strategyId))),
    get: (id) => structuredClone(rows.get(id) ?? null),
    at: (strategyId, instant) => structuredClone(rows.get(instants.get(key(strategyId, instant)) ?? '') ?? null),
    open: () => sorted(isOpen),
    due: (now) => sorted((row) => isOpen(row) && (row.state !== 'planned' || row.instant <= now)),
    ahead: (now, except = []) => sorted((row) => row.instant > now && !except.includes(row.strategyId)),
    plans: (now) => ground.schedules().map(({ strategy, target }) => planOf(strategy, target, now)),
    between: (from, until, strategyId, limit) =>
      sorted(
        (row) => row.instant >= from && row.instant < until && (strategyId === null || row.strategyId === strategyId),
      ).slice(0, limit),
    strips(bounds) {
      const ids = [...new Set([...rows.values()].map(({ strategyId }) => strategyId))].sort();
      const strip = (id: string): (OccurrenceState | null)[] =>
        bounds.slice(1).map((until, day) => {
          const states = [...rows.values()]
            .filter((row) => row.strategyId === id && row.instant >= (bounds[day] ?? 0) && row.instant < until)
            .map(({ state }) => fromHarmless.indexOf(state));
          return states.length === 0 ? null : (fromHarmless[Math.max(...states)] ?? null);
        });
      return ids
        .map((strategyId) => ({ strategyId, days: strip(strategyId) }))
        .filter(({ days }) => days.some((day) => day !== null));
    },
    move(id: string, from: OccurrenceState, to: OccurrenceState, at: number, change: OccurrenceChange) {
      if (!mayBecome(from, to)) throw new Error(`illegal move ${from} → ${to}`);
      const row = rows.get(id);
      if (!row || row.state !== from) return false;
      Object.assign(row, { state: to, updatedAt: at }, change);
      return true;
    },
    begin: (starts: OccurrenceStart[]) =>
      starts.map(({ occurrence, from, run }) => {
        const { id, trigger, queuedAt } = run.run;
        const begun = { state: 'queued' as const, reason: null, runId: id, trigger, updatedAt: queuedAt };
        const row = rows.get(occurrence.id);
        if (from === null) {
          if (!insert({ ...occurrence, ...begun, attempts: 1 })) return false;
        } else {
          if (!row || row.state !== from) return false;
          Object.assign(row, begun, { attempts: row.attempts + 1 });
        }
        ground.insertRun(run);
        return true;
      }),
    withdraw(ids) {
      for (const id of ids) {
        const row = rows.get(id);
        if (row?.state === 'planned') remove(row);
      }
    },
    rewind(strategyId, now) {
      const from = Math.max(now, cursors.get(strategyId)?.since ?? Infinity);
      for (const row of [...rows.values()]) {
        if (row.strategyId !== strategyId || row.instant <= from) continue;
        const taken = row.state === 'planned' || row.state === 'missed';
        if (taken || (row.state === 'waiting' && row.attempts === 0)) remove(row);
      }
      const cursor = cursors.get(strategyId);
      if (cursor) cursor.coveredUntil = Math.min(cursor.coveredUntil, now);
    },
    unannounced: (limit) => sorted((row) => isSettled(row.state) && !quiet.has(row.id)).slice(0, limit),
    all: () => sorted(() => true),
    announced: (ids) => ids.forEach((id) => quiet.add(id)),
    told(strategyId, at) {
      const cursor = cursors.get(strategyId);
      if (cursor) cursor.overdueToldAt = at;
    },
  };
}
