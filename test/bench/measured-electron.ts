// Starts an Electron application as a user does and looks at it from outside: when its page was painted, what it keeps.
// Not by Playwright's launcher, which holds an application back until it has attached.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { electronRuntime } from '../../scripts/setup/electron-runtime.mjs';
import { sqliteBindingEnvironment } from '../../scripts/setup/sqlite-binding.mjs';

/** Long enough for a start to be over before anybody looks: looking costs time itself. */
const UNDISTURBED_MS = 2_000;
const READY_DEADLINE_MS = 30_000;
const QUIT_DEADLINE_MS = 10_000;
/** Linux counts processor time in hundredths of a second for every program. */
const MS_PER_TICK = 10;

export type Subject = {
  /** The application's folder. */
  folder: string;
  args: readonly string[];
  /** Is on the page when it can be used, and not before. */
  usable: string;
  /** Added to the environment. */
  env?: Readonly<Record<string, string>>;
};

export type Started = {
  /** Milliseconds from the start of the process until the largest part of the usable page was on the screen. */
  paintedAfter: number;
  /** Bytes of the whole process tree; what processes share is divided among them (PSS). Linux only. */
  memory(): number;
  /** Milliseconds of processor time that the whole tree has used so far. Linux only. */
  processorTime(): number;
  /** As its user closes it. */
  closeWindow(): Promise<void>;
  quit(): Promise<void>;
};

/** The smallest application that shows a window with text in it; one that `stays` goes on when it is closed. */
export function emptyApplication(parent: string, { stays = false } = {}): Subject {
  const folder = join(parent, 'empty');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));
     ${stays ? "app.on('window-all-closed', () => {});" : ''}`,
  );
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>empty</title><h1>empty</h1>');
  return { folder, args: [`--user-data-dir=${join(parent, 'empty-profile')}`], usable: 'h1' };
}

export async function startMeasured(subject: Subject): Promise<Started> {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const begin = Date.now();
  const child = spawn(
    electronRuntime().executable,
    [subject.folder, ...sandbox, '--remote-debugging-port=0', ...subject.args],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...sqliteBindingEnvironment(), ...subject.env } },
  );
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const quit = async (): Promise<void> => {
    await quitChild(child);
    process.off('exit', kill);
  };
  try {
    const endpoint = await debuggingEndpoint(child);
    await pause(UNDISTURBED_MS);
    const paintedAfter = (await paintedAt(endpoint, subject.usable)) - begin;
    return {
      paintedAfter,
      memory: () => sumOfTree(child.pid!, proportionalMemory),
      processorTime: () => sumOfTree(child.pid!, ticksUsed) * MS_PER_TICK,
      closeWindow: () => closePage(endpoint),
      quit,
    };
  } catch (error) {
    await quit();
    throw error;
  }
}

async function debuggingEndpoint(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stderr! });
  const deadline = setTimeout(() => lines.close(), READY_DEADLINE_MS);
  const printed: string[] = [];
  try {
    for await (const line of lines) {
      const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      // What comes later has to go somewhere, or the application would wait for us.
      if (found) return found;
      printed.push(line);
    }
  } finally {
    clearTimeout(deadline);
    child.stderr!.resume();
  }
  throw new Error(`Electron did not start. It printed:\n${printed.join('\n')}`);
}

/** Milliseconds since 1970. */
async function paintedAt(endpoint: string, usable: string): Promise<number> {
  const browser = await chromium.connectOverCDP(endpoint);
  try {
    const page = browser.contexts()[0]!.pages()[0]!;
    await page.locator(usable).first().waitFor({ timeout: READY_DEADLINE_MS });
    return await largestPaint(page);
  } finally {
    await browser.close();
  }
}

async function closePage(endpoint: string): Promise<void> {
  const browser = await chromium.connectOverCDP(endpoint);
  try {
    await browser.contexts()[0]!.pages()[0]!.close();
  } finally {
    await browser.close();
  }
}

/** The page's own record of its paints, which it has kept whether somebody looked or not. */
function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(performance.timeOrigin + list.getEntries().at(-1)!.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** A process that goes while we look counts nothing. */
function sumOfTree(pid: number, of: (pid: number) => number): number {
  const threads = processText(pid, 'status') === '' ? [] : readdirSync(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) =>
    processText(pid, `task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
  return of(pid) + children.reduce((sum, child) => sum + sumOfTree(child, of), 0);
}

/** Bytes. */
const proportionalMemory = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(processText(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024;

/** User and system time, the 14th and 15th field of proc(5); the second, a name, may have blanks. */
function ticksUsed(pid: number): number {
  const fields = processText(pid, 'stat').replace(/^.*\) /s, '').split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function processText(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

async function quitChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const deadline = setTimeout(() => child.kill('SIGKILL'), QUIT_DEADLINE_MS);
  await exit;
  clearTimeout(deadline);
}
