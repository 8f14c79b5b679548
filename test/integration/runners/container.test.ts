// Runs inside a container, by stand-ins for its clients: the same keeper, another way there.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { createLauncher } from '../../../electron/rman/launcher.ts';
import { filesOf, runFiles } from '../../../electron/rman/run-files.ts';
import { createRunnersLauncher } from '../../../electron/runners/launcher.ts';
import { gatherTargetFacts } from '../../../electron/targets/facts.ts';
import { judgeTarget } from '../../../electron/targets/check.ts';
import { canHeal } from '../../../electron/scheduler/retry.ts';
import { newTargetSpec, type ContainerRunner, type TargetSpec } from '../../../shared/domain/target.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { containerClients, type ContainerClients } from '../../support/runners/container-client.ts';
import { oracleHomeWith } from '../../support/runners/oracle-home.ts';
import {
  GOOD_SESSION, eventually, overRun, prints, runsOver, saveTarget, tailed, temporaryProfile, type Profile,
  type RunsFixture,
} from '../../support/runs-fixture.ts';
import { storeInProcess } from '../../support/store-in-process.ts';

vi.setConfig({ testTimeout: 240_000 });

let profile: Profile;
let store: Store;
let clients: ContainerClients;
let fixture: RunsFixture | null;

beforeEach(() => {
  profile = temporaryProfile();
  mkdirSync(profile.paths.runs, { recursive: true });
  mkdirSync(inProfile('work'));
  clients = containerClients(inProfile('bin'));
  vi.stubEnv('PATH', clients.env['PATH']);
  store = storeInProcess();
  fixture = null;
});
afterEach(async () => {
  await fixture?.runs.shutdown();
  expect(fixture?.logger.exceptions ?? []).toEqual([]);
  await store.close();
  vi.unstubAllEnvs();
  profile.remove();
});

const inProfile = (name: string): string => join(profile.paths.profile, name);

const runner = (change: Partial<ContainerRunner>): ContainerRunner => ({
  kind: 'container', client: 'docker', name: 'oradb', namespace: null, container: null, context: null, user: null,
  oracleHome: inProfile('home'), oracleSid: 'FREE', tnsAdmin: null, workDirectory: inProfile('work'), ...change,
});

async function start(change: Partial<ContainerRunner>, script: string): Promise<string> {
  oracleHomeWith(inProfile('home'), script);
  const launcher = createRunnersLauncher({ local: createLauncher(), filesOf });
  fixture = runsOver(store, profile, '', { launcher });
  await fixture.runs.begin();
  const { target, strategy } = await saveTarget(store, 'BOX');
  await store.targets.save({ ...target, revision: 2, spec: { ...target.spec, runner: runner(change) } }, 1);
  return (await fixture.runs.start(strategy.id, 'manual')).runId;
}

const CALLS: readonly [Partial<ContainerRunner>, string][] = [
  [{ user: 'oracle', context: 'lab' }, 'docker --context lab exec -i -u oracle oradb'],
  [{ client: 'podman' }, 'podman exec -i oradb'],
  [{ client: 'kubectl', namespace: 'prod', container: 'db' }, 'kubectl exec -i -n prod oradb -c db --'],
];

describe('a run in a container', () => {
  test.each(CALLS)('%o goes well, with a private directory that is gone afterwards', async (change, call) => {
    const runId = await start(change, [`ls -l >'${inProfile('listing')}'`, 'echo "sid $ORACLE_SID mask $(umask)"', prints(GOOD_SESSION)].join('\n'));
    expect(await overRun(store, runId)).toMatchObject({ state: 'succeeded', exitCode: 0 });
    const mask = process.umask().toString(8).padStart(4, '0');
    expect(await tailed(fixture!.runs, runId)).toEqual([`sid FREE mask ${mask}`, ...GOOD_SESSION]);
    expect(readFileSync(inProfile('listing'), 'utf8')).toMatch(/^-rw------- .* script\.rman$/m);
    expect(new Set(clients.calls())).toEqual(new Set([call]));
    await eventually(() => Promise.resolve(readdirSync(inProfile('work')).length === 0));
  });

  test('is killed as a last step when it hears nothing else', async () => {
    const runId = await start({}, [`trap '' INT TERM`, prints(GOOD_SESSION.slice(0, -1)), 'while :; do sleep 0.1; done'].join('\n'));
    const { spool } = runFiles(profile.paths.runs, runId);
    await eventually(() => Promise.resolve(existsSync(spool) && readFileSync(spool, 'utf8').includes('connected to')));
    const settings = await store.settings.load();
    await store.settings.save({ ...settings, cancelGraceSeconds: 1 });
    await fixture!.runs.cancel(runId);
    expect(await overRun(store, runId)).toMatchObject({ state: 'cancelled', signal: 'SIGKILL' });
  });
});

describe('a container that cannot be entered', () => {
  test.each([
    [{ name: 'stopped' }, 'runner.container-stopped', true],
    [{ name: 'stopped', client: 'podman' }, 'runner.container-stopped', true],
    [{ name: 'stopped', client: 'kubectl' }, 'runner.container-stopped', true],
    [{ name: 'none' }, 'runner.container-missing', true],
    [{ name: 'none', client: 'podman' }, 'runner.container-missing', true],
    [{ name: 'none', client: 'kubectl' }, 'runner.container-missing', true],
    [{ name: 'refused' }, 'runner.client-refused', true],
    [{ name: 'bare' }, 'runner.no-shell', false],
  ] as const)('%o fails before anything is started', async (change, code, heals) => {
    const runId = await start(change, `echo started >'${inProfile('started')}'`);
    const run = await overRun(store, runId);
    expect([run.state, run.failure?.code]).toEqual(['failed', code]);
    expect(canHeal(run)).toBe(heals);
    expect(existsSync(inProfile('started'))).toBe(false);
  });

  test('a client that is not installed is named', async () => {
    vi.stubEnv('PATH', inProfile('nothing'));
    const run = await overRun(store, await start({}, 'exit'));
    expect(run.failure).toMatchObject({ code: 'runner.client-missing', params: { client: 'docker' } });
  });
});

describe('the check', () => {
  async function rows(change: Partial<ContainerRunner>): Promise<(readonly [string, string, string])[]> {
    const spec: TargetSpec = { ...newTargetSpec('container'), name: 'BOX', runner: runner(change) };
    const { platform, env: baseEnv } = process;
    const sources = { launcher: createLauncher(), secrets: memorySecrets(), platform, baseEnv };
    const facts = await gatherTargetFacts(spec, null, true, sources);
    const judged = judgeTarget(spec, facts);
    return judged.map(({ what, state, found, problem }) => [what, state, problem?.code ?? found] as const);
  }

  test('sees the way there, the work directory, the home and the client in it', async () => {
    oracleHomeWith(inProfile('home'), prints(GOOD_SESSION));
    expect(await rows({})).toEqual([
      ['runner', 'good', 'docker:oradb'],
      ['work-directory', 'good', inProfile('work')],
      ['home', 'good', inProfile('home')],
      ['binary', 'good', inProfile('home/bin/rman')],
      ['version', 'good', '19.31.0.0.0'],
    ]);
    expect(readdirSync(inProfile('work'))).toEqual([]);
  });

  test('says what is missing, and nothing more where there is no way', async () => {
    writeFileSync(inProfile('file'), '');
    expect(await rows({ workDirectory: inProfile('file') })).toEqual([
      ['runner', 'good', 'docker:oradb'],
      ['work-directory', 'bad', 'runner.work-directory'],
      ['home', 'bad', 'runner.home-missing'],
    ]);
    expect(await rows({ name: 'stopped' })).toEqual([['runner', 'bad', 'runner.container-stopped']]);
  });
});
