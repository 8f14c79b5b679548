// Strategies from a template, compared, written to a file and read back with a diff; what was typed outlives SIGKILL.
import { AxeBuilder } from '@axe-core/playwright';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { temporaryProfile } from './a-profile.ts';
import { ask, createTarget, goTo, slices } from './in-the-window.ts';

/** A picture, and in the narrow dark dress nothing serious that a screen reader or weak eyes would stumble on. */
async function picture(window: Page, name: string): Promise<void> {
  await window.screenshot({ path: `test-results/screens/${name}.png`, animations: 'disabled' });
  if (!name.includes('720')) return;
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name}: ${id} ${target.join(' ')}`))).toEqual([]);
}

async function dress({ app, window }: LaunchedApp, language: 'en' | 'es', theme: 'light' | 'dark', width: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size, 800), width);
  await ask(window, 'settings.setAppearance', { language, theme });
  await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
}

test('a set from a template goes out as a file, comes back with a diff, and a draft outlives a kill', async () => {
  const profile = temporaryProfile();
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-files-'));
  try {
    const first = await launchApp({ profile: profile.path });
    const { window, app } = first;
    await createTarget(window, 'LAB', { kind: 'simulated' });
    await goTo(window, '#/strategies');
    await window.getByRole('button', { name: 'New from template…' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Small OLTP/ }).check();
    await expect(dialog.getByRole('list', { name: 'Strategies of the set' }).getByRole('listitem')).toHaveCount(4);
    await picture(window, 'template-1280-light-en');
    await dialog.getByRole('button', { name: 'Create 4 strategies' }).click();
    await expect.poll(async () => (await slices(window)).strategies.length).toBe(4);

    // Out: a file without a secret.
    const file = join(folder, 'set.json');
    await app.evaluate(({ dialog: dialogs }, path) => {
      dialogs.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    await window.getByRole('button', { name: 'Export, import and templates' }).click();
    await window.getByRole('menuitem', { name: 'Export 4 strategies…' }).click();
    await expect.poll(() => existsSync(file) && statSync(file).size).toBeGreaterThan(1000);
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'respaldo.strategy', formatVersion: 3 });

    // In: one changed, one new, one wrong, one the same.
    const set = JSON.parse(text) as { strategies: { strategy: { name: string; channels: number } }[] };
    const [a, b, c] = set.strategies;
    a!.strategy.channels = 3;
    b!.strategy.name = 'Brand new';
    c!.strategy.channels = 99;
    const edited = join(folder, 'edited.json');
    writeFileSync(edited, JSON.stringify(set, null, 2));
    await window.getByRole('button', { name: 'Export, import and templates' }).click();
    await window.getByRole('menuitem', { name: 'Import…' }).click();
    await dialog.locator('input[type=file]').setInputFiles(edited);
    const rows = dialog.getByRole('list', { name: 'What the import would do' }).locator('> li');
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(0)).toContainText('Changed (1 field)');
    await expect(rows.nth(0)).toContainText('Channels: 1 → 3');
    await expect(rows.nth(1)).toContainText('New');
    await expect(rows.nth(2)).toContainText('At most 32.');
    await expect(rows.nth(2)).toContainText('line');
    await expect(rows.nth(3)).toContainText('The same');
    await picture(window, 'import-1280-light-en');
    await dress(first, 'es', 'dark', 720);
    await picture(window, 'import-720-dark-es');
    await dress(first, 'en', 'light', 1280);
    await dialog.getByRole('button', { name: 'Import 2 strategies' }).click();
    await expect.poll(async () => (await slices(window)).strategies.length).toBe(5);
    const changed = (await slices(window)).strategies.find(({ spec }) => spec.name === a!.strategy.name)!;
    expect(changed).toMatchObject({ version: 2, spec: { channels: 3 } });

    // Compared with the version before, in words and by line; opened as a private copy.
    await goTo(window, `#/strategies/${changed.id}`);
    await window.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'The version before (1)' });
    const changes = window.getByRole('table', { name: 'What changed' });
    await expect(changes).toContainText('Channels');
    await expect(window.getByRole('region', { name: 'The script compared line by line' })).toContainText('ALLOCATE CHANNEL c3');
    await picture(window, 'script-compared-1280-light-en');
    await app.evaluate(({ shell }) => {
      const opened = globalThis as unknown as { opened?: string };
      shell.openPath = (path: string) => {
        opened.opened = path;
        return Promise.resolve('');
      };
    });
    await window.getByRole('button', { name: 'Open in the editor' }).click();
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { opened?: string }).opened ?? '')).toMatch(/opened.*\.txt$/);
    const copy = await app.evaluate(() => (globalThis as unknown as { opened: string }).opened);
    expect(readFileSync(copy, 'utf8')).toContain('ALLOCATE CHANNEL c3');
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o400);

    // Typed, not saved, and killed.
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Half typed');
    await expect.poll(async () => JSON.stringify(await ask(window, 'drafts.list'))).toContain('Half typed');
    const ended = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await ended;

    const second = await launchApp({ profile: profile.path });
    await goTo(second.window, `#/strategies/${changed.id}`);
    await expect(second.window.getByText('You left this form unsaved')).toBeVisible();
    await expect(second.window.getByText(/Begun on version 2/)).toBeVisible();
    await expect(second.window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Half typed');
    await picture(second.window, 'draft-1280-light-en');
    await dress(second, 'es', 'dark', 720);
    await picture(second.window, 'draft-720-dark-es');
    await second.window.getByRole('button', { name: 'Descartarlo' }).click();
    await expect(second.window.getByRole('textbox', { name: 'Nombre', exact: true })).toHaveValue(changed.spec.name);
    await expect.poll(async () => ask(second.window, 'drafts.list')).toEqual([]);
    await goTo(second.window, '#/strategies');
    await second.window.getByRole('button', { name: 'Exportar, importar y plantillas' }).click();
    await second.window.getByRole('menuitem', { name: 'Nuevas desde plantilla…' }).click();
    await second.window.getByRole('dialog').getByRole('radio', { name: /Data warehouse/ }).check();
    await picture(second.window, 'template-720-dark-es');
    await second.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    profile.remove();
  }
});
