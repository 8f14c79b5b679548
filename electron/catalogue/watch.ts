// Looks at databases by itself, gently: how far jobs of ours are, what became of them, what others have run, and what
// should worry somebody. It only reads, and no run ever waits for it: a hung database costs this loop its patience, and
// a hung view not all of its sessions.
import type { Clock, Logger } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';
import { ask } from '../oracle/catalogue/ask.ts';
import { jobsQuestion } from '../oracle/catalogue/jobs.ts';
import { liveProgressQuestion, sessionsOf } from '../oracle/catalogue/live-progress.ts';
import { isRunning } from '../../shared/domain/catalogue/backups.ts';
import type { Panel } from '../../shared/domain/catalogue/catalogue.ts';
import { concernsOf, type DatabaseConcerns } from '../../shared/domain/catalogue/concerns.ts';
import {
  advance, noProgress, shownProgress, type DatabaseProgress, type ProgressMemory,
} from '../../shared/domain/catalogue/progress.ts';
import type { Run } from '../../shared/domain/run.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Catalogue } from './catalogue.ts';
import { externalRun, isForeign } from './external-run.ts';
import { testimonyOf, testimonyOfJob } from './testimony.ts';

export type WatchPorts = {
  store: Pick<Store, 'targets' | 'runs' | 'witnesses'>;
  clock: Clock;
  logger: Logger;
  catalogue: Catalogue;
  /** Progress or concerns are not what they were. */
  changed(): void;
  /** Runs of the list are not what they were: a testimony came, or runs of others. */
  runsChanged(): void;
};

const PROGRESS_MS = 5_000;
const SLOWEST_PROGRESS_MS = 120_000;
/** Whole looks at a database; its job view must not be asked more often than once a minute (reference §5.2). */
const LOOK_MS = 15 * 60_000;
/** When a run that is over is asked about: V$ rows of a finished job may lag behind, so not only once. */
const TESTIMONY_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000];
/** Older runs are let be: their records may have been reused. */
const TESTIMONY_WITHIN_MS = 24 * 3_600_000;
const IMPORT_DAYS = 7;

type Following = {
  memory: ProgressMemory;
  shown: DatabaseProgress | null;
  delay: number;
  dueAt: number;
  asking: boolean;
};

export function createWatch({ store, clock, logger, catalogue, changed, runsChanged }: WatchPorts) {
  const following = new Map<string, Following>();
  const attempts = new Map<string, { made: number; dueAt: number; asking: boolean }>();
  const looks = new Map<string, { dueAt: number; asking: boolean }>();
  const concerns = new Map<string, DatabaseConcerns>();
  let ended = false;
  let stopTimer = (): void => {};

  /** Runs `work`; what Oracle refuses is told nowhere but in the connection's health, which learns it by itself. */
  async function gently(what: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof AppError) && !ended) logger.exception(error, what);
      return false;
    }
  }

  async function followRun(run: Run, state: Following): Promise<void> {
    state.asking = true;
    const well = await gently(`progress of run ${run.id}`, () =>
      catalogue.withSession(run.targetId, async ({ session, banner, asker }) => {
        const binds = { pattern: sessionsOf(run.id) };
        const reading = await ask(session, liveProgressQuestion, banner.release, asker, binds);
        if (reading.state !== 'ok') throw new AppError('oracle.closed');
        state.memory = advance(state.memory, reading.value);
        state.shown = shownProgress(state.memory, reading.value, reading.askedAt);
      }, 'slow'),
    );
    state.delay = well ? PROGRESS_MS : Math.min(SLOWEST_PROGRESS_MS, state.delay * 2);
    state.dueAt = clock.now() + state.delay;
    state.asking = false;
    if (!ended && following.get(run.id) === state) changed();
  }

  async function testify(run: Run): Promise<void> {
    const made = (attempts.get(run.id)?.made ?? 0) + 1;
    const next = TESTIMONY_MS[made];
    attempts.set(run.id, { made, dueAt: next === undefined ? Infinity : clock.now() + next, asking: true });
    await gently(`testimony about run ${run.id}`, () =>
      catalogue.withSession(run.targetId, async (asking) => {
        const witness = await testimonyOf(run.id, asking);
        if (witness === null) return;
        const settled = witness.status !== null && !isRunning(witness.status);
        if (!settled && next !== undefined) return;
        await store.witnesses.put(run.id, witness);
        attempts.delete(run.id);
        runsChanged();
      }, 'slow'),
    );
    const state = attempts.get(run.id);
    if (state) state.asking = false;
  }

  async function look(target: Target): Promise<void> {
    looks.set(target.id, { dueAt: Infinity, asking: true });
    await gently(`look at ${target.spec.name}`, async () => {
      const panelOf = async <Name extends 'identity' | 'recovery-area' | 'corruption'>(name: Name) =>
        (await catalogue.panel(target.id, name, false)) as Panel<Name>;
      const identity = (await panelOf('identity')).result;
      const recoveryArea = (await panelOf('recovery-area')).result;
      const corruption = (await panelOf('corruption')).result;
      if ([identity, recoveryArea, corruption].some(({ state }) => state === 'ok')) {
        concerns.set(target.id, {
          targetId: target.id,
          askedAt: clock.now(),
          concerns: concernsOf({ identity, recoveryArea, corruption }),
        });
        changed();
      }
      if (identity.state === 'ok') await importJobs(target, identity.value.dbid);
    });
    looks.set(target.id, { dueAt: clock.now() + LOOK_MS, asking: false });
  }

  async function importJobs(target: Target, dbid: number): Promise<void> {
    await catalogue.withSession(target.id, async (asking) => {
      const { session, banner, asker } = asking;
      const found = await ask(session, jobsQuestion, banner.release, asker, { days: IMPORT_DAYS });
      if (found.state !== 'ok') return;
      const foreign = found.value.items.filter(isForeign);
      const keyOf = (job: (typeof foreign)[number]): string => `${job.sessionRecid}/${job.sessionStamp}`;
      const there = new Set(await store.witnesses.imported(dbid, foreign.map(keyOf)));
      const runs = [];
      for (const job of foreign.filter((one) => !there.has(keyOf(one)))) {
        runs.push(externalRun(job, dbid, target, await testimonyOfJob(job, asking)));
      }
      if (runs.length > 0 && (await store.witnesses.enter(runs)) > 0) runsChanged();
    }, 'slow');
  }

  async function tick(): Promise<void> {
    const targets = (await store.targets.list()).filter(({ enabled, spec }) => enabled && spec.sql !== null);
    const ids = targets.map(({ id }) => id);
    const now = clock.now();
    const active = (await store.runs.active()).map(({ run }) => run)
      .filter(({ state, targetId }) => state === 'running' && ids.includes(targetId));
    const running = new Set(active.map(({ id }) => id));
    for (const id of following.keys()) if (!running.has(id)) following.delete(id);
    for (const run of active) {
      const state = following.get(run.id)
        ?? { memory: noProgress, shown: null, delay: PROGRESS_MS, dueAt: now, asking: false };
      following.set(run.id, state);
      if (!state.asking && state.dueAt <= now) void followRun(run, state);
    }
    if (ids.length > 0) {
      for (const run of await store.witnesses.wanting(ids, now - TESTIMONY_WITHIN_MS)) {
        const firstAt = (run.endedAt ?? now) + (TESTIMONY_MS[0] ?? 0);
        const before = attempts.get(run.id) ?? { made: 0, dueAt: firstAt, asking: false };
        if (!before.asking && before.dueAt <= now) void testify(run);
      }
    }
    for (const target of targets) {
      const before = looks.get(target.id) ?? { dueAt: now, asking: false };
      if (!before.asking && before.dueAt <= now) void look(target);
    }
    for (const id of concerns.keys()) if (!ids.includes(id)) concerns.delete(id);
  }

  function again(): void {
    if (ended) return;
    stopTimer = clock.after(PROGRESS_MS, () => void gently('looking at databases', tick).finally(again));
  }

  return {
    /** Begins to look; waits for nothing. */
    begin(): void {
      void gently('looking at databases', tick).finally(again);
    },
    /** How far runs under way are, by run id, as their databases say. */
    progress: (): Record<string, DatabaseProgress> =>
      Object.fromEntries([...following].flatMap(([id, { shown }]) => (shown ? [[id, shown] as const] : []))),
    concerns: (): DatabaseConcerns[] => [...concerns.values()],
    end(): void {
      ended = true;
      stopTimer();
    },
  };
}

export type Watch = ReturnType<typeof createWatch>;
