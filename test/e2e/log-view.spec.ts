// The log view in the real window: follows what grows, and opens, jumps and searches in what is huge, with a page that
// stays small.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { dropFile } from './drop-file.ts';
import { cancelAll, createStrategy, createTarget, goTo, runReaches, startRun } from './in-the-window.ts';

const LINES = 1_000_000;
const ERROR_AT = 600_000;
const NEEDLE_AT = 777_777;

const HEAD = ['Recovery Manager: Release 19.0.0.0.0 - Production on Sun Oct 4 02:00:00 2026', 'Version 19.27.0.0.0', ''];
const STACK = [
  'RMAN-00571: ===========================================================',
  'RMAN-00569: =============== ERROR MESSAGE STACK FOLLOWS ===============',
  'RMAN-00571: ===========================================================',
  'RMAN-03009: failure of backup command on c1 channel at 10/04/2026 02:01:40',
  'ORA-19502: write error on file "/backup/huge.bkp", block number 31 (block size=8192)',
];

/** Line `number`, counted from 1. */
function lineOf(number: number): string {
  if (number === LINES) return 'Recovery Manager complete.';
  if (number === NEEDLE_AT) return 'a needle in the hay';
  return HEAD[number - 1] ?? STACK[number - ERROR_AT] ?? `input datafile file number=${number} name=/u01/oradata/HUGE/users${number}.dbf`;
}

async function writeHugeLog(path: string): Promise<void> {
  const stream = createWriteStream(path);
  for (let first = 1; first <= LINES; first += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, LINES - first + 1) }, (_, at) => `${lineOf(first + at)}\n`);
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

const listOf = (window: Page): Locator => window.getByRole('listbox', { name: 'Lines of the log' });
const lineShown = (window: Page, number: number): Locator => listOf(window).locator(`[data-line="${number - 1}"]`);
const nodesOf = (window: Page): Promise<number> => window.evaluate(() => document.querySelectorAll('*').length);

async function find(window: Page, text: string): Promise<void> {
  await listOf(window).press('Control+f');
  const field = window.getByRole('textbox', { name: 'Text to find' });
  await field.fill(text);
  await field.press('Enter');
}

test('a million lines of a dropped file: to its end, to its first error, to a word, with a small page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-e2e-huge-'));
  const { window, close } = await launchApp();
  try {
    await writeHugeLog(join(folder, 'huge.log'));
    await expect(window.locator('h1')).toBeVisible();
    await dropFile(window, join(folder, 'huge.log'));
    await expect(window.locator('h1')).toContainText('huge.log');
    await expect(window.locator('h1')).toContainText('Failed', { timeout: 60_000 });
    await expect(window.locator('.cause-text')).toContainText('ORA-19502');
    const few = 1500;
    expect(await nodesOf(window)).toBeLessThan(few);

    const list = listOf(window);
    await list.press('Control+End');
    await expect(lineShown(window, LINES)).toContainText('Recovery Manager complete.');
    expect(await nodesOf(window)).toBeLessThan(few);
    await list.press('Control+Home');
    await expect(lineShown(window, 1)).toContainText('Recovery Manager: Release 19');

    await window.getByRole('button', { name: /^Next error/ }).click();
    await expect(list.locator('.log-cursor')).toHaveText(/(RMAN-|ORA-)\d{5}/);
    await expect(lineShown(window, ERROR_AT + 4)).toContainText('ORA-19502');

    await find(window, 'needle in');
    await expect(lineShown(window, NEEDLE_AT)).toContainText('a needle in the hay');
    await expect(window.locator('.log-text mark')).toHaveText('needle in');
    await expect(window.getByText('1 matching line')).toBeVisible();
    // By the wheel too, line after line as they stand in the file.
    await list.hover();
    await window.mouse.wheel(0, 20_000);
    const first = list.getByRole('option').first();
    await expect.poll(async () => Number(await first.getAttribute('aria-posinset'))).toBeGreaterThan(NEEDLE_AT + 500);
    const number = Number(await first.getAttribute('aria-posinset'));
    await expect(lineShown(window, number)).toContainText(lineOf(number));
    expect(await nodesOf(window)).toBeLessThan(few);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a run that prints a hundred thousand lines is followed and kept whole', async () => {
  const { window, close } = await launchApp();
  try {
    const target = await createTarget(window, 'LOUD', { kind: 'simulated', seconds: 1, failure: 'huge-log' });
    const runId = await startRun(window, await createStrategy(window, target, { name: 'Loud' }));
    await goTo(window, `#/runs/${runId}`);
    await expect(window.locator('h1')).toContainText('Succeeded', { timeout: 60_000 });
    const { run } = await runReaches(window, runId, 'succeeded');
    expect(run.lines).toBeGreaterThan(100_000);
    const list = listOf(window);
    await list.press('Control+End');
    await expect(list.getByRole('option').last()).toContainText('Recovery Manager complete.');
    await list.press('Control+Home');
    await find(window, 'Finished Control File and SPFILE Autobackup');
    await expect(list.locator('.log-cursor')).toContainText('Finished Control File');
    expect(await nodesOf(window)).toBeLessThan(1500);
  } finally {
    await close();
  }
});

test('following stops where the user scrolls up, counts what is new, and goes on when asked', async () => {
  const { window, close } = await launchApp();
  try {
    const target = await createTarget(window, 'SLOW', { kind: 'simulated', seconds: 25 });
    const runId = await startRun(window, await createStrategy(window, target, { name: 'Slow', channels: 4 }));
    await goTo(window, `#/runs/${runId}`);
    await expect(window.getByText('Following the end')).toBeVisible();
    const list = listOf(window);
    // More than fit, so that there is something to scroll back to.
    const first = list.getByRole('option').first();
    await expect.poll(async () => Number(await first.getAttribute('aria-posinset'))).toBeGreaterThan(12);
    await list.hover();
    await window.mouse.wheel(0, -10_000);
    await expect(lineShown(window, 1)).toBeVisible();
    await expect(window.getByText('Following the end')).toBeHidden();
    const again = window.getByRole('button', { name: /Follow again, \d+ new lines?/ });
    await expect(again).toBeVisible({ timeout: 20_000 });
    // It stays where the user reads while the log grows.
    await expect(lineShown(window, 1)).toBeVisible();
    await again.click();
    await expect(window.getByText('Following the end')).toBeVisible();
    await expect(lineShown(window, 1)).toBeHidden();
    await cancelAll(window);
  } finally {
    await close();
  }
});
