// A database on another host, from the form to the verdict, over a real sshd; and how the fields look.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { oracleHomeWith } from '../support/runners/oracle-home.ts';
import { startSshServer } from '../support/runners/ssh-server.ts';
import { ask, createStrategy, goTo, idInAddress, problemOf, runReaches, slices, startRun } from './in-the-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
mkdirSync(pictures, { recursive: true });

const SESSION = [
  '', 'Recovery Manager: Release 19.0.0.0.0 - Production on Sun Oct 4 02:00:00 2026', 'Version 19.31.0.0.0', '',
  'Copyright (c) 1982, 2019, Oracle and/or its affiliates.  All rights reserved.', '',
  'connected to target database: DEMO (DBID=1604279435)', '', 'Recovery Manager complete.',
].map((line) => `echo '${line}'`).join('\n');

type Dress = { language: 'en' | 'es'; theme: 'light' | 'dark'; width: number };

/** The form in one language, theme and width: axe finds nothing serious, nothing is wider than the window. */
async function look(window: Page, name: string, dress: Dress): Promise<void> {
  const { language, theme, width } = dress;
  await window.setViewportSize({ width, height: 1500 });
  await ask(window, 'settings.save', { ...(await slices(window)).settings, language, theme });
  await expect(window.locator('html')).toHaveAttribute('lang', language);
  await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const tooWide = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await window.evaluate(tooWide)).toBe(false);
  const picture = join(pictures, `runner-${name}-${language}-${theme}-${width}.png`);
  await window.screenshot({ path: picture, animations: 'disabled' });
}

const field = (window: Page, name: string | RegExp) => window.getByRole('textbox', { name });

test('a database behind ssh is entered, looked at and backed up; a host key that changed is named', async () => {
  test.setTimeout(300_000);
  const server = await startSshServer();
  const there = mkdtempSync(join(tmpdir(), 'respaldo-there-'));
  mkdirSync(join(there, 'work'));
  oracleHomeWith(join(there, 'home'), SESSION);
  const { window, close } = await launchApp({ env: { PATH: server.env['PATH']! } });
  try {
    await window.setViewportSize({ width: 1280, height: 1000 });
    await goTo(window, '#/databases/new');
    await field(window, 'Name').fill('VENTAS');
    await window.getByRole('radio', { name: /over ssh/ }).check();
    await field(window, 'Host').fill('-oProxyCommand=x');
    await field(window, /^User/).first().fill(server.user);
    await window.getByRole('spinbutton', { name: 'Port' }).fill(String(server.port));
    await field(window, /^Private key/).fill(server.identityFile);
    await field(window, /^Oracle home/).fill(join(there, 'home'));
    await field(window, /^SID/).fill('VENTAS');
    await field(window, /^Work directory there/).fill('var/tmp');
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(problemOf(field(window, 'Host'))).toContainText('may not start with');
    await expect(problemOf(field(window, /^Work directory there/))).toContainText('absolute path of that machine');
    await look(window, 'ssh', { language: 'en', theme: 'light', width: 1280 });
    await look(window, 'ssh', { language: 'es', theme: 'dark', width: 720 });
    await ask(window, 'settings.save', { ...(await slices(window)).settings, language: 'en', theme: 'light' });
    await window.setViewportSize({ width: 1280, height: 1000 });

    await field(window, 'Host').fill('127.0.0.1');
    await field(window, /^Work directory there/).fill(join(there, 'work'));
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    const id = await idInAddress(window);
    await window.getByRole('button', { name: 'Examine', exact: true }).click();
    for (const found of [`${server.user}@127.0.0.1:${server.port}`, join(there, 'home/bin/rman'), '19.31.0.0.0']) {
      await expect(window.getByText(found).first()).toBeVisible({ timeout: 60_000 });
    }
    await look(window, 'doctor', { language: 'en', theme: 'light', width: 1280 });

    const strategy = await createStrategy(window, id, { name: 'Nightly', format: null });
    const { run } = await runReaches(window, await startRun(window, strategy), 'succeeded');
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0 });

    await server.changeHostKey();
    const refused = await runReaches(window, await startRun(window, strategy), 'failed');
    expect(refused.run.failure?.code).toBe('runner.host-changed');

    await goTo(window, '#/databases');
    await expect(window.getByText(`${server.user}@127.0.0.1:${server.port}`).first()).toBeVisible();
    await look(window, 'list', { language: 'en', theme: 'light', width: 1280 });
    await goTo(window, '#/databases/new');
    await window.getByRole('radio', { name: /in a container/ }).check();
    await look(window, 'container', { language: 'es', theme: 'light', width: 1280 });
    await window.getByRole('radio', { name: 'kubectl' }).check();
    await look(window, 'kubectl', { language: 'en', theme: 'dark', width: 720 });
  } finally {
    await close();
    await server.stop();
    rmSync(there, { recursive: true, force: true });
  }
});
