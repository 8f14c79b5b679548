// Runs of real strategies through the simulated RMAN into the real store: script, log, verdict, pieces.
import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import type { Runs } from '../../../electron/runs/runs.ts';
import type { Run } from '../../../shared/domain/run.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { buildSimulator } from '../../support/rman-simulator.ts';
import {
  eventually, overRun, runsOver, saveTarget, tailed, temporaryProfile, type Profile, type RunsFixture,
} from '../../support/runs-fixture.ts';
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
  fixture = runsOver(store, profile, '', { simulator, renderScript, passwordOf: () => Promise.resolve("it's/tiger@1") });
  await fixture.runs.begin();
  return fixture.runs;
}

type Simulated = { version?: '11.2' | '12.2' | '19' | '21' | '23'; failure?: string | null; password?: boolean };

/** One run of the level 0 strategy of a simulated target. */
async function runOnce(runs: Runs, { version = '19', failure = null, password = false }: Simulated): Promise<Run> {
  const { target, strategy } = await saveTarget(store, `SIM ${version} ${failure ?? ''}${password ? 'password' : ''}`.trim());
  target.spec.runner = { kind: 'simulated', version, seconds: 0, failure };
  if (password) target.spec.login = { kind: 'password', username: 'SYS', connectIdentifier: null, as: 'sysdba' };
  await store.targets.save({ ...target, revision: 2 }, 1);
  const { runId } = await runs.start(strategy.id, 'manual');
  return overRun(store, runId);
}

describe('a simulated run', () => {
  test.each(['11.2', '12.2', '19', '21', '23'] as const)('of %s is good, and its pieces lie on the disk', async (version) => {
    const runs = await begin();
    const run = await runOnce(runs, { version });
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0, rootCode: null });
    const { verdict, found } = await runs.detail(run.id);
    expect(run.pieces).toBeGreaterThan(0);
    expect(found).toHaveLength(run.pieces);
    expect(found.every(({ exists, bytes }) => exists && bytes! > 0)).toBe(true);
    expect(run.bytes).toBe(found.reduce((sum, { bytes }) => sum + bytes!, 0));
    expect(verdict?.disagreements).toEqual([]);
    const lines = await tailed(runs, run.id);
    expect(lines).toHaveLength(run.lines);
    // The id of the run ties script, log and the database's own records together.
    expect(lines.some((line) => line.includes(run.id))).toBe(true);
    await eventually(() => store.logs.isSealed(run.id));
  });

  test.each(['19', '23'] as const)('of %s with a password gets it through standard input and shows it nowhere', async (version) => {
    const runs = await begin();
    const run = await runOnce(runs, { version, password: true });
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0 });
    const lines = await tailed(runs, run.id);
    expect(lines.join('\n')).not.toContain('tiger');
    expect(JSON.stringify([await store.runs.get(run.id), await runs.detail(run.id)])).not.toContain('tiger');
    await eventually(() => store.logs.isSealed(run.id));
  });

  test.each([
    ['fra-full', 'ORA-19809'],
    ['bad-password', 'ORA-01017'],
    ['exit-zero-with-error', null],
    ['kill-mid-run', 'killed-by-signal'],
  ])('with the failure %s is failed', async (failure, rootCode) => {
    const runs = await begin();
    const run = await runOnce(runs, { failure });
    expect(run.state).toBe('failed');
    if (rootCode !== null) expect(run.rootCode).toBe(rootCode);
    await eventually(() => store.logs.isSealed(run.id));
  });

  test('that hangs, deaf to the interrupt, is ended by the terminate signal', async () => {
    const runs = await begin();
    await store.settings.save({ ...(await store.settings.load()), cancelGraceSeconds: 1 });
    const { target, strategy } = await saveTarget(store, 'HANGS');
    target.spec.runner = { kind: 'simulated', version: '19', seconds: 0, failure: 'hang' };
    await store.targets.save({ ...target, revision: 2 }, 1);
    const { runId } = await runs.start(strategy.id, 'manual');
    await eventually(async () => (await runs.activity())[0]?.progress?.step === 'backup');
    await runs.cancel(runId);
    expect(await overRun(store, runId)).toMatchObject({ state: 'cancelled', signal: 'SIGTERM' });
  });

  test('whose words come byte by byte has the same lines as any other', async () => {
    const runs = await begin();
    const run = await runOnce(runs, { failure: 'split-bytes' });
    expect(run.state).toBe('succeeded');
    expect((await tailed(runs, run.id)).at(-1)).toBe('Recovery Manager complete.');
  });
});
