// Leads one run from its preparation to its end: starts or takes over the child, follows it, cancels it, settles it.
// Every state is written before it is told. It must not know the queue, nor who supervises.
import { rm, stat } from 'node:fs/promises';
import type { Clock, LiveChild, Reattached } from '../app/ports.ts';
import type { RunChange, StoredRun } from '../app/store-port.ts';
import { runFiles } from '../rman/run-files.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import type { RunProgress, RunState } from '../../shared/domain/run.ts';
import { createVerdictBuilder, type VerdictBuilder } from '../../shared/rman/log/verdict-builder.ts';
import { createBell } from './bell.ts';
import { climbLadder } from './cancel-ladder.ts';
import { Halted, type Halt } from './halt.ts';
import { killJob } from './kill-job.ts';
import { judgeRun, type ChildEnd } from './judge-run.ts';
import type { LifePoint } from './life-point.ts';
import type { Logs, OpenLog } from './logs.ts';
import { prepareRun, type PreparePorts } from './prepare.ts';
import { runProgress } from './settlement.ts';

export type ConductTools = PreparePorts & {
  clock: Clock;
  halt: Halt;
  logs: Logs;
  at(point: LifePoint, runId: string): Promise<void>;
  /** A state was written and may be told. */
  moved(): void;
  /** Output came. */
  progressed(): void;
};

/**
 * How conducting ended. `requeued`: no child was started before a crash, the run waits again. `moved-on`: the row was
 * not in the state that this process left it in.
 */
export type ConductEnd = 'over' | 'requeued' | 'halted' | 'moved-on' | 'broken';

export type Conductor = {
  /** Goes on to cancel; the request itself is already stored. */
  cancel(): void;
  progress(): RunProgress | null;
  /** Never rejects; an exception is kept in the application log and answered as `broken`. */
  finished: Promise<ConductEnd>;
};

type Taken = Exclude<Reattached, { kind: 'never-started' }>;

class MovedOn extends Error {}

/**
 * Conducts a run that stands at *preparing* or *running*. `found` is what a former application left behind, `null` for
 * a run that has just left the queue.
 */
export function conductRun(stored: StoredRun, found: Reattached | null, tools: ConductTools): Conductor {
  const { store, clock, halt, logs, launcher, logger } = tools;
  const { id } = stored.run;
  const files = runFiles(tools.paths.runs, id);
  const asked = createBell();
  let cancelRequested = stored.run.cancelRequestedAt !== null;
  let following: { builder: VerdictBuilder; log: OpenLog; usualMs: number | null } | null = null;

  async function lead(): Promise<ConductEnd> {
    if (found?.kind === 'never-started') return neverStarted();
    const taken = found ?? (await startChild());
    if (taken === null) return 'over';
    await tools.at('running', id);
    await settle(await follow(taken));
    return 'over';
  }

  async function move(from: RunState, to: RunState, change: RunChange): Promise<void> {
    if (!(await store.runs.move(id, from, to, clock.now(), change))) throw new MovedOn();
    tools.moved();
  }

  /** The child of a run that is now *running*; `null` when the run ended without one. */
  async function startChild(): Promise<Taken | null> {
    try {
      await tools.at('preparing', id);
      const cancelled = cancelRequested ? Promise.resolve() : asked.next();
      const invocation = await halt.or(Promise.race([prepareRun(stored, tools), cancelled]));
      await tools.at('prepared', id);
      if (!invocation || (await cancelIsStored())) return await endWithoutChild('cancelled', null);
      // The last thing that may keep it: from here on it counts as begun, for all workstations.
      await tools.mayBegin?.(stored.run);
      // Before the child: after a crash nobody could tell how it was called.
      await store.runs.change(id, { commandLine: invocation.commandLine });
      const child = await launcher.start(invocation.launch);
      await tools.at('spawned', id);
      await move('preparing', 'running', { startedAt: clock.now(), child: child.identity });
      return { kind: 'alive', child };
    } catch (error) {
      if (error instanceof AppError) {
        const isLeftToOthers = error.code === 'team.elsewhere' || error.code === 'team.unreached';
        return endWithoutChild(isLeftToOthers ? 'cancelled' : 'failed', error.report());
      }
      throw error;
    }
  }

  async function endWithoutChild(to: 'failed' | 'cancelled', failure: ErrorReport | null): Promise<null> {
    await move('preparing', to, { endedAt: clock.now(), failure });
    return null;
  }

  async function cancelIsStored(): Promise<boolean> {
    return (await store.runs.get(id))?.run.cancelRequestedAt != null;
  }

  async function neverStarted(): Promise<ConductEnd> {
    if (stored.run.state === 'running') return withoutDirectory();
    await rm(files.directory, { recursive: true, force: true });
    await move('preparing', 'queued', {});
    return 'requeued';
  }

  /**
   * The run had a child, but its directory is gone or was emptied. While that process lives its lane stays closed; then
   * what is left of the log decides.
   */
  async function withoutDirectory(): Promise<ConductEnd> {
    const { child } = stored;
    while (child && launcher.isAlive(child)) await halt.pause(1000);
    await settle(await follow({ kind: 'ended', exitCode: null, signal: null }));
    return 'over';
  }

  async function follow(taken: Taken): Promise<ChildEnd> {
    if (stored.run.state === 'preparing' && found) {
      const child = taken.kind === 'alive' ? taken.child.identity : null;
      await move('preparing', 'running', { startedAt: (await changedAt(files.claim)) ?? clock.now(), child });
    }
    const builder = createVerdictBuilder();
    const log = await logs.conduct(id, (bytes) => {
      builder.push(bytes);
      tools.progressed();
    });
    following = { builder, log, usualMs: await usualDuration() };
    const status = taken.kind === 'ended' ? { ...taken, endedAt: undefined } : await untilEnded(taken.child);
    const { exitCode, signal } = status;
    await tools.at('ended', id);
    await log.follower.caughtUp();
    await log.follower.stop();
    log.spool.finish();
    const past = taken.kind === 'ended' ? ((await changedAt(files.exit)) ?? log.spool.changedAt()) : null;
    return { exitCode, signal, endedAt: past ?? status.endedAt ?? clock.now() };
  }

  async function untilEnded(child: LiveChild) {
    const isExport = stored.strategySpec.scope.kind === 'data-pump';
    const graceMs = (await store.settings.load()).cancelGraceSeconds * 1000;
    let stopLadder = (): void => {};
    const climb = (): void => {
      const softly = isExport ? (wanted: () => boolean) => killJob(stored, tools, wanted) : null;
      if (!halt.halted) stopLadder = climbLadder(child, graceMs, clock, softly);
    };
    if (cancelRequested) climb();
    else void asked.next().then(climb);
    try {
      return await halt.or(child.ended);
    } finally {
      stopLadder();
    }
  }

  async function settle(end: ChildEnd): Promise<void> {
    const { builder, log } = following!;
    const ports = { store, runsDirectory: tools.paths.runs, converse: launcher.converse };
    const { to, change, verdict, found } = await judgeRun(stored, end, { builder, spool: log.spool }, ports);
    if (!(await store.runs.settle(id, 'running', to, clock.now(), change, verdict, found))) throw new MovedOn();
    tools.moved();
    await tools.at('settled', id);
  }

  async function usualDuration(): Promise<number | null> {
    const good = (await store.runs.lastPerStrategy())[stored.run.strategyId]?.good;
    return good?.startedAt != null && good.endedAt !== null ? good.endedAt - good.startedAt : null;
  }

  const finished = lead().catch((error: unknown): ConductEnd => {
    if (error instanceof Halted) return 'halted';
    if (error instanceof MovedOn) return 'moved-on';
    logger.exception(error, `run ${id}`);
    return 'broken';
  });

  return {
    cancel() {
      if (cancelRequested) return;
      cancelRequested = true;
      asked.ring();
    },
    progress: () =>
      following && runProgress(following.builder.progress(), following.log.spool.changedAt(), following.usualMs),
    finished,
  };
}

async function changedAt(path: string): Promise<number | null> {
  try {
    return Math.trunc((await stat(path)).mtimeMs);
  } catch {
    return null;
  }
}
