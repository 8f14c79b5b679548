// Gathers what a simulation of one database begins with: its good runs, what it says of itself, the room there is.
// Decides nothing about backups, and changes nothing anywhere.
import type { Clock } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Panel, PanelName } from '../../shared/domain/catalogue/catalogue.ts';
import { everyRun } from '../../shared/domain/history.ts';
import type { Run } from '../../shared/domain/run.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { deriveFigures, observedIn } from '../../shared/simulation/derive-figures.ts';
import type { SimulationFacts } from '../../shared/simulation/facts.ts';
import { placeOf, RECOVERY_AREA, TAPE, type Place } from '../../shared/simulation/place.ts';
import { replay, type PastRun } from '../../shared/simulation/replay.ts';
import { freeRoomIn } from './free-room.ts';
import { testimonyOf } from './testimony.ts';

export type FactSources = {
  store: Pick<Store, 'targets' | 'strategies' | 'runs' | 'occurrences'>;
  clock: Pick<Clock, 'now'>;
  /** What the database says; asked only where it has a SQL connection. */
  panel(targetId: string, name: PanelName): Promise<Panel>;
};

/** Farther back lies nothing that a usual retention keeps; a year, for the yearly one. */
const LOOK_BACK_MS = 400 * 86_400_000;
const PAGE = 500;
const MOST_RUNS = 20_000;

/** @throws AppError `target.missing` */
export async function gatherFacts(targetId: string, { store, clock, panel }: FactSources): Promise<SimulationFacts> {
  const now = clock.now();
  const target = await store.targets.get(targetId);
  if (target === null) throw new AppError('target.missing');
  const strategies = (await store.strategies.list()).filter((strategy) => strategy.targetId === targetId);
  const ids = new Set(strategies.map(({ id }) => id));
  const { runs, cut } = await pastRuns(targetId, now, store);
  const testimony = await testimonyOf(target.spec.sql === null ? null : (name) => panel(targetId, name));
  const figures = deriveFigures(runs, testimony);
  const places = new Set(strategies.map(({ spec }) => placeOf(spec)));
  return {
    now,
    start: mutable(replay(runs, figures, now)),
    figures,
    observed: observedIn(runs),
    rooms: await Promise.all(
      [...places.add(RECOVERY_AREA)].map((place) => roomOf(target, place, testimony.recoveryAreaFree)),
    ),
    skipped: (await store.occurrences.ahead(now))
      .filter(({ state, strategyId }) => state !== 'planned' && ids.has(strategyId))
      .map(({ strategyId, instant }) => ({ strategyId, instant })),
    pastRuns: { count: runs.length, oldest: runs[0]?.startedAt ?? null, cut },
  };
}

/** Good runs of the strategies that ran against the target, oldest first, with the spec that each of them ran. */
async function pastRuns(
  targetId: string,
  now: number,
  store: FactSources['store'],
): Promise<{ runs: PastRun[]; cut: boolean }> {
  const states: Run['state'][] = ['succeeded', 'warning'];
  const filter = { ...everyRun, targetIds: [targetId], states, from: now - LOOK_BACK_MS };
  const found: Run[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.runs.page(filter, { by: 'queuedAt', descending: true }, cursor, PAGE);
    found.push(...page.runs);
    cursor = page.next;
  } while (cursor !== null && found.length < MOST_RUNS);
  const specs = await specsOf(found, store);
  const runs = found.flatMap((run): PastRun[] => {
    const spec = specs.get(versionOf(run));
    if (spec === undefined || run.startedAt === null || run.endedAt === null) return [];
    const { strategyId, startedAt, endedAt, bytes, nothingToDo } = run;
    return [{ strategyId, spec, startedAt, endedAt, bytes, nothingToDo }];
  });
  return { runs: runs.sort((a, b) => a.startedAt - b.startedAt), cut: cursor !== null };
}

const versionOf = ({ strategyId, strategyVersion }: Run): string => `${strategyId} ${strategyVersion}`;

/** A run keeps the spec that it ran; one run of each version is enough to know it. */
async function specsOf(runs: readonly Run[], store: FactSources['store']): Promise<Map<string, StrategySpec>> {
  const oneOf = new Map(runs.filter(({ trigger }) => trigger !== 'external').map((run) => [versionOf(run), run.id]));
  const found = await Promise.all(
    [...oneOf].map(async ([version, id]) => [version, (await store.runs.get(id))?.strategySpec] as const),
  );
  return new Map(found.flatMap(([version, spec]) => (spec ? [[version, spec] as const] : [])));
}

/** Nobody asks a tape how much it holds. */
async function roomOf(target: Target, place: Place, areaFree: number | null): Promise<SimulationFacts['rooms'][number]> {
  if (place === RECOVERY_AREA) return { place, freeBytes: areaFree, source: areaFree === null ? 'unknown' : 'database' };
  const freeBytes = place === TAPE ? null : await freeRoomIn(target.spec, place);
  return { place, freeBytes, source: freeBytes === null ? 'unknown' : 'seen' };
}

const mutable = ({ backups, logsOnDisk, ...rest }: ReturnType<typeof replay>): SimulationFacts['start'] => ({
  ...rest,
  backups: [...backups],
  logsOnDisk: [...logsOnDisk],
});
