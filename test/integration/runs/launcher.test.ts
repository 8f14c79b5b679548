// The launcher with real processes: keeper, claim, exit status, signals, re-attachment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Launch, LiveChild } from '../../../electron/app/ports.ts';
import { NOT_CLAIMED, keeperScript } from '../../../electron/rman/keeper.ts';
import { createLauncher } from '../../../electron/rman/launcher.ts';
import { groupLives } from '../../../electron/rman/process-group.ts';
import { startTokenOf } from '../../../electron/rman/process-identity.ts';
import { filesOf, type RunFiles } from '../../../electron/rman/run-files.ts';
import { eventually } from '../../support/runs-fixture.ts';

const launcher = createLauncher();
let root: string;
let files: RunFiles;
const children: LiveChild[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'respaldo-launcher-'));
  files = filesOf(join(root, 'it is a run'));
  mkdirSync(files.directory, { mode: 0o700 });
});
afterEach(() => {
  for (const child of children.splice(0)) child.signal('kill');
  rmSync(root, { recursive: true, force: true });
});

const launch = (script: string, more: Partial<Launch> = {}): Launch => ({
  directory: files.directory,
  file: '/bin/sh',
  args: ['-c', script],
  env: { PATH: '/usr/bin:/bin' },
  stdin: null,
  spool: files.spool,
  ...more,
});

async function start(script: string, more: Partial<Launch> = {}): Promise<LiveChild> {
  const child = await launcher.start(launch(script, more));
  children.push(child);
  return child;
}

const spool = (): string => readFileSync(files.spool, 'utf8');
const spoolHas = (text: string): Promise<boolean> =>
  eventually(() => Promise.resolve(existsSync(files.spool) && spool().includes(text)));

describe('a child', () => {
  test('writes into the spool by itself; its exit status is kept and told', async () => {
    const child = await start('echo out; echo err >&2; exit 3');
    expect(await child.ended).toEqual({ exitCode: 3, signal: null });
    expect(spool()).toBe('out\nerr\n');
    expect(readFileSync(files.exit, 'utf8')).toBe('3\n');
    for (const path of [files.spool, files.claim, files.exit]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await launcher.reattach(files.directory)).toEqual({ kind: 'ended', exitCode: 3, signal: null });
  });

  test('runs in its run directory and in a session of its own', async () => {
    const child = await start('pwd; ps -o sid= -p $$');
    await child.ended;
    const [cwd, session] = spool().split('\n');
    expect(cwd).toBe(files.directory);
    expect(Number(session)).toBe(child.identity.pid);
  });

  test('gets its secret through standard input, where no other process can read it', async () => {
    const secret = 'ti"ger $(x) \\ ñ';
    const child = await start('read -r line; printf "%s" "$line" >got; ps -eo args >seen; cat /proc/$PPID/environ >env', {
      stdin: `${secret}\nexit;\n`,
    });
    await child.ended;
    expect(readFileSync(join(files.directory, 'got'), 'utf8')).toBe(secret);
    expect(readFileSync(join(files.directory, 'seen'), 'utf8')).not.toContain('ti"ger');
    expect(readFileSync(join(files.directory, 'env'), 'latin1')).not.toContain('ti"ger');
  });

  test('that never reads its standard input does no harm', async () => {
    const child = await start('exit 0', { stdin: 'x'.repeat(1_000_000) });
    expect(await child.ended).toEqual({ exitCode: 0, signal: null });
  });

  test('that does not exist is an exit status of the shell, and the log says why', async () => {
    const child = await start('', { file: '/no/such/rman', args: [] });
    expect(await child.ended).toEqual({ exitCode: 127, signal: null });
    expect(spool()).toContain('/no/such/rman');
  });

  test('cannot start without its directory', async () => {
    rmSync(files.directory, { recursive: true });
    await expect(start('exit 0')).rejects.toMatchObject({ code: 'rman.start-failed' });
  });

  test('that may write no more ends by the signal of the system', async () => {
    const child = await start('ulimit -f 1; while :; do echo 0123456789012345678901234567890123456789; done');
    const status = await child.ended;
    expect(status).toEqual({ exitCode: null, signal: 'SIGXFSZ' });
    expect(statSync(files.spool).size).toBeLessThanOrEqual(1024);
  });
});

describe('signals', () => {
  test('reach the client with their default effect, and leave no word of the shell in the log', async () => {
    for (const [step, signal] of [['interrupt', 'SIGINT'], ['terminate', 'SIGTERM']] as const) {
      rmSync(files.directory, { recursive: true });
      mkdirSync(files.directory);
      const child = await start('echo ready; exec sleep 60');
      await spoolHas('ready');
      child.signal(step);
      expect(await child.ended).toEqual({ exitCode: null, signal });
      expect(spool()).toBe('ready\n');
      expect(readFileSync(files.exit, 'utf8')).toBe(step === 'interrupt' ? '130\n' : '143\n');
    }
  });

  test('let the client clean up and choose its own exit code', async () => {
    const child = await start(`trap 'echo cleaning; exit 1' INT; echo ready; while :; do sleep 0.05; done`);
    await spoolHas('ready');
    child.signal('interrupt');
    expect(await child.ended).toEqual({ exitCode: 1, signal: null });
    expect(spool()).toContain('cleaning');
  });

  test('the last step ends what ignores the others, with all its children', async () => {
    const child = await start(`trap '' INT TERM; (trap '' INT TERM; echo ready; while :; do sleep 1; done) & wait`);
    await spoolHas('ready');
    child.signal('interrupt');
    child.signal('terminate');
    await delay(100);
    expect(launcher.isAlive(child.identity)).toBe(true);
    child.signal('kill');
    expect(await child.ended).toEqual({ exitCode: null, signal: 'SIGKILL' });
    expect(groupLives(child.identity.pid)).toBe(false);
  });
});

describe('children of the client', () => {
  test('that outlive it keep the run open for a short grace only', async () => {
    const child = await start('sleep 60 & exit 0');
    expect(await child.ended).toEqual({ exitCode: 0, signal: null });
    // The straggler itself is left alone.
    expect(groupLives(child.identity.pid)).toBe(true);
    process.kill(-child.identity.pid, 'SIGKILL');
  });

  test('that end within the grace have their last words in the spool', async () => {
    const child = await start('(sleep 0.3; echo late) & exit 0');
    await child.ended;
    expect(spool()).toBe('late\n');
  });
});

describe('re-attachment', () => {
  test('finds a child that lives, waits for its end and knows its exit code', async () => {
    const child = await start('while [ ! -e go ]; do sleep 0.02; done; exit 5');
    const found = await launcher.reattach(files.directory);
    expect(found.kind).toBe('alive');
    if (found.kind !== 'alive') return;
    expect(found.child.identity).toEqual(child.identity);
    writeFileSync(join(files.directory, 'go'), '');
    expect(await found.child.ended).toEqual({ exitCode: 5, signal: null });
  });

  test('signals a child that it found', async () => {
    await start('echo ready; exec sleep 60');
    await spoolHas('ready');
    const found = await launcher.reattach(files.directory);
    if (found.kind !== 'alive') throw new Error('not found');
    found.child.signal('terminate');
    expect(await found.child.ended).toEqual({ exitCode: null, signal: 'SIGTERM' });
  });

  test('a client whose keeper was killed is alive until it ends; its exit code is unknown', async () => {
    const child = await start('echo ready; while [ ! -e go ]; do sleep 0.02; done; echo done');
    await spoolHas('ready');
    process.kill(child.identity.pid, 'SIGKILL');
    await eventually(() => Promise.resolve(!launcher.isAlive(child.identity)));
    const found = await launcher.reattach(files.directory);
    if (found.kind !== 'alive') throw new Error('not found');
    writeFileSync(join(files.directory, 'go'), '');
    expect(await found.child.ended).toEqual({ exitCode: null, signal: null });
    expect(spool()).toBe('ready\ndone\n');
    expect(await launcher.reattach(files.directory)).toEqual({ kind: 'ended', exitCode: null, signal: null });
  });

  test('is not fooled by another process with the pid of the keeper', async () => {
    writeFileSync(files.claim, `${process.pid} another-boot/123\n`);
    expect(await launcher.reattach(files.directory)).toEqual({ kind: 'ended', exitCode: null, signal: null });
    writeFileSync(files.exit, '0\n');
    expect(await launcher.reattach(files.directory)).toEqual({ kind: 'ended', exitCode: 0, signal: null });
  });

  test('an exit status that was never written out is none', async () => {
    writeFileSync(files.claim, '999999999 another-boot/123\n');
    writeFileSync(files.exit, '');
    expect(await launcher.reattach(files.directory)).toEqual({ kind: 'ended', exitCode: null, signal: null });
  });

  test('claims a directory in which nothing was started, for good', async () => {
    expect(await launcher.reattach(files.directory)).toEqual({ kind: 'never-started' });
    expect(await launcher.reattach(files.directory)).toEqual({ kind: 'never-started' });
    await expect(start('echo started')).rejects.toMatchObject({ code: 'rman.start-failed' });
    expect(spool()).toBe('');
    expect(await launcher.reattach(join(root, 'nowhere'))).toEqual({ kind: 'never-started' });
  });
});

describe('the claim', () => {
  /** A keeper as an application starts it that dies at this very moment. */
  function orphan(ticket: string): Promise<number | null> {
    const args = ['-c', keeperScript(process.platform), 'keeper', ticket, '/bin/sh', '-c', 'echo started >>started; sleep 0.2'];
    const keeper = spawn('/bin/sh', args, { cwd: files.directory, stdio: 'ignore', detached: true });
    return once(keeper, 'exit').then(([code]) => code as number | null);
  }

  test('is won by one: the keeper with its client, or the application and no client ever', async () => {
    for (let round = 0; round < 30; round += 1) {
      rmSync(files.directory, { recursive: true, force: true });
      mkdirSync(files.directory);
      writeFileSync(join(files.directory, 'ticket'), 'mine\n');
      const ended = orphan('mine');
      if (round === 0) await eventually(() => Promise.resolve(existsSync(join(files.directory, 'started'))));
      await delay((round * 7) % 30);
      const found = await launcher.reattach(files.directory);
      const code = await ended;
      const started = existsSync(join(files.directory, 'started'));
      if (found.kind === 'never-started') {
        expect([started, code]).toEqual([false, NOT_CLAIMED]);
      } else {
        expect([started, code]).toEqual([true, 0]);
      }
    }
  });

  test('a keeper that comes late into a directory prepared anew starts nothing', async () => {
    writeFileSync(join(files.directory, 'ticket'), 'of a later launch\n');
    expect(await orphan('of an earlier launch')).toBe(NOT_CLAIMED);
    expect(readdirSync(files.directory)).toEqual(['ticket']);
  });

  test('a second keeper of the same launch starts nothing', async () => {
    writeFileSync(join(files.directory, 'ticket'), 'mine\n');
    const codes = await Promise.all([orphan('mine'), orphan('mine'), orphan('mine')]);
    expect(codes.sort()).toEqual([0, NOT_CLAIMED, NOT_CLAIMED]);
    expect(readFileSync(join(files.directory, 'started'), 'utf8')).toBe('started\n');
  });

  test('is complete as soon as it can be seen', async () => {
    // What the keeper relies on: a link appears with its content, and only once.
    writeFileSync(join(root, 'draft'), 'content');
    linkSync(join(root, 'draft'), join(root, 'claim'));
    expect(() => linkSync(join(root, 'draft'), join(root, 'claim'))).toThrow('EEXIST');
    expect(readFileSync(join(root, 'claim'), 'utf8')).toBe('content');
  });
});

describe('the keeper', () => {
  const shells = ['/bin/sh', '/bin/bash'].filter((shell) => existsSync(shell));
  const systems = ['linux', 'darwin'] as const;

  test.each(shells.flatMap((shell) => systems.map((system) => [shell, system] as const)))(
    'of %s tells the token of %s, passes the interrupt on and keeps the exit status',
    async (shell, system) => {
      writeFileSync(join(files.directory, 'ticket'), 'mine\n');
      const client = ['/bin/sh', '-c', `trap 'exit 9' INT; echo >ready; while :; do sleep 0.05; done`];
      const args = ['-c', keeperScript(system), 'keeper', 'mine', ...client];
      const keeper = spawn(shell, args, { cwd: files.directory, stdio: 'ignore', detached: true });
      await eventually(() => Promise.resolve(existsSync(join(files.directory, 'ready'))));
      const claim = readFileSync(files.claim, 'utf8').trim();
      expect(claim).toBe(`${keeper.pid} ${startTokenOf(keeper.pid!, system)}`);
      process.kill(-keeper.pid!, 'SIGINT');
      expect(await once(keeper, 'exit')).toEqual([9, null]);
      expect(readFileSync(files.exit, 'utf8')).toBe('9\n');
    },
  );
});

describe('a probe', () => {
  test('tells exit code and output, both streams', async () => {
    const env = { PATH: '/usr/bin:/bin' };
    expect(await launcher.probe('/bin/sh', ['-c', 'echo a; echo b >&2; exit 4'], env, 5000)).toEqual({
      exitCode: 4, output: expect.stringMatching(/^(a\nb|b\na)\n$/) as string,
    });
  });

  test('answers null for what does not end or does not exist, and leaves nothing behind', async () => {
    const marker = `sleep 6${process.pid}`;
    expect(await launcher.probe('/bin/sh', ['-c', `${marker} & wait`], { PATH: '/usr/bin:/bin' }, 200)).toBeNull();
    expect(await launcher.probe('/no/such/rman', [], {}, 1000)).toBeNull();
    await delay(100);
    expect((await launcher.probe('/bin/sh', ['-c', 'ps -eo args'], { PATH: '/usr/bin:/bin' }, 5000))?.output).not.toContain(`\n${marker}\n`);
  });

  test('keeps a bounded part of endless output', async () => {
    const answer = await launcher.probe('/bin/sh', ['-c', 'head -c 300000 /dev/zero | tr "\\0" x'], { PATH: '/usr/bin:/bin' }, 5000);
    expect(answer?.output.length).toBe(64 * 1024);
  });
});
