// The main job from an empty profile: the demonstration's database, a level 0 followed live,
// its verdict kept and found.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { temporaryProfile } from './a-profile.ts';
import { launchApp } from '../support/electron-app.ts';
import { detailOf, goTo, idInAddress } from './in-the-window.ts';

test('runs a level 0 from the first-run page to the log of runs', async () => {
  const profile = temporaryProfile();
  const { window, close } = await launchApp({ profile: profile.path });
  let runId = '';
  try {
    await expect(window.getByRole('heading', { name: 'Backups you can trust' })).toBeVisible();
    await window.getByRole('button', { name: 'Add DEMO' }).click();
    await expect(window.getByRole('link', { name: 'Weekly level 0' })).toBeVisible();

    await window.getByRole('button', { name: 'Run Weekly level 0 now' }).click();
    await window.getByRole('link', { name: 'Open the run' }).click();
    runId = await idInAddress(window);

    // Lines are there while RMAN still runs, and more come; the window stays at the newest.
    const lines = window.getByRole('listbox', { name: 'Lines of the log' });
    await expect(window.getByText('Following the end')).toBeVisible();
    const last = lines.getByRole('option').last();
    const early = Number(await last.getAttribute('aria-posinset'));
    expect(early).toBeGreaterThan(0);
    expect((await detailOf(window, runId)).run.state).toBe('running');
    await expect.poll(async () => Number(await last.getAttribute('aria-posinset'))).toBeGreaterThan(early + 10);
    await expect(lines.getByRole('option', { name: /Recovery Manager complete/ })).toBeVisible({ timeout: 30_000 });

    await expect(window.getByRole('heading', { name: /^The backup is complete: \d+ pieces/ })).toBeVisible();
    await expect(window.locator('h1')).toContainText('Succeeded');

    const { found, run } = await detailOf(window, runId);
    expect(found.length).toBeGreaterThan(2);
    expect(run.pieces).toBe(found.length);
    for (const piece of found) expect(statSync(piece.handle).size, piece.handle).toBe(piece.bytes);
    await window.getByRole('tab', { name: /Pieces/ }).click();
    await expect(window.getByRole('table', { name: 'Files that were written' }).locator('tbody tr[tabindex]')).toHaveCount(found.length);

    await window.getByRole('tab', { name: 'RMAN script' }).click();
    const script = ((await window.getByRole('region', { name: 'RMAN script' }).textContent()) ?? '').trimEnd();
    expect((await detailOf(window, runId)).script.trimEnd()).toBe(script);
    expect(script).toMatch(/BACKUP[^;]*INCREMENTAL LEVEL 0/);

    // The search looks into the log itself; a word that is nowhere finds nothing.
    await goTo(window, '#/runs');
    const row = window.getByRole('table', { name: 'Runs' }).getByRole('link', { name: 'Weekly level 0' });
    await expect(row).toBeVisible();
    const search = window.getByRole('searchbox', { name: 'Search logs, errors and names' });
    await search.fill('nowhereinthislog');
    await expect(window.getByText('No run matches')).toBeVisible();
    await search.fill('allocated');
    await expect(row).toBeVisible();
    await expect(window.locator('mark').first()).toHaveText(/allocated/i);

    await goTo(window, '#/');
    const standing = window.getByRole('row', { name: /Weekly level 0/ });
    await expect(standing.getByRole('link', { name: /ago|now/ })).toHaveCount(2);
    await expect(standing).toContainText('Succeeded');
    await expect(window.getByRole('row', { name: /Daily level 1/ })).toContainText('Never');
  } finally {
    await close();
  }

  // What the page showed is what the file keeps, as another process reads it.
  try {
    const cli = join(import.meta.dirname, '../../scripts/respaldo.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'runs', '--json', '--profile', profile.path]);
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, runs: [{ id: runId, status: 'succeeded', exitCode: 0 }] });
  } finally {
    profile.remove();
  }
});
