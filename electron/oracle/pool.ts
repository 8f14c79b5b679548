// Lends sessions of one connection: none at the start, few at most, tried before they are lent when they have lain
// long, closed when nobody wants them. How a session is opened is told to it; it knows no driver and no address.
// The driver's own pool is not used: it hands out no socket of a log-in that hangs, and goes on opening by itself.
import type { PoolLimits, SqlPool, SqlSession } from '../app/oracle-ports.ts';
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

type Waiter = { give(): void; refuse(error: AppError): void };

export function createPool({ open, clock, limits }: PoolTools): SqlPool {
  const { max, queueMs, idleMs, pingMs } = { ...defaultLimits, ...limits };
  /** Newest last: it is lent first, and the others can grow old. */
  const idle: { session: OpenSession; since: number }[] = [];
  const waiters: Waiter[] = [];
  let places = 0;
  let closed = false;
  let stopSweeping: (() => void) | null = null;

  /** One of `max` places; it is held while a session is opened and while it is lent. */
  async function takePlace(): Promise<void> {
    if (closed) throw new AppError('oracle.closed');
    if (places < max) {
      places += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = clock.after(queueMs, () => {
        waiters.splice(waiters.indexOf(waiter), 1);
        reject(new AppError('oracle.busy', { max, seconds: Math.round(queueMs / 1000) }));
      });
      const waiter: Waiter = {
        give: () => (leave(), resolve()),
        refuse: (error) => (leave(), reject(error)),
      };
      waiters.push(waiter);
    });
  }

  /** The place goes to who has waited longest. */
  function freePlace(): void {
    const next = waiters.shift();
    if (next) next.give();
    else places -= 1;
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

  async function giveBack(session: OpenSession, drop: boolean): Promise<void> {
    try {
      if (drop || closed) return await session.close(drop);
      if (!session.isOpen()) return;
      const isClean = await session.rollback().then(() => true, () => false);
      if (!isClean || closed) return await session.close(!isClean);
      idle.push({ session, since: clock.now() });
      sweepLater();
    } finally {
      freePlace();
    }
  }

  function sweepLater(): void {
    stopSweeping ??= clock.after(idleMs, () => {
      stopSweeping = null;
      while (idle[0] && clock.now() - idle[0].since >= idleMs) void idle.shift()?.session.close();
      if (idle.length > 0) sweepLater();
    });
  }

  async function take(): Promise<SqlSession> {
    await takePlace();
    const session = await usableSession().catch((error: unknown) => {
      freePlace();
      throw error;
    });
    let isBack = false;
    return {
      ...session,
      async close(drop = false) {
        if (isBack) return;
        isBack = true;
        await giveBack(session, drop);
      },
    };
  }

  return {
    take,
    async use(work) {
      const session = await take();
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
