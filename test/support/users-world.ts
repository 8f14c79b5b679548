// Sessions and users over the real store, with a hand on the clock and passwords that cost next to nothing.
import { createActing, type Acting } from '../../electron/app/acting.ts';
import type { Clock } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { createHashing, type Hashing } from '../../electron/users/hashing.ts';
import { createSessions, type Sessions } from '../../electron/users/sessions.ts';
import { createUsers, type Users } from '../../electron/users/users.ts';
import type { Actor } from '../../shared/domain/audit.ts';
import { defaultLocking, type Locking } from '../../shared/domain/user.ts';
import { openInProcess, storeDirectory } from './store-in-process.ts';

export const GOOD = 'a good long password';
export const itself: Actor = { userId: null, name: 'oracle', osUser: 'oracle', origin: 'scheduler', host: 'ws1' };

export type Seat = { store: Store; acting: Acting; sessions: Sessions; users: Users };

export function usersWorld() {
  const directory = storeDirectory();
  const clock = stillClock();
  const checked = { known: 0, nobody: 0 };
  const cheap = createHashing({ ln: 4, r: 1, p: 1 });
  const hashing: Hashing = {
    hash: cheap.hash,
    check: (password, hash) => ((checked.known += 1), cheap.check(password, hash)),
    checkNobody: (password) => ((checked.nobody += 1), cheap.checkNobody(password)),
  };
  const open: Store[] = [];
  return {
    clock,
    checked,
    file: directory.file,
    locking: { ...defaultLocking } as Locking,
    /** A process that starts on the profile: its window, or a command. */
    async seat(remembers = true): Promise<Seat> {
      const acting = createActing(itself);
      const store = openInProcess(directory.file, undefined, () => ({ by: acting.current(), at: clock.now() }));
      open.push(store);
      const locking = (): Locking => this.locking;
      const sessions = await createSessions({ store, clock, hashing, acting, locking, remembers });
      return { store, acting, sessions, users: createUsers({ store, clock, hashing, sessions }) };
    },
    async close(): Promise<void> {
      for (const store of open) await store.close();
      directory.remove();
    },
  };
}

/** A clock that stands still unless it is moved; timers come due as it passes them. */
function stillClock(): Clock & { advance(ms: number): void; set(now: number): void } {
  let now = 1_800_000_000_000;
  const timers = new Set<{ at: number; act(): void }>();
  return {
    now: () => now,
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    set: (next) => void (now = next),
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [first] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!first) break;
        timers.delete(first);
        now = Math.max(now, first.at);
        first.act();
      }
      now = end;
    },
  };
}
