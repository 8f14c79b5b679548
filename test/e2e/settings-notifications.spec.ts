// Settings › Notifications in the real application: problems beside fields, a server's own answer, the `.env` import.
import { createServer, type Server } from 'node:net';
import { expect, test } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { goTo, slices } from './in-the-window.ts';

/** A server that greets every client with a lasting no. */
async function refusingServer(): Promise<{ port: number; server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end('554 5.7.1 No SMTP service for you\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, server };
}

test('an email server is set up, refused where fields are wrong, and its own answer shown', async () => {
  const { port, server } = await refusingServer();
  const { window, close } = await launchApp();
  try {
    await goTo(window, '#/settings?tab=notifications');
    await window.getByRole('switch', { name: 'Send emails' }).check({ force: true });
    await expect(window.locator('.field-problem')).toHaveCount(0);
    await window.getByRole('textbox', { name: 'SMTP server' }).fill('127.0.0.1');
    await window.getByRole('spinbutton', { name: 'Port' }).fill(String(port));
    await window.getByRole('textbox', { name: 'From' }).fill('not an address');
    await window.getByRole('button', { name: 'Send a test email' }).click();
    await expect(window.locator('.field-problem').first()).toBeVisible();
    await window.getByRole('textbox', { name: 'From' }).fill('respaldo@example.com');
    await window.getByRole('button', { name: 'Add a recipient' }).click();
    await window.getByRole('textbox', { name: 'Recipient 1' }).fill('dba@example.com');
    await window.getByRole('button', { name: 'Send a test email' }).click();
    await expect(window.locator('.test-report')).toContainText(['', '554 5.7.1'], { timeout: 45_000 });
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(async () => (await slices(window)).settings.mail?.recipients).toEqual(['dba@example.com']);
  } finally {
    await close();
    server.close();
  }
});

test('an .env file changes nothing before it is confirmed', async () => {
  const { window, close } = await launchApp();
  try {
    await goTo(window, '#/settings?tab=notifications');
    await window.getByRole('button', { name: 'Import an .env file…' }).click();
    const dialog = window.getByRole('dialog');
    const text = 'SMTP_SERVER=smtp.example.com\nSMTP_PORT=465\nNOTIFICATION_EMAIL=dba@example.com\nORACLE_USER=backup\n';
    await dialog.getByRole('textbox').fill(text);
    await expect(dialog).toContainText('smtp.example.com');
    await expect(dialog).toContainText('ORACLE_USER');
    expect((await slices(window)).settings.mail).toBeNull();
    await dialog.getByRole('button', { name: 'Take these settings' }).click();
    await expect.poll(async () => (await slices(window)).settings.mail).toMatchObject({ server: 'smtp.example.com', security: 'tls' });
    await expect(window.getByRole('switch', { name: 'Send emails' })).toBeChecked();
  } finally {
    await close();
  }
});
