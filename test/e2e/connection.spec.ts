// The SQL connection of a database in the window: its form, its password and its test, over a server that speaks
// Oracle's protocol; by keyboard, in both languages.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { startOracle } from '../support/oracle/index.ts';
import { ask, createTarget, goTo, slices } from './in-the-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
mkdirSync(pictures, { recursive: true });

async function seriousIn(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

test('a connection is entered, tested step by step and corrected', async () => {
  test.setTimeout(120_000);
  const oracle = await startOracle({ users: { MONITOR: { password: 'tiger-9', grants: ['CREATE SESSION'] } } });
  const { app, window, close } = await launchApp();
  try {
    const id = await createTarget(window, 'PROD', { kind: 'simulated' });
    await goTo(window, `#/databases/${id}`);
    await window.getByRole('switch', { name: /over SQL/ }).focus();
    await window.keyboard.press('Space');
    await window.getByLabel('Host', { exact: true }).fill('127.0.0.1');
    await window.getByLabel('Port', { exact: true }).fill(String(oracle.port));
    await window.getByLabel('Service', { exact: true }).fill('OR(CL');
    await expect(window.getByText('A service name has letters')).toBeVisible();
    await window.getByLabel('Service', { exact: true }).fill('NOWHERE');
    await window.getByRole('textbox', { name: 'User', exact: true }).last().fill('monitor');
    await window.locator('.form-bar button[type=submit], .form-bar .button-primary').first().click();
    await expect.poll(async () => (await slices(window)).targets[0]?.spec.sql?.user).toBe('monitor');
    await ask(window, 'databases.setPassword', { id, which: 'user', password: 'tiger-9', acceptPlainText: true });

    const testNow = window.getByRole('button', { name: 'Test connection' });
    await testNow.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByText('The connection does not work yet.')).toBeVisible();
    await expect(window.getByText('NJS-518', { exact: false }).first()).toBeVisible();
    await window.screenshot({ path: join(pictures, 'connection-bad-1280-light-en.png'), animations: 'disabled' });
    expect(await seriousIn(window)).toEqual([]);

    const spec = (await slices(window)).targets[0]!.spec;
    const sql = { ...spec.sql!, address: { ...spec.sql!.address, service: 'ORCL' } };
    await ask(window, 'targets.update', { id, revision: 2, spec: { ...spec, sql } as typeof spec });
    await ask(window, 'settings.save', { ...(await slices(window)).settings, language: 'es', theme: 'dark' });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(720, 800));
    const again = window.getByRole('button', { name: 'Probar conexión' });
    await again.click();
    await expect(window.getByText('GRANT SELECT_CATALOG_ROLE TO monitor', { exact: false })).toBeVisible();
    await again.scrollIntoViewIfNeeded();
    await window.screenshot({ path: join(pictures, 'connection-grants-720-dark-es.png'), animations: 'disabled' });
    expect(await seriousIn(window)).toEqual([]);
    await window.getByRole('switch', { name: /por SQL/ }).scrollIntoViewIfNeeded();
    await window.screenshot({ path: join(pictures, 'connection-form-720-dark-es.png'), animations: 'disabled' });
  } finally {
    await close();
    await oracle.stop();
  }
});
