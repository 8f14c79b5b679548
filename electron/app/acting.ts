// Who acts: carried along by the asynchronous context of a call, from the door (router, tray, command line) to the
// store. No service in between has to hand it on, and none can forget it. Decides nothing.
import { AsyncLocalStorage } from 'node:async_hooks';
import { hostname, userInfo } from 'node:os';
import type { Actor } from '../../shared/domain/audit.ts';

export type Acting = {
  /** Who acts here; what nobody asked for is the application's own doing. */
  current(): Actor;
  /** Does everything that `act` leads to, however late, in the name of `actor`. */
  as<Answer>(actor: Actor, act: () => Answer): Answer;
};

/** `itself`: the application, for whatever nobody asked for. */
export function createActing(itself: Actor): Acting {
  const actors = new AsyncLocalStorage<Actor>();
  return {
    current: () => actors.getStore() ?? itself,
    as: (actor, act) => actors.run(actor, act),
  };
}

/** The user of the operating system, for whom the application does what it does by itself. */
export function applicationItself(): Actor {
  const osUser = osUserName();
  return { userId: null, name: osUser, osUser, origin: 'scheduler', host: hostname() };
}

/** Some containers run under a number that has no name. */
function osUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}
