// Runs of strategies as the rest of the product sees them: start, cancel, look, follow. Ties together the queue, the
// supervisor and the logs; it must not know windows, IPC or SQL.
import type { Clock } from '../app/ports.ts';
import type { Store, StoredRun } from '../app/store-port.ts';
import { runFiles } from '../rman/run-files.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { confronted } from '../../shared/domain/catalogue/witness.ts';
import type { RunDetail } from '../../shared/domain/history.ts';
import { isOver, type ActiveRun, type Trigger } from '../../shared/domain/run.ts';
import type { Strategy, StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { createBell } from './bell.ts';
import { createHalt } from './halt.ts';
import { inQueueOrder, planLanes, waitReason } from '../../shared/domain/lanes.ts';
import type { LifePoint } from './life-point.ts';
import { beginByHand, newRun, type PlannedStart } from './new-run.ts';
import { createLogAccess, type LineFound, type LogChunk } from './log-access.ts';
import { createLogs } from './logs.ts';
import type { PreparePorts } from './prepare.ts';
import { createQueue, type Queue } from './queue.ts';
import { createSealer } from './seal.ts';
import { createSupervisor } from './supervisor.ts';

export type { LineFound, LogChunk } from './log-access.ts';
export type { LifePoint } from './life-point.ts';
export type { PlannedStart } from './new-run.ts';

/** Progress is told at most this often. */
const PROGRESS_MS = 250;

export type RunsPorts = PreparePorts & {
  clock: Clock;
  /** The script of a run; `commandId` ties it to the database's own records. */
  renderScript(spec: StrategySpec, stamp: { version: number; commandId: string }): { text: string };
  /** For tests that end the process at every instant of a run's life. */
  at?(point: LifePoint, runId: string): void | Promise<void>;
};

/** `states`: a run appeared or moved; told at once. `progress`: output came; told at most four times a second. */
export type RunsChange = 'states' | 'progress';

export type Runs = {
  /** Claims the profile and takes over what an earlier process left. Once, before anything else. */
  begin(): Promise<void>;
  /**
   * Queues a run of a strategy as it stands, with an occurrence of this moment: everything that runs has its row.
   * @throws AppError `strategy.missing`, `strategy.disabled`, `target.missing`, `target.disabled`,
   *   `strategy.already-queued`
   */
  start(strategyId: string, trigger: Trigger): Promise<{ runId: string }>;
  /**
   * Queues runs for occurrences that have their rows, in one transaction. `false` for a row that has moved on
   * meanwhile, and for a strategy that has a run which is not over.
   */
  startPlanned(starts: PlannedStart[]): Promise<boolean[]>;
  /** Queues the strategy of an earlier run, as it stands today. @throws as `start`, and `run.missing` */
  again(runId: string, trigger: Trigger): Promise<{ runId: string }>;
  /** Takes a run out of the queue, or asks its child to end. @throws AppError `run.missing`, `run.not-active` */
  cancel(runId: string): Promise<void>;
  queue: Queue;
  /** Runs that are not over, in the order of the queue, with what they wait for and how far they are. */
  activity(): Promise<ActiveRun[]>;
  /** @throws AppError `run.missing` */
  detail(runId: string): Promise<RunDetail>;
  lines(runId: string, from: number, count: number): Promise<LogChunk>;
  find(runId: string, text: string, from: number, backwards: boolean): Promise<LineFound>;
  tail(runId: string, from: number, signal: AbortSignal): AsyncIterable<LogChunk>;
  /** Calls `listener` after every change; the answer ends it. */
  onChange(listener: (change: RunsChange) => void): () => void;
  /** False while another process (the command line, a second application) looks after this profile's runs. */
  isSupervising(): boolean;
  /** Stops following and gives the profile back; children live on. */
  shutdown(): Promise<void>;
};

export function createRuns(ports: RunsPorts): Runs {
  const { store, clock, paths } = ports;
  const moved = createBell();
  const halt = createHalt(clock);
  const changes = createChanges(clock);
  const logs = createLogs({ store, clock, runsDirectory: paths.runs });
  const access = createLogAccess({ store, clock, logs, moved, halt });
  const tools = {
    ...ports,
    halt,
    logs,
    at: async (point: LifePoint, runId: string) => ports.at?.(point, runId),
    moved() {
      moved.ring();
      changes.tell('states');
    },
    progressed: () => changes.tell('progress'),
  };
  const sealer = createSealer(tools);
  const supervisor = createSupervisor({ ...tools, sealer });
  let starting: Promise<unknown> = Promise.resolve();

  async function stored(runId: string): Promise<StoredRun> {
    const found = await store.runs.get(runId);
    if (!found) throw new AppError('run.missing');
    return found;
  }

  /** One after the other: two clicks must not queue a strategy twice, nor a click and its schedule. */
  function inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const mine = starting.then(act);
    starting = mine.catch(() => {});
    return mine;
  }

  function queued(): void {
    tools.moved();
    void supervisor.pump();
  }

  const start = (strategyId: string, trigger: Trigger): Promise<{ runId: string }> =>
    inTurn(async () => {
      const { strategy, target } = await runnable(strategyId, store);
      const stored = newRun({ strategy, target, trigger }, clock.now(), ports.renderScript);
      await beginByHand(stored, store);
      queued();
      return { runId: stored.run.id };
    });

  const startPlanned = (starts: PlannedStart[]): Promise<boolean[]> =>
    inTurn(async () => {
      const busy = new Set((await store.runs.active()).map(({ run }) => run.strategyId));
      const free = starts.filter(({ strategy }) => !busy.has(strategy.id));
      const begun = await store.occurrences.begin(
        free.map((start) => ({
          occurrence: start.occurrence,
          from: start.occurrence.state,
          run: newRun(start, clock.now(), ports.renderScript),
          ...(start.byHand ? { byHand: true } : {}),
        })),
      );
      if (begun.includes(true)) queued();
      return starts.map((start) => begun[free.indexOf(start)] ?? false);
    });

  async function withdraw(runId: string): Promise<boolean> {
    const now = clock.now();
    const gone = { cancelRequestedAt: now, endedAt: now };
    if (!(await store.runs.move(runId, 'queued', 'cancelled', now, gone))) return false;
    tools.moved();
    // Whoever moved it: the supervisor only looks for unsealed logs when it takes over.
    sealer.add(runId);
    void supervisor.pump();
    return true;
  }

  async function cancel(runId: string): Promise<void> {
    const { run } = await stored(runId);
    if (isOver(run.state)) throw new AppError('run.not-active');
    // It may be started this very moment; then it is cancelled as a run under way.
    if (run.state === 'queued') return (await withdraw(runId)) ? undefined : cancel(runId);
    if (run.cancelRequestedAt === null) await store.runs.change(runId, { cancelRequestedAt: clock.now() });
    supervisor.cancel(runId);
    tools.moved();
  }

  async function activity(): Promise<ActiveRun[]> {
    const [active, settings] = await Promise.all([store.runs.active(), store.settings.load()]);
    const plan = planLanes(active, settings.runsAtOnce);
    const inOrder = [...active.filter(({ run }) => run.state !== 'queued'), ...inQueueOrder(active)];
    return inOrder.map(({ run }) => ({ run, waitsFor: waitReason(plan, run), progress: supervisor.progress(run.id) }));
  }

  async function detail(runId: string): Promise<RunDetail> {
    const { run, script, commandLine } = await stored(runId);
    const [judged, transitions, sealed, witness] = await Promise.all([
      store.runs.verdict(runId),
      store.runs.transitions(runId),
      store.logs.isSealed(runId),
      store.witnesses.get(runId),
    ]);
    const logPath = sealed || run.startedAt === null ? null : runFiles(paths.runs, runId).spool;
    const verdict = judged.verdict && confronted(judged.verdict, witness);
    return { run, verdict, witness, transitions, script, commandLine, logPath, found: judged.found };
  }

  return {
    begin: () => supervisor.begin(),
    start,
    startPlanned,
    again: async (runId, trigger) => start((await stored(runId)).run.strategyId, trigger),
    cancel,
    queue: createQueue({
      store,
      withdraw,
      moved() {
        tools.moved();
        void supervisor.pump();
      },
    }),
    activity,
    detail,
    lines: access.lines,
    find: access.find,
    tail: access.tail,
    onChange: changes.subscribe,
    isSupervising: supervisor.isSupervising,
    async shutdown() {
      try {
        await supervisor.end();
      } finally {
        changes.end();
        moved.ring();
        await logs.closeAll();
      }
    },
  };
}

/** A strategy that may run now, and its target. */
async function runnable(strategyId: string, store: Store): Promise<{ strategy: Strategy; target: Target }> {
  const strategy = await store.strategies.get(strategyId);
  if (!strategy) throw new AppError('strategy.missing');
  if (!strategy.enabled) throw new AppError('strategy.disabled', { strategy: strategy.spec.name });
  const target = await store.targets.get(strategy.targetId);
  if (!target) throw new AppError('target.missing');
  if (!target.enabled) throw new AppError('target.disabled', { target: target.spec.name });
  const active = await store.runs.active();
  if (active.some(({ run }) => run.strategyId === strategyId)) {
    throw new AppError('strategy.already-queued', { strategy: strategy.spec.name });
  }
  return { strategy, target };
}

/** Tells listeners of states at once and of progress in a limited rhythm. */
function createChanges(clock: Clock) {
  const listeners = new Set<(change: RunsChange) => void>();
  let pending: (() => void) | null = null;
  const tellAll = (change: RunsChange): void => {
    for (const listener of listeners) listener(change);
  };
  return {
    tell(change: RunsChange): void {
      if (change === 'states') tellAll('states');
      else
        pending ??= clock.after(PROGRESS_MS, () => {
          pending = null;
          tellAll('progress');
        });
    },
    subscribe(listener: (change: RunsChange) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end(): void {
      pending?.();
      listeners.clear();
    },
  };
}
