// Looks after all runs of a profile: claims it, takes over what an earlier process left, starts what the queue allows,
// notices what other processes asked for. One process supervises at a time; how one run goes is conduct.ts's.
import { readdir } from 'node:fs/promises';
import type { Reattached } from '../app/ports.ts';
import type { StoredRun } from '../app/store-port.ts';
import { runFiles } from '../rman/run-files.ts';
import { ID_PATTERN } from '../../shared/domain/id.ts';
import { isOver, type RunProgress } from '../../shared/domain/run.ts';
import { conductRun, type ConductEnd, type Conductor, type ConductTools } from './conduct.ts';
import { planLanes } from '../../shared/domain/lanes.ts';
import type { Sealer } from './seal.ts';
import { removeSpareDirectory } from './spare-directory.ts';

/** How often other processes' changes are looked for; costs one pragma when there are none. */
const LOOK_MS = 1000;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 300_000;
/** What a quit waits for a log that is just being sealed. */
const SEALING_PATIENCE_MS = 3000;

export type SupervisorTools = ConductTools & { sealer: Sealer };

export function createSupervisor(tools: SupervisorTools) {
  const { store, clock, launcher, halt, logs, sealer, logger } = tools;
  const conductors = new Map<string, Conductor>();
  const retries = new Map<string, number>();
  let claimed = false;
  let supervising = false;
  let looking = Promise.resolve();
  let seenChanges = -1;
  let pumping: Promise<void> | null = null;
  let pumpAgain = false;
  let stopLooking = (): void => {};

  /** Takes the profile over unless a living process has it. */
  async function claim(): Promise<void> {
    const self = launcher.self();
    const holder = await store.supervision.holder();
    const mine = holder !== null && holder.pid === self.pid && holder.startToken === self.startToken;
    if (holder && !mine && launcher.isAlive(holder)) return;
    if (!(await store.supervision.claim(self, holder))) return;
    claimed = true;
    await takeOver();
    supervising = true;
    tools.moved();
  }

  async function takeOver(): Promise<void> {
    for (const stored of await store.runs.active()) if (stored.run.state !== 'queued') await recover(stored);
    for (const runId of await store.runs.unsealed()) sealer.add(runId);
    await sweep();
  }

  /** Removes directories of sealed runs; those of runs that the store does not know are nobody's to remove. */
  async function sweep(): Promise<void> {
    const names = await readdir(tools.paths.runs).catch(() => []);
    for (const name of names.filter((candidate) => ID_PATTERN.test(candidate))) {
      const stored = await store.runs.get(name);
      const isSpare = stored && isOver(stored.run.state) && (await store.logs.isSealed(name));
      if (isSpare) await removeSpareDirectory(tools, name);
    }
  }

  /** Goes on with a run that this process does not conduct (any more), from what its directory tells. */
  async function recover(stored: StoredRun): Promise<void> {
    const { id } = stored.run;
    if (conductors.has(id)) return;
    let found: Reattached;
    try {
      found = await launcher.reattach(runFiles(tools.paths.runs, id).directory);
    } catch (error) {
      logger.exception(error, `looking for the child of run ${id}`);
      retryLater(id);
      return;
    }
    conduct(stored, found);
  }

  function conduct(stored: StoredRun, found: Reattached | null): void {
    const { id } = stored.run;
    const conductor = conductRun(stored, found, tools);
    conductors.set(id, conductor);
    void conductor.finished.then((end) => conducted(id, end));
  }

  function conducted(id: string, end: ConductEnd): void {
    conductors.delete(id);
    if (end === 'halted') return;
    if (end === 'broken') {
      retryLater(id);
      return;
    }
    retries.delete(id);
    if (end === 'over') sealer.add(id);
    if (end === 'moved-on') void logs.release(id);
    void pump();
  }

  /** What failed for a reason of ours (a full disk) is taken up again as after a crash: its child may well live. */
  function retryLater(id: string): void {
    const ms = Math.min(LONGEST_RETRY_MS, (retries.get(id) ?? FIRST_RETRY_MS / 2) * 2);
    retries.set(id, ms);
    clock.after(ms, () => {
      if (halt.halted || conductors.has(id)) return;
      void (async () => {
        const stored = await store.runs.get(id);
        if (!stored) return;
        if (isOver(stored.run.state)) sealer.add(id);
        else if (stored.run.state !== 'queued') await recover(stored);
      })().catch((error: unknown) => {
        logger.exception(error, `taking up run ${id} again`);
        if (!halt.halted) retryLater(id);
      });
    });
  }

  /** Looks at the queue and does what is due; calls that come while it looks are answered by one more look. */
  function pump(): Promise<void> {
    if (!supervising || halt.halted) return Promise.resolve();
    if (pumping) {
      pumpAgain = true;
      return pumping;
    }
    pumping = (async () => {
      do {
        pumpAgain = false;
        await look();
      } while (pumpAgain && !halt.halted);
    })()
      .catch((error: unknown) => void logger.exception(error, 'the queue'))
      .finally(() => (pumping = null));
    return pumping;
  }

  async function look(): Promise<void> {
    const active = await store.runs.active();
    const waiting: StoredRun[] = [];
    for (const stored of active) {
      const { run } = stored;
      if (run.cancelRequestedAt === null) waiting.push(stored);
      else if (run.state !== 'queued') {
        conductors.get(run.id)?.cancel();
        waiting.push(stored);
      } else if (await store.runs.move(run.id, 'queued', 'cancelled', clock.now(), { endedAt: clock.now() })) {
        tools.moved();
        sealer.add(run.id);
      }
    }
    const { start } = planLanes(waiting, (await store.settings.load()).runsAtOnce);
    for (const id of start) if (!halt.halted) await startRun(id);
  }

  async function startRun(id: string): Promise<void> {
    if (!(await store.runs.move(id, 'queued', 'preparing', clock.now(), {}))) return;
    tools.moved();
    const stored = await store.runs.get(id);
    if (stored) conduct(stored, null);
  }

  /** Looks now and again after a while; its end can be waited for, so that no claim is made behind a quit. */
  function lookRegularly(): Promise<void> {
    looking = lookElsewhere().finally(() => {
      if (!halt.halted) stopLooking = clock.after(LOOK_MS, () => void lookRegularly());
    });
    return looking;
  }

  async function lookElsewhere(): Promise<void> {
    try {
      if (!supervising) {
        await claim();
        if (supervising) await pump();
      }
      const changes = await store.changesElsewhere();
      if (changes !== seenChanges) {
        seenChanges = changes;
        tools.moved();
        await pump();
      }
      await logs.closeIdle();
    } catch (error) {
      if (!halt.halted) logger.exception(error, 'looking for changes of other processes');
    }
  }

  return {
    /** Claims the profile if it is free and begins to look after its runs; otherwise waits until it is. */
    begin: lookRegularly,
    pump,
    cancel: (runId: string): void => conductors.get(runId)?.cancel(),
    progress: (runId: string): RunProgress | null => conductors.get(runId)?.progress() ?? null,
    isSupervising: (): boolean => supervising,
    /** Lets go of everything; the children live on and the next process takes over. */
    async end(): Promise<void> {
      let stopWaiting = (): void => {};
      const patience = new Promise<void>((resolve) => (stopWaiting = clock.after(SEALING_PATIENCE_MS, resolve)));
      await Promise.race([sealer.idle(), patience]);
      stopWaiting();
      halt.halt();
      stopLooking();
      await looking;
      await Promise.all([pumping, sealer.idle(), ...[...conductors.values()].map((conductor) => conductor.finished)]);
      if (claimed) await store.supervision.release(launcher.self());
      claimed = false;
      supervising = false;
    },
  };
}
