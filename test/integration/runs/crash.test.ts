// kill -9 of the process that supervises, at every state of a run: the child lives on, the next start re-attaches or
// settles, no line is lost or doubled, no row is left behind, and no run ever has two children.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { runFiles } from '../../../electron/rman/run-files.ts';
import type { LifePoint } from '../../../electron/runs/runs.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { everyRun, newestFirst } from '../../../shared/domain/history.ts';
import type { RunState } from '../../../shared/domain/run.ts';
import { startHost, storeWorkerFile, type Host } from '../../support/runs-host-process.ts';
import type { HostOrders } from '../../support/runs-host.ts';
import {
  GOOD_SESSION, eventually, overRun, prints, saveStrategy, saveTarget, standIn, temporaryProfile, type Profile,
} from '../../support/runs-fixture.ts';

let profile: Profile;
let store: Store;
let hosts: Host[];

beforeEach(async () => {
  profile = temporaryProfile();
  mkdirSync(profile.paths.profile, { recursive: true });
  store = await openStore({ path: profile.paths.database, now: Date.now, workerFile: storeWorkerFile });
  hosts = [];
});
afterEach(async () => {
  for (const host of hosts) {
    await host.kill();
    expect(host.exceptions).toEqual([]);
  }
  await store.close();
  profile.remove();
});

const inProfile = (name: string): string => join(profile.paths.profile, name);
const has = (name: string): boolean => existsSync(inProfile(name));

async function host(script: string, more: Partial<HostOrders> = {}): Promise<Host> {
  const simulator = standIn(profile, script);
  const orders = { paths: profile.paths, workerFile: storeWorkerFile, simulator, start: [], dieAt: null, ...more };
  const started = await startHost(orders);
  hosts.push(started);
  return started;
}

const LINES = [...GOOD_SESSION.slice(0, -1), ...Array.from({ length: 2600 }, (_, at) => `input datafile file number=${at}`), ...GOOD_SESSION.slice(-1)];
/** Says that it started, prints half, waits until it may go on, prints the rest. */
const child = (): string =>
  [
    `echo $$ >>'${inProfile('started')}'`,
    prints(LINES.slice(0, 8)),
    `while [ ! -e '${inProfile('go')}' ]; do sleep 0.02; done`,
    `awk 'BEGIN { for (i = 0; i < 2600; i++) print "input datafile file number=" i }'`,
    prints(LINES.slice(-1)),
  ].join('\n');

async function expectWhole(runId: string): Promise<void> {
  const run = await overRun(store, runId);
  expect(run).toMatchObject({ state: 'succeeded', exitCode: 0, lines: LINES.length });
  await eventually(() => store.logs.isSealed(runId));
  expect((await store.logs.lines(runId, 0, 5000)).lines).toEqual(LINES);
  expect(readFileSync(inProfile('started'), 'utf8').trim().split('\n')).toHaveLength(1);
  await eventually(() => Promise.resolve(!existsSync(runFiles(profile.paths.runs, runId).directory)));
  expect(await store.runs.active()).toEqual([]);
  expect(await store.runs.unsealed()).toEqual([]);
}

const POINTS: readonly [LifePoint, RunState, number][] = [
  ['preparing', 'preparing', 1],
  ['prepared', 'preparing', 1],
  ['spawned', 'preparing', 1],
  ['running', 'running', 1],
  ['ended', 'running', 1],
  ['settled', 'succeeded', 1],
  ['sealing', 'succeeded', 2],
  ['sealed', 'succeeded', 1],
];

describe('the supervisor is killed', () => {
  test.each(POINTS)('at "%s", with the run %s', async (point, state, times) => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const startsChild = point !== 'preparing' && point !== 'prepared';
    const waits = point === 'spawned' || point === 'running';
    if (!waits) writeFileSync(inProfile('go'), '');
    const first = await host(child(), { start: [strategy.id], dieAt: { point, times } });
    expect(await first.gone).toBe('SIGKILL');
    const runId = (await store.runs.page(everyRun, newestFirst, null, 1)).runs[0]!.id;
    expect((await store.runs.get(runId))?.run.state).toBe(state);
    if (startsChild) await eventually(() => Promise.resolve(has('started')));
    else expect(has('started')).toBe(false);
    if (waits) {
      // The child lives on without us.
      const pid = Number(readFileSync(inProfile('started'), 'utf8'));
      expect(() => process.kill(pid, 0)).not.toThrow();
    }
    await host(child());
    if (waits) {
      await delay(200);
      writeFileSync(inProfile('go'), '');
    }
    await expectWhole(runId);
  });

  test('with a run in the queue: it keeps its place and starts when its lane is free', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    const second = await saveStrategy(store, target, 'second');
    const script = `echo $$ >>"${inProfile('started')}.$(sed -n 's/.*Strategy: \\([a-zA-Z]*\\).*/\\1/p' script.rman)"; ${child()}`;
    const first = await host(script, { start: [strategy.id, second.id] });
    await eventually(() => Promise.resolve(first.started.length === 2 && has('started')));
    await first.kill();
    const [one, two] = first.started as [string, string];
    expect((await store.runs.get(two))?.run.state).toBe('queued');
    await host(script);
    await delay(300);
    expect((await store.runs.get(two))?.run.state).toBe('queued');
    writeFileSync(inProfile('go'), '');
    const runs = [await overRun(store, one), await overRun(store, two)];
    expect(runs.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
    expect(runs[1]!.startedAt).toBeGreaterThanOrEqual(runs[0]!.endedAt!);
    expect(readFileSync(inProfile('started'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  test('at one point after the other, with the same run', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    writeFileSync(inProfile('go'), '');
    let runId: string | null = null;
    for (const [point, , times] of POINTS) {
      const dying = await host(child(), { start: runId === null ? [strategy.id] : [], dieAt: { point, times } });
      expect(await dying.gone, point).toBe('SIGKILL');
      runId ??= (await store.runs.active())[0]?.run.id ?? null;
    }
    await host(child());
    await expectWhole(runId!);
  });

  test('again and again at any moment', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const first = await host(child(), { start: [strategy.id] });
    await eventually(() => Promise.resolve(first.started.length === 1));
    const runId = first.started[0]!;
    for (let turn = 0; turn < 12; turn += 1) {
      await delay(Math.random() * 250);
      await hosts.at(-1)!.kill();
      if (turn === 6) writeFileSync(inProfile('go'), '');
      await host(child());
    }
    await expectWhole(runId);
  });

  test('after a cancel was asked for: the next start goes on with it', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    await store.settings.save({ ...(await store.settings.load()), cancelGraceSeconds: 1 });
    const script = `trap '' INT; echo $$ >>'${inProfile('started')}'; echo ready; while :; do sleep 0.02; done`;
    const first = await host(script, { start: [strategy.id] });
    await eventually(() => Promise.resolve(has('started')));
    await first.kill();
    const runId = first.started[0]!;
    await store.runs.change(runId, { cancelRequestedAt: Date.now() });
    await host(script);
    expect(await overRun(store, runId)).toMatchObject({ state: 'cancelled', signal: 'SIGTERM' });
  });

  test('while its child ends: the exit status and the whole log are found', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const first = await host(child(), { start: [strategy.id] });
    await eventually(() => Promise.resolve(has('started')));
    await first.kill();
    const runId = first.started[0]!;
    writeFileSync(inProfile('go'), '');
    await eventually(() => Promise.resolve(existsSync(runFiles(profile.paths.runs, runId).exit)));
    const before = Date.now();
    await delay(50);
    await host(child());
    await expectWhole(runId);
    // It ended when it ended, not when we came back.
    expect((await store.runs.get(runId))!.run.endedAt).toBeLessThanOrEqual(before);
  });
});

describe('two supervisors', () => {
  test('on one profile: the second waits, and takes over after the death of the first', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const first = await host(child(), { start: [strategy.id] });
    await eventually(() => Promise.resolve(has('started')));
    await host(child());
    await delay(300);
    expect((await store.supervision.holder())?.pid).toBe(first.process.pid);
    await first.kill();
    writeFileSync(inProfile('go'), '');
    await expectWhole(first.started[0]!);
    expect((await store.supervision.holder())?.pid).toBe(hosts.at(-1)!.process.pid);
  });

  test('a good end gives the profile back', async () => {
    const only = await host('');
    await eventually(async () => (await store.supervision.holder())?.pid === only.process.pid);
    await only.shutdown();
    expect(await store.supervision.holder()).toBeNull();
  });
});
