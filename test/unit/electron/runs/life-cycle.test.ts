// The life of runs under random starts, cancels, ends, crashes and restarts: every run comes to exactly one end, has at
// most one child, shares its lane with nobody, and its log is in the store line by line.
import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRuns, type LifePoint, type Runs } from '../../../../electron/runs/runs.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { isOver, mayMove } from '../../../../shared/domain/run.ts';
import { Buried, fakeWorld, type ExitStatus, type FakeChild } from '../../../support/fake-world.ts';
import { memoryStore } from '../../../support/memory-store.ts';
import {
  GOOD_SESSION, keptLogger, saveStrategy, saveTarget, temporaryProfile, type Profile,
} from '../../../support/runs-fixture.ts';

type Step =
  | { do: 'start'; strategy: number }
  | { do: 'cancel'; run: number }
  | { do: 'end'; child: number; status: ExitStatus }
  | { do: 'print'; child: number }
  | { do: 'wait'; ms: number }
  | { do: 'crash'; at: LifePoint | 'now' }
  | { do: 'restart' };

const points: LifePoint[] = ['preparing', 'prepared', 'spawned', 'running', 'ended', 'settled', 'sealing', 'sealed'];
const statuses: ExitStatus[] = [
  { exitCode: 0, signal: null },
  { exitCode: 1, signal: null },
  { exitCode: null, signal: 'SIGKILL' },
  { exitCode: null, signal: null },
];
const number = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('start' as const), strategy: number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), run: number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('end' as const), child: number, status: fc.constantFrom(...statuses) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('print' as const), child: number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 60, 1100, 40_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), at: fc.constantFrom('now' as const, ...points) }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'restart' }) },
);

type Application = ReturnType<ReturnType<typeof fakeWorld>['application']>;

class Play {
  readonly world = fakeWorld();
  readonly store = memoryStore();
  readonly printed = new Map<string, string[]>();
  readonly startedRuns: string[] = [];
  readonly exceptions: unknown[] = [];
  strategies: string[] = [];
  application: Application | null = null;
  readonly killed: { application: Application; runs: Runs }[] = [];
  runs: Runs | null = null;
  crashAt: LifePoint | null = null;

  constructor(readonly profile: Profile) {}

  async prepare(): Promise<void> {
    for (const name of ['A', 'B', 'C']) {
      const { target, strategy } = await saveTarget(this.store, name);
      this.strategies.push(strategy.id, (await saveStrategy(this.store, target, `${name} second`)).id);
    }
  }

  restart(): void {
    if (this.application && !this.application.dead()) return;
    if (this.application && this.runs) this.killed.push({ application: this.application, runs: this.runs });
    this.crashAt = null;
    const application = this.world.application(this.store, (child) => this.childStarted(child));
    const logger = keptLogger();
    this.application = application;
    this.runs = createRuns({
      store: application.store,
      clock: application.clock,
      launcher: application.launcher,
      logger: { ...logger, exception: (error) => `incident ${this.exceptions.push(error)}` },
      paths: this.profile.paths,
      simulator: { file: 'rman', args: [], env: {} },
      renderScript: () => ({ text: '' }),
      checkBeforeRun: () => Promise.resolve([]),
      passwordOf: () => Promise.resolve(''),
      encryptionPasswordOf: () => Promise.reject(new Error('no password is needed')),
      at: (point) => {
        if (application.dead()) return application.hang();
        // A fresh directory: the claim of an earlier attempt went with the old one.
        if (point === 'prepared') for (const id of this.preparing()) this.world.forgetClaim(id);
        if (point !== this.crashAt) return;
        application.kill();
        return application.hang();
      },
    });
    void this.runs.begin();
  }

  /** Directories of runs in preparation that have no child. */
  preparing(): string[] {
    const taken = new Set(this.world.children.map((child) => child.directory));
    return this.store
      .allRuns()
      .filter(({ state }) => state === 'preparing')
      .map(({ id }) => `${this.profile.paths.runs}/${id}`)
      .filter((directory) => !taken.has(directory));
  }

  childStarted(child: FakeChild): void {
    const runId = basename(child.directory);
    this.startedRuns.push(runId);
    this.printed.set(runId, []);
    this.print(child, GOOD_SESSION.slice(0, 8));
    this.expectLanes();
  }

  print(child: FakeChild, lines: readonly string[]): void {
    child.print(lines);
    this.printed.get(basename(child.directory))!.push(...lines);
  }

  end(child: FakeChild, status: ExitStatus): void {
    if (status.exitCode === 0) this.print(child, GOOD_SESSION.slice(8));
    child.end(status);
  }

  expectLanes(): void {
    const runs = this.store.allRuns();
    const living = this.world.children.filter(({ status }) => !status).map(({ directory }) => basename(directory));
    const lanes = living.map((id) => runs.find((run) => run.id === id)?.targetId);
    expect(new Set(lanes).size).toBe(lanes.length);
    expect(living.length).toBeLessThanOrEqual(2);
  }

  async step(command: Step): Promise<void> {
    const alive = this.application && !this.application.dead() ? this.runs : null;
    if (command.do === 'restart') this.restart();
    else if (command.do === 'wait') this.world.advance(command.ms);
    else if (command.do === 'crash' && command.at === 'now') this.application?.kill();
    else if (command.do === 'crash') this.crashAt = command.at as LifePoint;
    else if (command.do === 'start') void alive?.start(this.strategies[command.strategy]!, 'manual').catch(foreseen);
    else if (command.do === 'cancel') {
      const runs = this.store.allRuns();
      const run = runs[command.run % Math.max(1, runs.length)];
      if (run) void alive?.cancel(run.id).catch(foreseen);
    } else {
      const living = this.world.children.filter(({ status }) => !status);
      const child = living[command.child % Math.max(1, living.length)];
      if (child && command.do === 'print') this.print(child, ['input datafile file number=00001']);
      if (child && command.do === 'end') this.end(child, command.status);
    }
    await breathe(2);
  }

  /** Lets everything come to its end. */
  async finish(): Promise<void> {
    const settled = async (): Promise<boolean> =>
      this.store.allRuns().every(({ state }) => isOver(state)) && (await this.store.runs.unsealed()).length === 0;
    for (let round = 0; !(await settled()); round += 1) {
      if (round > 2000) throw new Error(JSON.stringify(this.store.allRuns().map(({ id, state }) => [id, state])));
      // A crash that is still to come may come now.
      this.restart();
      for (const child of this.world.children.filter(({ status }) => !status)) this.end(child, statuses[0]!);
      this.world.advance(500);
      this.expectLanes();
      await breathe(1);
    }
    this.crashAt = null;
    this.restart();
    await this.runs!.shutdown();
  }

  async closeFiles(): Promise<void> {
    for (const { application, runs } of this.killed) {
      application.bury();
      await runs.shutdown().catch(foreseen);
    }
  }

  async expectOneEndEach(): Promise<void> {
    expect(this.exceptions).toEqual([]);
    expect(new Set(this.startedRuns).size).toBe(this.startedRuns.length);
    for (const run of this.store.allRuns()) {
      const moves = await this.store.runs.transitions(run.id);
      expect(moves.filter(({ to }) => isOver(to))).toHaveLength(1);
      expect(isOver(moves.at(-1)!.to)).toBe(true);
      moves.slice(1).forEach(({ from, to }) => expect(mayMove(from!, to)).toBe(true));
      expect((await this.store.logs.lines(run.id, 0, 10_000)).lines).toEqual(this.printed.get(run.id) ?? []);
      if (!this.startedRuns.includes(run.id)) expect(run.state).toBe('cancelled');
    }
  }
}

const foreseen = (error: unknown): void => {
  if (!(error instanceof AppError || error instanceof Buried)) throw error;
};

/** Real time for the file system; what is decided never depends on how much. */
async function breathe(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

test('every run comes to one end, whatever happens on the way', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const profile = temporaryProfile();
      mkdirSync(profile.paths.runs, { recursive: true });
      try {
        const play = new Play(profile);
        await play.prepare();
        play.restart();
        for (const command of steps) await play.step(command);
        await play.finish();
        await play.expectOneEndEach();
        await play.closeFiles();
      } finally {
        profile.remove();
      }
    }),
    { numRuns: 80 },
  );
});
