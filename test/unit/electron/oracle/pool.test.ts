// Who is lent a session, who waits, who is told that it takes too long, and when a session is closed: on a clock that
// the test moves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PoolLane, PoolLimits } from '../../../../electron/app/oracle-ports.ts';
import { createPool } from '../../../../electron/oracle/pool.ts';
import type { OpenSession } from '../../../../electron/oracle/session.ts';

type Made = OpenSession & { state: 'open' | 'closed' | 'dropped'; answers: boolean; rolledBack: number; pinged: number };

function fakeClock() {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    after(ms: number, act: () => void) {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    async pass(ms: number) {
      const until = now + ms;
      for (;;) {
        await settle();
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = until;
    },
    timers: () => timers.length,
  };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function world(limits: Partial<PoolLimits> = {}) {
  const clock = fakeClock();
  const made: Made[] = [];
  let failsWith: Error | null = null;
  const open = async (): Promise<OpenSession> => {
    if (failsWith) throw failsWith;
    const session: Made = {
      state: 'open',
      answers: true,
      rolledBack: 0,
      pinged: 0,
      isOpen: () => session.state === 'open',
      async ping() {
        session.pinged += 1;
        if (!session.answers) throw new Error('no answer');
      },
      query: () => Promise.resolve([]),
      execute: () => Promise.resolve({ rowsAffected: 0 }),
      executeMany: () => Promise.resolve({ rowsAffected: 0, errors: [] }),
      commit: () => Promise.resolve(),
      async rollback() {
        session.rolledBack += 1;
        if (!session.answers) throw new Error('no answer');
      },
      async close(drop = false) {
        session.state = drop ? 'dropped' : 'closed';
      },
    };
    made.push(session);
    return session;
  };
  const pool = createPool({ open, clock, limits });
  return { pool, clock, made, refuses: (error: Error | null) => void (failsWith = error) };
}

/** Where a wish for a session stands. */
async function standing(wish: Promise<unknown>): Promise<string> {
  const pending = Symbol('pending');
  await settle();
  return Promise.race([wish, Promise.resolve(pending)]).then(
    (value) => (value === pending ? 'waits' : 'has'),
    (error: { code?: string }) => error.code ?? 'failed',
  );
}

test('who comes when all are lent waits, and is served in turn', async () => {
  const { pool, made } = world({ max: 1 });
  const first = await pool.take();
  const [second, third] = [pool.take(), pool.take()];
  expect([await standing(second), await standing(third)]).toEqual(['waits', 'waits']);
  await first.close();
  expect([await standing(second), await standing(third)]).toEqual(['has', 'waits']);
  await (await second).close();
  expect(await standing(third)).toBe('has');
  expect(made).toHaveLength(1);
});

test('who has waited too long is told, and takes nobody’s place', async () => {
  const { pool, clock } = world({ max: 1, queueMs: 20_000 });
  const first = await pool.take();
  const second = pool.take();
  second.catch(() => {});
  await clock.pass(19_999);
  expect(await standing(second)).toBe('waits');
  await clock.pass(1);
  expect(await standing(second)).toBe('oracle.busy');
  await first.close();
  expect(await standing(pool.take())).toBe('has');
});

test('views that hang leave places to others, and the question whether it is there has one of its own', async () => {
  const { pool } = world({ max: 4 });
  const slow = Array.from({ length: 4 }, () => pool.take('slow'));
  expect(await Promise.all(slow.map(standing))).toEqual(['has', 'has', 'waits', 'waits']);
  const usual = [pool.take(), pool.take(), pool.take()];
  expect(await Promise.all(usual.map(standing))).toEqual(['has', 'has', 'waits']);
  expect(await standing(pool.take('urgent'))).toBe('has');
  expect(await standing(pool.take('urgent'))).toBe('waits');
});

test('a place that a slow question may not have goes to who comes after it', async () => {
  const { pool } = world({ max: 3 });
  const [slow, usual] = [await pool.take('slow'), await pool.take()];
  await pool.take();
  const waiting = [pool.take('slow'), pool.take()];
  await usual.close();
  expect(await Promise.all(waiting.map(standing))).toEqual(['waits', 'has']);
  await slow.close();
  expect(await standing(waiting[0] as Promise<unknown>)).toBe('has');
});

test('what has lain long is tried before it is lent; what does not answer is dropped and another opened', async () => {
  const { pool, clock, made } = world({ pingMs: 30_000 });
  await (await pool.take()).close();
  await clock.pass(29_999);
  await (await pool.take()).close();
  expect(made[0]).toMatchObject({ pinged: 0, rolledBack: 2 });
  await clock.pass(30_000);
  made[0]!.answers = false;
  await pool.take();
  expect(made.map(({ state, pinged }) => [state, pinged])).toEqual([['dropped', 1], ['open', 0]]);
});

test('what nobody wants is closed, and no timer stays behind', async () => {
  const { pool, clock, made } = world({ idleMs: 120_000 });
  const both = [await pool.take(), await pool.take()];
  await both[0]!.close();
  await clock.pass(60_000);
  await both[1]!.close();
  await clock.pass(60_000);
  expect(made.map(({ state }) => state).sort()).toEqual(['closed', 'open']);
  await clock.pass(120_000);
  expect(made.every(({ state }) => state === 'closed')).toBe(true);
  expect([pool.size(), clock.timers()]).toEqual([0, 0]);
});

test('a session that cannot be opened takes no place', async () => {
  const { pool, refuses } = world({ max: 1 });
  refuses(new Error('ORA-12541'));
  await expect(pool.take()).rejects.toThrow('ORA-12541');
  refuses(null);
  expect(await standing(pool.take())).toBe('has');
});

test('once closed, who waits and who comes is told; what is lent is closed when it comes back', async () => {
  const { pool, made } = world({ max: 1 });
  const lent = await pool.take();
  const waiting = pool.take();
  waiting.catch(() => {});
  await pool.close();
  expect(await standing(waiting)).toBe('oracle.closed');
  await expect(pool.take()).rejects.toMatchObject({ code: 'oracle.closed' });
  await lent.close();
  expect(made[0]?.state).toBe('closed');
});

test('whatever comes and goes: never more than allowed, and nobody waits while there is a place', async () => {
  const lane = fc.constantFrom<PoolLane>('urgent', 'usual', 'slow');
  const step = fc.oneof(lane, fc.nat({ max: 20 }), fc.constant('drop' as const));
  const limits = fc.integer({ min: 1, max: 4 });
  await fc.assert(fc.asyncProperty(limits, fc.array(step, { maxLength: 40 }), async (max, steps) => {
    const { pool, made } = world({ max });
    const lent: { lane: PoolLane; session: Awaited<ReturnType<typeof pool.take>> }[] = [];
    const waiting = new Set<PoolLane[]>();
    for (const one of steps) {
      if (typeof one === 'number' || one === 'drop') {
        const [back] = lent.splice(typeof one === 'number' ? one % Math.max(1, lent.length) : 0, 1);
        await back?.session.close(one === 'drop');
      } else {
        const place: PoolLane[] = [one];
        waiting.add(place);
        void pool.take(one).then((session) => {
          waiting.delete(place);
          lent.push({ lane: one, session });
        });
      }
      await settle();
      const count = (which: PoolLane): number => lent.filter((held) => held.lane === which).length;
      const most = Math.max(1, max - 2);
      expect(lent.length).toBeLessThanOrEqual(max + 1);
      expect(count('slow')).toBeLessThanOrEqual(most);
      expect(made.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(max + 1);
      for (const [wanted] of waiting) {
        if (wanted === 'urgent') expect(lent.length).toBe(max + 1);
        else if (wanted === 'usual') expect(lent.length).toBeGreaterThanOrEqual(max);
        else expect(lent.length >= max || count('slow') === most).toBe(true);
      }
    }
  }), { numRuns: 60 });
});
