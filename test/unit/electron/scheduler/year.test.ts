// A simulated year of sleeps, restarts, kills, clocks that jump, edits, pauses and skips: every occurrence ends in
// exactly one row, at most one run of a strategy is under way, nothing runs after a skip, and none is lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import { readCalendar } from '../../../../electron/scheduler/calendar.ts';
import { instantsBefore } from '../../../../electron/scheduler/instants.ts';
import { isSettled, type Occurrence } from '../../../../shared/domain/occurrence.ts';
import type { MissedPolicy } from '../../../../shared/domain/automation.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { plainSchedule, type Schedule } from '../../../../shared/schedule/schedule.ts';
import type { Strategy } from '../../../../shared/domain/strategy.ts';
import { memoryStore } from '../../../support/memory-store.ts';
import { settle, Workstation } from '../../../support/scheduler-world.ts';
import { sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';
import { storeInProcess } from '../../../support/store-in-process.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1, 0, 0, 30);
const RETRIES = 2;

const schedules: (Schedule | null)[] = [
  plainSchedule({ kind: 'daily', times: ['02:30'] }, 'Europe/Madrid'),
  plainSchedule({ kind: 'every', count: 7, unit: 'hours', anchor: '2026-01-01T00:00' }, 'Etc/UTC'),
  plainSchedule({ kind: 'cron', expression: '0 */12 * * MON-FRI' }, 'America/Santiago'),
  plainSchedule({ kind: 'nth-weekday', nth: 'last', weekday: 'fri', times: ['23:00'] }, 'Australia/Lord_Howe'),
  { ...plainSchedule({ kind: 'daily', times: ['12:00', '13:00'] }, 'Etc/UTC'), blackouts: [{ kind: 'weekly', days: ['mon', 'tue'], from: '11:30', until: '12:30' }] },
  null,
];
const policies: MissedPolicy[] = [{ kind: 'run-once' }, { kind: 'if-less-late', hours: 5 }, { kind: 'skip' }];
const codes = ['ORA-19809', 'ORA-01031', null];

type Step =
  | { do: 'awake' | 'sleep' | 'back' | 'ahead'; ms: number }
  | { do: 'kill'; calls: number }
  | { do: 'restart' | 'resume' | 'retry-now' | 'cancel-retry' | 'by-hand' | 'battery' }
  | { do: 'end'; how: 'succeeded' | 'warning' | 'failed' | 'cancelled' | 'lost'; code: number }
  | { do: 'edit'; schedule: number; policy: number }
  | { do: 'enable'; on: boolean }
  | { do: 'pause'; ms: number | null }
  | { do: 'skip'; which: number };

const of = <K extends Step['do'], R extends Record<string, fc.Arbitrary<unknown>>>(kind: K, rest: R) =>
  fc.record({ do: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<Step>;
const spell = fc.oneof(fc.integer({ min: MINUTE, max: 2 * DAY }), fc.integer({ min: DAY, max: 25 * DAY }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: of('awake', { ms: spell }) },
  { weight: 4, arbitrary: of('sleep', { ms: spell }) },
  { weight: 1, arbitrary: of('back', { ms: fc.integer({ min: 2 * MINUTE, max: 20 * DAY }) }) },
  { weight: 1, arbitrary: of('ahead', { ms: spell }) },
  { weight: 3, arbitrary: of('kill', { calls: fc.nat(12) }) },
  { weight: 4, arbitrary: of('restart', {}) },
  { weight: 8, arbitrary: of('end', { how: fc.constantFrom('succeeded', 'warning', 'failed', 'failed', 'cancelled', 'lost'), code: fc.nat(2) }) },
  { weight: 2, arbitrary: of('edit', { schedule: fc.nat(schedules.length - 1), policy: fc.nat(2) }) },
  { weight: 1, arbitrary: of('enable', { on: fc.boolean() }) },
  { weight: 2, arbitrary: of('pause', { ms: fc.option(fc.integer({ min: MINUTE, max: 3 * DAY })) }) },
  { weight: 2, arbitrary: of('resume', {}) },
  { weight: 2, arbitrary: of('skip', { which: fc.nat(2) }) },
  { weight: 1, arbitrary: of('retry-now', {}) },
  { weight: 1, arbitrary: of('cancel-retry', {}) },
  { weight: 1, arbitrary: of('by-hand', {}) },
  { weight: 1, arbitrary: of('battery', {}) },
);

class Year {
  readonly world: Workstation;
  readonly target = sampleTarget('DEMO', { createdAt: START, updatedAt: START });
  strategy: Strategy;
  /** What the schedule was, since when; written by the test alone. */
  timeline: { since: number; schedule: Schedule | null }[] = [];
  latest = START;
  skipped = new Set<number>();
  byHand = 0;

  constructor(readonly store: Store) {
    this.world = new Workstation(store, START);
    const plain = sampleStrategy(this.target, 'Weekly', { createdAt: START, updatedAt: START });
    const retries = { count: RETRIES, firstMinutes: 30, longestMinutes: 120 };
    this.strategy = { ...plain, spec: { ...plain.spec, schedule: schedules[0]!, retries } };
    this.timeline.push({ since: START, schedule: schedules[0]! });
  }

  async prepare(): Promise<void> {
    await this.store.targets.save(this.target, null);
    await this.store.strategies.save(this.strategy, null);
    const settings = await this.store.settings.load();
    await this.store.settings.save({ ...settings, background: { ...settings.background, holdOnBattery: true } });
    await this.world.start();
  }

  rows = (): Promise<Occurrence[]> => this.store.occurrences.between(-8e15, 8e15, null, 1_000_000);

  async save(change: Partial<Strategy>): Promise<void> {
    const now = this.world.now;
    const edited = { ...this.strategy, ...change, version: this.strategy.version + 1, updatedAt: now };
    await this.store.strategies.save(edited, this.strategy.version);
    // The store's `save` writes the flag too.
    this.strategy = edited;
    const schedule = edited.enabled ? edited.spec.schedule : null;
    this.timeline = [...this.timeline.filter(({ since }) => since < now), { since: now, schedule }];
    await this.world.changed();
  }

  async take(command: Step): Promise<void> {
    const { world, store } = this;
    const { scheduler } = world;
    const passes = command.do === 'awake' || command.do === 'sleep' || command.do === 'ahead';
    if (passes && world.now > START + 380 * DAY) return;
    if (command.do === 'awake') await world.awake(command.ms);
    else if (command.do === 'sleep' || command.do === 'ahead') await world.jump(command.ms);
    else if (command.do === 'back') await this.setBack(command.ms);
    else if (command.do === 'kill') world.kill(command.calls);
    else if (command.do === 'restart') {
      await world.stop();
      await world.start();
    } else if (command.do === 'battery') world.onBattery = world.onBattery === true ? null : true;
    else if (command.do === 'end') {
      const [active] = await store.runs.active();
      if (active) await world.end(active.run.id, command.how, command.how === 'failed' ? codes[command.code]! : null);
    } else if (!scheduler) return;
    else if (command.do === 'edit') {
      const [schedule, missed] = [schedules[command.schedule]!, policies[command.policy]!];
      await this.save({ spec: { ...this.strategy.spec, schedule, missed } });
    } else if (command.do === 'enable') await this.save({ enabled: command.on });
    else await this.ask(command, scheduler);
  }

  /** From then on the present schedule counts. A clock that nobody saw go back did not. */
  async setBack(ms: number): Promise<void> {
    const { world } = this;
    if (!world.scheduler) return;
    await world.jump(-ms);
    if (!world.scheduler) await world.jump(ms);
    else {
      const schedule = this.timeline.at(-1)!.schedule;
      this.timeline = [...this.timeline.filter(({ since }) => since < world.now), { since: world.now, schedule }];
    }
  }

  async ask(command: Step, scheduler: NonNullable<Workstation['scheduler']>): Promise<void> {
    const { world, store } = this;
    const due = await store.occurrences.due(world.now);
    const open = due.find(({ state, attempts }) => state === 'waiting' && attempts > 0);
    let work: Promise<unknown> = Promise.resolve();
    if (command.do === 'pause') work = scheduler.pause(command.ms === null ? null : world.now + command.ms);
    if (command.do === 'resume') work = scheduler.resume();
    if (command.do === 'retry-now' && open) work = scheduler.retryNow(open.id).then(() => void (this.byHand += 1));
    if (command.do === 'cancel-retry' && open) work = scheduler.cancelRetry(open.id);
    if (command.do === 'by-hand') work = scheduler.start(this.strategy.id, 'manual');
    if (command.do === 'skip') {
      // Not through the application: it may die with the answer.
      const asked = { from: world.now + 1, until: world.now + 40 * DAY, strategyId: null };
      const ahead = await readCalendar(asked, world.now, store);
      const chosen = ahead.occurrences.filter(({ state }) => state === 'planned')[command.which];
      const noted = (): void => void (chosen && this.skipped.add(chosen.instant));
      if (chosen) work = scheduler.skip(chosen.strategyId, chosen.instant).then(noted);
    }
    work.catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
    await settle();
  }

  async expectOrder(): Promise<void> {
    const active = await this.store.runs.active();
    expect(active.length).toBeLessThanOrEqual(1);
    this.latest = Math.max(this.latest, this.world.now);
  }

  /** Brings time past everything, ends all runs, and takes the schedule away. */
  async finish(): Promise<void> {
    const { world, store } = this;
    world.kill();
    await world.start();
    world.onBattery = false;
    await world.scheduler!.resume();
    await world.jump(Math.max(0, this.latest - world.now) + DAY);
    this.latest = world.now;
    for (let round = 0; round < 20; round += 1) {
      for (const { run } of await store.runs.active()) await world.end(run.id, 'succeeded');
      await world.tick();
    }
    this.last = world.now;
    await this.save({ enabled: false });
    for (const { run } of await store.runs.active()) await world.end(run.id, 'succeeded');
    await world.tick();
    await world.stop();
  }
  last = START;

  async expectAll(): Promise<void> {
    expect(this.world.exceptions).toEqual([]);
    const rows = await this.rows();
    const at = new Map(rows.map((row) => [row.instant, row]));
    expect(at.size).toBe(rows.length);
    expect(rows.filter(({ state }) => !isSettled(state))).toEqual([]);
    for (const row of rows) {
      if (row.state === 'skipped' || row.state === 'missed') expect([row.attempts, row.runId]).toEqual([0, null]);
      else expect(row.runId).not.toBeNull();
      expect(row.attempts).toBeLessThanOrEqual(1 + RETRIES);
    }
    for (const instant of this.skipped) expect(at.get(instant)?.state).toBe('skipped');
    for (const { occurrence, trigger, now } of this.world.begun) {
      // A further attempt may come when the clock was set back behind the first.
      if (trigger !== 'retry') expect(occurrence.instant).toBeLessThanOrEqual(now + MINUTE);
    }
    expect(this.expected().filter((instant) => !at.has(instant))).toEqual([]);
  }

  expected(): number[] {
    return this.timeline.flatMap(({ since, schedule }, index) => {
      const until = Math.min(this.last, this.timeline[index + 1]?.since ?? Infinity);
      return schedule && since < until ? [...instantsBefore([{ schedule, after: since, until }], Infinity)] : [];
    });
  }
}

async function live(store: Store, steps: readonly Step[]): Promise<void> {
  const year = new Year(store);
  try {
    await year.prepare();
    for (const command of steps) {
      await year.take(command);
      await year.expectOrder();
    }
    await year.finish();
    await year.expectAll();
  } finally {
    await year.world.stop();
    await store.close();
  }
}

const numRuns = Number(process.env['YEARS'] ?? 60);

test('every occurrence of a year comes to one end', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => live(memoryStore(), steps)),
    { numRuns },
  );
});

test('in the real tables as well', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), (steps) => live(storeInProcess(), steps)),
    { numRuns: Math.ceil(numRuns / 6) },
  );
});
