// The scheduler with real time, real processes and the real tables.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import type { Runs } from '../../../electron/runs/runs.ts';
import type { Scheduler } from '../../../electron/scheduler/scheduler.ts';
import { isSettled } from '../../../shared/domain/occurrence.ts';
import {
  eventually, GOOD_SESSION, prints, runsOver, saveTarget, temporaryProfile, type Profile,
} from '../../support/runs-fixture.ts';
import { edit, onceAt, rowsOf, rowWhen, schedulerOver, secondAfter } from '../../support/scheduler-fixture.ts';
import { openInProcess } from '../../support/store-in-process.ts';

let profile: Profile;
let store: Store;
let open: { runs: Runs; scheduler: Scheduler; exceptions: unknown[][] }[] = [];

beforeEach(() => {
  profile = temporaryProfile();
  store = openInProcess(profile.paths.database);
});

async function begin(script: string): Promise<{ runs: Runs; scheduler: Scheduler }> {
  const { runs, logger } = runsOver(store, profile, script);
  const begun = schedulerOver(store, runs);
  open.push({ runs, scheduler: begun.scheduler, exceptions: [logger.exceptions, begun.logger.exceptions] });
  await runs.begin();
  await begun.scheduler.begin();
  return { runs, scheduler: begun.scheduler };
}

afterEach(async () => {
  for (const { runs, scheduler, exceptions } of open) {
    await scheduler.end();
    await runs.shutdown();
    expect(exceptions).toEqual([[], []]);
  }
  open = [];
  await store.close();
  profile.remove();
});

test('a strategy runs at its instant without anybody asking, and its row says what became of it', async () => {
  const { strategy } = await saveTarget(store, 'DEMO');
  const { scheduler } = await begin(prints(GOOD_SESSION));
  const instant = secondAfter(1500);
  await edit(store, strategy, { schedule: onceAt(instant) });
  scheduler.changed();
  const planned = await rowWhen(store, strategy.id, instant, () => true);
  expect(planned).toMatchObject({ state: 'planned', attempts: 0, trigger: 'schedule' });
  expect((await scheduler.standings())[0]).toMatchObject({ strategyId: strategy.id, next: instant, open: null });

  const row = await rowWhen(store, strategy.id, instant, ({ state }) => isSettled(state));
  expect(row).toMatchObject({ id: planned.id, state: 'succeeded', reason: null, attempts: 1, trigger: 'schedule' });
  const run = await store.runs.get(row.runId ?? '');
  expect(run?.run).toMatchObject({ state: 'succeeded', trigger: 'schedule' });
  expect(run?.run.queuedAt).toBeGreaterThanOrEqual(instant);
  expect((await scheduler.standings())[0]).toMatchObject({ next: null, open: null });
});

test('a start by hand has its row, beside what is planned', async () => {
  const { strategy } = await saveTarget(store, 'DEMO');
  const { scheduler } = await begin(prints(GOOD_SESSION));
  const { runId } = await scheduler.start(strategy.id, 'manual');
  const row = await eventually(async () => (await rowsOf(store, strategy.id)).find(({ state }) => isSettled(state)));
  expect(row).toMatchObject({ runId, state: 'succeeded', trigger: 'manual', attempts: 1 });
  expect(row.instant % 1000).not.toBe(0);
});
