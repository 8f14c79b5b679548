// What the stand-in of main tells a simulation: five weeks of good runs, of which the strategies are the shown ones.
import type { Strategy } from '../../shared/domain/strategy.ts';
import { occurrencesBetween } from '../../shared/schedule/occurrences.ts';
import { deriveFigures, observedIn } from '../../shared/simulation/derive-figures.ts';
import type { SimulationFacts } from '../../shared/simulation/facts.ts';
import { placeOf, RECOVERY_AREA } from '../../shared/simulation/place.ts';
import { replay, type PastRun } from '../../shared/simulation/replay.ts';

const GB = 1024 ** 3;
const DAY = 86_400_000;
const HOUR = 3_600_000;

export function fakeSimulationFacts(strategies: readonly Strategy[], now: number): SimulationFacts {
  const runs = strategies.flatMap(pastRuns(now)).sort((a, b) => a.startedAt - b.startedAt);
  const configuredRetention = { kind: 'window' as const, days: 14 };
  const figures = deriveFigures(runs, { databaseBytes: 420 * GB, keepsRedo: true, configuredRetention });
  const { backups, logsOnDisk, ...start } = replay(runs, figures, now);
  return {
    now,
    start: { ...start, backups: [...backups], logsOnDisk: [...logsOnDisk] },
    figures,
    observed: observedIn(runs),
    rooms: [...new Set([...strategies.map(({ spec }) => placeOf(spec)), RECOVERY_AREA])].map((place) =>
      place === RECOVERY_AREA
        ? { place, freeBytes: 29 * GB, source: 'database' as const }
        : { place, freeBytes: 900 * GB, source: 'seen' as const },
    ),
    skipped: [],
    pastRuns: { count: runs.length, oldest: runs[0]?.startedAt ?? null, cut: false },
  };
}

const pastRuns = (now: number) => ({ id, enabled, spec }: Strategy): PastRun[] => {
  if (!enabled || spec.schedule === null) return [];
  const level1 = spec.scope.kind === 'database' && spec.scope.mode.startsWith('level-1');
  const bytes = spec.scope.kind === 'database' ? (level1 ? 9 : 118) * GB : 2 * GB;
  return occurrencesBetween(spec.schedule, now - 35 * DAY, now).map(({ at }) => ({
    strategyId: id, spec, startedAt: at, endedAt: at + (level1 ? 1 : 2) * HOUR, bytes, nothingToDo: false,
  }));
};
