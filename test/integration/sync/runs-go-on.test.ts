// A run does not know of the log database: whatever that does meanwhile, the run goes through the same states to the
// same end with the same log, before a single fact of it has arrived; later all of it does.
import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import type { FaultSpec, Faults } from '../../support/oracle/index.ts';
import {
  eventually, GOOD_SESSION, overRun, prints, runsOver, saveTarget, tailed, temporaryProfile, type Profile,
} from '../../support/runs-fixture.ts';
import { storeInProcess } from '../../support/store-in-process.ts';
import { oracleWithLogTables, syncOver, type OracleWithTables, type RunningSync } from '../../support/sync-over-oracle.ts';

let profile: Profile;
let store: Store;
let tables: OracleWithTables;
let running: RunningSync;
beforeEach(async () => {
  profile = temporaryProfile();
  mkdirSync(profile.paths.runs, { recursive: true });
  store = storeInProcess();
  tables = await oracleWithLogTables();
  running = syncOver(store, tables);
});
afterEach(async () => {
  await running.end();
  await store.close();
  await tables.oracle.stop();
  profile.remove();
  expect(running.exceptions).toEqual([]);
});

const always = (at: FaultSpec['at'], harm: FaultSpec['harm']) => (faults: Faults): void =>
  faults.add({ at, harm, times: Infinity });

const troubles: Record<string, (faults: Faults) => void> = {
  'accepts and says nothing': (faults) => void (faults.listener = 'silent'),
  'resets every connection': (faults) => void (faults.listener = 'reset'),
  'knows no such service': (faults) => void (faults.listener = { refuse: 12514 }),
  'refuses the log-in': always('logon', { do: 'error', code: 28000 }),
  'hangs at the first statement': always('execute', { do: 'hang', moment: 'before' }),
  'drops at every commit': always('commit', { do: 'drop', moment: 'before' }),
  'hangs after every commit': always('commit', { do: 'hang', moment: 'after' }),
  'has no room': always('execute', { do: 'error', code: 1653 }),
};

describe('a log database that', () => {
  test.each(Object.keys(troubles))('%s delays no run', async (trouble) => {
    const { runs, logger } = runsOver(store, profile, prints(GOOD_SESSION));
    const { strategy } = await saveTarget(store, 'NOMINA');
    troubles[trouble]?.(tables.oracle.faults);
    await running.sync.begin();
    await runs.begin();
    const leave = runs.onChange(() => running.sync.look());

    const { runId } = await runs.start(strategy.id, 'manual');
    const run = await overRun(store, runId);
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0 });
    expect((await store.runs.transitions(runId)).map(({ to }) => to)).toEqual(['queued', 'preparing', 'running', 'succeeded']);
    expect(await tailed(runs, runId)).toEqual(GOOD_SESSION);
    // It is over, and not one of its facts has been taken out of the outbox.
    expect((await running.sync.status()).pending).toBeGreaterThan(0);

    leave();
    await runs.shutdown();
    expect(logger.exceptions).toEqual([]);
    tables.oracle.faults.clear();
    tables.oracle.dropConnections();
    await eventually(async () => {
      await running.sync.tryAgain(null);
      await running.sync.retry();
      const { pending, quarantined } = await running.sync.drain();
      return pending + quarantined === 0;
    });
    const arrived = tables.oracle.rows('LOGS.RESPALDO_RUNS').map((row) => [row['run_id'], row['state']]);
    expect(arrived).toEqual([[runId, 'succeeded']]);
    expect(tables.oracle.rows('LOGS.RESPALDO_LOGS').map((row) => row['complete'])).toEqual(['Y']);
  });
});
