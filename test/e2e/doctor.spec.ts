// The doctor in the window: its rows fill in beside the form of a database, and a strategy that would delete below the
// recovery goal says so in its form, in "why", and by a run that is not started.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { nothingAfterwards } from '../../shared/domain/strategy/keeping.ts';
import { launchApp } from '../support/electron-app.ts';
import { ask, createStrategy, createTarget, goTo, runReaches, slices, startRun } from './in-the-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
mkdirSync(pictures, { recursive: true });

async function look(window: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await window.screenshot({ path: join(pictures, `doctor-${name}.png`), animations: 'disabled' });
}

test('the doctor fills its rows, and deletions below the recovery goal are blocked', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-e2e-doctor-'));
  const { window, close } = await launchApp();
  try {
    const target = await createTarget(window, 'VENTAS', { kind: 'simulated', seconds: 0 });
    const good = await createStrategy(window, target, { name: 'Nightly', format: join(folder, '%U') });
    await runReaches(window, await startRun(window, good), 'succeeded');
    const greedy = await createStrategy(window, target, {
      name: 'Greedy',
      format: join(folder, '%U'),
      afterwards: { ...nothingAfterwards, deleteObsolete: { kind: 'window', days: 3 } },
    });

    await goTo(window, `#/databases/${target}`);
    await window.getByRole('button', { name: 'Examine', exact: true }).click();
    await expect(window.getByText('Something has to be corrected')).toBeVisible({ timeout: 60_000 });
    const rows = window.locator('.check-rows li');
    await expect(rows.filter({ hasText: 'RMAN log-in' }).filter({ hasText: 'DBID=' })).toBeVisible();
    await expect(rows.filter({ hasText: 'Log mode' }).getByLabel('Unknown')).toBeVisible();
    await expect(window.locator('.check-bad').filter({ hasText: 'keeps 3 days only' })).toBeVisible();
    await rows.filter({ hasText: 'Log mode' }).scrollIntoViewIfNeeded();
    await look(window, 'database-en-light');

    await goTo(window, `#/strategies/${greedy}`);
    const preview = window.getByRole('region', { name: 'What it deletes' });
    await expect(preview).toContainText('the recovery goal is 7');
    await preview.scrollIntoViewIfNeeded();
    await look(window, 'strategy-en-light');

    const { run } = await runReaches(window, await startRun(window, greedy), 'failed');
    expect(run).toMatchObject({ state: 'failed', failure: { code: 'deletion.policy-below-goal', params: { after: '3', goal: 7 } } });
    const requirements = await ask<{ kind: string; state: string }[]>(window, 'schedule.requirements', { strategyId: greedy });
    expect(requirements.find(({ kind }) => kind === 'deletion')).toMatchObject({ state: 'blocked' });

    // What its own goal allows is foreseen from the runs, and may run.
    const { spec, version } = (await slices(window)).strategies.find(({ id }) => id === greedy)!;
    await ask(window, 'strategies.update', { id: greedy, version, targetId: target, spec: { ...spec, recoveryGoalDays: 2 } });
    await runReaches(window, await startRun(window, greedy), 'succeeded').then(({ run: again }) =>
      expect(again.state).not.toBe('failed'));

    const { settings } = await slices(window);
    await ask(window, 'settings.save', { ...settings, language: 'es', theme: 'dark' });
    await window.setViewportSize({ width: 720, height: 900 });
    await goTo(window, `#/databases/${target}`);
    await window.getByRole('button', { name: 'Examinar', exact: true }).click();
    await expect(window.getByText('Hay cosas que desde aquí no se ven')).toBeVisible({ timeout: 60_000 });
    await window.getByRole('heading', { name: 'Doctor' }).scrollIntoViewIfNeeded();
    await look(window, 'database-es-dark-narrow');
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
