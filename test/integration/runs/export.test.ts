// Data Pump exports through the simulated expdp into the real store: parfile, log, verdict, dump files, and KILL_JOB.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import type { Runs } from '../../../electron/runs/runs.ts';
import type { Run } from '../../../shared/domain/run.ts';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import type { TargetSpec } from '../../../shared/domain/target.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { exportKinds, exportSpec } from '../../support/export-kinds.ts';
import { buildSimulator } from '../../support/rman-simulator.ts';
import { eventually, overRun, runsOver, saveTarget, tailed, temporaryProfile, type Profile, type RunsFixture } from '../../support/runs-fixture.ts';
import { storeInProcess } from '../../support/store-in-process.ts';

let profile: Profile;
let store: Store;
let fixture: RunsFixture;

beforeEach(() => {
  profile = temporaryProfile();
  mkdirSync(profile.paths.runs, { recursive: true });
  store = storeInProcess();
});
afterEach(async () => {
  await fixture.runs.shutdown();
  expect(fixture.logger.exceptions).toEqual([]);
  await store.close();
  profile.remove();
});

async function begin(): Promise<Runs> {
  const simulator = { file: process.execPath, args: [await buildSimulator()], env: {} };
  fixture = runsOver(store, profile, '', {
    simulator,
    renderScript,
    passwordOf: () => Promise.resolve('tiger'),
    encryptionPasswordOf: () => Promise.resolve('not $o easy'),
  });
  await fixture.runs.begin();
  return fixture.runs;
}

type Started = { failure?: string | null; seconds?: number; login?: TargetSpec['login'] };

async function start(runs: Runs, spec: StrategySpec, { failure = null, seconds = 0, login }: Started = {}) {
  const { target, strategy } = await saveTarget(store, `SIM ${spec.name}`);
  const changed = { ...target.spec, ...(login ? { login } : {}), runner: { kind: 'simulated' as const, version: '19' as const, seconds, failure } };
  await store.targets.save({ ...target, revision: 2, spec: changed }, 1);
  await store.strategies.save({ ...strategy, version: 2, spec }, 1);
  const { runId } = await runs.start(strategy.id, 'manual');
  return { runId, targetId: target.id };
}

const overOf = async (runs: Runs, spec: StrategySpec, started: Started = {}): Promise<Run> =>
  overRun(store, (await start(runs, spec, started)).runId);

const dumps = (targetId: string): string =>
  join(profile.paths.profile, 'simulator', targetId, 'dpdump');

describe('an export', () => {
  test('is good by exit code, closing line and dump files, and they lie on the disk', async () => {
    const runs = await begin();
    const run = await overOf(runs, exportSpec({ parallel: 3 }));
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0, rootCode: null, pieces: 3 });
    const { verdict, found } = await runs.detail(run.id);
    expect(verdict).toMatchObject({ tool: 'expdp', counts: { tables: 8, dumpFiles: 3 }, disagreements: [] });
    expect(found).toHaveLength(3);
    expect(run.bytes).toBe(found.reduce((sum, { bytes }) => sum + bytes!, 0));
    expect(run.bytes).toBeGreaterThan(0);
    const lines = await tailed(runs, run.id);
    // The id of the run is in the name of the job, and so in the database's own records.
    expect(lines.some((line) => line.includes(`"RSP_${run.id}" successfully completed`))).toBe(true);
    expect((await store.runs.get(run.id))?.script).toContain(`job_name=RSP_${run.id}\n`);
    await eventually(() => store.logs.isSealed(run.id));
  });

  test('asks for its passwords through standard input and shows them nowhere', async () => {
    const runs = await begin();
    const [, spec] = exportKinds.find(([name]) => name === 'export-encrypted')!;
    const login = { kind: 'password' as const, username: 'SYSTEM', connectIdentifier: null, as: 'sysdba' as const };
    const run = await overOf(runs, spec, { login });
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0 });
    const log = await tailed(runs, run.id);
    const everything = JSON.stringify([await store.runs.get(run.id), await runs.detail(run.id), log]);
    expect(everything).not.toContain('tiger');
    expect(everything).not.toContain('not $o easy');
    await eventually(() => store.logs.isSealed(run.id));
  });

  test.each([
    ['export-table', 'warning', 5, 'ORA-01555'],
    ['export-fatal', 'failed', 1, 'ORA-39095'],
    ['export-directory', 'failed', 1, 'ORA-39087'],
    ['bad-password', 'failed', 1, 'ORA-01017'],
    ['kill-mid-run', 'failed', null, 'killed-by-signal'],
  ] as const)('with the failure %s is %s', async (failure, state, exitCode, rootCode) => {
    const runs = await begin();
    const run = await overOf(runs, exportSpec(), { failure });
    expect(run).toMatchObject({ state, rootCode, exitCode });
    await eventually(() => store.logs.isSealed(run.id));
  });

  test('that is cancelled kills its job in the database: no dump file stays, and the log says who ended it', async () => {
    const runs = await begin();
    const { runId, targetId } = await start(runs, exportSpec(), { failure: 'hang' });
    await eventually(async () => (await runs.activity())[0]?.progress?.step === 'export');
    await eventually(() => Promise.resolve(existsSync(dumps(targetId)) && readdirSync(dumps(targetId)).some((name) => name.endsWith('.dmp'))));
    await runs.cancel(runId);
    expect(await overRun(store, runId)).toMatchObject({ state: 'cancelled', exitCode: 1, signal: null });
    expect((await tailed(runs, runId)).some((line) => line.includes('killed by user request'))).toBe(true);
    expect(readdirSync(dumps(targetId)).filter((name) => name.endsWith('.dmp'))).toEqual([]);
    expect((await runs.detail(runId)).verdict?.disagreements).toEqual([]);
    await eventually(() => store.logs.isSealed(runId));
  });
});
