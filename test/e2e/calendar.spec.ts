// The calendar in the real application: what is planned stands in its days, by keyboard alone, and one can be skipped.
import { expect, test } from 'playwright/test';
import { plainSchedule } from '../../shared/schedule/schedule.ts';
import { launchApp } from '../support/electron-app.ts';
import { createStrategy, createTarget, goTo } from './in-the-window.ts';

test('planned runs stand in the calendar, by keyboard and across a change of the clocks', async () => {
  const { window, close } = await launchApp();
  try {
    const target = await createTarget(window, 'PLANNED', { kind: 'simulated', seconds: 1 });
    const schedule = plainSchedule({ kind: 'daily', times: ['02:30'] }, 'Europe/Madrid');
    await createStrategy(window, target, { name: 'Nightly', schedule });
    const year = new Date().getFullYear() + 1;
    await goTo(window, `#/calendar?day=${year}-06-15&zone=Europe%2FMadrid`);
    const cell = (date: string) => window.locator(`[data-day="${date}"]`);
    await expect(cell(`${year}-06-15`)).toContainText('02:30');

    await cell(`${year}-06-15`).focus();
    await window.keyboard.press('ArrowRight');
    await expect(cell(`${year}-06-16`)).toBeFocused();
    await expect(window.locator('[data-day][tabindex="0"]')).toHaveCount(1);
    await window.keyboard.press('PageDown');
    await expect(cell(`${year}-07-16`)).toBeFocused();
    await window.keyboard.press('Enter');
    const panel = window.locator('.day-panel');
    await expect(panel.getByRole('link', { name: 'Nightly' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(cell(`${year}-07-16`)).toBeFocused();

    await goTo(window, '#/calendar?view=week&day=2026-10-25&zone=Europe%2FMadrid&open=1');
    await expect(panel).toContainText('25 hours');
    await expect(window.locator('[data-day="2026-10-25"] .week-hour')).toHaveCount(25);
  } finally {
    await close();
  }
});

test('one planned run is skipped from the list of its day', async () => {
  const { window, close } = await launchApp();
  try {
    const target = await createTarget(window, 'PLANNED', { kind: 'simulated', seconds: 1 });
    const zone = 'Europe/Madrid';
    await createStrategy(window, target, { name: 'Hourly', schedule: plainSchedule({ kind: 'cron', expression: '0 * * * *' }, zone) });
    // By the clock of the zone: late in the evening it is another day there than in UTC.
    const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString('sv-SE', { timeZone: zone });
    await goTo(window, `#/calendar?day=${tomorrow}&zone=Europe%2FMadrid&open=1`);
    const panel = window.locator('.day-panel');
    await expect(panel.getByRole('listitem')).toHaveCount(24);
    await panel.getByRole('button', { name: /^Skip Hourly/ }).nth(3).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Skip this one' }).click();
    await expect(panel.getByRole('listitem').nth(3)).toContainText('skipped');
    await expect(panel.locator('.day-counts')).toContainText('23 planned');
  } finally {
    await close();
  }
});
