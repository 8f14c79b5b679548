// The page of a database in the window: what a server that speaks Oracle's protocol says about itself, tab by tab, in
// both languages; the grant for what may not be read, and what stands where there is no connection.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { newSqlConnection } from '../../shared/domain/sql-connection.ts';
import { newTargetSpec } from '../../shared/domain/target.ts';
import { launchApp } from '../support/electron-app.ts';
import { defineBackedUpDatabase } from '../support/oracle/backed-up-database.ts';
import { startOracle, type StandIn } from '../support/oracle/index.ts';
import { ask, createTarget, goTo, slices } from './in-the-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
mkdirSync(pictures, { recursive: true });

/** All that the page reads but V$BLOCK_CHANGE_TRACKING. */
const READABLE = [
  'database', 'instance', 'recovery_file_dest', 'recovery_area_usage', 'database_block_corruption',
  'backup_corruption', 'rman_configuration', 'tablespace', 'datafile', 'containers', 'pdbs', 'archive_dest',
  'rman_backup_job_details', 'rman_status', 'backup_piece', 'backup_set',
].map((view) => `SELECT ON V_$${view.toUpperCase()}`);

const TABS = {
  health: ['VENTAS (VENTAS_MAD)', '1604312345', 'ARCHIVELOG', '/u03/fra', 'FRACTURED', 'ventas_bcn'],
  files: ['PRUEBAS', 'VENTAS_DATOS', 'sysaux01.dbf', '30 GiB'],
  configuration: ['CONFIGURE RETENTION POLICY TO RECOVERY WINDOW OF 14 DAYS', 'PARALLELISM 4'],
  jobs: ['DB FULL', 'COMPLETED WITH WARNINGS', 'VERITAS_POLICY_7'],
  pieces: ['VENTAS_20261124_1a2b3c4d_1_1.bkp', 'ANUAL', '31 GiB', 'Autobackup', 'SBT_TAPE'],
} as const;

async function expectCleanAxe(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function connectedTarget(window: Page, { port }: StandIn): Promise<string> {
  const address = { kind: 'easy', protocol: 'tcp', host: '127.0.0.1', port, service: 'ORCL' } as const;
  const sql = { ...newSqlConnection(), address, user: 'monitor', connectSeconds: 10, callSeconds: 10 };
  const spec = { ...newTargetSpec('simulated'), name: 'VENTAS', sql };
  const { id } = await ask<{ id: string }>(window, 'targets.create', { spec });
  await ask(window, 'databases.setPassword', { id, which: 'user', password: 'tiger-9', acceptPlainText: true });
  return id;
}

/** Every tab: its facts, axe, and a picture of its whole length. */
async function lookAtTabs(window: Page, id: string, look: string): Promise<void> {
  for (const [tab, facts] of Object.entries(TABS)) {
    await goTo(window, `#/database/${id}?tab=${tab}`);
    await expect(window.locator('.database-panel[aria-busy=true]')).toHaveCount(0);
    for (const fact of facts) await expect(window.getByText(fact).first()).toBeVisible();
    await expectCleanAxe(window);
    const isTooWide = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    expect(await window.evaluate(isTooWide)).toBe(false);
    await window.screenshot({ path: join(pictures, `database-page-${tab}-${look}.png`), animations: 'disabled' });
  }
}

/** The strategy form offers the names that the database has: by keyboard, and what was chosen is not offered again. */
async function suggestTablespaces(
  window: Page,
  { what, tablespaces, look }: { what: string; tablespaces: string; look: string },
): Promise<void> {
  await goTo(window, '#/strategies/new');
  await window.getByLabel(what, { exact: true }).selectOption({ label: tablespaces });
  const field = window.getByRole('combobox', { name: tablespaces });
  const offered = window.locator('.suggesting-list').getByRole('option');
  await field.fill('ven');
  await expect(offered.first()).toContainText('VENTAS_DATOS');
  await expectCleanAxe(window);
  await window.screenshot({ path: join(pictures, `suggested-names-${look}.png`), animations: 'disabled' });
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue(/VENTAS_DATOS$/);
  const chosen = await field.inputValue();
  await field.pressSequentially(', ');
  await expect(offered.first()).toBeVisible();
  await expect(offered.filter({ hasText: chosen })).toHaveCount(0);
  await field.press('Escape');
  await expect(offered).toHaveCount(0);
  await window.getByRole('button', { name: /^(Discard changes|Descartar cambios)$/ }).press('Enter');
}

test('each tab tells what the database says, and a view that may not be read asks for its grant', async () => {
  test.setTimeout(180_000);
  const oracle = await startOracle({
    users: { MONITOR: { password: 'tiger-9', grants: ['CREATE SESSION', ...READABLE] } },
  });
  defineBackedUpDatabase(oracle, { release: 1920, isContainer: true });
  const { window, close } = await launchApp();
  try {
    const id = await connectedTarget(window, oracle);
    await window.setViewportSize({ width: 1280, height: 1000 });
    await goTo(window, `#/database/${id}`);
    const grant = 'GRANT SELECT ON sys.v_$block_change_tracking TO MONITOR;';
    await expect(window.getByText(grant)).toBeVisible();
    const shareOf = (part: string): Promise<number> =>
      window.locator(part).evaluate((one) => one.clientWidth / one.parentElement!.clientWidth);
    expect(await shareOf('.area-firm')).toBeCloseTo(0.9, 1);
    expect(await shareOf('.area-reclaimable')).toBeCloseTo(0.05, 1);
    await lookAtTabs(window, id, '1280-light-en');
    await suggestTablespaces(window, { what: 'What', tablespaces: 'Tablespaces', look: '1280-light-en' });

    await ask(window, 'settings.save', { ...(await slices(window)).settings, language: 'es', theme: 'dark' });
    await window.setViewportSize({ width: 720, height: 1200 });
    await lookAtTabs(window, id, '720-dark-es');
    await suggestTablespaces(window, { what: 'Qué', tablespaces: 'Tablespaces', look: '720-dark-es' });

    await goTo(window, `#/database/${id}`);
    oracle.sql('GRANT SELECT ON sys.v_$block_change_tracking TO MONITOR');
    await window.getByRole('button', { name: 'Volver a consultar: Block change tracking' }).press('Enter');
    await expect(window.getByText('/u02/oradata/VENTAS/bct.f')).toBeVisible();
    await expect(window.getByText(grant)).toBeHidden();
    expect(oracle.bugs).toEqual([]);
  } finally {
    await close();
    await oracle.stop();
  }
});

test('the list leads to the page of every database, and without a connection it leads to the form', async () => {
  const { window, close } = await launchApp();
  try {
    const local = await createTarget(window, 'SIN_SQL', { kind: 'local', oracleHome: '/u01/app/oracle/product/19c', oracleSid: 'sinsql' } as never);
    await createTarget(window, 'ENSAYO', { kind: 'simulated' });
    await goTo(window, '#/databases');
    await expect(window.getByRole('link', { name: 'What the database says' })).toHaveCount(2);
    await window.screenshot({ path: join(pictures, 'databases-1280-light-en.png'), animations: 'disabled' });
    await window.getByRole('row', { name: /ENSAYO/ }).getByRole('link', { name: 'What the database says' }).click();
    await expect(window.getByText('This database is simulated')).toBeVisible();
    await expectCleanAxe(window);
    await window.screenshot({ path: join(pictures, 'database-page-simulated-1280-light-en.png'), animations: 'disabled' });
    await goTo(window, `#/database/${local}`);
    await expect(window.getByText('This database has no SQL connection')).toBeVisible();
    await window.screenshot({ path: join(pictures, 'database-page-none-1280-light-en.png'), animations: 'disabled' });
    await window.getByRole('button', { name: 'Set up the SQL connection' }).press('Enter');
    await expect(window).toHaveURL(new RegExp(`#/databases/${local}`));
  } finally {
    await close();
  }
});
