// The linter in the real window: a finding comes up as one types, one click repairs it, undo brings it back; what
// somebody knows is accepted with a reason; list, database and overview tell of what is serious.
import { expect, test } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { temporaryProfile } from './a-profile.ts';
import { createTarget, goTo, idInAddress, slices } from './in-the-window.ts';

test('a finding appears while typing, one click repairs it, undo brings it back, a reason accepts it', async () => {
  const profile = temporaryProfile();
  const { window, close } = await launchApp({ profile: profile.path });
  const finding = (rule: string) => window.locator(`[data-rule="${rule}"]`);
  try {
    await createTarget(window, 'LINTED', { kind: 'simulated' });
    await goTo(window, '#/strategies/new');
    await window.getByLabel('Name', { exact: true }).fill('Nightly');
    await window.getByRole('tab', { name: /^Findings/ }).click();
    await expect(finding('no-schedule')).toBeVisible();
    await expect(finding('level-1-without-level-0')).toHaveCount(0);

    await window.getByRole('radio', { name: 'Level 1, differential' }).check();
    await expect(finding('level-1-without-level-0')).toContainText('Serious');
    await expect(window.getByRole('tab', { name: /Findings \(\d+\)/ })).toBeVisible();
    await window.getByLabel('Tag').fill('CHANGES');
    await finding('level-1-without-level-0').getByRole('button', { name: 'Make it a level 0' }).click();
    await expect(window.getByRole('radio', { name: 'Incremental level 0' })).toBeChecked();
    await expect(finding('level-1-without-level-0')).toHaveCount(0);
    await window.getByRole('button', { name: 'Undo' }).click();
    await expect(window.getByRole('radio', { name: 'Level 1, differential' })).toBeChecked();
    await expect(finding('level-1-without-level-0')).toBeVisible();

    await finding('no-schedule').getByRole('button', { name: 'I know …' }).click();
    await finding('no-schedule').getByLabel('I know, because …').fill('Started by the batch system');
    await finding('no-schedule').getByRole('button', { name: 'Accept' }).click();
    await expect(finding('no-schedule')).toHaveCount(0);
    await window.getByText('1 accepted').click();
    await expect(window.getByText('Started by the batch system')).toBeVisible();
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    const id = await idInAddress(window);
    const saved = (await slices(window)).strategies.find((one) => one.id === id);
    expect(saved?.spec.accepted).toEqual([{ rule: 'no-schedule', reason: 'Started by the batch system' }]);

    await goTo(window, '#/strategies');
    await window.getByRole('link', { name: /serious/ }).click();
    await expect(finding('level-1-without-level-0')).toBeVisible();
    await goTo(window, '#/');
    await expect(window.getByText(/serious findings? about the strategies of LINTED/)).toBeVisible();
    await window.getByRole('link', { name: 'Show findings' }).click();
    await expect(finding('level-1-without-level-0').getByRole('link', { name: 'Make it a level 0 in Nightly' })).toBeVisible();
    await expect(window.getByRole('heading', { name: 'Findings about the strategies' })).toBeInViewport();
    await expect(window.getByRole('heading', { name: 'Findings about the strategies' })).toBeFocused();
  } finally {
    await close();
    profile.remove();
  }
});
