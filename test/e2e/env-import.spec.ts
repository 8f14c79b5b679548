// An .env file of the earlier backend in the real window: what it would become is shown, completed and created.
import { expect, test } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { ask, goTo, slices } from './in-the-window.ts';

const FILE = `ORACLE_USER=rman_op
ORACLE_PASSWORD=s3cret-Tiger
ORACLE_DSN=db1.example.com:1521/ERP
SMTP_SERVER=smtp.example.com
SMTP_PORT=465
NOTIFICATION_EMAIL=dba@example.com
BACKUP_BASE_PATH=/backup
RETENTION_DAYS=14
DEBUG=True
`;

for (const [locale, scheme, words] of [
  ['en-US', 'light', { open: 'Import an .env file…', home: 'Oracle home', apply: 'Take these settings' }],
  ['es', 'dark', { open: 'Importar un archivo .env…', home: 'ORACLE_HOME', apply: 'Tomar estos ajustes' }],
] as const) {
  test(`an .env file becomes a database with a first strategy (${locale})`, async () => {
    const { window, close } = await launchApp({ locale, colorScheme: scheme });
    try {
      await goTo(window, '#/settings?tab=notifications');
      await window.getByRole('button', { name: words.open }).click();
      const dialog = window.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill(FILE);
      await expect(dialog).toContainText('//db1.example.com:1521/ERP');
      await expect(dialog).toContainText('/backup/%d_%T_%U');
      await expect(dialog).toContainText('DEBUG');
      const apply = dialog.getByRole('button', { name: words.apply });
      await expect(apply).toBeDisabled();
      await dialog.getByRole('textbox', { name: words.home }).fill('/u01/app/oracle/product/19');
      await dialog.getByRole('textbox', { name: 'SID' }).fill('ERP1');
      // A desktop without a keychain asks first whether the passwords may be stored readable.
      const plain = dialog.getByRole('checkbox').last();
      if (await apply.isDisabled()) await plain.check();
      await window.screenshot({ path: `test-results/screens/env-import-${locale}-${scheme}.png` });
      expect((await slices(window)).targets).toEqual([]);
      await apply.click();
      await expect.poll(async () => (await slices(window)).strategies.length).toBe(1);
      const { targets: [target], strategies: [strategy], settings } = await slices(window);
      expect(target).toMatchObject({
        hasPassword: true,
        spec: {
          name: 'ERP',
          runner: { oracleHome: '/u01/app/oracle/product/19', oracleSid: 'ERP1' },
          login: { username: 'rman_op', connectIdentifier: 'db1.example.com:1521/ERP', as: 'sysbackup' },
          sql: { user: 'rman_op', address: { host: 'db1.example.com', service: 'ERP' } },
        },
      });
      expect(strategy?.spec).toMatchObject({
        format: '/backup/%d_%T_%U', schedule: null, afterwards: { deleteObsolete: { kind: 'window', days: 14 } },
      });
      expect(settings.mail).toMatchObject({ server: 'smtp.example.com' });
      expect(JSON.stringify(await ask(window, 'app.snapshot'))).not.toContain('s3cret-Tiger');
    } finally {
      await close();
    }
  });
}
