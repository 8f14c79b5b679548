// The queue: one lane per target, a cap over all, and the order in which runs get their turn.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inQueueOrder, movedBefore, planLanes, waitReason, type QueuedRun } from '../../../../shared/domain/lanes.ts';
import type { Run, RunState, Trigger } from '../../../../shared/domain/run.ts';
import type { BackupScope } from '../../../../shared/domain/strategy.ts';
import { sampleRun } from '../../../support/store-samples.ts';

type Change = Partial<Pick<Run, 'trigger'>> & { scope?: BackupScope; queuePlace?: number | null };

const logs: BackupScope = { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'keep' };
const full: BackupScope = { kind: 'database', mode: 'full', plusArchivedLogs: true };

function run(id: string, targetId: string, state: RunState, queuedAt: number, change: Change = {}): QueuedRun {
  const { trigger = 'schedule', scope = full, queuePlace = null } = change;
  const stored = sampleRun({ id, targetId, targetName: targetId, state, queuedAt, trigger, strategyName: `nightly ${id}` });
  return { ...stored, queuePlace, strategySpec: { ...stored.strategySpec, scope } };
}

const order = (...active: QueuedRun[]): string => inQueueOrder(active).map((one) => one.run.id).join('');

describe('the plan of the queue', () => {
  test('starts the oldest of each lane, as many as the cap allows', () => {
    const plan = planLanes(
      [run('b', 'T2', 'queued', 2), run('a', 'T1', 'queued', 1), run('c', 'T3', 'queued', 3)],
      2,
    );
    expect(plan.start).toEqual(['a', 'b']);
    expect(plan.waits.get('c')).toEqual({ kind: 'cap', runsAtOnce: 2 });
  });

  test('says which run holds the lane: the one under way, else the first in the queue', () => {
    const busy = planLanes([run('x', 'T1', 'running', 1), run('a', 'T1', 'queued', 2)], 5);
    expect(busy.start).toEqual([]);
    expect(busy.waits.get('a')).toEqual({ kind: 'lane', runId: 'x', strategyName: 'nightly x' });
    const free = planLanes([run('a', 'T1', 'queued', 1), run('b', 'T1', 'queued', 2)], 5);
    expect(free.start).toEqual(['a']);
    expect(free.waits.get('b')).toEqual({ kind: 'lane', runId: 'a', strategyName: 'nightly a' });
  });

  test('a run that waits for its lane holds up nobody in another', () => {
    const plan = planLanes([run('x', 'T1', 'preparing', 1), run('a', 'T1', 'queued', 2), run('b', 'T2', 'queued', 3)], 2);
    expect(plan.start).toEqual(['b']);
  });

  test('the id decides within a millisecond', () => {
    expect(planLanes([run('b', 'T', 'queued', 1), run('a', 'T', 'queued', 1)], 9).start).toEqual(['a']);
  });

  test('a run about to start waits for its turn, one under way for nothing', () => {
    const first = run('a', 'T', 'queued', 1);
    const plan = planLanes([first], 1);
    expect(waitReason(plan, first.run)).toEqual({ kind: 'next' });
    expect(waitReason(plan, run('x', 'T', 'running', 1).run)).toBeNull();
  });

  test('a spec of an unknown shape, from an earlier version, does not stop the queue', () => {
    const odd = { ...run('a', 'T', 'queued', 1), strategySpec: null as never };
    expect(planLanes([odd], 1).start).toEqual(['a']);
  });

  test('never two in a lane, never more than the cap, and nobody waits without a reason', () => {
    fc.assert(
      fc.property(aQueue, fc.integer({ min: 1, max: 5 }), (active, cap) => {
        const held = active.filter((one) => one.run.state !== 'queued').length;
        const plan = planLanes(active, cap);
        const underWay = active.filter(({ run: one }) => one.state !== 'queued' || plan.start.includes(one.id));
        const lanes = underWay.map((one) => one.run.targetId);
        expect(new Set(lanes).size).toBe(lanes.length);
        expect(underWay.length).toBeLessThanOrEqual(Math.max(cap, held));
        const queue = inQueueOrder(active).map((one) => one.run);
        for (const one of queue) {
          expect(plan.waits.has(one.id)).toBe(!plan.start.includes(one.id));
          // Work conserving: who waits for the cap finds it full, who waits for a lane finds it held by one before it.
          const reason = plan.waits.get(one.id);
          if (reason?.kind === 'cap') expect(underWay.length).toBeGreaterThanOrEqual(cap);
          if (reason?.kind !== 'lane') continue;
          const holder = active.find((other) => other.run.id === reason.runId)?.run;
          expect(holder?.targetId).toBe(one.targetId);
          if (holder?.state === 'queued') expect(queue.indexOf(holder)).toBeLessThan(queue.indexOf(one));
        }
      }),
    );
  });
});

/** Queues as they can be: at most one run under way in each lane. */
const aQueue = fc
  .array(
    fc.record({
      lane: fc.integer({ min: 1, max: 4 }),
      state: fc.constantFrom<RunState>('queued', 'queued', 'preparing', 'running'),
      queuedAt: fc.nat(5),
      trigger: fc.constantFrom<Trigger>('schedule', 'catch-up', 'retry', 'manual', 'command-line'),
      scope: fc.constantFrom(logs, full),
      queuePlace: fc.constantFrom(null, null, 0, 1, 2),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    const held = new Set<number>();
    return rows.map(({ lane, state, queuedAt, ...change }, index) => {
      const mine: RunState = held.has(lane) ? 'queued' : state;
      if (mine !== 'queued') held.add(lane);
      return run(String(index).padStart(2, '0'), `T${lane}`, mine, queuedAt, change);
    });
  });

describe('the order of the queue', () => {
  test('is that of arrival, and the id decides within a millisecond', () => {
    expect(order(run('c', 'T', 'queued', 2), run('b', 'T', 'queued', 1), run('a', 'T', 'queued', 1))).toBe('abc');
  });

  test('what is asked for by hand goes first, archived logs overtake waiting backups of any database', () => {
    const queue = [
      run('a', 'T1', 'queued', 1),
      run('b', 'T2', 'queued', 2, { scope: logs }),
      run('c', 'T1', 'queued', 3, { trigger: 'retry', scope: logs }),
      run('d', 'T3', 'queued', 4, { trigger: 'command-line' }),
      run('e', 'T1', 'queued', 5, { trigger: 'manual' }),
      run('f', 'T4', 'running', 0, { trigger: 'manual' }),
    ];
    expect(order(...queue)).toBe('debca');
    // The cap leaves one place: it goes to the first of that order.
    expect(planLanes(queue, 2).start).toEqual(['d']);
  });

  test('the places that the user gave stand; newcomers go behind them, but not those asked for by hand', () => {
    expect(
      order(
        run('a', 'T1', 'queued', 1, { queuePlace: 1 }),
        run('b', 'T1', 'queued', 2, { queuePlace: 0 }),
        run('c', 'T1', 'queued', 3, { scope: logs }),
        run('d', 'T1', 'queued', 0),
        run('e', 'T1', 'queued', 4, { trigger: 'manual' }),
        run('f', 'T1', 'queued', 5, { trigger: 'manual', queuePlace: 2 }),
      ),
    ).toBe('ebafcd');
  });

  test('no rule of it depends on how the store lists runs', () => {
    fc.assert(
      fc.property(
        aQueue.chain((queue) => fc.tuple(fc.constant(queue), fc.shuffledSubarray(queue, { minLength: queue.length }))),
        ([queue, shuffled]) => {
          expect(order(...shuffled)).toBe(order(...queue));
          expect(inQueueOrder(queue)).toHaveLength(queue.filter((one) => one.run.state === 'queued').length);
        },
      ),
    );
  });

  test('archived logs never wait behind a backup that nobody put before them', () => {
    fc.assert(
      fc.property(aQueue, (active) => {
        const queue = inQueueOrder(active);
        const firstBackup = queue.findIndex(
          (one) => one.strategySpec.scope === full && one.queuePlace === null && !isByHand(one),
        );
        const behind = firstBackup < 0 ? [] : queue.slice(firstBackup);
        expect(behind.filter((one) => one.strategySpec.scope === logs || isByHand(one))).toEqual([]);
      }),
    );
  });
});

const isByHand = ({ run: { trigger } }: QueuedRun): boolean => trigger === 'manual' || trigger === 'command-line';

describe('moving within the queue', () => {
  test('before another one, to the end, before itself', () => {
    expect(movedBefore(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b']);
    expect(movedBefore(['a', 'b', 'c'], 'a', 'c')).toEqual(['b', 'a', 'c']);
    expect(movedBefore(['a', 'b', 'c'], 'a', null)).toEqual(['b', 'c', 'a']);
    expect(movedBefore(['a', 'b', 'c'], 'b', 'b')).toEqual(['a', 'b', 'c']);
  });

  test('loses nobody, doubles nobody, and leaves the order of all others as it was', () => {
    const queue = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(queue, fc.nat(), fc.option(fc.nat()), (ids, from, to) => {
        const moving = ids[from % ids.length]!;
        const before = to === null ? null : ids[to % ids.length]!;
        const moved = movedBefore(ids, moving, before);
        expect([...moved].sort()).toEqual([...ids].sort());
        expect(moved.filter((id) => id !== moving)).toEqual(ids.filter((id) => id !== moving));
        if (before !== moving) expect(moved[moved.indexOf(moving) + 1] ?? null).toBe(before);
      }),
    );
  });
});
