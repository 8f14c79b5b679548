// The schedule of a strategy in the real window: built, read as a sentence, turned into cron and back, saved and found
// again; what is wrong is said beside its field.
import { expect, test, type Page } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { createStrategy, createTarget, goTo, problemOf, slices } from './in-the-window.ts';

const preview = (window: Page) => window.getByRole('region', { name: 'What this means' });
const mode = (window: Page, name: 'Never' | 'Builder' | 'Cron') => window.getByRole('radio', { name, exact: true }).check();
const save = (window: Page) => window.getByRole('button', { name: 'Save', exact: true }).click();

async function editorOf(window: Page): Promise<string> {
  const target = await createTarget(window, 'PLANNED', { kind: 'simulated' });
  const id = await createStrategy(window, target, { name: 'Nightly' });
  await goTo(window, `#/strategies/${id}`);
  await window.getByRole('button', { name: 'Schedule', exact: true }).click();
  return id;
}

const scheduleOf = async (window: Page, id: string) =>
  (await slices(window)).strategies.find((one) => one.id === id)?.spec.schedule;

test('a weekly schedule is built, said, turned into cron and back, saved and shown again', async () => {
  const { window, close } = await launchApp();
  try {
    const id = await editorOf(window);
    await mode(window, 'Builder');
    await window.getByLabel('Repeats').selectOption('weekly');
    for (const day of ['Monday', 'Tuesday', 'Thursday', 'Friday']) await window.getByRole('checkbox', { name: day }).uncheck();
    await window.getByRole('checkbox', { name: 'Sunday' }).check();
    await window.getByLabel('Time 1').fill('230');
    const zone = window.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('mexico ci');
    await zone.press('Enter');
    await expect(zone).toHaveValue('America/Mexico_City');
    await expect(preview(window)).toContainText('Every Wednesday and Sunday at 02:30, Mexico City time.');
    await expect(preview(window).locator('ol > li')).toHaveCount(5);
    await expect(preview(window).locator('ol > li').first()).toContainText('UTC-06:00');

    await mode(window, 'Cron');
    const cron = window.getByRole('textbox', { name: 'Cron expression' });
    await expect(cron).toHaveValue('30 2 * * SUN,WED');
    await cron.fill('0 2 13 * FRI');
    await mode(window, 'Builder');
    await expect(window.getByText('The builder has no fields for “0 2 13 * FRI”.')).toBeVisible();
    await mode(window, 'Cron');
    await expect(cron).toHaveValue('0 2 13 * FRI');
    await cron.fill('30 2 * * WED,SUN');
    await mode(window, 'Builder');
    await expect(window.getByRole('checkbox', { name: 'Wednesday' })).toBeChecked();

    await window.getByRole('button', { name: 'Add a time' }).click();
    await window.getByLabel('Time 2').fill('14:00');
    await save(window);
    await expect.poll(() => scheduleOf(window, id)).toMatchObject({
      rule: { kind: 'weekly', days: ['sun', 'wed'], times: ['02:30', '14:00'] },
      zone: 'America/Mexico_City',
    });
    await goTo(window, '#/strategies');
    await expect(window.getByRole('row', { name: /Nightly/ })).toContainText(/UTC-6/);
    await goTo(window, `#/strategies/${id}`);
    await expect(window.getByLabel('Time 2')).toHaveValue('14:00');
    await expect(preview(window)).toContainText('at 02:30 and 14:00');
  } finally {
    await close();
  }
});

test('what is wrong with a schedule is said beside its field and never saved', async () => {
  const { window, close } = await launchApp();
  try {
    const id = await editorOf(window);
    await mode(window, 'Cron');
    const cron = window.getByRole('textbox', { name: 'Cron expression' });
    await cron.fill('61 2 * * *');
    await save(window);
    await expect(problemOf(cron)).toContainText('Minute “61”');
    await expect(cron).toBeFocused();
    await expect(preview(window)).toContainText('as soon as the marked fields are right');
    const zone = window.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('Europe/Atlantis');
    await zone.press('Escape');
    await expect(problemOf(zone)).toContainText('Europe/Atlantis');
    await zone.fill('europe/madrid');
    await zone.press('Tab');
    await expect(zone).toHaveValue('Europe/Madrid');
    await cron.fill('15 2 * * *');
    await mode(window, 'Builder');
    await window.getByLabel('Time 1').fill('25:00');
    await save(window);
    await expect(window.getByText('Give a time of day from 00:00 to 23:59.')).toBeVisible();
    await expect(window.getByLabel('Time 1')).toHaveAttribute('aria-invalid', 'true');
    expect(await scheduleOf(window, id)).toBeNull();
    await window.getByLabel('Time 1').fill('02:15');
    await save(window);
    await expect.poll(() => scheduleOf(window, id)).toMatchObject({ rule: { kind: 'daily', times: ['02:15'] } });
  } finally {
    await close();
  }
});
