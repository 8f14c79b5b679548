// The scheduler over the runs service, and strategies with schedules.
import { systemClock } from '../../electron/app/clock.ts';
import type { Store } from '../../electron/app/store-port.ts';
import type { Runs } from '../../electron/runs/runs.ts';
import { systemAlarm } from '../../electron/scheduler/alarm.ts';
import { createScheduler, type Scheduler, type SchedulerPorts } from '../../electron/scheduler/scheduler.ts';
import type { Occurrence } from '../../shared/domain/occurrence.ts';
import type { Strategy, StrategySpec } from '../../shared/domain/strategy.ts';
import { plainSchedule, type Schedule } from '../../shared/schedule/schedule.ts';
import { eventually, keptLogger } from './runs-fixture.ts';

/** The scheduler on the real clock. */
export function schedulerOver(
  store: Store,
  runs: Runs,
  more: Partial<SchedulerPorts> = {},
): { scheduler: Scheduler; logger: ReturnType<typeof keptLogger> } {
  const logger = keptLogger();
  const scheduler = createScheduler({
    store,
    runs,
    logger,
    clock: systemClock,
    alarm: systemAlarm,
    power: { onBattery: () => null },
    automatic: true,
    ...more,
  });
  return { scheduler, logger };
}

/** Once, at an instant on a whole second. */
export const onceAt = (instant: number): Schedule =>
  plainSchedule({ kind: 'once', at: new Date(instant).toISOString().slice(0, 19) }, 'Etc/UTC');

export const everyMinutes = (count: number): Schedule =>
  plainSchedule({ kind: 'every', count, unit: 'minutes', anchor: '2026-01-01T00:00' }, 'Etc/UTC');

/** The next whole second that is at least `ms` away. */
export const secondAfter = (ms: number): number => Math.ceil((Date.now() + ms) / 1000) * 1000;

/** A new version of a strategy; `updatedAt` is the moment of saving. */
export async function edit(
  store: Store,
  strategy: Strategy,
  change: Partial<StrategySpec>,
  updatedAt = Date.now(),
): Promise<Strategy> {
  const spec = { ...strategy.spec, ...change };
  const edited = { ...strategy, spec, version: strategy.version + 1, updatedAt };
  await store.strategies.save(edited, strategy.version);
  return edited;
}

/** Every row of a strategy, by instant. */
export const rowsOf = (store: Store, strategyId: string): Promise<Occurrence[]> =>
  store.occurrences.between(-8e15, 8e15, strategyId, 100_000);

/** The row of an instant once `fits`. */
export const rowWhen = (
  store: Store,
  strategyId: string,
  instant: number,
  fits: (row: Occurrence) => boolean,
): Promise<Occurrence> =>
  eventually(async () => {
    const row = await store.occurrences.at(strategyId, instant);
    return row && fits(row) ? row : null;
  });
