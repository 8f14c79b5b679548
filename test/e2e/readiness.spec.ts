// Restore readiness in the window: days ahead by keyboard, a run that is made to fail and what it costs, the table, the
// figures; pictures in both languages, themes and widths.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { newStrategySpec } from '../../shared/domain/strategy.ts';
import { plainSchedule } from '../../shared/schedule/schedule.ts';
import { launchApp } from '../support/electron-app.ts';
import { ask, createStrategy, createTarget, goTo, slices } from './in-the-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
mkdirSync(pictures, { recursive: true });

async function fill(window: Page): Promise<void> {
  const target = await createTarget(window, 'VENTAS', { kind: 'simulated', seconds: 1 });
  const { afterwards } = newStrategySpec();
  await createStrategy(window, target, {
    name: 'Weekly level 0',
    schedule: plainSchedule({ kind: 'weekly', days: ['sun'], times: ['01:00'] }, 'UTC'),
    afterwards: { ...afterwards, deleteObsolete: { kind: 'window', days: 14 } },
  });
  await createStrategy(window, target, {
    name: 'Logs',
    scope: { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'input' },
    schedule: plainSchedule({ kind: 'every', count: 15, unit: 'minutes', anchor: '2026-01-01T00:00' }, 'UTC'),
  });
}

async function expectCleanAxe(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().options({ preload: false }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('the days ahead, and what a failed run costs', async () => {
  test.setTimeout(120_000);
  const { app, window, close } = await launchApp();
  const picture = (name: string) =>
    window.screenshot({ path: join(pictures, `readiness-${name}.png`), animations: 'disabled' });
  const dress = async (language: 'en' | 'es', theme: 'light' | 'dark', width: number): Promise<void> => {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size, 800), width);
    await ask(window, 'settings.save', { ...(await slices(window)).settings, language, theme });
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
  };
  try {
    await fill(window);
    await dress('en', 'light', 1280);
    await goTo(window, '#/readiness');
    const chart = window.getByRole('slider');
    await expect(chart).toBeVisible();
    await picture('chart-en-light-1280');
    await expectCleanAxe(window);

    // From day to day by keyboard until one has the weekly run; that one is made to fail.
    await chart.focus();
    const weekly = window.getByRole('button', { name: /^Weekly level 0, \d\d:00/ });
    for (let day = 0; day < 8 && (await weekly.count()) === 0; day += 1) await window.keyboard.press('ArrowRight');
    await weekly.click();
    await expect(weekly).toHaveAttribute('aria-pressed', 'true');
    await expect(window.locator('.miss-cost')).toContainText('nothing can be restored');
    await window.getByRole('button', { name: 'List them, with why each is kept' }).click();
    await picture('missed-en-light-1280');

    await dress('es', 'dark', 720);
    await expect(window.locator('.miss-cost')).toContainText('no se puede restaurar nada');
    const excess = (): number => document.documentElement.scrollWidth - globalThis.innerWidth;
    expect(await window.evaluate(excess)).toBeLessThanOrEqual(0);
    await expectCleanAxe(window);
    await picture('missed-es-dark-720');
    await window.getByRole('tab', { name: 'Tabla' }).click();
    await expect(window.getByRole('row')).not.toHaveCount(0);
    await picture('table-es-dark-720');
    await window.getByRole('tab', { name: 'Supuestos' }).click();
    await expect(window.getByText('supuesto: no se sabe nada').first()).toBeVisible();
    await picture('figures-es-dark-720');
    await window.getByRole('button', { name: 'Sin fallos' }).click();
    await expect(window.locator('.miss-cost')).toHaveCount(0);
  } finally {
    await close();
  }
});
