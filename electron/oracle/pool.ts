// Lends sessions of one connection: none at the start, few at most, tried before they are lent when they have lain
// long, closed when nobody wants them. How a session is opened is told to it; it knows no driver and no address.
// The driver's own pool is not used: it hands out no socket of a log-in that hangs, and goes on opening by itself.
import type { PoolLane, PoolLimits, SqlPool, SqlSession } from '../app/oracle-ports.ts';
import type { Clock } from '../app/ports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { OpenSession } from './session.ts';

export const defaultLimits: PoolLimits = { max: 4, queueMs: 20_000, idleMs: 120_000, pingMs: 30_000 };

export type PoolTools = {
  /** @throws AppError */
  open(): Promise<OpenSession>;
  clock: Clock;
  limits?: Partial<PoolLimits>;
};

type Waiter = { lane: PoolLane; give(): void; refuse(error: AppError): void };

/** Places that slow questions leave to the others. */
const LEFT_BY_SLOW = 2;

export function createPool({ open, clock, limits }: PoolTools): SqlPool {
  const { max, queueMs, idleMs, pingMs } = { ...defaultLimits, ...limits };
  /** Newest last: it is lent first, and the others can grow old. */
  const idle: { session: OpenSession; since: number }[] = [];
  const waiters: Waiter[] = [];
  let places = 0;
  let slow = 0;
  let closed = false;
  let stopSweeping: (() => void) | null = null;

  /** Four views that hang must not keep the database from being asked whether it is there. */
  function isFree(lane: PoolLane): boolean {
    if (lane === 'urgent') return places < max + 1;
    return places < max && (lane !== 'slow' || slow < Math.max(1, max - LEFT_BY_SLOW));
  }

  function hold(lane: PoolLane): void {
    places += 1;
    if (lane === 'slow') slow += 1;
  }

  /** A place is held while a session is opened and while it is lent. */
  async function takePlace(lane: PoolLane): Promise<void> {
    if (closed) throw new AppError('oracle.closed');
    if (isFree(lane)) return hold(lane);
    await new Promise<void>((resolve, reject) => {
      const leave = clock.after(queueMs, () => {
        waiters.splice(waiters.indexOf(waiter), 1);
        reject(new AppError('oracle.busy', { max, seconds: Math.round(queueMs / 1000) }));
      });
      const waiter: Waiter = {
        lane,
        give: () => (leave(), resolve()),
        refuse: (error) => (leave(), reject(error)),
      };
      waiters.push(waiter);
    });
  }

  /** The place goes to who has waited longest and may have it. */
  function freePlace(lane: PoolLane): void {
    places -= 1;
    if (lane === 'slow') slow -= 1;
    for (const waiter of [...waiters]) {
      if (!isFree(waiter.lane)) continue;
      waiters.splice(waiters.indexOf(waiter), 1);
      hold(waiter.lane);
      waiter.give();
    }
  }

  async function usableSession(): Promise<OpenSession> {
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      if (!kept.session.isOpen()) continue;
      if (clock.now() - kept.since < pingMs) return kept.session;
      const answers = await kept.session.ping().then(() => true, () => false);
      if (answers) return kept.session;
      await kept.session.close(true);
    }
    const session = await open();
    if (!closed) return session;
    await session.close(true);
    throw new AppError('oracle.closed');
  }

  async function giveBack(session: OpenSession, drop: boolean, lane: PoolLane): Promise<void> {
    try {
      if (drop || closed) return await session.close(drop);
      if (!session.isOpen()) return;
      const isClean = await session.rollback().then(() => true, () => false);
      if (!isClean || closed) return await session.close(!isClean);
      idle.push({ session, since: clock.now() });
      sweepLater();
    } finally {
      freePlace(lane);
    }
  }

  function sweepLater(): void {
    stopSweeping ??= clock.after(idleMs, () => {
      stopSweeping = null;
      while (idle[0] && clock.now() - idle[0].since >= idleMs) void idle.shift()?.session.close();
      if (idle.length > 0) sweepLater();
    });
  }

  async function take(lane: PoolLane = 'usual'): Promise<SqlSession> {
    await takePlace(lane);
    const session = await usableSession().catch((error: unknown) => {
      freePlace(lane);
      throw error;
    });
    let isBack = false;
    return {
      ...session,
      async close(drop = false) {
        if (isBack) return;
        isBack = true;
        await giveBack(session, drop, lane);
      },
    };
  }

  return {
    take,
    async use(work, lane) {
      const session = await take(lane);
      try {
        return await work(session);
      } finally {
        await session.close();
      }
    },
    size: () => places + idle.length,
    async close() {
      closed = true;
      stopSweeping?.();
      for (const waiter of waiters.splice(0)) waiter.refuse(new AppError('oracle.closed'));
      await Promise.all(idle.splice(0).map(({ session }) => session.close()));
    },
  };
}
