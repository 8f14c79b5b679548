// The life of a run with real child processes: what it prints, how it ends, what can go wrong on the way.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock, ProcessIdentity } from '../../../electron/app/ports.ts';
import { createLauncher } from '../../../electron/rman/launcher.ts';
import { startTokenOf } from '../../../electron/rman/process-identity.ts';
import { runFiles } from '../../../electron/rman/run-files.ts';
import type { Runs, RunsPorts } from '../../../electron/runs/runs.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { newTargetSpec } from '../../../shared/domain/target.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import {
  GOOD_SESSION, eventually, overRun, prints, runsOver, saveStrategy, saveTarget, tailed, temporaryProfile, type Profile,
  type RunsFixture,
} from '../../support/runs-fixture.ts';

let profile: Profile;
let store: MemoryStore;
let open: RunsFixture[];
let expectedExceptions: boolean;

beforeEach(() => {
  profile = temporaryProfile();
  store = memoryStore();
  open = [];
  expectedExceptions = false;
});
afterEach(async () => {
  for (const { runs, logger } of open) {
    await runs.shutdown();
    if (!expectedExceptions) expect(logger.exceptions).toEqual([]);
  }
  profile.remove();
});

async function begin(script: string, more: Partial<RunsPorts> = {}): Promise<Runs> {
  const fixture = runsOver(store, profile, script, more);
  open.push(fixture);
  await fixture.runs.begin();
  return fixture.runs;
}

/** Real time, twenty times as fast where we wait for seconds. */
const fastClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms >= 1000 ? ms / 20 : ms);
    return () => clearTimeout(timer);
  },
};

const inProfile = (name: string): string => join(profile.paths.profile, name);
/** Shell text that waits until the test lets it go on. */
const waits = (name = 'go'): string => `while [ ! -e '${inProfile(name)}' ]; do sleep 0.02; done`;
const letGo = (name = 'go'): void => writeFileSync(inProfile(name), '');
const stateOf = async (runId: string): Promise<string | undefined> => (await store.runs.get(runId))?.run.state;
const reaches = (runId: string, state: string) => eventually(async () => (await stateOf(runId)) === state);
const logHas = (runs: Runs, runId: string, text: string) =>
  eventually(async () => (await runs.lines(runId, 0, 1000)).lines.some((line) => line.includes(text)));

const STACK = [
  'RMAN-00571: ===========================================================',
  'RMAN-00569: =============== ERROR MESSAGE STACK FOLLOWS ===============',
  'RMAN-00571: ===========================================================',
  'RMAN-03002: failure of backup command at 10/04/2026 02:00:05',
  'ORA-19809: limit exceeded for recovery files',
];
const FAILED_SESSION = [...GOOD_SESSION.slice(0, -1), ...STACK, '', 'Recovery Manager complete.'];

describe('a run from the queue to the store', () => {
  test('is followed, judged by its evidence, and its log sealed', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(prints(GOOD_SESSION));
    const { runId } = await runs.start(strategy.id, 'manual');
    expect(await tailed(runs, runId)).toEqual(GOOD_SESSION);
    const run = await overRun(store, runId);
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0, signal: null, lines: GOOD_SESSION.length, failure: null });
    expect((await store.runs.transitions(runId)).map(({ to }) => to)).toEqual(['queued', 'preparing', 'running', 'succeeded']);
    await eventually(() => store.logs.isSealed(runId));
    expect((await store.logs.lines(runId, 0, 100)).lines).toEqual(GOOD_SESSION);
    await eventually(() => Promise.resolve(!existsSync(runFiles(profile.paths.runs, runId).directory)));
    expect(await tailed(runs, runId)).toEqual(GOOD_SESSION);
  });

  test('runs the script that was queued, from a private cmdfile, with its command line kept', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`cat script.rman; stat -c %a . script.rman; ${waits()}`);
    const { runId } = await runs.start(strategy.id, 'manual');
    await logHas(runs, runId, '600');
    const { lines } = await runs.lines(runId, 0, 10);
    expect(lines).toEqual([`# DEMO level 0 1 ${runId}`, '700', '600']);
    const detail = await runs.detail(runId);
    expect(detail.script).toBe(`# DEMO level 0 1 ${runId}\n`);
    expect(detail.commandLine).toContain('target / cmdfile=script.rman');
    expect(detail.logPath).toBe(runFiles(profile.paths.runs, runId).spool);
    letGo();
    await overRun(store, runId);
  });

  test('exit code 0 with an error stack is a failure', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(prints(FAILED_SESSION));
    const { runId } = await runs.start(strategy.id, 'manual');
    expect(await overRun(store, runId)).toMatchObject({ state: 'failed', exitCode: 0, rootCode: 'ORA-19809' });
    const { verdict } = await runs.detail(runId);
    expect(verdict?.disagreements.map(({ code }) => code)).toContain('exit-code-zero-but-stack');
  });

  test('a piece that the log reports and the disk does not have is a failure', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    writeFileSync(inProfile('there.bkp'), 'x'.repeat(1234));
    const session = (handle: string): string[] => [
      ...GOOD_SESSION.slice(0, -1),
      'Starting backup at 2026-10-04 02:00:01',
      'channel c1: starting full datafile backup set',
      'channel c1: starting piece 1 at 2026-10-04 02:00:01',
      'channel c1: finished piece 1 at 2026-10-04 02:00:04',
      `piece handle=${handle} tag=TAG20261004T020001 comment=NONE`,
      'channel c1: backup set complete, elapsed time: 00:00:03',
      'Finished backup at 2026-10-04 02:00:04',
      '',
      'Recovery Manager complete.',
    ];
    const script = `if [ -e '${inProfile('second')}' ]; then\n${prints(session(inProfile('gone.bkp')))}\nelse\n${prints(session(inProfile('there.bkp')))}\nfi`;
    const runs = await begin(script);
    const good = await runs.start(strategy.id, 'manual');
    expect(await overRun(store, good.runId)).toMatchObject({ state: 'succeeded', pieces: 1, bytes: 1234 });
    expect((await runs.detail(good.runId)).found).toEqual([{ handle: inProfile('there.bkp'), exists: true, bytes: 1234 }]);
    letGo('second');
    const bad = await runs.start(strategy.id, 'manual');
    expect(await overRun(store, bad.runId)).toMatchObject({ state: 'failed', rootCode: 'piece-missing' });
  });

  test('output split at every byte is the same log', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const lines = [...GOOD_SESSION.slice(0, -1), 'canal: iniciando la copia ñ€𝄞', 'con CRLF\r', '', 'Recovery Manager complete.'];
    const writer = inProfile('writer.mjs');
    writeFileSync(
      writer,
      `import { writeSync } from 'node:fs';
       const bytes = Buffer.from(${JSON.stringify(`${lines.join('\n')}\nwithout an end`)});
       for (let at = 0; at < bytes.length; at += 1) writeSync(1, bytes, at, 1);`,
    );
    const runs = await begin(`exec '${process.execPath}' '${writer}'`);
    const { runId } = await runs.start(strategy.id, 'manual');
    const expected = [...lines.map((line) => line.replace('\r', '')), 'without an end'];
    expect(await tailed(runs, runId)).toEqual(expected);
    expect((await overRun(store, runId)).lines).toBe(expected.length);
    await eventually(() => store.logs.isSealed(runId));
    expect((await store.logs.lines(runId, 0, 100)).lines).toEqual(expected);
  });

  test('a child that leaves another behind is over when it is, and its log ends there', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`${prints(GOOD_SESSION)}\n(sleep 30; echo late) & echo $! >'${inProfile('straggler')}'; exit 0`);
    const { runId } = await runs.start(strategy.id, 'manual');
    expect((await overRun(store, runId)).state).toBe('succeeded');
    process.kill(Number(readFileSync(inProfile('straggler'), 'utf8')), 'SIGKILL');
  });

  test('a child that may write no more is a failed run with its reason', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`ulimit -f 1; ${prints(GOOD_SESSION.slice(0, -1))}; while :; do echo input datafile file number=00001; done`);
    const { runId } = await runs.start(strategy.id, 'manual');
    expect(await overRun(store, runId)).toMatchObject({ state: 'failed', signal: 'SIGXFSZ', rootCode: 'killed-by-signal' });
  });

  test('a secret reaches the child only through its standard input, and nothing of it is kept', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    target.spec.login = { kind: 'password', username: 'SYS', connectIdentifier: null, as: 'sysdba' };
    await store.targets.save(target, 1);
    const script = `read -r line; case $line in *ti/ger*) echo got it;; esac; echo "RMAN> $line"; env; ps -eo args; ${waits()}`;
    const runs = await begin(script, { passwordOf: () => Promise.resolve('ti/ger') });
    const { runId } = await runs.start(strategy.id, 'manual');
    await logHas(runs, runId, 'got it');
    const { directory } = runFiles(profile.paths.runs, runId);
    for (const name of readdirSync(directory).filter((name) => name !== 'spool.log')) {
      expect(readFileSync(join(directory, name), 'utf8'), name).not.toContain('ti/ger');
    }
    letGo();
    const lines = await tailed(runs, runId);
    expect(lines.filter((line) => line.includes('ti/ger') && !line.startsWith('/bin/sh '))).toEqual([]);
    expect(JSON.stringify(await store.runs.get(runId))).not.toContain('ti/ger');
    await eventually(() => store.logs.isSealed(runId));
  });
});

describe('what keeps a run from starting', () => {
  test('is told at once where it is known at once', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(waits());
    await expect(runs.start('01J00000000000000000000000', 'manual')).rejects.toMatchObject({ code: 'strategy.missing' });
    await store.strategies.setEnabled(strategy.id, false, 0);
    await expect(runs.start(strategy.id, 'manual')).rejects.toMatchObject({ code: 'strategy.disabled', params: { strategy: 'DEMO level 0' } });
    await store.strategies.setEnabled(strategy.id, true, 0);
    await store.targets.save({ ...target, enabled: false }, 1);
    await expect(runs.start(strategy.id, 'manual')).rejects.toMatchObject({ code: 'target.disabled', params: { target: 'DEMO' } });
    await store.targets.remove(target.id);
    await expect(runs.start(strategy.id, 'manual')).rejects.toMatchObject({ code: 'target.missing' });
    expect(store.allRuns()).toEqual([]);
  });

  test('two clicks queue one run', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(waits());
    const answers = await Promise.allSettled([1, 2, 3].map(() => runs.start(strategy.id, 'manual')));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(answers[1]).toMatchObject({ reason: { code: 'strategy.already-queued' } });
    letGo();
    await overRun(store, store.allRuns()[0]!.id);
  });

  test('is a failed run with a code where it is found before the start', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const problem = { code: 'destination.missing' as const, params: { path: '/nowhere' }, fields: [] };
    const runs = await begin('echo started', {
      checkBeforeRun: () => Promise.resolve([{ what: 'destination', state: 'bad', found: '/nowhere', problem }]),
    });
    const { runId } = await runs.start(strategy.id, 'manual');
    expect(await overRun(store, runId)).toMatchObject({ state: 'failed', failure: problem, startedAt: null, lines: 0 });
    expect(await tailed(runs, runId)).toEqual([]);
    expect(await runs.lines(runId, 0, 10)).toEqual({ from: 0, lines: [], total: 0 });
    await eventually(() => store.logs.isSealed(runId));
  });

  test('a missing password is one of them', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    target.spec.login = { kind: 'password', username: 'SYS', connectIdentifier: null, as: 'sysdba' };
    await store.targets.save(target, 1);
    const runs = await begin('', { passwordOf: () => Promise.reject(new AppError('secret.missing', { target: 'DEMO' })) });
    const { runId } = await runs.start(strategy.id, 'manual');
    expect((await overRun(store, runId)).failure?.code).toBe('secret.missing');
  });

  test('so is a target that went away while the run waited', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    const second = await saveStrategy(store, target, 'second');
    const runs = await begin(waits());
    const first = await runs.start(strategy.id, 'manual');
    const waiting = await runs.start(second.id, 'manual');
    await reaches(first.runId, 'running');
    await store.targets.remove(target.id);
    letGo();
    await overRun(store, first.runId);
    expect(await overRun(store, waiting.runId)).toMatchObject({ state: 'failed', failure: { code: 'target.missing' } });
  });

  test('a run directory that cannot be made', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    writeFileSync(profile.paths.runs, 'a file where the directory should be');
    const runs = await begin('');
    const { runId } = await runs.start(strategy.id, 'manual');
    expect((await overRun(store, runId)).failure?.code).toBe('file.unwritable');
  });
});

describe('the queue', () => {
  test('keeps one run per target, a cap over all, and says what each waits for', async () => {
    await store.settings.save({ ...(await store.settings.load()), runsAtOnce: 2 });
    const [a, b, c] = [await saveTarget(store, 'A'), await saveTarget(store, 'B'), await saveTarget(store, 'C')];
    const second = await saveStrategy(store, a.target, 'A second');
    const runs = await begin(waits());
    const ids: string[] = [];
    for (const strategy of [a.strategy, second, b.strategy, c.strategy]) ids.push((await runs.start(strategy.id, 'manual')).runId);
    await reaches(ids[0]!, 'running');
    await reaches(ids[2]!, 'running');
    expect((await runs.activity()).map(({ run, waitsFor }) => [run.strategyName, run.state, waitsFor])).toEqual([
      ['A level 0', 'running', null],
      ['B level 0', 'running', null],
      ['A second', 'queued', { kind: 'lane', runId: ids[0], strategyName: 'A level 0' }],
      ['C level 0', 'queued', { kind: 'cap', runsAtOnce: 2 }],
    ]);
    letGo();
    for (const id of ids) await overRun(store, id);
    expect(await runs.activity()).toEqual([]);
  });

  test('tells states at once and progress as it comes, with the usual duration of the last good run', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`${prints(GOOD_SESSION.slice(0, -1))}\n${waits()}\n${prints(GOOD_SESSION.slice(-1))}`);
    const told: string[] = [];
    const leave = runs.onChange((change) => void told.push(change));
    letGo();
    const first = await overRun(store, (await runs.start(strategy.id, 'manual')).runId);
    expect(told.filter((change) => change === 'states').length).toBeGreaterThanOrEqual(4);
    await eventually(() => Promise.resolve(told.includes('progress')));
    leave();
    writeFileSync(inProfile('go'), '');
    const { runId } = await runs.start(strategy.id, 'manual');
    const progress = await eventually(async () => (await runs.activity())[0]?.progress ?? ((await stateOf(runId)) === 'succeeded' && 'too late'));
    if (progress !== 'too late') expect(progress.usualMs).toBe(first.endedAt! - first.startedAt!);
    await overRun(store, runId);
  });
});

describe('cancelling', () => {
  test('takes a run out of the queue at once', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    const second = await saveStrategy(store, target, 'second');
    const runs = await begin(waits());
    const first = await runs.start(strategy.id, 'manual');
    const { runId } = await runs.start(second.id, 'manual');
    await runs.cancel(runId);
    expect(await store.runs.get(runId)).toMatchObject({ run: { state: 'cancelled', startedAt: null } });
    expect(await tailed(runs, runId)).toEqual([]);
    letGo();
    await overRun(store, first.runId);
  });

  test('a run in preparation ends without a child, whatever it waits for', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`echo started >>'${inProfile('started')}'`, { checkBeforeRun: () => new Promise(() => {}) });
    const { runId } = await runs.start(strategy.id, 'manual');
    await reaches(runId, 'preparing');
    await runs.cancel(runId);
    expect((await overRun(store, runId)).state).toBe('cancelled');
    expect(existsSync(inProfile('started'))).toBe(false);
  });

  test('a run under way is interrupted and judged by what it says', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const words = ['', 'user interrupt received', ...STACK.slice(0, 3), 'RMAN-03099: job cancelled at user request', '', 'Recovery Manager complete.'];
    const runs = await begin(`bye() {\n${prints(words)}\nexit 1\n}\ntrap bye INT\n${prints(GOOD_SESSION.slice(0, -1))}\nwhile :; do sleep 0.02; done`);
    const { runId } = await runs.start(strategy.id, 'manual');
    await logHas(runs, runId, 'connected to target');
    await runs.cancel(runId);
    const run = await overRun(store, runId);
    expect(run).toMatchObject({ state: 'cancelled', exitCode: 1 });
    expect(run.cancelRequestedAt).not.toBeNull();
  });

  test('what ignores the interrupt and the terminate signal is killed', async () => {
    await store.settings.save({ ...(await store.settings.load()), cancelGraceSeconds: 1 });
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`trap 'echo int' INT; trap 'echo term' TERM; echo ready; while :; do sleep 0.02; done`);
    const { runId } = await runs.start(strategy.id, 'manual');
    await logHas(runs, runId, 'ready');
    await runs.cancel(runId);
    expect(await overRun(store, runId)).toMatchObject({ state: 'cancelled', signal: 'SIGKILL' });
    const heard = (await tailed(runs, runId)).filter((line) => /^(ready|int|term)$/.test(line));
    expect(heard).toEqual(['ready', 'int', 'term']);
  });

  test('a run that ended well by itself meanwhile is judged by its evidence', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`trap '' INT\n${prints(GOOD_SESSION.slice(0, -1))}\n${waits()}\n${prints(GOOD_SESSION.slice(-1))}`);
    const { runId } = await runs.start(strategy.id, 'manual');
    await logHas(runs, runId, 'connected to target');
    await runs.cancel(runId);
    letGo();
    expect((await overRun(store, runId)).state).toBe('succeeded');
    const { verdict } = await runs.detail(runId);
    expect(verdict?.disagreements.map(({ code }) => code)).toContain('cancel-came-too-late');
  });

  test('refuses what is over or was never there', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(prints(GOOD_SESSION));
    const { runId } = await runs.start(strategy.id, 'manual');
    await overRun(store, runId);
    await expect(runs.cancel(runId)).rejects.toMatchObject({ code: 'run.not-active' });
    await expect(runs.cancel('01J00000000000000000000000')).rejects.toMatchObject({ code: 'run.missing' });
  });
});

describe('a store that fails for a while', () => {
  const full = (times: number): (() => Error | null) => {
    let left = times;
    return () => (left-- > 0 ? new AppError('store.full') : null);
  };

  test.each(['runs.settle', 'logs.append', 'logs.seal', 'runs.verdict', 'runs.move'])('at %s costs no run and no line', async (method) => {
    expectedExceptions = true;
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`echo started >>'${inProfile('started')}'\n${prints(GOOD_SESSION)}`, { clock: fastClock });
    store.failing(method, full(2));
    const { runId } = await runs.start(strategy.id, 'manual');
    // Without news the queue is looked at again when another process writes.
    const again = setInterval(() => store.touchedElsewhere(), 50);
    expect((await overRun(store, runId)).state).toBe('succeeded');
    await eventually(() => store.logs.isSealed(runId));
    clearInterval(again);
    expect((await store.logs.lines(runId, 0, 100)).lines).toEqual(GOOD_SESSION);
    expect(readFileSync(inProfile('started'), 'utf8')).toBe('started\n');
  });

  test('leaves the log readable in its spool until it can be sealed', async () => {
    expectedExceptions = true;
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(prints(GOOD_SESSION));
    store.failing('logs.append', () => new AppError('store.full'));
    const { runId } = await runs.start(strategy.id, 'manual');
    await overRun(store, runId);
    expect(await tailed(runs, runId)).toEqual(GOOD_SESSION);
    const some = { from: 5, lines: GOOD_SESSION.slice(5, 7), total: GOOD_SESSION.length };
    expect(await runs.lines(runId, 5, 2)).toEqual(some);
    expect(await runs.find(runId, 'dbid', 0, false)).toEqual({ line: 6, matches: 1 });
    expect(await store.logs.isSealed(runId)).toBe(false);
  });
});

describe('two processes on one profile', () => {
  const self = createLauncher().self();
  const withSelf = (identity: ProcessIdentity): Partial<RunsPorts> => ({
    launcher: { ...createLauncher(), self: () => identity },
  });

  test('one supervises; the other may start, follow and cancel, and takes over when the first has gone', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    const second = await saveStrategy(store, target, 'second');
    const other = spawn('sleep', ['60']);
    const identity = { pid: other.pid!, startToken: startTokenOf(other.pid!)! };
    await store.supervision.claim(identity, null);
    const runs = await begin(`echo started >>'${inProfile('started')}'; ${waits()}`, withSelf(self));
    expect(runs.isSupervising()).toBe(false);
    const first = await runs.start(strategy.id, 'command-line');
    const waiting = await runs.start(second.id, 'command-line');
    await runs.cancel(waiting.runId);
    expect([await stateOf(first.runId), await stateOf(waiting.runId)]).toEqual(['queued', 'cancelled']);
    // The holder dies without a word.
    const gone = eventually(() => Promise.resolve(runs.isSupervising()));
    other.kill('SIGKILL');
    await gone;
    await reaches(first.runId, 'running');
    letGo();
    await overRun(store, first.runId);
    expect(readFileSync(inProfile('started'), 'utf8')).toBe('started\n');
  });

  test('a run of the other is followed in its spool, and cancelled through the store', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const supervisor = await begin(`${prints(GOOD_SESSION.slice(0, -1))}\nexec sleep 60`);
    const onlooker = spawn('sleep', ['60']);
    const looker = await begin('', withSelf({ pid: onlooker.pid!, startToken: startTokenOf(onlooker.pid!)! }));
    expect([supervisor.isSupervising(), looker.isSupervising()]).toEqual([true, false]);
    const { runId } = await looker.start(strategy.id, 'command-line');
    store.touchedElsewhere();
    const lines: string[] = [];
    for await (const chunk of looker.tail(runId, 0, new AbortController().signal)) {
      lines.push(...chunk.lines);
      if (lines.length === GOOD_SESSION.length - 1) {
        await looker.cancel(runId);
        store.touchedElsewhere();
      }
    }
    expect(lines).toEqual(GOOD_SESSION.slice(0, -1));
    expect((await overRun(store, runId)).state).toBe('cancelled');
    onlooker.kill('SIGKILL');
  });

  test('a claim of a process that died, whose pid another one has now, is void', async () => {
    await store.supervision.claim({ pid: process.ppid, startToken: 'another-boot/1' }, null);
    const runs = await begin('');
    expect(runs.isSupervising()).toBe(true);
  });
});

describe('after a shutdown', () => {
  test('the child lives on; the next start re-attaches and no line is lost or doubled', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const script = `echo started >>'${inProfile('started')}'\n${prints(GOOD_SESSION.slice(0, 5))}\n${waits()}\n${prints(GOOD_SESSION.slice(5))}`;
    const before = await begin(script);
    const { runId } = await before.start(strategy.id, 'manual');
    await logHas(before, runId, 'Copyright');
    await before.shutdown();
    expect(await store.supervision.holder()).toBeNull();
    expect(await stateOf(runId)).toBe('running');
    letGo();
    const after = await begin(script);
    expect(await tailed(after, runId)).toEqual(GOOD_SESSION);
    expect((await overRun(store, runId)).state).toBe('succeeded');
    expect(readFileSync(inProfile('started'), 'utf8')).toBe('started\n');
  });

  test('a cancel that was asked for goes on with the ladder', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const script = `trap 'echo heard' INT; echo ready; while :; do sleep 0.02; done`;
    await store.settings.save({ ...(await store.settings.load()), cancelGraceSeconds: 600 });
    const before = await begin(script);
    const { runId } = await before.start(strategy.id, 'manual');
    await logHas(before, runId, 'ready');
    await before.cancel(runId);
    await logHas(before, runId, 'heard');
    await before.shutdown();
    await store.settings.save({ ...(await store.settings.load()), cancelGraceSeconds: 1 });
    await begin(script);
    expect(await overRun(store, runId)).toMatchObject({ state: 'cancelled', signal: 'SIGTERM' });
  });

  test('a run whose directory was taken away is lost, and only that one', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const before = await begin('exec sleep 60');
    const { runId } = await before.start(strategy.id, 'manual');
    await reaches(runId, 'running');
    await before.shutdown();
    const { child } = (await store.runs.get(runId))!;
    process.kill(-child!.pid, 'SIGKILL');
    const { directory } = runFiles(profile.paths.runs, runId);
    const { rmSync } = await import('node:fs');
    rmSync(directory, { recursive: true });
    const after = await begin('');
    expect(await overRun(store, runId)).toMatchObject({ state: 'lost', failure: { code: 'file.unreadable' } });
    expect(await tailed(after, runId)).toEqual([]);
  });
});

describe('reading a log', () => {
  test('a tail waits for a queued run, follows it while it grows and ends with it; from any line; can be left', async () => {
    const { target, strategy } = await saveTarget(store, 'DEMO');
    const second = await saveStrategy(store, target, 'second');
    const runs = await begin(`${waits()}\n${prints(GOOD_SESSION)}`);
    const first = await runs.start(strategy.id, 'manual');
    const { runId } = await runs.start(second.id, 'manual');
    const whole = tailed(runs, runId);
    const part = (async () => {
      const lines: string[] = [];
      for await (const chunk of runs.tail(runId, 6, new AbortController().signal)) lines.push(...chunk.lines);
      return lines;
    })();
    const left = new AbortController();
    const nothing = (async () => {
      for await (const chunk of runs.tail(runId, 0, left.signal)) return chunk;
      return null;
    })();
    left.abort();
    expect(await nothing).toBeNull();
    letGo();
    expect(await whole).toEqual(GOOD_SESSION);
    expect(await part).toEqual(GOOD_SESSION.slice(6));
    await overRun(store, first.runId);
    await expect(tailed(runs, '01J00000000000000000000000')).rejects.toMatchObject({ code: 'run.missing' });
  });

  test('chunks are bounded by lines and by bytes, and miss and double nothing', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(`awk 'BEGIN { for (i = 0; i < 3000; i++) { s = "line " i " "; if (i % 7 == 0) for (k = 0; k < 400; k++) s = s "0123456789"; print s } }'`);
    const { runId } = await runs.start(strategy.id, 'manual');
    let next = 0;
    for await (const { from, lines } of runs.tail(runId, 0, new AbortController().signal)) {
      expect(from).toBe(next);
      expect(lines.length).toBeLessThanOrEqual(500);
      expect(lines.join('\n').length).toBeLessThanOrEqual(256 * 1024);
      lines.forEach((line, at) => expect(line.startsWith(`line ${from + at} `)).toBe(true));
      next += lines.length;
    }
    expect(next).toBe(3000);
  });

  test('what the store found orphaned is left alone, what it has sealed is removed at the next start', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const before = await begin(prints(GOOD_SESSION));
    const { runId } = await before.start(strategy.id, 'manual');
    await overRun(store, runId);
    await eventually(() => store.logs.isSealed(runId));
    await before.shutdown();
    const sealed = runFiles(profile.paths.runs, runId).directory;
    const unknown = runFiles(profile.paths.runs, '01J00000000000000000000000').directory;
    for (const directory of [sealed, unknown]) {
      mkdirSync(directory, { recursive: true });
      appendFileSync(join(directory, 'spool.log'), 'x\n');
    }
    await begin('');
    expect([existsSync(sealed), existsSync(unknown)]).toEqual([false, true]);
    expect(statSync(unknown).isDirectory()).toBe(true);
  });

  test('pieces are looked for only where the database certainly is on this machine', async () => {
    const { writesHere } = await import('../../../electron/runs/pieces.ts');
    const runner = { kind: 'local', oracleHome: '/u01', oracleSid: 'X', tnsAdmin: null } as const;
    const spec = { ...newTargetSpec('local'), runner };
    expect(writesHere({ ...spec, login: { kind: 'os', as: 'sysdba' } })).toBe(true);
    expect(writesHere({ ...spec, login: { kind: 'wallet', alias: 'PROD', as: 'sysdba' } })).toBe(false);
    const login = { kind: 'password', username: 'SYS', as: 'sysdba' } as const;
    expect(writesHere({ ...spec, login: { ...login, connectIdentifier: null } })).toBe(true);
    expect(writesHere({ ...spec, login: { ...login, connectIdentifier: 'PROD' } })).toBe(false);
  });
});
