// A Data Pump export: made in the window, run by the simulator, its log, verdict and dump files looked at; a second one
// is cancelled, and its job is killed in the database.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { newDataPumpScope } from '../../shared/domain/strategy/data-pump.ts';
import { launchApp } from '../support/electron-app.ts';
import { ask, createStrategy, createTarget, goTo, idInAddress, logLines, runReaches, slices } from './in-the-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
mkdirSync(pictures, { recursive: true });

test('a schema is exported, and another export is cancelled', async () => {
  test.setTimeout(120_000);
  const { app, window, close } = await launchApp();
  try {
    await ask(window, 'settings.save', { ...(await slices(window)).settings, language: 'en', theme: 'light' });
    const target = await createTarget(window, 'SIM19', { kind: 'simulated', version: '19', seconds: 0, failure: null });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800));
    await goTo(window, '#/strategies/new');
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill('HR nightly');
    await window.getByLabel('Database', { exact: true }).selectOption({ label: 'SIM19' });
    await window.getByLabel('What', { exact: true }).selectOption({ label: 'Data Pump export' });
    await window.getByRole('combobox', { name: 'Schemas' }).fill('hr');
    await window.getByRole('textbox', { name: 'Name of the files' }).fill('hr_nightly');
    await window.getByRole('spinbutton', { name: 'Workers' }).fill('2');
    await window.getByLabel('Dump files', { exact: true }).selectOption({ label: 'One file' });
    await expect(window.getByText('Every worker needs a file of its own')).toBeVisible();
    await window.getByLabel('Dump files', { exact: true }).selectOption({ index: 0 });
    await window.getByRole('radio', { name: 'All but these' }).check({ force: true });
    await window.getByRole('textbox', { name: /^Kind, and after a colon/ }).fill("STATISTICS\nTABLE:LIKE 'JOB%'");
    await expect(window.locator('.code-line', { hasText: 'schemas=HR' })).toBeVisible();
    await expect(window.locator('.code-line', { hasText: "exclude=TABLE:\"LIKE 'JOB%'\"" })).toBeVisible();
    await portraits(window, 'export-form');

    await window.getByRole('button', { name: 'Save and run' }).click();
    await expect(window).toHaveURL(/#\/runs\//);
    const runId = await idInAddress(window);
    const detail = await runReaches(window, runId, 'succeeded', 'failed', 'warning');
    expect(detail.run).toMatchObject({ state: 'succeeded', exitCode: 0, pieces: 2 });
    expect((await logLines(window, runId)).some((line) => line.includes(`"RSP_${runId}" successfully completed`))).toBe(true);
    await goTo(window, `#/runs/${runId}?tab=pieces`);
    await expect(window.locator('.data-table, table').getByText(`hr_nightly_${runId}_01.dmp`).first()).toBeVisible();
    await portraits(window, 'export-run');

    const hangs = await createTarget(window, 'HANGS', { kind: 'simulated', version: '19', seconds: 0, failure: 'hang' });
    const scope = { ...newDataPumpScope(), what: { by: 'schemas' as const, schemas: ['SH'] } };
    const strategy = await createStrategy(window, hangs, { name: 'SH weekly', scope, compression: 'none' });
    const started = await ask<{ runId: string }>(window, 'runs.start', { strategyId: strategy });
    await expect.poll(async () => (await slices(window)).activity[0]?.progress?.step, { timeout: 30_000 }).toBe('export');
    await ask(window, 'runs.cancel', { runId: started.runId });
    expect((await runReaches(window, started.runId, 'cancelled')).run).toMatchObject({ state: 'cancelled', signal: null });
    expect((await logLines(window, started.runId)).some((line) => line.includes('killed by user request'))).toBe(true);
    expect(target).not.toBe(hangs);
  } finally {
    await close();
  }
});

async function portraits(window: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().options({ preload: false }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
  const { settings } = await slices(window);
  for (const [language, theme] of [['es', 'dark'], ['en', 'light']] as const) {
    await ask(window, 'settings.save', { ...settings, language, theme });
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    const groups = window.locator('form.form .field-group');
    const count = Math.min(7, await groups.count());
    for (let at = 0; at < Math.max(1, count); at += 1) {
      if (count > 0) await groups.nth(at).evaluate((one) => one.scrollIntoView({ block: 'start' }));
      await window.screenshot({ path: join(pictures, `${name}-${at}-${theme}-${language}.png`), animations: 'disabled' });
    }
  }
}
