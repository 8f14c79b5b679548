// The queue: one lane per target, a cap over all, first come first served.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planLanes, waitReason } from '../../../../electron/runs/lanes.ts';
import type { Run, RunState } from '../../../../shared/domain/run.ts';

function run(id: string, targetId: string, state: RunState, queuedAt: number): Run {
  return {
    id,
    strategyId: `strategy of ${id}`,
    strategyVersion: 1,
    strategyName: `nightly ${id}`,
    targetId,
    targetName: targetId,
    trigger: 'manual',
    state,
    queuedAt,
    startedAt: null,
    endedAt: null,
    cancelRequestedAt: null,
    exitCode: null,
    signal: null,
    failure: null,
    rootCode: null,
    rootText: null,
    warnings: 0,
    pieces: 0,
    bytes: null,
    nothingToDo: false,
    lines: 0,
  };
}

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
    expect(waitReason(plan, first)).toEqual({ kind: 'next' });
    expect(waitReason(plan, run('x', 'T', 'running', 1))).toBeNull();
  });

  test('never two in a lane, never more than the cap, and nobody waits without a reason', () => {
    const states = fc.constantFrom<RunState>('queued', 'queued', 'preparing', 'running');
    const queue = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), states, fc.nat(5)), { maxLength: 12 });
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 5 }), (rows, cap) => {
        const held = new Set<number>();
        const active = rows.flatMap(([lane, state, at], index) => {
          const mine: RunState = state !== 'queued' && held.has(lane) ? 'queued' : state;
          if (mine !== 'queued') held.add(lane);
          return [run(String(index).padStart(2, '0'), `T${lane}`, mine, at)];
        });
        const plan = planLanes(active, cap);
        const underWay = active.filter((one) => one.state !== 'queued' || plan.start.includes(one.id));
        const lanes = underWay.map((one) => one.targetId);
        expect(new Set(lanes).size).toBe(lanes.length);
        expect(underWay.length).toBeLessThanOrEqual(Math.max(cap, held.size));
        for (const one of active.filter(({ state }) => state === 'queued')) {
          expect(plan.waits.has(one.id)).toBe(!plan.start.includes(one.id));
          // Work conserving: who waits for the cap finds it full, who waits for a lane finds it held.
          const reason = plan.waits.get(one.id);
          if (reason?.kind === 'cap') expect(underWay.length).toBeGreaterThanOrEqual(cap);
          if (reason?.kind === 'lane') {
            expect(active.find(({ id }) => id === reason.runId)?.targetId).toBe(one.targetId);
          }
        }
      }),
    );
  });
});
