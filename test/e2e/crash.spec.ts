// What survives the worst: the application killed in mid-run and in mid-queue, a second start, a data file from the
// future, a damaged one.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, readdirSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { electronRuntime } from '../../scripts/setup/electron-runtime.mjs';
import { sqliteBindingEnvironment } from '../../scripts/setup/sqlite-binding.mjs';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { temporaryProfile } from './a-profile.ts';
import { createStrategy, createTarget, detailOf, goTo, logLines, runReaches, slices, startRun } from './in-the-window.ts';

const root = join(import.meta.dirname, '../..');

async function killApp({ app }: LaunchedApp): Promise<void> {
  const ended = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await ended;
}

/** The process that keeps a run's client: it names itself in the directory it claimed. */
const keeperOf = (directory: string): number => Number(readFileSync(join(directory, 'claim'), 'utf8').split(' ')[0]);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts the application as a user would from a terminal; nobody drives it. */
function startPlainly(profile: string, ...more: string[]): { child: ChildProcess; printed: () => string } {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electronRuntime().executable, ['.', ...sandbox, `--profile=${profile}`, '--lang=en-US', ...more], {
    cwd: root,
    env: { ...process.env, ...sqliteBindingEnvironment(), LANGUAGE: 'en_US' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return { child, printed: () => chunks.join('') };
}

test('killed while one run runs and another waits: both are finished by the next start, and no line is lost', async () => {
  const profile = temporaryProfile();
  try {
    const first = await launchApp({ profile: profile.path });
    const target = await createTarget(first.window, 'KILLED', { kind: 'simulated', seconds: 14 });
    const running = await startRun(first.window, await createStrategy(first.window, target, { name: 'Runs' }));
    const brief = { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'keep' } as const;
    const waiting = await startRun(first.window, await createStrategy(first.window, target, { name: 'Waits', scope: brief }));
    const directory = join(profile.path, 'runs', running);
    const spool = join(directory, 'spool.log');
    await runReaches(first.window, running, 'running');
    await expect.poll(() => statSync(spool).size).toBeGreaterThan(1000);
    expect((await detailOf(first.window, waiting)).run.state).toBe('queued');

    const keeper = keeperOf(directory);
    if (process.platform === 'linux') {
      // Chromium's sockets in RMAN's hands would hold the next start up and keep a dead window on the display.
      const held = readdirSync(`/proc/${keeper}/fd`).map((fd) => readlinkSync(`/proc/${keeper}/fd/${fd}`));
      expect(new Set(held)).toEqual(new Set(['/dev/null', spool]));
    }
    await killApp(first);
    const whenKilled = statSync(spool).size;
    expect(isAlive(keeper)).toBe(true);
    // Kept open: the file leaves the disk once its lines are in the store.
    const descriptor = openSync(spool, 'r');
    await expect.poll(() => statSync(spool).size).toBeGreaterThan(whenKilled);

    const second = await launchApp({ profile: profile.path });
    try {
      await runReaches(second.window, running, 'running');
      expect((await detailOf(second.window, running)).run.state).toBe('running');
      expect(keeperOf(directory)).toBe(keeper);
      await goTo(second.window, `#/runs/${running}`);
      await expect(second.window.getByText('Following the end')).toBeVisible();
      await expect(second.window.locator('h1')).toContainText('Succeeded', { timeout: 30_000 });

      const printed = readFileSync(descriptor, 'utf8').replace(/\n$/, '').split('\n');
      expect(printed.at(-1)).toBe('Recovery Manager complete.');
      expect(await logLines(second.window, running)).toEqual(printed);

      const after = await runReaches(second.window, waiting, 'succeeded');
      expect(after.run.state).toBe('succeeded');
      // Each was started once.
      for (const runId of [running, waiting]) {
        const { transitions } = await detailOf(second.window, runId);
        expect(transitions.map(({ to }) => to)).toEqual(['queued', 'preparing', 'running', 'succeeded']);
      }
      expect((await slices(second.window)).activity).toEqual([]);
      await expect.poll(() => existsSync(spool)).toBe(false);
    } finally {
      closeSync(descriptor);
      await second.close();
    }
  } finally {
    profile.remove();
  }
});

test('a run that ended while no application lived is judged by the next start', async () => {
  const profile = temporaryProfile();
  try {
    const first = await launchApp({ profile: profile.path });
    const target = await createTarget(first.window, 'ALONE', { kind: 'simulated', seconds: 4, failure: 'media-manager' });
    const runId = await startRun(first.window, await createStrategy(first.window, target, { name: 'Fails alone' }));
    const directory = join(profile.path, 'runs', runId);
    await runReaches(first.window, runId, 'running');
    await expect.poll(() => existsSync(join(directory, 'claim'))).toBe(true);
    await killApp(first);
    await expect.poll(() => existsSync(join(directory, 'exit')), { timeout: 30_000 }).toBe(true);
    expect(readFileSync(join(directory, 'exit'), 'utf8').trim()).toBe('1');

    const second = await launchApp({ profile: profile.path });
    try {
      const { run } = await runReaches(second.window, runId, 'failed');
      expect([run.state, run.exitCode, run.rootCode]).toEqual(['failed', 1, 'ORA-19511']);
      expect((await slices(second.window)).activity).toEqual([]);
    } finally {
      await second.close();
    }
  } finally {
    profile.remove();
  }
});

test('a second start on the same profile shows the window of the first and ends well', async () => {
  const { app, window, profile, close } = await launchApp();
  try {
    await expect(window.locator('h1')).toBeVisible();
    const isShown = (): Promise<boolean> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()));
    await expect.poll(isShown).toBe(true);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide());
    expect(await isShown()).toBe(false);
    const { child } = startPlainly(profile);
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    await expect.poll(isShown).toBe(true);
    expect(app.windows()).toHaveLength(1);
  } finally {
    await close();
  }
});

// Where a SQLite file keeps its `user_version`, which is our schema number.
const USER_VERSION_AT = 60;

async function profileWithData(): Promise<{ profile: ReturnType<typeof temporaryProfile>; file: string }> {
  const profile = temporaryProfile();
  const { window, close } = await launchApp({ profile: profile.path });
  await createTarget(window, 'KEPT', { kind: 'simulated' });
  await close();
  return { profile, file: join(profile.path, 'respaldo.sqlite') };
}

test('a data file of a newer Respaldo is refused in words and left alone', async () => {
  const { profile, file } = await profileWithData();
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(900, USER_VERSION_AT);
  writeFileSync(file, bytes);
  const { child, printed } = startPlainly(profile.path);
  try {
    await expect.poll(printed, { timeout: 20_000 }).toMatch(/was written by a newer Respaldo \(schema 900, this one knows \d+\)/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    // The message waits in a dialog for its reader, so the process does not end by itself.
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    profile.remove();
  }
});

test('a damaged data file is kept aside, and the window says so', async () => {
  const { profile, file } = await profileWithData();
  const bytes = readFileSync(file);
  // The header still says SQLite; every page behind it is noise.
  bytes.fill(0x5a, 100);
  writeFileSync(file, bytes);
  const { window, close } = await launchApp({ profile: profile.path });
  try {
    const notice = window.getByRole('region', { name: 'Notices' });
    await expect(notice).toContainText('The data file was damaged. It was kept aside as');
    const kept = readdirSync(profile.path).filter((name) => name.startsWith('respaldo.sqlite.') || name.includes('damaged'));
    const aside = kept.find((name) => {
      const path = join(profile.path, name);
      return statSync(path).isFile() && readFileSync(path).equals(bytes);
    });
    expect(aside, kept.join(' ')).toBeDefined();
    await expect(notice).toContainText(aside ?? '');
    expect((await slices(window)).targets).toEqual([]);
  } finally {
    await close();
    profile.remove();
  }
});
