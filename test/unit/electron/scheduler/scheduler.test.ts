// The scheduler with a clock of its own and the store in memory: what the user asks of it, and what comes on its own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isSettled, type Occurrence } from '../../../../shared/domain/occurrence.ts';
import type { Strategy, StrategySpec } from '../../../../shared/domain/strategy.ts';
import { plainSchedule, type Schedule } from '../../../../shared/schedule/schedule.ts';
import { memoryStore, type MemoryStore } from '../../../support/memory-store.ts';
import { everyMinutes } from '../../../support/scheduler-fixture.ts';
import { Workstation } from '../../../support/scheduler-world.ts';
import { sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 2, 8, 0, 30);
const NINE = Date.UTC(2026, 2, 2, 9);
const hourly: Schedule = plainSchedule({ kind: 'every', count: 1, unit: 'hours', anchor: '2026-01-01T00:00' }, 'Etc/UTC');
const target = sampleTarget('DEMO', { createdAt: START, updatedAt: START });

let store: MemoryStore;
let world: Workstation;
let strategy: Strategy;

beforeEach(async () => {
  store = memoryStore();
  world = new Workstation(store, START);
  await store.targets.save(target, null);
});
afterEach(async () => {
  await world.stop();
  expect(world.exceptions).toEqual([]);
});

async function begin(spec: Partial<StrategySpec>): Promise<void> {
  const plain = sampleStrategy(target, 'Hourly', { createdAt: START, updatedAt: START });
  strategy = { ...plain, spec: { ...plain.spec, ...spec } };
  await store.strategies.save(strategy, null);
  await world.start();
}

async function save(change: Partial<Strategy>): Promise<void> {
  strategy = { ...strategy, ...change, version: strategy.version + 1, updatedAt: world.now };
  await store.strategies.save(strategy, null);
  await world.changed();
}

const rows = (): Occurrence[] => store.allOccurrences();
const states = (): unknown[] => rows().map(({ instant, state }) => [(instant - NINE) / HOUR, state]);
const endRun = async (how: 'succeeded' | 'failed', code: string | null = null): Promise<void> => {
  const [active] = await store.runs.active();
  await world.end(active!.run.id, how, code);
};

test('the next instant is planned, starts when it comes, and the one after is planned', async () => {
  await begin({ schedule: hourly });
  expect(states()).toEqual([[0, 'planned']]);
  await world.awake(HOUR);
  expect(states()).toEqual([[0, 'queued'], [1, 'planned']]);
  expect(world.begun[0]).toMatchObject({ trigger: 'schedule', now: NINE });
  await endRun('succeeded');
  expect(states()).toEqual([[0, 'succeeded'], [1, 'planned']]);
});

test('starts before the one after is planned: nothing that then goes wrong keeps it from running', async () => {
  await begin({ schedule: hourly });
  store.failing('occurrences.cover', () => new Error('no room'));
  await world.awake(NINE - START);
  expect(world.begun[0]).toMatchObject({ now: NINE });
  expect(states()).toEqual([[0, 'queued']]);
  expect(world.exceptions.splice(0)).toContainEqual(new Error('no room'));
  store.failing('occurrences.cover', () => null);
  await world.tick();
  expect(states()).toEqual([[0, 'queued'], [1, 'planned']]);
  expect(world.begun).toHaveLength(1);
});

test('what was planned under other rules of its zone is planned anew', async () => {
  await begin({ schedule: hourly });
  await world.stop();
  const [planned] = rows();
  await store.occurrences.withdraw([planned!.id]);
  await store.occurrences.cover([], [{ ...planned!, instant: NINE + 30 * MINUTE }]);
  expect((await store.occurrences.plans(world.now))[0]).toMatchObject({ isCovered: true, next: NINE + 30 * MINUTE });
  await world.start();
  expect(states()).toEqual([[0, 'planned']]);
});

test('a strategy that cannot be read at its instant is skipped, not run', async () => {
  await begin({ schedule: hourly });
  await store.strategies.remove(strategy.id);
  await world.awake(HOUR - 30_000);
  expect(world.begun).toEqual([]);
  expect(rows()[0]).toMatchObject({ state: 'skipped', reason: { kind: 'withdrawn' } });
});

test('of what a sleep has missed the newest runs, and says so', async () => {
  await begin({ schedule: hourly });
  await world.jump(3 * HOUR);
  expect(rows().map(({ state, trigger, reason }) => [state, trigger, reason])).toEqual([
    ['missed', 'schedule', { kind: 'collapsed', into: NINE + 2 * HOUR }],
    ['missed', 'schedule', { kind: 'collapsed', into: NINE + 2 * HOUR }],
    ['queued', 'schedule', null],
    ['planned', 'schedule', null],
  ]);
});

test('a month without the machine, of a schedule of every minute, is a month of rows and one run', async () => {
  await begin({ schedule: everyMinutes(1) });
  await world.stop();
  await world.jump(30 * DAY + 90_000);
  await world.start();
  const all = rows();
  expect(all).toHaveLength(30 * 1440 + 3);
  expect(all.filter(({ state }) => state === 'missed')).toHaveLength(30 * 1440 + 1);
  expect(world.begun).toHaveLength(1);
});

describe('a pause', () => {
  test('holds back until it ends by itself, also over a restart', async () => {
    await begin({ schedule: hourly });
    await world.scheduler!.pause(NINE + 10 * MINUTE);
    await world.awake(HOUR);
    expect(rows()[0]).toMatchObject({ state: 'waiting', reason: { kind: 'paused', until: NINE + 10 * MINUTE } });
    await world.stop();
    await world.start();
    expect(world.begun).toEqual([]);
    await world.awake(20 * MINUTE);
    expect(world.begun[0]).toMatchObject({ trigger: 'catch-up', now: NINE + 10 * MINUTE });
    expect(await store.pause.load()).toBeNull();
  });

  test('does not hold back who starts by hand', async () => {
    await begin({ schedule: hourly });
    await world.scheduler!.pause(null);
    const { runId } = await world.scheduler!.start(strategy.id, 'manual');
    expect(rows().find((row) => row.runId === runId)).toMatchObject({ state: 'queued', trigger: 'manual' });
  });

  test('that began under a clock that was ahead lasts as long as it was meant to', async () => {
    await begin({ schedule: hourly });
    await world.jump(300 * DAY);
    await endRun('succeeded');
    await world.scheduler!.pause(world.now + HOUR);
    await world.jump(-300 * DAY);
    expect(await store.pause.load()).toEqual({ since: START, until: START + HOUR });
  });
});

test('a skipped instant does not run; the one after it is the next', async () => {
  await begin({ schedule: hourly });
  await world.scheduler!.skip(strategy.id, NINE + HOUR);
  await world.scheduler!.skip(strategy.id, NINE);
  await world.tick();
  expect((await world.scheduler!.standings())[0]?.next).toBe(NINE + 2 * HOUR);
  await world.awake(2 * HOUR);
  expect(world.begun).toEqual([]);
  expect(states()).toEqual([[0, 'skipped'], [1, 'skipped'], [2, 'planned']]);
  await expect(world.scheduler!.skip(strategy.id, NINE)).rejects.toMatchObject({ code: 'occurrence.not-waiting' });
  await expect(world.scheduler!.skip(strategy.id, NINE + 1)).rejects.toMatchObject({ code: 'occurrence.missing' });
});

test('an edit counts from its moment: nothing of before is caught up, what was planned goes', async () => {
  await begin({ schedule: plainSchedule({ kind: 'daily', times: ['09:00'] }, 'Etc/UTC') });
  await world.awake(3 * HOUR);
  await endRun('succeeded');
  await save({ spec: { ...strategy.spec, schedule: hourly } });
  expect(states()).toEqual([[0, 'succeeded'], [3, 'planned']]);
  await save({ spec: { ...strategy.spec, name: 'Another name' } });
  expect(rows()[1]).toMatchObject({ state: 'planned', strategyName: 'Another name' });
  await save({ enabled: false });
  expect(states()).toEqual([[0, 'succeeded']]);
  await world.jump(5 * HOUR);
  await save({ enabled: true });
  expect(states()).toEqual([[0, 'succeeded'], [8, 'planned']]);
});

test('what waits is skipped when its strategy is disabled', async () => {
  await begin({ schedule: hourly });
  await world.scheduler!.pause(null);
  await world.awake(HOUR);
  await save({ enabled: false });
  expect(rows().map(({ state, reason }) => [state, reason])).toEqual([['skipped', { kind: 'withdrawn' }]]);
});

test('the battery holds back where the settings say so, and a blackout until it is over', async () => {
  const settings = await store.settings.load();
  const windows = [{ kind: 'weekly' as const, days: ['mon' as const], from: '08:30', until: '09:20' }];
  await store.settings.save({
    ...settings,
    background: { ...settings.background, holdOnBattery: true },
    blackouts: { zone: 'Etc/UTC', windows },
  });
  world.onBattery = true;
  await begin({ schedule: hourly });
  await world.awake(HOUR - 30_000);
  expect(rows()[0]?.reason).toEqual({ kind: 'blackout', until: NINE + 20 * MINUTE });
  await world.awake(30 * MINUTE);
  expect(rows()[0]?.reason).toEqual({ kind: 'battery' });
  world.onBattery = null;
  await world.tick();
  expect(rows()[0]).toMatchObject({ state: 'queued', trigger: 'catch-up' });
});

describe('an attempt that failed', () => {
  const retries = { count: 2, firstMinutes: 10, longestMinutes: 60 };

  test('is followed by another one at its time, and the last one decides', async () => {
    await begin({ schedule: hourly, retries });
    await world.awake(HOUR - 30_000);
    await endRun('failed', 'ORA-19809');
    expect(rows()[0]?.reason).toMatchObject({ kind: 'retry', attempt: 2, at: NINE + 10 * MINUTE });
    await world.awake(10 * MINUTE);
    expect(rows()[0]).toMatchObject({ state: 'queued', trigger: 'retry', attempts: 2, reason: null });
    await endRun('failed', 'ORA-19809');
    await world.awake(20 * MINUTE);
    await endRun('succeeded');
    expect(rows()[0]).toMatchObject({ state: 'succeeded', trigger: 'retry', attempts: 3, reason: null });
  });

  test('is not, when it is called off; or at once, when somebody wants it', async () => {
    await begin({ schedule: hourly, retries });
    await world.awake(HOUR - 30_000);
    await endRun('failed', 'ORA-19809');
    await world.scheduler!.retryNow(rows()[0]!.id);
    expect(rows()[0]).toMatchObject({ state: 'queued', trigger: 'retry', attempts: 2 });
    await endRun('failed', 'ORA-19809');
    await world.scheduler!.cancelRetry(rows()[0]!.id);
    expect(rows()[0]).toMatchObject({ state: 'failed', reason: { kind: 'retry-cancelled' } });
    await expect(world.scheduler!.retryNow(rows()[0]!.id)).rejects.toMatchObject({ code: 'occurrence.not-waiting' });
  });
});

test('a clock that was a year ahead does not silence the schedule', async () => {
  await begin({ schedule: hourly });
  await world.jump(365 * DAY);
  await endRun('succeeded');
  await world.jump(-365 * DAY);
  await world.awake(HOUR);
  expect(world.begun.map(({ now }) => now)).toEqual([START + 365 * DAY, NINE]);
  expect(rows().filter(({ instant, state }) => instant > NINE + HOUR && !isSettled(state))).toEqual([]);
});

test('a clock at its beginning keeps what has happened, and half a century has no rows', async () => {
  await begin({ schedule: hourly });
  await world.jump(5 * HOUR);
  await endRun('succeeded');
  const before = rows().filter(({ state }) => isSettled(state));
  await world.jump(-START);
  await world.jump(START + 30 * MINUTE);
  expect(rows()).toEqual(expect.arrayContaining(before));
  expect(rows().length).toBeLessThan(400 * 24 + 10);
});

test('the calendar shows rows, what is still to come, and the windows in which nothing starts', async () => {
  const windows = [{ kind: 'weekly' as const, days: ['mon' as const], from: '22:00', until: '06:00' }];
  await store.targets.save({ ...target, spec: { ...target.spec, blackouts: { zone: 'Etc/UTC', windows } } }, null);
  await begin({ schedule: hourly });
  await world.awake(HOUR);
  const shown = await world.scheduler!.between(NINE, NINE + 3 * HOUR, null);
  expect(shown.occurrences.map(({ instant, state }) => [(instant - NINE) / HOUR, state])).toEqual([
    [0, 'queued'], [1, 'planned'], [2, 'planned'],
  ]);
  const day = await world.scheduler!.between(NINE, NINE + DAY, strategy.id);
  expect(day.blackouts).toEqual([{ from: NINE + 13 * HOUR, until: NINE + 21 * HOUR, targetId: target.id }]);
  expect(day.cut).toBe(false);
  expect((await world.scheduler!.between(START, START + 400 * DAY, null)).cut).toBe(true);
});
