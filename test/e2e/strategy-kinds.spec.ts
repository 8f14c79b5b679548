// A strategy of a tablespace with an archive's keeping and steps afterwards: made in the window, run by the simulator,
// its steps judged one by one on the run's page. What excludes what is said beside its field on the way.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { ask, goTo, idInAddress, runReaches, slices } from './in-the-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
mkdirSync(pictures, { recursive: true });

const turnOn = (window: Page, name: string | RegExp): Promise<void> => window.getByRole('switch', { name }).check({ force: true });

test('a tablespace is archived, tried out and crosschecked', async () => {
  test.setTimeout(120_000);
  const place = mkdtempSync(join(tmpdir(), 'respaldo-archive-'));
  const { app, window, close } = await launchApp();
  try {
    await ask(window, 'settings.save', { ...(await slices(window)).settings, language: 'en', theme: 'light' });
    await ask(window, 'app.createDemo');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800));
    await goTo(window, '#/strategies/new');
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Year end');
    await window.getByLabel('What', { exact: true }).selectOption({ label: 'Tablespaces' });
    await window.getByRole('combobox', { name: 'Tablespaces' }).fill('users');
    await window.getByRole('radio', { name: 'Full', exact: true }).check();
    await window.getByRole('switch', { name: 'With the archived logs' }).uncheck({ force: true });

    await turnOn(window, /^Archival backup/);
    await expect(window.getByText('may not lie in the recovery area')).toBeVisible();
    await window.getByRole('radio', { name: 'A format of its own' }).check();
    await window.getByRole('textbox', { name: 'Format', exact: true }).fill(`${place}/%d_%U`);
    await expect(window.getByText('may not lie in the recovery area')).toHaveCount(0);

    await turnOn(window, 'Forget what is gone');
    await expect(window.getByText('Only a crosscheck finds out')).toBeVisible();
    await turnOn(window, 'Crosscheck');
    await turnOn(window, 'Try a restore');
    await turnOn(window, 'Report');
    await expect(window.locator('.code-line', { hasText: "KEEP UNTIL TIME 'SYSDATE+365'" })).toBeVisible();
    await expect(window.locator('.code-line', { hasText: 'TABLESPACE "USERS"' }).first()).toBeVisible();
    await window.getByRole('switch', { name: 'Report', exact: true }).uncheck({ force: true });
    await expect(window.locator('.code-line', { hasText: 'REPORT NEED BACKUP' })).toHaveCount(0);
    await window.keyboard.press('ControlOrMeta+z');
    await expect(window.locator('.code-line', { hasText: 'REPORT NEED BACKUP' })).toHaveCount(1);
    await portraits(window, 'strategy-kinds');

    await window.getByRole('button', { name: 'Save and run' }).click();
    await expect(window).toHaveURL(/#\/runs\//);
    const runId = await idInAddress(window);
    await runReaches(window, runId, 'succeeded', 'failed', 'warning');
    expect(readdirSync(place).length).toBeGreaterThan(0);

    await goTo(window, `#/runs/${runId}?tab=steps`);
    const rows = window.locator('table.steps tbody tr');
    await expect(rows.filter({ hasText: 'report' })).toBeVisible();
    const seen = await rows.locator('.step-name').allInnerTexts();
    const named = seen.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    expect(named.map((text) => text.replace(/ (c1|ORA_DISK_1)\b/, ''))).toEqual([
      'backup',
      'Control File and SPFILE Autobackup',
      'restore',
      'crosscheck',
      'delete expired Nothing to do',
      'report',
    ]);
    await window.screenshot({ path: join(pictures, 'run-steps-judged-1280-light-en.png') });
  } finally {
    await close();
    rmSync(place, { recursive: true, force: true });
  }

  /** The form from top to bottom, in both languages; nothing that a screen reader would stumble on. */
  async function portraits(page: Page, name: string): Promise<void> {
    const dresses = [['en', 'light', 1280], ['es', 'dark', 1280], ['es', 'light', 720]] as const;
    for (const [language, theme, width] of dresses) {
      await app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size, 800),
        width,
      );
      await ask(page, 'settings.save', { ...(await slices(page)).settings, language, theme });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const fold of await page.locator('details.fold').all()) {
        await fold.evaluate((one) => void ((one as HTMLDetailsElement).open = true));
      }
      const groups = page.locator('form.form .field-group');
      for (let at = 0; at < (await groups.count()); at += 1) {
        await groups.nth(at).evaluate((one) => one.scrollIntoView({ block: 'start' }));
        await page.screenshot({ path: join(pictures, `${name}-${at}-${width}-${theme}-${language}.png`), animations: 'disabled' });
      }
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });
      const { violations } = await axe.analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
    }
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800));
    await ask(page, 'settings.save', { ...(await slices(page)).settings, language: 'en', theme: 'light' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
});
