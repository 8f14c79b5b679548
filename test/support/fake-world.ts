// A world for runs without processes and without waiting: children that end when told, a clock that is moved by hand,
// applications that can be cut off at any instant as if killed.
import { appendFileSync } from 'node:fs';
import type { Clock, LiveChild, Launch, Launcher, Reattached } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { AppError } from '../../shared/errors/app-error.ts';

export type ExitStatus = { exitCode: number | null; signal: string | null };

/** A child of the world; it prints into its spool file and ends when told. */
export type FakeChild = {
  pid: number;
  directory: string;
  steps: string[];
  status: ExitStatus | null;
  print(lines: readonly string[]): void;
  end(status: ExitStatus): void;
};

export type FakeWorld = ReturnType<typeof fakeWorld>;

export function fakeWorld() {
  const children: FakeChild[] = [];
  const claimed = new Set<string>();
  const applications = new Set<number>();
  let timers: { at: number; act: () => void }[] = [];
  let now = 1_800_000_000_000;
  let lastPid = 100;

  function childIn(launch: Launch): FakeChild {
    const waiting: ((status: ExitStatus) => void)[] = [];
    const child: FakeChild & { waiting: typeof waiting } = {
      pid: (lastPid += 1),
      directory: launch.directory,
      steps: [],
      status: null,
      waiting,
      print: (lines) => appendFileSync(launch.spool, lines.map((line) => `${line}\n`).join('')),
      end(status) {
        child.status ??= status;
        for (const resolve of waiting.splice(0)) resolve(child.status);
      },
    };
    return child;
  }

  function live(child: FakeChild): LiveChild {
    const { waiting } = child as FakeChild & { waiting: ((status: ExitStatus) => void)[] };
    return {
      identity: { pid: child.pid, startToken: 'child' },
      ended: child.status ? Promise.resolve(child.status) : new Promise((resolve) => waiting.push(resolve)),
      signal(step) {
        child.steps.push(step);
        if (step === 'kill') child.end({ exitCode: null, signal: 'SIGKILL' });
      },
    };
  }

  function launcherOf(application: number, started: (child: FakeChild) => void): Launcher {
    return {
      async start(launch) {
        if (claimed.has(launch.directory)) throw new AppError('rman.start-failed', { detail: 'claimed' });
        claimed.add(launch.directory);
        const child = childIn(launch);
        children.push(child);
        started(child);
        return live(child);
      },
      async reattach(directory): Promise<Reattached> {
        const child = children.find((candidate) => candidate.directory === directory);
        if (!child) {
          claimed.add(directory);
          return { kind: 'never-started' };
        }
        return child.status ? { kind: 'ended', ...child.status } : { kind: 'alive', child: live(child) };
      },
      isAlive: ({ pid, startToken }) =>
        startToken === 'child' ? children.some((child) => child.pid === pid && !child.status) : applications.has(pid),
      self: () => ({ pid: application, startToken: 'application' }),
      probe: () => Promise.resolve(null),
      converse: () => {
        throw new Error('nobody is talked with here');
      },
    };
  }

  return {
    children,
    /** A directory that was removed takes its claim along. */
    forgetClaim: (directory: string): void => void claimed.delete(directory),
    now: (): number => now,
    /** Moves the clock; what becomes due is done in its order. */
    advance(ms: number): void {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.act();
    },
    /** An application: its ports, and how to kill it. Once killed nothing it does has any effect. */
    application(store: Store, started: (child: FakeChild) => void) {
      const number = (lastPid += 1);
      let dead = false;
      const hanging: (() => void)[] = [];
      const life: Life = {
        dead: () => dead,
        hang: () => new Promise((_resolve, reject) => hanging.push(() => reject(new Buried()))),
      };
      applications.add(number);
      const clock: Clock = {
        now: () => now,
        after(ms, act) {
          const timer = { at: now + ms, act: () => (dead ? undefined : act()) };
          if (!dead) timers.push(timer);
          return () => {
            timers = timers.filter((other) => other !== timer);
          };
        },
      };
      return {
        clock,
        store: severable(store, life),
        launcher: severable(launcherOf(number, started), life),
        ...life,
        kill(): void {
          dead = true;
          applications.delete(number);
        },
        /** Lets what hangs in a killed application come to an end, so that it can close its files. */
        bury(): void {
          life.hang = () => Promise.reject(new Buried());
          for (const end of hanging.splice(0)) end();
        },
      };
    },
  };
}

type Life = { dead(): boolean; hang(): Promise<never> };

/** What ends the waiting of an application that was killed before. */
export class Buried extends Error {}

/** What answers at once has no effect on the world. */
const SYNCHRONOUS: ReadonlySet<string | symbol> = new Set(['self', 'isAlive', 'notices']);

/** The same object in life; afterwards every call hangs, and answers of earlier calls never arrive. */
function severable<T extends object>(whole: T, life: Life): T {
  return new Proxy(whole, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'object' && value !== null) return severable(value, life);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]): unknown => {
        if (life.dead() && !SYNCHRONOUS.has(name)) return life.hang();
        const answer: unknown = Reflect.apply(value, target, values);
        if (!(answer instanceof Promise)) return answer;
        return answer.then(
          (result: unknown) => (life.dead() ? life.hang() : result),
          (error: unknown) => (life.dead() ? life.hang() : Promise.reject(error as Error)),
        );
      };
    },
  });
}
