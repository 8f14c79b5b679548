// Forms in the real window: the live script, refusals beside their fields in both languages, drafts, versions, checks.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { temporaryProfile } from './a-profile.ts';
import { ask, createStrategy, createTarget, detailOf, envelopeOf, goTo, idInAddress, problemOf, runReaches, slices } from './in-the-window.ts';

const scriptIn = async (window: Page): Promise<string> =>
  (await window.getByRole('region', { name: /RMAN script|Script RMAN/i }).textContent()) ?? '';

const strategyNamed = async (window: Page, name: string) =>
  (await slices(window)).strategies.find(({ spec }) => spec.name === name);

test('the script follows what is typed, a draft outlives the application, saving makes versions', async () => {
  const profile = temporaryProfile();
  try {
    const first = await launchApp({ profile: profile.path });
    await createTarget(first.window, 'FORMS', { kind: 'simulated' });
    await goTo(first.window, '#/strategies/new');
    await first.window.getByLabel('Name', { exact: true }).fill('Nightly');
    await first.window.getByLabel('Tag').fill('night_1');
    await expect.poll(() => scriptIn(first.window)).toContain("TAG 'NIGHT_1'");
    await first.window.getByLabel('Channels').fill('3');
    await expect.poll(() => scriptIn(first.window)).toContain('ALLOCATE CHANNEL c3 DEVICE TYPE DISK;');
    await first.window.getByRole('radio', { name: 'Level 1, cumulative' }).check();
    await expect.poll(() => scriptIn(first.window)).toMatch(/INCREMENTAL LEVEL 1 CUMULATIVE/);
    await expect(first.window.getByText('Unsaved changes')).toBeVisible();
    expect((await slices(first.window)).strategies).toEqual([]);
    await first.close();

    const { window, close } = await launchApp({ profile: profile.path });
    try {
      await goTo(window, '#/strategies/new');
      await expect(window.getByLabel('Name', { exact: true })).toHaveValue('Nightly');
      await expect(window.getByLabel('Tag')).toHaveValue('NIGHT_1');
      await expect(window.getByLabel('Channels')).toHaveValue('3');
      await window.getByRole('button', { name: 'Save', exact: true }).click();
      const id = await idInAddress(window);
      await expect(window.locator('h1')).toHaveText('Nightly');
      expect((await strategyNamed(window, 'Nightly'))?.version).toBe(1);

      await window.getByLabel('Tag').fill('NIGHT_2');
      await window.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(window.getByText('Unsaved changes')).toBeHidden();
      await expect.poll(async () => (await strategyNamed(window, 'Nightly'))?.version).toBe(2);
      await window.getByRole('tab', { name: /Versions/ }).click();
      await expect(window.getByRole('button', { name: /Version 2/ })).toContainText('current');
      await expect(window.getByRole('button', { name: /Version 1/ })).toBeVisible();
      await expect(window.locator('.code-added')).toContainText("TAG 'NIGHT_2'");
      await expect(window.locator('.code-removed')).toContainText("TAG 'NIGHT_1'");
      const versions = await ask<{ version: number; spec: { tag: string } }[]>(window, 'strategies.versions', { id });
      expect(versions.map(({ version, spec }) => [version, spec.tag])).toEqual([[2, 'NIGHT_2'], [1, 'NIGHT_1']]);
    } finally {
      await close();
    }
  } finally {
    profile.remove();
  }
});

const FORBIDDEN = {
  en: /Quotes, semicolons, “&” and control characters .* are not allowed here/,
  es: /Aquí no se admiten comillas, punto y coma, «&» ni caracteres de control/,
};
const WORDS = {
  en: { name: 'Name', notes: /^Notes/, format: 'Format', tag: /^Tag/, save: 'Save' },
  es: { name: 'Nombre', notes: /^Notas/, format: 'Formato', tag: /^Etiqueta/, save: 'Guardar' },
};

for (const language of ['en', 'es'] as const) {
  test(`what could become a command is refused beside its field and never saved (${language})`, async () => {
    const { window, close } = await launchApp({ locale: language });
    const words = WORDS[language];
    try {
      const target = await createTarget(window, 'HOSTILE', { kind: 'simulated' });
      const id = await createStrategy(window, target, { name: 'Safe', format: '/backup/%U' });
      await goTo(window, `#/strategies/${id}`);
      const save = window.getByRole('button', { name: words.save, exact: true });
      const hostile = ["x'; DELETE NOPROMPT BACKUP; #", 'x"y', 'a;b', 'a&1', 'a\u0007b', 'a\u2028b'];
      for (const [field, prefix] of [[words.name, ''], [words.notes, ''], [words.format, '/backup/%U']] as const) {
        const input = window.getByRole('textbox', { name: field, exact: true });
        const good = await input.inputValue();
        for (const text of hostile) {
          await input.fill(`${prefix}${text}`);
          await save.click();
          await expect(problemOf(input), JSON.stringify(text)).toHaveText(FORBIDDEN[language]);
          await expect(input).toHaveAttribute('aria-invalid', 'true');
        }
        // No line break comes in by pasting either: a field of one line loses it, and nothing of it stays a command.
        await input.fill('');
        await input.focus();
        await window.evaluate((text) => document.execCommand('insertText', false, text), `${prefix}two\nlines`);
        expect(await input.inputValue()).not.toContain('\n');
        await input.fill(good);
        await expect(problemOf(input)).toBeHidden();
      }
      const tag = window.getByRole('textbox', { name: words.tag });
      await tag.fill('A'.repeat(31));
      await save.click();
      await expect(problemOf(tag)).toHaveText(language === 'en' ? /at most 30 characters \(ORA-19705\); this one has 31/ : /como máximo 30 caracteres \(ORA-19705\); esta tiene 31/);

      const [kept] = (await slices(window)).strategies;
      expect([kept?.version, kept?.spec.name, kept?.spec.notes, kept?.spec.format, kept?.spec.tag]).toEqual([1, 'Safe', '', '/backup/%U', null]);
      // The same refused by main, for a window that would not ask: nothing of it is kept, not even the good fields.
      const spec = { ...kept!.spec, channels: 7, notes: 'two\nlines' };
      const refused = await envelopeOf(window, 'strategies.update', { id, version: 1, targetId: target, spec });
      expect(refused).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
      expect((await slices(window)).strategies).toEqual([kept]);
    } finally {
      await close();
    }
  });
}

test('a strategy is copied, disabled, and deleted after a plain statement of what goes', async () => {
  const { window, close } = await launchApp();
  try {
    const target = await createTarget(window, 'LIFE', { kind: 'simulated', seconds: 1 });
    const id = await createStrategy(window, target, { name: 'Original', notes: 'Kept notes' });
    const { runId } = await ask<{ runId: string }>(window, 'runs.start', { strategyId: id });
    await runReaches(window, runId, 'succeeded');

    await goTo(window, '#/strategies');
    await window.getByRole('button', { name: 'Actions of Original' }).click();
    await window.getByRole('menuitem', { name: 'Make a copy' }).click();
    expect(await idInAddress(window)).not.toBe(id);
    await expect(window.getByLabel('Notes')).toHaveValue('Kept notes');

    await goTo(window, '#/strategies');
    const row = window.getByRole('row', { name: /Original/ }).filter({ has: window.getByRole('button', { name: 'Actions of Original' , exact: true }) });
    await window.getByRole('button', { name: 'Actions of Original', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Disable' }).click();
    await expect(row.getByRole('switch')).not.toBeChecked();
    await expect(row.getByRole('button', { name: 'Run Original now' })).toBeDisabled();
    expect(await envelopeOf(window, 'runs.start', { strategyId: id })).toMatchObject({ ok: false });

    await window.getByRole('button', { name: 'Actions of Original', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Delete…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Delete Original?' });
    await expect(dialog).toContainText('The strategy goes for good.');
    await expect(dialog).toContainText('So does its only version.');
    await expect(dialog).toContainText('1 run stays in the log with its script, output and verdict.');
    await expect(dialog).toContainText('Backup pieces on disk are not touched');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await strategyNamed(window, 'Original')).toBeDefined();

    await window.getByRole('button', { name: 'Actions of Original', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Delete…' }).click();
    await dialog.getByRole('button', { name: 'Delete the strategy' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => strategyNamed(window, 'Original')).toBeUndefined();
    expect((await slices(window)).strategies).toHaveLength(1);
    const { run, script } = await detailOf(window, runId);
    expect([run.state, run.strategyName]).toEqual(['succeeded', 'Original']);
    expect(script).toContain('BACKUP');
  } finally {
    await close();
  }
});

test('a wrong Oracle home and a missing rman show in the check, and a run against them is a failed run that says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-e2e-home-'));
  const { window, close } = await launchApp();
  try {
    await goTo(window, '#/databases/new');
    await window.getByLabel('Name', { exact: true }).fill('WRONG');
    await window.getByRole('radio', { name: 'RMAN of an Oracle home on this machine' }).check();
    const home = window.getByLabel('Oracle home', { exact: true });
    await home.fill(join(folder, 'nowhere'));
    await window.getByLabel('SID', { exact: true }).fill('ORCL');
    await window.getByRole('button', { name: 'Examine', exact: true }).click();
    await expect(window.getByText('Something has to be corrected')).toBeVisible();
    await expect(window.locator('.check-rows .check-bad').first()).toContainText(join(folder, 'nowhere'));

    // A home that is one, but without the program.
    mkdirSync(join(folder, 'home', 'bin'), { recursive: true });
    await home.fill(join(folder, 'home'));
    await expect(window.getByText('Something has to be corrected')).toBeHidden();
    await window.getByRole('button', { name: 'Examine', exact: true }).click();
    await expect(window.locator('.check-rows .check-bad').filter({ hasText: 'RMAN program' })).toBeVisible();
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    const target = await idInAddress(window);

    await createStrategy(window, target, { name: 'Cannot start' });
    await goTo(window, '#/strategies');
    await window.getByRole('button', { name: 'Run Cannot start now' }).click();
    await window.getByRole('link', { name: 'Open the run' }).click();
    const runId = await idInAddress(window);
    await expect(window.locator('h1')).toContainText('Failed');
    await expect(window.getByRole('heading', { name: 'RMAN was not started, so nothing was backed up' })).toBeVisible();
    await expect(window.locator('.callout').filter({ hasText: join(folder, 'home') }).first()).toBeVisible();
    await expect(window.getByRole('link', { name: 'Open the database' })).toBeVisible();
    expect((await detailOf(window, runId)).run).toMatchObject({ state: 'failed', failure: { code: 'rman.binary-missing' } });
    await goTo(window, '#/runs');
    await expect(window.getByRole('table', { name: 'Runs' }).getByRole('link', { name: 'Cannot start' })).toBeVisible();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
