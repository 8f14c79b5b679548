// A workstation in memory for the scheduler: a clock that can sleep and jump, an application that can die between any
// two calls of its store, and runs that end as they are told.
import type { Clock } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { beginByHand, newRun, type PlannedStart } from '../../electron/runs/new-run.ts';
import type { Runs, RunsChange } from '../../electron/runs/runs.ts';
import { createScheduler, type Scheduler } from '../../electron/scheduler/scheduler.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RunState } from '../../shared/domain/run.ts';
import { storeMethods } from '../../electron/store/store-methods.ts';

type Timer = { at: number; act: () => void };
type Living = { scheduler: Scheduler; timers: Set<Timer>; tell: () => void; die: () => void; dead: boolean };
type AnyStore = Record<string, Record<string, (...values: unknown[]) => Promise<unknown>>>;
export type Begun = PlannedStart & { now: number };

const renderScript = (): { text: string } => ({ text: '' });
const TICK = 15_000;

/** Lets everything go on that waits for nothing but the store. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class Workstation {
  now: number;
  /** Runs that were begun by themselves, as they came. */
  readonly begun: Begun[] = [];
  readonly exceptions: unknown[] = [];
  onBattery: boolean | null = false;
  private application: Living | null = null;
  /** Calls of the store until the application dies. */
  private left = Infinity;

  constructor(
    private readonly store: Store,
    start: number,
  ) {
    this.now = start;
  }

  get scheduler(): Scheduler | null {
    return this.application && !this.application.dead ? this.application.scheduler : null;
  }

  /** Starts an application, unless one lives. */
  async start(): Promise<void> {
    if (this.scheduler) return;
    this.left = Infinity;
    const timers = new Set<Timer>();
    const listeners = new Set<(change: RunsChange) => void>();
    const application = {
      timers,
      dead: false,
      die: () => void (application.dead = true),
      tell: () => listeners.forEach((listener) => listener('states')),
      scheduler: null as unknown as Scheduler,
    };
    const timer = (at: number, act: () => void): (() => void) => {
      const entry = { at, act };
      timers.add(entry);
      return () => timers.delete(entry);
    };
    const clock: Clock = { now: () => this.now, after: (ms, act) => timer(this.now + ms, act) };
    const store = this.mortal(application);
    application.scheduler = createScheduler({
      store,
      clock,
      alarm: timer,
      automatic: true,
      power: { onBattery: () => this.onBattery },
      random: () => 0.5,
      logger: {
        info: () => {},
        warn: () => {},
        exception: (error) => `incident ${this.exceptions.push(error)}`,
      },
      runs: this.runs(store, listeners),
    });
    this.application = application;
    void application.scheduler.begin();
    await settle();
  }

  /** Ends the application in good order. */
  async stop(): Promise<void> {
    await this.scheduler?.end();
    this.application = null;
  }

  /** Kills it at once, or with its `calls`th next call of the store, before or after that has done its work. */
  kill(calls = 0): void {
    if (calls === 0) this.application?.die();
    else this.left = calls;
  }

  /** Time passes while the machine is awake: every timer fires at its instant. Ticks only at the end. */
  async awake(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const alive = this.scheduler ? this.application : null;
      const due = [...(alive?.timers ?? [])].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      const next = due.find(({ at }) => at - this.now !== TICK) ?? null;
      if (!alive || !next) break;
      alive.timers.delete(next);
      this.now = Math.max(this.now, next.at);
      next.act();
      await settle();
    }
    this.now = Math.max(this.now, until);
    await this.tick();
  }

  /** Time passes while it sleeps, or the clock is set; timers notice afterwards. */
  async jump(ms: number): Promise<void> {
    this.now += ms;
    await this.tick();
  }

  async tick(): Promise<void> {
    this.scheduler?.resumed();
    await settle();
  }

  /** Something outside was saved. */
  async changed(): Promise<void> {
    this.scheduler?.changed();
    await settle();
  }

  /** Ends a run that is not over. */
  async end(runId: string, to: RunState, rootCode: string | null = null): Promise<void> {
    const { runs } = this.store;
    if (to === 'cancelled') await runs.move(runId, 'queued', to, this.now, { endedAt: this.now });
    else {
      await runs.move(runId, 'queued', 'preparing', this.now, {});
      await runs.move(runId, 'preparing', 'running', this.now, { startedAt: this.now });
      this.application?.tell();
      await settle();
      await runs.move(runId, 'running', to, this.now, { endedAt: this.now, rootCode });
    }
    if (this.scheduler) this.application?.tell();
    await settle();
  }

  private runs(store: Store, listeners: Set<(change: RunsChange) => void>) {
    const isBusy = async (id: string): Promise<boolean> =>
      (await store.runs.active()).some(({ run }) => run.strategyId === id);
    const start: Runs['start'] = async (strategyId, trigger) => {
      const strategy = await store.strategies.get(strategyId);
      const target = strategy && (await store.targets.get(strategy.targetId));
      if (!strategy || !target) throw new AppError('strategy.missing');
      if (await isBusy(strategyId)) throw new AppError('strategy.already-queued', { strategy: strategy.spec.name });
      const stored = newRun({ strategy, target, trigger }, this.now, renderScript);
      await beginByHand(stored, store);
      return { runId: stored.run.id };
    };
    return {
      start,
      again: start,
      isSupervising: () => true,
      onChange(listener: (change: RunsChange) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      startPlanned: async (starts: PlannedStart[]): Promise<boolean[]> => {
        const active = new Set((await store.runs.active()).map(({ run }) => run.strategyId));
        const free = starts.filter(({ strategy }) => !active.has(strategy.id));
        const now = this.now;
        // Noted before the call: the application may die with its answer.
        this.begun.push(...free.map((one) => ({ ...one, now })));
        const begun = await store.occurrences.begin(
          free.map((one) => ({
            occurrence: one.occurrence,
            from: one.occurrence.state,
            run: newRun(one, now, renderScript),
          })),
        );
        return starts.map((one) => begun[free.indexOf(one)] ?? false);
      },
    };
  }

  /** The store as one application sees it: it never answers a dead one. */
  private mortal(application: { dead: boolean }): Store {
    const call = async (group: string, name: string, values: unknown[]): Promise<unknown> => {
      if (application.dead) return new Promise(() => {});
      this.left -= 1;
      const dies = this.left <= 0;
      const early = dies && Math.abs(this.now) % 2 === 0;
      if (dies) application.dead = true;
      if (early) return new Promise(() => {});
      const methods = (this.store as unknown as AnyStore)[group];
      const answer = await methods?.[name]?.(...values);
      return application.dead ? new Promise(() => {}) : answer;
    };
    const groups = Object.entries(storeMethods).map(([group, methods]) => [
      group,
      Object.fromEntries(
        Object.keys(methods).map((name) => [name, (...values: unknown[]) => call(group, name, values)]),
      ),
    ]);
    return { ...(Object.fromEntries(groups) as Store), changesElsewhere: () => Promise.resolve(0), notices: () => [] };
  }
}
