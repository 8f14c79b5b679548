// The ledger in the real tables: unique instants, compare-and-set, a run only with its row.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import { newId } from '../../../../shared/domain/id.ts';
import type { Occurrence } from '../../../../shared/domain/occurrence.ts';
import { plainSchedule } from '../../../../shared/schedule/schedule.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';
import { storeInProcess } from '../../../support/store-in-process.ts';

const target = sampleTarget('DEMO');
const strategy = sampleStrategy(target, 'Weekly');
const schedule = plainSchedule({ kind: 'daily', times: ['02:00'] }, 'Europe/Madrid');
let store: Store;

beforeEach(async () => {
  store = storeInProcess();
  await store.targets.save(target, null);
  await store.strategies.save(strategy, null);
});
afterEach(() => store.close());

const row = (instant: number, change: Partial<Occurrence> = {}): Occurrence => ({
  id: newId(instant),
  strategyId: strategy.id,
  targetId: target.id,
  strategyName: 'Weekly',
  targetName: 'DEMO',
  instant,
  trigger: 'schedule',
  state: 'planned',
  reason: null,
  runId: null,
  attempts: 0,
  updatedAt: 500,
  ...change,
});
const cursor = (coveredUntil: number, since = 1) => ({ strategyId: strategy.id, coveredUntil, since, schedule });
const all = () => store.occurrences.between(0, 1e15, null, 100_000);
const states = async () => (await all()).map(({ instant, state }) => [instant, state]);

test('rows and cursor are written together; a known instant keeps its row', async () => {
  const [first, again] = [row(1000), row(1000)];
  const missed = row(2000, { state: 'missed', reason: { kind: 'collapsed', into: 3000 } });
  await store.occurrences.cover([cursor(1000)], [first]);
  await store.occurrences.cover([cursor(2000)], [again, missed]);
  expect(await all()).toEqual([first, missed]);
  expect(await store.occurrences.cursors()).toEqual([{ ...cursor(2000), overdueToldAt: null }]);
  expect(await store.occurrences.at(strategy.id, 1000)).toEqual(first);
  expect(await store.occurrences.at(strategy.id, 1001)).toBeNull();
});

test('a cursor of a strategy that is gone is left out, and goes with its strategy', async () => {
  await store.occurrences.cover([{ ...cursor(1), strategyId: newId(1) }], []);
  expect(await store.occurrences.cursors()).toEqual([]);
  await store.occurrences.cover([cursor(1)], [row(1000)]);
  await store.strategies.remove(strategy.id);
  expect(await store.occurrences.cursors()).toEqual([]);
  expect(await all()).toHaveLength(1);
});

test('a run begins with its row or not at all', async () => {
  const planned = row(1000);
  await store.occurrences.cover([], [planned]);
  const [run, late, byHand, same] = [1, 2, 3, 4].map((n) => sampleRun({ queuedAt: 9000 + n, trigger: 'catch-up' }));
  const begin = (occurrence: Occurrence, from: Occurrence['state'] | null, stored = run!) =>
    store.occurrences.begin([{ occurrence, from, run: stored }]);
  expect(await begin(planned, 'planned')).toEqual([true]);
  expect(await begin(planned, 'planned', late)).toEqual([false]);
  expect(await begin(row(1001), null, byHand)).toEqual([true]);
  expect(await begin(row(1001), null, same)).toEqual([false]);
  expect((await store.runs.active()).map((stored) => stored.run.id)).toEqual([run!.run.id, byHand!.run.id]);
  expect(await store.occurrences.get(planned.id)).toEqual({
    ...planned, state: 'queued', trigger: 'catch-up', runId: run!.run.id, attempts: 1, updatedAt: 9001,
  });
});

test('of starts in one call each stands for itself', async () => {
  const rows = [row(1000), row(2000, { state: 'waiting', reason: { kind: 'battery' }, attempts: 1 }), row(3000)];
  await store.occurrences.cover([], rows);
  await store.occurrences.move(rows[0]!.id, 'planned', 'skipped', 600, { reason: { kind: 'by-user' } });
  const starts = rows.map((occurrence) => ({ occurrence, from: occurrence.state, run: sampleRun({ queuedAt: 9000 }) }));
  expect(await store.occurrences.begin(starts)).toEqual([false, true, true]);
  expect(await states()).toEqual([[1000, 'skipped'], [2000, 'queued'], [3000, 'queued']]);
  expect((await store.occurrences.get(rows[1]!.id))?.attempts).toBe(2);
});

test('a step is made from the state that is given, once, and only where the ledger allows it', async () => {
  const planned = row(1000);
  await store.occurrences.cover([], [planned]);
  const { move } = store.occurrences;
  expect(await move(planned.id, 'planned', 'waiting', 600, { reason: { kind: 'battery' } })).toBe(true);
  expect(await move(planned.id, 'planned', 'skipped', 601, {})).toBe(false);
  expect(await move(planned.id, 'waiting', 'waiting', 602, { reason: { kind: 'paused', until: null } })).toBe(true);
  expect(await move(planned.id, 'waiting', 'queued', 603, { trigger: 'catch-up' })).toBe(true);
  expect(await store.occurrences.get(planned.id)).toMatchObject({
    state: 'queued', reason: { kind: 'paused', until: null }, trigger: 'catch-up', updatedAt: 603,
  });
  await expect(move(planned.id, 'queued', 'missed', 604, {})).rejects.toThrow('queued to missed');
});

test('what is open, due and ahead', async () => {
  const rows = [
    row(1000, { state: 'running', runId: newId(1) }), row(2000), row(3000), row(4000, { state: 'waiting' }),
    row(5000, { state: 'skipped' }),
  ];
  await store.occurrences.cover([], rows);
  const instants = (found: Occurrence[]) => found.map(({ instant }) => instant);
  expect(instants(await store.occurrences.open())).toEqual([1000, 2000, 3000, 4000]);
  expect(instants(await store.occurrences.due(2000))).toEqual([1000, 2000, 4000]);
  expect(instants(await store.occurrences.ahead(3000))).toEqual([4000, 5000]);
  expect(instants(await store.occurrences.between(2000, 5000, strategy.id, 2))).toEqual([2000, 3000]);
  expect(await store.occurrences.between(2000, 5000, newId(1), 9)).toEqual([]);
});

test('only what settled after it was written is still to be told', async () => {
  const [collapsed, missed] = [row(1000, { state: 'missed' }), row(2000)];
  await store.occurrences.cover([], [collapsed, missed, row(3000)]);
  await store.occurrences.move(missed.id, 'planned', 'missed', 600, { reason: { kind: 'not-caught-up' } });
  expect((await store.occurrences.unannounced(10)).map(({ id }) => id)).toEqual([missed.id]);
});

test('plans are withdrawn, everything else stays', async () => {
  const rows = [row(1000), row(2000, { state: 'waiting' })];
  await store.occurrences.cover([], rows);
  await store.occurrences.withdraw(rows.map(({ id }) => id));
  expect(await states()).toEqual([[2000, 'waiting']]);
});

test('a clock that was ahead leaves nothing that would silence the schedule', async () => {
  await store.occurrences.cover([cursor(6000)], [
    row(1000, { state: 'missed' }), row(2000), row(3000, { state: 'missed' }), row(4000, { state: 'succeeded' }),
    row(5000, { state: 'waiting' }), row(6000, { state: 'waiting', attempts: 1 }), row(7000, { state: 'skipped' }),
  ]);
  await store.occurrences.rewind(strategy.id, 1500);
  expect(await states()).toEqual([[1000, 'missed'], [4000, 'succeeded'], [6000, 'waiting'], [7000, 'skipped']]);
  expect((await store.occurrences.cursors())[0]?.coveredUntil).toBe(1500);
});

test('what an earlier schedule has left stays when the clock goes back', async () => {
  await store.occurrences.cover([cursor(6000, 3000)], [row(2000, { state: 'missed' }), row(4000, { state: 'missed' })]);
  await store.occurrences.rewind(strategy.id, 1500);
  expect(await states()).toEqual([[2000, 'missed']]);
  expect((await store.occurrences.cursors())[0]?.coveredUntil).toBe(1500);
});

test('being told overdue belongs to the schedule as it is', async () => {
  await store.occurrences.cover([cursor(1000)], []);
  await store.outbox.addOverdue(strategy.id, 1200, []);
  await store.occurrences.cover([cursor(2000)], []);
  expect((await store.occurrences.cursors())[0]?.overdueToldAt).toBe(1200);
  await store.occurrences.cover([cursor(2000, 1500)], []);
  expect((await store.occurrences.cursors())[0]?.overdueToldAt).toBeNull();
});

test('a strip shows the worst of each day', async () => {
  await store.occurrences.cover([], [
    row(1000, { state: 'succeeded' }), row(1500, { state: 'failed' }), row(1999, { state: 'warning' }),
    row(3000, { state: 'skipped' }), row(3001, { state: 'succeeded' }),
  ]);
  expect(await store.occurrences.strips([1000, 2000, 3000, 4000])).toEqual([
    { strategyId: strategy.id, days: ['failed', null, 'succeeded'] },
  ]);
  expect(await store.occurrences.strips([4000, 5000])).toEqual([]);
});

test('thousands of rows are one transaction', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => row(index * 60_000, { state: 'missed' }));
  await store.occurrences.cover([cursor(1)], rows);
  expect(await all()).toHaveLength(20_000);
  expect(await store.occurrences.unannounced(1)).toEqual([]);
});

test('a pause is kept until it is ended', async () => {
  expect(await store.pause.load()).toBeNull();
  await store.pause.save({ since: 1, until: null });
  await store.pause.save({ since: 2, until: 3 });
  expect(await store.pause.load()).toEqual({ since: 2, until: 3 });
  await store.pause.save(null);
  expect(await store.pause.load()).toBeNull();
});

describe('what the scheduler plans by', () => {
  const timed = { ...strategy, spec: { ...strategy.spec, schedule } };
  const planned = (change: Partial<Occurrence> = {}): Occurrence => row(2000, change);
  const plan = async (now = 1500) => (await store.occurrences.plans(now))[0];

  beforeEach(async () => {
    await store.strategies.save({ ...timed, version: 2 }, 1);
    await store.occurrences.cover([cursor(1000)], [planned()]);
  });

  test('is what decides when, the cursor, and the row that the ledger has planned', async () => {
    const { name, missed, retries } = timed.spec;
    expect(await plan()).toEqual({
      strategy: {
        id: timed.id, targetId: target.id, enabled: true, version: 2, createdAt: timed.createdAt,
        updatedAt: timed.updatedAt, spec: { name, schedule, missed, retries },
      },
      cursor: { ...cursor(1000), overdueToldAt: null },
      isCovered: true,
      next: 2000,
    });
  });

  const uncovered = { isCovered: false, next: null };
  test.each<[string, () => Promise<unknown>]>([
    ['another schedule', () => store.strategies.save({ ...strategy, version: 3 }, 2)],
    ['another name', () => store.strategies.save({ ...timed, version: 3, spec: { ...timed.spec, name: 'New' } }, 2)],
    ['another name of the database', () =>
      store.targets.save({ ...target, revision: 2, spec: { ...target.spec, name: 'PROD' } }, 1)],
    ['a disabled strategy', () => store.strategies.setEnabled(timed.id, false, 5)],
    ['a disabled database', () => store.targets.save({ ...target, revision: 2, enabled: false }, 1)],
    ['a second row ahead', () => store.occurrences.cover([], [row(3000)])],
    ['a row that the user has skipped', async () => {
      const known = await store.occurrences.at(timed.id, 2000);
      await store.occurrences.move(known?.id ?? '', 'planned', 'skipped', 5, { reason: { kind: 'by-user' } });
    }],
    ['no row ahead', async () => store.occurrences.withdraw([(await store.occurrences.at(timed.id, 2000))?.id ?? ''])],
    ['a cursor ahead of the clock', () => store.occurrences.cover([cursor(1501)], [])],
  ])('does not believe the ledger with %s', async (_, change) => {
    await change();
    expect(await plan()).toMatchObject(uncovered);
  });

  test('a strategy without a schedule is covered once its cursor says so', async () => {
    await store.strategies.save({ ...strategy, version: 3 }, 2);
    await store.occurrences.withdraw((await all()).map(({ id }) => id));
    await store.occurrences.cover([{ ...cursor(1000), schedule: null }], []);
    expect(await plan()).toMatchObject({ isCovered: true, next: null });
  });

  test('rows ahead of strategies that need no look are left out', async () => {
    expect(await store.occurrences.ahead(1500)).toHaveLength(1);
    expect(await store.occurrences.ahead(1500, [timed.id])).toEqual([]);
  });
});
