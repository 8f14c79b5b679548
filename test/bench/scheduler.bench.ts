// How soon ten thousand strategies are armed, and how punctually a hundred of them start that are due in the same
// second, through the store's real worker. Beside it node-schedule, used directly for the same. A start is measured up
// to its run in the queue, on disk; the child is another matter.
import { join } from 'node:path';
import nodeSchedule from 'node-schedule';
import { systemClock } from '../../electron/app/clock.ts';
import type { Launcher, Logger } from '../../electron/app/ports.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { createRuns, type Runs } from '../../electron/runs/runs.ts';
import { systemAlarm } from '../../electron/scheduler/alarm.ts';
import { createScheduler, type Scheduler } from '../../electron/scheduler/scheduler.ts';
import { openFile } from '../../electron/store/file/open-file.ts';
import { migrations } from '../../electron/store/migrations/list.ts';
import { bindingForOldRuntime } from '../../electron/store/native-binding.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { createTables } from '../../electron/store/tables/all-tables.ts';
import { plainSchedule, weekdayNames, type ScheduleRule } from '../../shared/schedule/schedule.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import { builtApplication } from '../support/built-application.ts';
import { storeDirectory } from '../support/store-in-process.ts';
import { sampleStrategy, sampleTarget } from '../support/store-samples.ts';
import { median, ms, percentile, timed, times, type Row } from './row.ts';

const STRATEGIES = 10_000;
/** Jobs that node-schedule is given directly. */
const DIRECTLY = 500;
const ARM_BUDGET_MS = 200;
const ARM_ROUNDS = 5;
const AT_ONCE = 100;
const START_ROUNDS = 3;
const START_BUDGET_MS = 50;
const SECOND = 1000;
const ZONES = ['Europe/Madrid', 'America/Mexico_City', 'America/Bogota', 'UTC', 'Australia/Sydney'];

export async function measure(): Promise<Row[]> {
  const { dist } = await builtApplication();
  const directory = storeDirectory();
  try {
    fill(directory.file);
    const workerFile = join(dist, 'electron/store-worker.cjs');
    const store = await openStore({ path: directory.file, now: Date.now, workerFile });
    try {
      return [...(await arming(store)), await starting(store)];
    } finally {
      await store.close();
    }
  } finally {
    directory.remove();
  }
}

const target = sampleTarget('DEMO');
const zoneNumber = (index: number): string => ZONES[index % ZONES.length] ?? 'UTC';

function strategyNumber(index: number, rule: ScheduleRule, zone: string): Strategy {
  const strategy = sampleStrategy(target, `Strategy ${index}`, { updatedAt: Date.now() });
  return { ...strategy, spec: { ...strategy.spec, schedule: plainSchedule(rule, zone) } };
}

/** Rules of every kind, none of which occurs while this measures. */
function ruleNumber(index: number): ScheduleRule {
  const soon = new Date(Date.now() + 3_600_000);
  const hour = (soon.getUTCHours() + (index % 10)) % 24;
  const time = `${String(hour).padStart(2, '0')}:30`;
  const kinds: ScheduleRule[] = [
    { kind: 'cron', expression: `30 ${hour} * * ${index % 7}` },
    { kind: 'weekly', days: [weekdayNames[(soon.getUTCDay() + 1 + (index % 5)) % 7] ?? 'sun'], times: [time] },
    { kind: 'monthly', days: [((soon.getUTCDate() + 2) % 28) + 1], shortMonths: 'skip', times: [time] },
    { kind: 'every', count: 1000 + (index % 500), unit: 'hours', anchor: soon.toISOString().slice(0, 16) },
  ];
  return kinds[index % kinds.length] ?? { kind: 'daily', times: [time] };
}

function fill(path: string): void {
  const { connection } = openFile({ path, now: Date.now(), nativeBinding: bindingForOldRuntime(), migrations });
  const tables = createTables(connection);
  connection.database.pragma('synchronous = OFF');
  connection.database.transaction(() => {
    tables.targets.save(target, null);
    for (let index = 0; index < STRATEGIES; index += 1) {
      tables.strategies.save(strategyNumber(index, ruleNumber(index), zoneNumber(index)), null);
    }
  })();
  connection.database.close();
}

async function arming(store: Store): Promise<Row[]> {
  const first = await arm(store);
  const again: number[] = [];
  for (let round = 0; round < ARM_ROUNDS; round += 1) again.push(await arm(store));
  const direct = (await timed(armDirectly)) * (STRATEGIES / DIRECTLY);
  const row = (what: string, own: number): Row => ({
    what,
    measured: ms(own),
    baseline: `node-schedule at least ${ms(direct)} (${times(own / direct)})`,
    budget: `< ${ARM_BUDGET_MS} ms`,
    ok: own < ARM_BUDGET_MS,
  });
  return [
    { ...row(`${STRATEGIES} new strategies: their first rows written, and armed`, first), budget: 'once', ok: true },
    row(`${STRATEGIES} strategies armed, as at every start`, median(again)),
  ];
}

/** Milliseconds from nothing to the next instant armed. */
async function arm(store: Store): Promise<number> {
  const scheduler = schedulerOver(store, runsOver(store));
  const took = await timed(() => scheduler.begin());
  await scheduler.end();
  return took;
}

/** It keeps its jobs in a sorted list, so that ten thousand cost more than twenty times five hundred: in its favour. */
function armDirectly(): void {
  const jobs = Array.from({ length: DIRECTLY }, (_, index) =>
    nodeSchedule.scheduleJob({ rule: `30 ${index % 24} * * ${index % 7}`, tz: zoneNumber(index) }, () => {}),
  );
  for (const job of jobs) job.cancel();
}

async function starting(store: Store): Promise<Row> {
  const own: number[] = [];
  const direct: number[] = [];
  for (let round = 0; round < START_ROUNDS; round += 1) {
    direct.push(...(await startDirectly(soonest())));
    own.push(...(await startTogether(store, round)));
  }
  const [mine, theirs] = [percentile(own, 99), percentile(direct, 99)];
  return {
    what: `${AT_ONCE} due in the same second, of ${STRATEGIES}: queued after their instant, p99`,
    measured: `${ms(mine)} (median ${ms(median(own))})`,
    baseline: `node-schedule ${ms(theirs)} (${times(mine / Math.max(1, theirs))})`,
    budget: `< ${START_BUDGET_MS} ms`,
    ok: mine < START_BUDGET_MS,
  };
}

/** A whole second with time enough before it. */
const soonest = (): number => Math.ceil(Date.now() / SECOND) * SECOND + 2 * SECOND;

async function startTogether(store: Store, round: number): Promise<number[]> {
  const due = Array.from({ length: AT_ONCE }, (_, index) => STRATEGIES + round * AT_ONCE + index);
  // A `once` rule has seconds to spare for all the writing that comes before it.
  const instant = Math.ceil(Date.now() / SECOND) * SECOND + 20 * SECOND;
  const at = new Date(instant).toISOString().slice(0, 19);
  for (const index of due) {
    await store.strategies.save(strategyNumber(index, { kind: 'once', at }, 'UTC'), null);
  }
  const runs = runsOver(store);
  const late: number[] = [];
  let done = (): void => {};
  const all = new Promise<void>((resolve) => (done = resolve));
  const scheduler = schedulerOver(store, {
    ...runs,
    async startPlanned(starts) {
      const begun = await runs.startPlanned(starts);
      const now = Date.now();
      late.push(...starts.map(({ occurrence }) => now - occurrence.instant));
      if (late.length >= AT_ONCE) done();
      return begun;
    },
  });
  await scheduler.begin();
  if (Date.now() > instant - SECOND) throw new Error('this machine needs more time before the instant');
  await all;
  await scheduler.end();
  return late;
}

/** Milliseconds after the instant at which each of as many jobs is called. */
async function startDirectly(instant: number): Promise<number[]> {
  const late: number[] = [];
  await new Promise<void>((resolve) => {
    for (let index = 0; index < AT_ONCE; index += 1) {
      nodeSchedule.scheduleJob(new Date(instant), () => {
        if (late.push(Date.now() - instant) === AT_ONCE) resolve();
      });
    }
  });
  return late;
}

const logger: Logger = {
  info: () => {},
  warn: () => {},
  exception(error) {
    process.stderr.write(`${String(error)}\n`);
    return '';
  },
};
const nothing = (): never => {
  throw new Error('nothing is launched here');
};
const launcher: Launcher = {
  start: nothing,
  reattach: nothing,
  isAlive: () => false,
  self: () => ({ pid: process.pid, startToken: 'bench' }),
  probe: nothing,
  converse: nothing,
};

/** Runs that queue and never start: without `begin` nobody looks after the queue. */
function runsOver(store: Store): Runs {
  const runs = createRuns({
    store,
    launcher,
    logger,
    clock: systemClock,
    paths: { profile: '', database: '', runs: '', logs: '' },
    simulator: { file: '', args: [], env: {} },
    renderScript: ({ name }) => ({ text: `# ${name}\n` }),
    checkBeforeRun: () => Promise.resolve([]),
    passwordOf: () => Promise.resolve(''),
    encryptionPasswordOf: () => Promise.reject(new Error('no password is needed')),
  });
  return { ...runs, isSupervising: () => true };
}

const schedulerOver = (store: Store, runs: Runs): Scheduler =>
  createScheduler({
    store,
    runs,
    clock: systemClock,
    logger,
    power: { onBattery: () => null },
    alarm: systemAlarm,
    automatic: true,
  });
