// Every screen in both languages, both themes and two widths: nothing that a screen reader or weak eyes would stumble
// on, nothing wider than the window, a picture of each below test-results/screens/. And the main actions by keyboard.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { dropFile } from './drop-file.ts';
import { ask, cancelAll, createStrategy, createTarget, goTo, idInAddress, runReaches, slices, startRun } from './in-the-window.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'test-results/screens');
mkdirSync(pictures, { recursive: true });

type Variant = { language: 'en' | 'es'; theme: 'light' | 'dark'; width: 1280 | 720 };
const VARIANTS: Variant[] = ([1280, 720] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) => (['en', 'es'] as const).map((language) => ({ language, theme, width }))),
);

/**
 * Asking axe takes far longer than all the rest. These two dresses hold each language, theme and width;
 * RESPALDO_LOOK=every asks in all eight.
 */
const isExamined = ({ language, theme, width }: Variant): boolean =>
  process.env['RESPALDO_LOOK'] === 'every' || ['en light 1280', 'es dark 720'].includes(`${language} ${theme} ${width}`);

/** A page, what makes it ready, and what is done to it before it is looked at. */
type Screen = { name: string; hash: string; ready: string; prepare?: (window: Page) => Promise<void> };

async function dress({ app, window }: LaunchedApp, { language, theme, width }: Variant): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size, 800), width);
  await ask(window, 'settings.save', { ...(await slices(window)).settings, language, theme });
  await expect(window.locator('html')).toHaveAttribute('lang', language);
  await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
  await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width);
}

/** What is seriously wrong with what is shown, in a few words each. */
async function foundByAxe(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`));
}

const excessOf = (window: Page): Promise<number> =>
  window.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);

/** Adds what is wrong with `screens` to `wrong`. */
async function look(
  launched: LaunchedApp,
  screens: readonly Screen[],
  variant: Variant,
  wrong: string[],
): Promise<void> {
  const { window } = launched;
  await dress(launched, variant);
  for (const { name, hash, ready, prepare } of screens) {
    await goTo(window, hash);
    await prepare?.(window);
    await expect(window.locator(ready).first(), `${name} ${JSON.stringify(variant)}`).toBeVisible();
    const label = `${name}-${variant.width}-${variant.theme}-${variant.language}`;
    if (isExamined(variant)) wrong.push(...(await foundByAxe(window)).map((one) => `${label}: ${one}`));
    const excess = await excessOf(window);
    if (excess > 0) wrong.push(`${label}: ${excess} px wider than the window`);
    await window.screenshot({ path: join(pictures, `${label}.png`), animations: 'disabled' });
    if ((await window.locator('dialog[open]').count()) > 0) await window.keyboard.press('Escape');
    // Unsaved work would keep the next page from being shown.
    if ((await window.locator('.form-bar-state').count()) > 0) await window.locator('.form-bar button').last().click();
  }
}

test('every screen, in every dress', async () => {
  test.setTimeout(600_000);
  const launched = await launchApp();
  const { window, close } = launched;
  const wrong: string[] = [];
  try {
    const empty: Screen[] = [
      { name: 'first-run', hash: '#/', ready: '.first-run' },
      { name: 'runs-empty', hash: '#/runs', ready: 'h1' },
    ];
    for (const variant of VARIANTS) await look(launched, empty, variant, wrong);
    const screens = await fill(window);
    for (const variant of VARIANTS) await look(launched, screens, variant, wrong);
    await cancelAll(window);
  } finally {
    await close();
  }
  expect(wrong).toEqual([]);
});

/** Makes something of everything, and answers the screens that show it. */
async function fill(window: Page): Promise<Screen[]> {
  const { targetId, strategyIds } = await ask<{ targetId: string; strategyIds: [string] }>(window, 'app.createDemo');
  const failing = await createTarget(window, 'PROD2', { kind: 'simulated', seconds: 1, failure: 'enospc' });
  const good = await startRun(window, strategyIds[0]);
  const failed = await startRun(window, await createStrategy(window, failing, { name: 'Monthly full', tag: 'MONTHLY' }));
  await Promise.all([runReaches(window, good, 'succeeded'), runReaches(window, failed, 'failed')]);
  const long = await createTarget(window, 'LONG', { kind: 'simulated', seconds: 600 });
  const underWay = await startRun(window, await createStrategy(window, long, { name: 'Takes its time' }));
  const queued = await startRun(window, await createStrategy(window, long, { name: 'Comes after it' }));
  await runReaches(window, underWay, 'running');
  const wordOf = (key: 'name' | 'save') => async (): Promise<string> =>
    ({ name: { en: 'Name', es: 'Nombre' }, save: { en: 'Save', es: 'Guardar' } })[key][(await slices(window)).settings.language ?? 'en'];
  return [
    { name: 'overview', hash: '#/', ready: 'tbody tr[tabindex]' },
    { name: 'databases', hash: '#/databases', ready: 'tbody tr[tabindex]' },
    { name: 'database', hash: `#/databases/${targetId}`, ready: '.form' },
    { name: 'database-new', hash: '#/databases/new', ready: '.form', prepare: (page) => page.locator('input[type=radio]').nth(4).check() },
    { name: 'strategies', hash: '#/strategies', ready: 'tbody tr[tabindex]' },
    { name: 'strategy', hash: `#/strategies/${strategyIds[0]}`, ready: '.code-line' },
    {
      name: 'strategy-refused',
      hash: '#/strategies/new',
      ready: '.field-problem',
      prepare: async (page) => {
        await page.getByRole('textbox', { name: await wordOf('name')(), exact: true }).fill("x'; DELETE");
        await page.getByRole('button', { name: await wordOf('save')(), exact: true }).click();
      },
    },
    { name: 'runs', hash: '#/runs', ready: 'tbody tr[tabindex]' },
    { name: 'run-succeeded', hash: `#/runs/${good}`, ready: '.log-line' },
    { name: 'run-pieces', hash: `#/runs/${good}?tab=pieces`, ready: 'tbody tr' },
    { name: 'run-steps', hash: `#/runs/${good}?tab=steps`, ready: 'h1' },
    { name: 'run-failed', hash: `#/runs/${failed}`, ready: '.explanation' },
    { name: 'run-findings', hash: `#/runs/${failed}?tab=findings`, ready: '.explanation' },
    { name: 'run-running', hash: `#/runs/${underWay}`, ready: '.log-line' },
    { name: 'run-queued', hash: `#/runs/${queued}`, ready: '.callout' },
    {
      name: 'explain',
      hash: '#/log',
      ready: '.log-line',
      prepare: (page) => dropFile(page, join(root, 'test/fixtures/logs/12c-continuing-partial.log')),
    },
    { name: 'calendar', hash: '#/calendar', ready: '[role=gridcell]' },
    { name: 'calendar-week', hash: '#/calendar?view=week&day=2026-10-25&zone=Europe%2FMadrid', ready: '.week-own-hour' },
    { name: 'calendar-day', hash: '#/calendar?open=1', ready: '.day-panel' },
    { name: 'settings', hash: '#/settings', ready: 'h1' },
    {
      name: 'settings-notifications',
      hash: '#/settings?tab=notifications',
      ready: '.settings .recipients',
      prepare: (page) => page.getByRole('switch').first().check({ force: true }),
    },
    { name: 'settings-background', hash: '#/settings?tab=background', ready: '[role=switch]' },
    { name: 'palette', hash: '#/settings', ready: 'dialog[open]', prepare: (page) => page.keyboard.press('Control+k') },
    {
      name: 'shortcuts',
      hash: '#/runs',
      ready: 'dialog[open]',
      prepare: async (page) => {
        await page.locator('main').focus();
        await page.keyboard.press('?');
      },
    },
  ];
}

test('the main actions by keyboard alone', async () => {
  const { window, close } = await launchApp();
  const { keyboard } = window;
  /** Tabs on until what is wanted has the focus, as somebody without a mouse does. */
  const tabTo = async (role: 'button' | 'link' | 'textbox' | 'radio', name: string | RegExp, within: Page | Locator = window): Promise<void> => {
    const wanted = within.getByRole(role, { name, exact: true });
    for (let presses = 0; presses < 80; presses += 1) {
      await keyboard.press('Tab');
      if (await wanted.first().evaluate((element) => element === document.activeElement).catch(() => false)) return;
    }
    throw new Error(`No way by Tab to ${role} ${String(name)}`);
  };
  try {
    await expect(window.locator('h1')).toBeVisible();
    await tabTo('button', 'Add DEMO');
    await keyboard.press('Enter');
    await expect(window.locator('h1')).toHaveText('Strategies');

    // A new database through the palette, filled in and saved.
    await keyboard.press('Control+k');
    await keyboard.type('new database');
    await keyboard.press('Enter');
    await expect(window.locator('h1')).toHaveText('New database');
    await tabTo('textbox', 'Name');
    await keyboard.type('BYHAND');
    await tabTo('radio', /^RMAN of an Oracle home/);
    for (const kind of ['RMAN on another host, over ssh', 'RMAN in a container', 'Simulated RMAN']) {
      await keyboard.press('ArrowDown');
      await expect(window.getByRole('radio', { name: kind })).toBeChecked();
    }
    await keyboard.press('Control+s');
    await idInAddress(window);

    // A strategy by the shortcut of its page, saved and run in one stroke.
    await keyboard.press('Control+3');
    await expect(window.locator('h1')).toHaveText('Strategies');
    await keyboard.press('n');
    await expect(window.locator('h1')).toHaveText('New strategy');
    await tabTo('textbox', 'Name');
    await keyboard.type('Typed');
    await keyboard.press('Tab');
    await keyboard.type('BYH');
    await keyboard.press('Control+Enter');
    await expect.poll(async () => (await slices(window)).strategies.find(({ spec }) => spec.name === 'Typed')?.targetId).toBeDefined();
    await expect.poll(async () => (await slices(window)).activity.length).toBe(1);
    const [active] = (await slices(window)).activity;
    await keyboard.press('Control+k');
    await keyboard.type(active!.run.id);
    await keyboard.press('Enter');
    await expect(window).toHaveURL(new RegExp(active!.run.id));
    await tabTo('button', 'Cancel the run');
    await keyboard.press('Enter');
    const dialog = window.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await tabTo('button', 'Cancel the run', dialog);
    await keyboard.press('Enter');
    await expect(window.locator('h1')).toContainText('Cancelled', { timeout: 30_000 });

    // Down the list of runs and into one; back by the browser's own key.
    await keyboard.press('Control+4');
    await expect(window.locator('tbody tr[tabindex="0"]')).toBeVisible();
    for (let presses = 0; presses < 40; presses += 1) {
      await keyboard.press('Tab');
      if (await window.evaluate(() => document.activeElement?.tagName === 'TR')) break;
    }
    await keyboard.press('Enter');
    await expect(window).toHaveURL(new RegExp(active!.run.id));
    await keyboard.press('?');
    await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await keyboard.press('Control+,');
    await expect(window.locator('h1')).toHaveText('Settings');
  } finally {
    await close();
  }
});
