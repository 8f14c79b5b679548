// Settings › Log database in real Electron: what can be read and handed over before there is a connection.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { goTo } from './in-the-window.ts';

for (const [locale, colorScheme, width] of [['en-US', 'light', 1280], ['es', 'dark', 720]] as const) {
  test(`the statements and the grants can be read without a connection (${locale}, ${colorScheme}, ${width})`, async () => {
    const { window, close } = await launchApp({ locale, colorScheme });
    await window.setViewportSize({ width, height: 900 });
    await goTo(window, '#/settings?tab=log-database');
    await window.getByRole('switch').first().check({ force: true });
    await window.getByRole('button', { name: /Write the statements|Escribir las sentencias/ }).click();
    await expect(window.getByText('GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW TO RESPALDO').first()).toBeVisible();
    await window.screenshot({ path: `test-results/screens/log-database-${locale}-${colorScheme}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    await close();
  });
}
