// Users in the real application: making the first, locking, logging in, and what main refuses whatever the page asks.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { newTargetSpec } from '../../shared/domain/target.ts';
import { launchApp } from '../support/electron-app.ts';
import { temporaryProfile } from './a-profile.ts';
import { ask, createStrategy, createTarget, envelopeOf, goTo } from './in-the-window.ts';

const GOOD = 'correct horse battery';
const shots = 'test-results/screens';

async function look(window: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await window.evaluate((wanted) => void (document.documentElement.dataset['theme'] = wanted), theme);
    await window.screenshot({ path: `${shots}/${name}-${theme}.png` });
  }
}

async function logIn(window: Page, name: string, password: string): Promise<void> {
  await window.getByLabel('User').fill(name);
  await window.getByLabel('Password').fill(password);
  await window.getByLabel('Password').press('Enter');
}

async function serious(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

test('the first administrator, a lock, a wrong password, a viewer, and a restart', async () => {
  const profile = temporaryProfile();
  const first = await launchApp({ profile: profile.path });
  const { window } = first;
  try {
    await expect(window.getByRole('navigation')).toBeVisible();
    const targetId = await createTarget(window, 'PROD', { kind: 'simulated' });
    const strategyId = await createStrategy(window, targetId, { name: 'Weekly' });

    await goTo(window, '#/settings?tab=users');
    await look(window, 'users-none');
    await window.getByRole('button', { name: 'Make the first administrator' }).click();
    await window.getByLabel('Name').fill('Ana Ruiz');
    await window.getByLabel('Password', { exact: true }).fill(GOOD);
    await window.getByLabel('The new one again').fill(GOOD);
    await window.getByRole('button', { name: 'Create' }).click();
    await expect(window.getByRole('region', { name: 'Users of this profile' })).toContainText('Ana Ruiz');
    await ask(window, 'users.create', { name: 'Eva', role: 'viewer', password: GOOD });

    await window.getByRole('button', { name: 'Ana Ruiz Administrator' }).click();
    await window.getByRole('menuitem', { name: 'Lock' }).click();
    await expect(window.getByLabel('Password')).toBeFocused();
    await expect(window.getByLabel('User')).toHaveValue('Ana Ruiz');
    expect(await window.content()).not.toContain('PROD');
    expect(await serious(window)).toEqual([]);
    await look(window, 'lock');
    for (const name of ['app.snapshot', 'runs.list', 'users.list']) {
      expect(await envelopeOf(window, name)).toMatchObject({ ok: false, error: { code: 'session.locked' } });
    }
    await window.getByRole('button', { name: 'Cambiar a español' }).click();
    await expect(window.getByRole('button', { name: 'Desbloquear' })).toBeVisible();
    await look(window, 'lock-es');
    await window.getByRole('button', { name: 'Switch to English' }).click();

    await logIn(window, 'Ana Ruiz', 'not the right one');
    await expect(window.getByText('The user or the password is wrong')).toBeVisible();
    await logIn(window, 'Ana Ruiz', GOOD);
    await expect(window.getByRole('region', { name: 'Users of this profile' })).toContainText('Eva');
    expect(await serious(window)).toEqual([]);
    await look(window, 'users');

    await goTo(window, '#/settings?tab=audit');
    await expect(window.getByRole('region', { name: 'Audit' })).toContainText('Created the strategy Weekly');
    await window.getByRole('button', { name: 'Created the database PROD' }).click();
    await expect(window.getByRole('region', { name: 'Audit' })).toContainText('spec.name');
    expect(await serious(window)).toEqual([]);
    await look(window, 'audit');
    expect(JSON.stringify(await ask(window, 'audit.list', { filter: { who: null, actions: [], from: null, until: null }, before: null, limit: 200 })))
      .not.toMatch(/scrypt|battery/);

    await ask(window, 'session.logOut');
    await logIn(window, 'Eva', GOOD);
    await goTo(window, `#/strategies/${strategyId}`);
    await expect(window.getByText('This needs the role of an administrator').first()).toBeVisible();
    await expect(window.locator('form input').first()).toBeDisabled();
    expect(await serious(window)).toEqual([]);
    await look(window, 'strategy-as-viewer');
    const spec = { ...newTargetSpec('simulated'), name: 'MINE' };
    const refusals: [string, unknown, string][] = [
      ['targets.create', { spec }, 'role.administrator-needed'],
      ['strategies.setEnabled', { id: strategyId, enabled: false }, 'role.administrator-needed'],
      ['settings.save', defaultSettings, 'role.administrator-needed'],
      ['users.list', undefined, 'role.administrator-needed'],
      ['audit.list', undefined, 'role.administrator-needed'],
      ['runs.start', { strategyId }, 'role.operator-needed'],
      ['schedule.pause', { until: null }, 'role.operator-needed'],
    ];
    for (const [name, input, code] of refusals) {
      expect(await envelopeOf(window, name, input), name).toMatchObject({ ok: false, error: { code } });
    }
    expect(await envelopeOf(window, 'settings.setAppearance', { language: 'en', theme: 'system' })).toMatchObject({ ok: true });
  } finally {
    await first.close();
  }

  const second = await launchApp({ profile: profile.path });
  try {
    await expect(second.window.getByLabel('Password')).toBeFocused();
    expect(await envelopeOf(second.window, 'app.snapshot')).toMatchObject({ ok: false, error: { code: 'session.locked' } });
    await logIn(second.window, 'ana ruiz', GOOD);
    await expect(second.window.getByRole('navigation')).toContainText('Ana Ruiz');
    await second.window.setViewportSize({ width: 720, height: 800 });
    await goTo(second.window, '#/settings?tab=audit');
    await expect(second.window.getByRole('region', { name: 'Audit' })).toBeVisible();
    await look(second.window, 'audit-narrow');
  } finally {
    await second.close();
    profile.remove();
  }
});
