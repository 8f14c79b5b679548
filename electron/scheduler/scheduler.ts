// The scheduler: starts what is due by itself, keeps the ledger, and does to it what the user asks. Only the process
// that supervises the runs acts; the others read. This file knows when to look; what a look does is look.ts's.
import type { Clock, Logger, Power } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import type { Team } from '../sync/team.ts';
import type { Runs } from '../runs/runs.ts';
import type { Standing } from '../../shared/domain/occurrence.ts';
import type { Trigger } from '../../shared/domain/run.ts';
import type { Alarm } from './alarm.ts';
import { createByHand } from './by-hand.ts';
import { readCalendar, type CalendarStretch } from './calendar.ts';
import { createLook } from './look.ts';
import { createStandings } from './standings.ts';

export type { CalendarStretch } from './calendar.ts';

/** The longest between two looks, whatever timers do. */
const TICK_MS = 15_000;
/** How often what only time changes (that something is overdue) is told anew. */
const TELL_MS = 300_000;

export type SchedulerPorts = {
  store: Store;
  clock: Clock;
  logger: Logger;
  power: Power;
  alarm: Alarm;
  runs: Pick<Runs, 'start' | 'again' | 'startPlanned' | 'onChange' | 'isSupervising'>;
  /** Other workstations that may run shared strategies; absent: there are none. */
  team?: Pick<Team, 'hold' | 'keep'>;
  /** False for a process that is there for one run only: it keeps the ledger, but starts nothing by itself. */
  automatic: boolean;
  /** In [0, 1); spreads retries. */
  random?: () => number;
};

export type Scheduler = {
  /** Begins to look; resolves when the first look is done. */
  begin(): Promise<void>;
  /** Queues a run of a strategy at once, whatever is paused. @throws AppError as `runs.start` */
  start(strategyId: string, trigger: Trigger): Promise<{ runId: string }>;
  /** Queues the strategy of an earlier run. @throws AppError as `runs.again` */
  again(runId: string, trigger: Trigger): Promise<{ runId: string }>;
  /** Nothing starts by itself until `until`, or until somebody resumes (`null`). What runs goes on. */
  pause(until: number | null): Promise<void>;
  resume(): Promise<void>;
  /** A planned or waiting occurrence will not run. @throws AppError `occurrence.missing`, `occurrence.not-waiting` */
  skip(strategyId: string, instant: number): Promise<void>;
  /** No further attempt. @throws AppError `occurrence.missing`, `occurrence.not-waiting` */
  cancelRetry(occurrenceId: string): Promise<void>;
  /** The next attempt at once. @throws AppError as `cancelRetry`, and as `start` */
  retryNow(occurrenceId: string): Promise<void>;
  /** Rows and planned instants with `from <= instant < until`, and the blackouts there. */
  between(from: number, until: number, strategyId: string | null): Promise<CalendarStretch>;
  strips: Store['occurrences']['strips'];
  /** How every strategy with a schedule or an open occurrence stands. */
  standings(): Promise<Standing[]>;
  /** Strategies, databases or settings have changed. */
  changed(): void;
  /** The machine woke up, or the power supply changed: looks at once. */
  resumed(): void;
  /** Calls `listener` after rows or the pause have changed, and now and again for what only time changes. */
  onChange(listener: () => void): () => void;
  /** Stops looking and waits for a look that is under way. */
  end(): Promise<void>;
};

export function createScheduler(ports: SchedulerPorts): Scheduler {
  const { store, clock, logger, runs } = ports;
  const listeners = new Set<() => void>();
  let ended = false;
  let begun = false;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopTick = (): void => {};
  let stopAlarm = (): void => {};
  let stopListening = (): void => {};
  let toldAt = clock.now();

  const looker = createLook({ ...ports, random: ports.random ?? Math.random, ended: () => ended });
  const standings = createStandings({ store, clock });
  const tell = (): void => {
    toldAt = clock.now();
    for (const listener of listeners) listener();
  };
  const byHand = createByHand({ store, clock, runs });

  /** Looks once; calls that come meanwhile are answered by one more look. */
  function look(): Promise<void> {
    if (ended || !begun || !runs.isSupervising()) return Promise.resolve();
    if (looking) {
      lookAgain = true;
      return looking;
    }
    looking = lookWhileAsked().finally(() => (looking = null));
    return looking;
  }

  async function lookWhileAsked(): Promise<void> {
    do {
      lookAgain = false;
      try {
        const { changed, wakeAt } = await looker.look();
        if (ended) return;
        stopAlarm();
        stopAlarm = wakeAt === null ? () => {} : ports.alarm(wakeAt, () => void look());
        if (changed) tell();
      } catch (error) {
        // The next tick tries again; what was written stands.
        if (!ended) logger.exception(error, 'the scheduler');
      }
    } while (lookAgain && !ended);
  }

  function tick(): void {
    stopTick = clock.after(TICK_MS, () => {
      if (Math.abs(clock.now() - toldAt) >= TELL_MS) tell();
      void look();
      tick();
    });
  }

  /** What the user did is told and looked at, whoever supervises. */
  async function asked<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    try {
      return await act();
    } finally {
      looker.forget();
      tell();
      void look();
    }
  }

  return {
    async begin() {
      begun = true;
      stopListening = runs.onChange((change) => void (change === 'states' && look()));
      tick();
      await look();
    },
    start: (strategyId, trigger) => runs.start(strategyId, trigger),
    again: (runId, trigger) => runs.again(runId, trigger),
    pause: (until) => asked(() => store.pause.save({ since: clock.now(), until })),
    resume: () => asked(() => store.pause.save(null)),
    skip: (strategyId, instant) => asked(() => byHand.skip(strategyId, instant)),
    cancelRetry: (occurrenceId) => asked(() => byHand.cancelRetry(occurrenceId)),
    retryNow: (occurrenceId) => asked(() => byHand.retryNow(occurrenceId)),
    between: (from, until, strategyId) => readCalendar({ from, until, strategyId }, clock.now(), store),
    strips: (bounds) => store.occurrences.strips(bounds),
    standings: () => standings(),
    changed() {
      looker.forget();
      void look();
    },
    resumed() {
      looker.forget();
      void look();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async end() {
      ended = true;
      stopTick();
      stopAlarm();
      stopListening();
      await looking;
      listeners.clear();
    },
  };
}
