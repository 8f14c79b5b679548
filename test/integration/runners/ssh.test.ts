// Runs over a real sshd on loopback: started, followed, cut off, taken over, cancelled, refused.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { createLauncher } from '../../../electron/rman/launcher.ts';
import { filesOf, runFiles } from '../../../electron/rman/run-files.ts';
import { createRunnersLauncher } from '../../../electron/runners/launcher.ts';
import { canHeal } from '../../../electron/scheduler/retry.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import type { Run } from '../../../shared/domain/run.ts';
import type { Strategy } from '../../../shared/domain/strategy.ts';
import type { SshRunner, TargetSpec } from '../../../shared/domain/target.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { buildSimulator } from '../../support/rman-simulator.ts';
import { oracleHomeWith } from '../../support/runners/oracle-home.ts';
import { startSshServer, type SshServer } from '../../support/runners/ssh-server.ts';
import { startHost, storeWorkerFile } from '../../support/runs-host-process.ts';
import {
  GOOD_SESSION, eventually, overRun, prints, runsOver, saveTarget, tailed, temporaryProfile, type Profile,
  type RunsFixture,
} from '../../support/runs-fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

/** With a place of every kind of text that a shell could take apart. */
const PASSWORD = "ti'ger $(x) \\ *";

let server: SshServer;
let profile: Profile;
let store: Store;
let fixture: RunsFixture | null;

beforeAll(async () => {
  server = await startSshServer();
  vi.stubEnv('PATH', server.env['PATH']);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});
beforeEach(async () => {
  profile = temporaryProfile();
  mkdirSync(profile.paths.runs, { recursive: true });
  mkdirSync(inProfile('work'));
  store = await openStore({ path: profile.paths.database, now: Date.now, workerFile: storeWorkerFile });
  fixture = null;
});
afterEach(async () => {
  await fixture?.runs.shutdown();
  expect(fixture?.logger.exceptions ?? []).toEqual([]);
  await store.close();
  profile.remove();
});

const inProfile = (name: string): string => join(profile.paths.profile, name);
const has = (name: string): boolean => existsSync(inProfile(name));
const go = (): void => writeFileSync(inProfile('go'), '');

const runner = (): SshRunner => ({
  kind: 'ssh', host: '127.0.0.1', port: server.port, user: server.user, identityFile: server.identityFile,
  oracleHome: inProfile('home'), oracleSid: 'ORCL', tnsAdmin: null, workDirectory: inProfile('work'),
});

async function begin(): Promise<RunsFixture> {
  const launcher = createRunnersLauncher({ local: createLauncher(), filesOf });
  fixture = runsOver(store, profile, '', { launcher, renderScript, passwordOf: () => Promise.resolve(PASSWORD) });
  await fixture.runs.begin();
  return fixture;
}

/** A target over ssh whose RMAN is the shell text. */
async function remoteTarget(script: string, change: Partial<TargetSpec> = {}): Promise<Strategy> {
  oracleHomeWith(inProfile('home'), script);
  const { target, strategy } = await saveTarget(store, 'REMOTE');
  await store.targets.save({ ...target, revision: 2, spec: { ...target.spec, runner: runner(), ...change } }, 1);
  return strategy;
}

const LINES = [...GOOD_SESSION.slice(0, -1), ...Array.from({ length: 2600 }, (_, at) => `input datafile file number=${at}`), ...GOOD_SESSION.slice(-1)];
/** Says that it started, prints half, waits until it may go on, prints the rest. */
const waiting = (): string =>
  [
    `echo $$ >>'${inProfile('started')}'`,
    prints(LINES.slice(0, 8)),
    `while [ ! -e '${inProfile('go')}' ]; do sleep 0.05; done`,
    `awk 'BEGIN { for (i = 0; i < 2600; i++) print "input datafile file number=" i }'`,
    prints(LINES.slice(-1)),
  ].join('\n');

const spoolOf = (runId: string): string => {
  const { spool } = runFiles(profile.paths.runs, runId);
  return existsSync(spool) ? readFileSync(spool, 'utf8') : '';
};

async function expectWhole(runId: string): Promise<void> {
  const run = await overRun(store, runId);
  expect(run).toMatchObject({ state: 'succeeded', exitCode: 0, lines: LINES.length });
  await eventually(() => store.logs.isSealed(runId));
  expect((await store.logs.lines(runId, 0, 5000)).lines).toEqual(LINES);
  expect(readFileSync(inProfile('started'), 'utf8').trim().split('\n')).toHaveLength(1);
  // Nothing is left on the other side.
  await eventually(() => Promise.resolve(readdirSync(inProfile('work')).length === 0));
}

describe('a run over ssh', () => {
  test('of the simulated RMAN is good, and its pieces are looked at over there', async () => {
    const simulator = `exec '${process.execPath}' '${await buildSimulator()}' "$@"`;
    const settings = JSON.stringify({ version: '19', seconds: 0, failures: [] });
    const env = `RESPALDO_SIM_HOME='${inProfile('sim')}' RESPALDO_SIM='${settings}'; export RESPALDO_SIM_HOME RESPALDO_SIM`;
    const strategy = await remoteTarget(`${env}\n${simulator}`, { login: { kind: 'password', username: 'SYS', connectIdentifier: null, as: 'sysdba' } });
    const { runs } = await begin();
    const { runId } = await runs.start(strategy.id, 'manual');
    const run = await overRun(store, runId);
    expect(await tailed(runs, runId)).toContainEqual(expect.stringMatching(/^connected to target database/));
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0 });
    const { found, commandLine, verdict } = await runs.detail(runId);
    expect(run.pieces).toBeGreaterThan(0);
    expect(found).toHaveLength(run.pieces);
    expect(found.every(({ exists, bytes }) => exists && bytes! > 0)).toBe(true);
    expect(verdict?.disagreements).toEqual([]);
    expect(commandLine).toContain(`# ${server.user}@127.0.0.1:${server.port}\n`);
  });

  test('survives a broken connection: nothing is lost, nothing comes twice', async () => {
    const strategy = await remoteTarget(waiting());
    const { runs } = await begin();
    const { runId } = await runs.start(strategy.id, 'manual');
    await eventually(() => Promise.resolve(spoolOf(runId).includes('connected to')));
    expect(server.cut()).toBeGreaterThan(0);
    await server.deafen();
    go();
    await server.listen();
    await expectWhole(runId);
  });

  test('goes on when the application is killed, and is taken over by the next', async () => {
    const strategy = await remoteTarget(waiting());
    const simulator = { file: '/bin/false', args: [], env: {} };
    const orders = { paths: profile.paths, workerFile: storeWorkerFile, simulator, start: [strategy.id], dieAt: null };
    const host = await startHost(orders);
    const runId = await eventually(() => Promise.resolve(host.started[0]));
    await eventually(() => Promise.resolve(spoolOf(runId).includes('connected to')));
    await host.kill();
    go();
    await begin();
    await expectWhole(runId);
  });

  test('is found when the application is killed right after the start there', async () => {
    const strategy = await remoteTarget(waiting());
    const simulator = { file: '/bin/false', args: [], env: {} };
    const orders = { paths: profile.paths, workerFile: storeWorkerFile, simulator, start: [strategy.id] };
    const host = await startHost({ ...orders, dieAt: { point: 'spawned', times: 1 } });
    expect(await host.gone).toBe('SIGKILL');
    go();
    await begin();
    await expectWhole(host.started[0]!);
  });

  test('hears the interrupt when it is cancelled, and so does what it started', async () => {
    const strategy = await remoteTarget([
      `trap 'echo RMAN-03099: job cancelled at user request; exit 1' INT`,
      `sh -c 'trap "echo heard >${inProfile('heard')}; exit" INT; while :; do sleep 0.1; done' &`,
      prints(GOOD_SESSION.slice(0, -1)),
      'while :; do sleep 0.1; done',
    ].join('\n'));
    const { runs } = await begin();
    const { runId } = await runs.start(strategy.id, 'manual');
    await eventually(() => Promise.resolve(spoolOf(runId).includes('connected to')));
    await runs.cancel(runId);
    const run = await overRun(store, runId);
    expect(run).toMatchObject({ state: 'cancelled', exitCode: 1 });
    expect(await tailed(runs, runId)).toContain('RMAN-03099: job cancelled at user request');
  });

  test('shows its password to nobody: not in an argument list, an environment or a file', async () => {
    const strategy = await remoteTarget(
      [
        prints(GOOD_SESSION.slice(0, -1)),
        'told=$(cat); echo "told ${#told} characters"',
        `cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null >'${inProfile('seen')}.new'; mv '${inProfile('seen')}.new' '${inProfile('seen')}'`,
        `while [ ! -e '${inProfile('go')}' ]; do sleep 0.05; done`,
        prints(GOOD_SESSION.slice(-1)),
      ].join('\n'),
      { login: { kind: 'password', username: 'SYS', connectIdentifier: null, as: 'sysdba' } },
    );
    const { runs } = await begin();
    const { runId } = await runs.start(strategy.id, 'manual');
    await eventually(() => Promise.resolve(has('seen')));
    const told = [`connect target 'SYS/"${PASSWORD.replaceAll("'", "''")}" as sysdba';`, '@script.rman', 'exit;'].join('\n');
    await eventually(() => Promise.resolve(spoolOf(runId).includes(`told ${told.length} characters`)));
    const parts = ['ger $(x)', 'ger%20', 'ger\\ \\$'];
    const secretIn = (text: string): boolean => parts.some((part) => text.includes(part));
    expect(readFileSync(inProfile('seen'), 'latin1')).toContain('respaldo-keeper');
    expect(secretIn(readFileSync(inProfile('seen'), 'latin1'))).toBe(false);
    const files = [...everyFile(inProfile('work')), ...everyFile(profile.paths.runs)];
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect([file, secretIn(readFileSync(file, 'latin1'))]).toEqual([file, false]);
    go();
    expect((await overRun(store, runId)).state).toBe('succeeded');
  });
});

const everyFile = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a way that is closed', () => {
  async function failed(): Promise<Run> {
    const strategy = await remoteTarget(prints(GOOD_SESSION));
    const { runs } = await begin();
    const { runId } = await runs.start(strategy.id, 'manual');
    const run = await overRun(store, runId);
    expect(run.state).toBe('failed');
    expect(has('started')).toBe(false);
    return run;
  }

  test('by nobody who listens is tried again', async () => {
    await server.deafen();
    const run = await failed();
    await server.listen();
    expect(run.failure).toMatchObject({ code: 'runner.refused', params: { port: server.port } });
    expect(canHeal(run)).toBe(true);
  });

  test('by a work directory that is not there', async () => {
    const strategy = await remoteTarget(prints(GOOD_SESSION), { runner: { ...runner(), workDirectory: inProfile('none') } });
    const { runs } = await begin();
    const { runId } = await runs.start(strategy.id, 'manual');
    expect((await overRun(store, runId)).failure).toMatchObject({ code: 'runner.work-directory', params: { path: inProfile('none') } });
  });

  // The last: from here on the server is a stranger.
  test('by another host key, or one that is not known, is not', async () => {
    await server.changeHostKey();
    const changed = await failed();
    expect(changed.failure?.code).toBe('runner.host-changed');
    expect(canHeal(changed)).toBe(false);
    await fixture?.runs.shutdown();
    server.forgetHostKey();
    const { runs } = await begin();
    const { runId } = await runs.again(changed.id, 'manual');
    expect((await overRun(store, runId)).failure).toMatchObject({
      code: 'runner.host-unknown', params: { port: server.port, login: `${server.user}@127.0.0.1` },
    });
  });
});
