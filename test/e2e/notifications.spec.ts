// Desktop notifications with a real daemon (dunst): one for a failure, none for a success, and a click opens the run.
import { expect, test, type Page } from 'playwright/test';
import { startDesktopBus, type DesktopBus } from '../support/desktop-bus.ts';
import { launchApp } from '../support/electron-app.ts';
import { startNotificationDaemon } from '../support/notification-daemon.ts';
import { openPanel } from '../support/tray-panel.ts';
import { ask, createStrategy, createTarget, runReaches, startRun } from './in-the-window.ts';

test.skip(process.platform !== 'linux', 'There is no daemon to run elsewhere.');

let bus: DesktopBus;
test.beforeEach(async () => void (bus = await startDesktopBus()));
test.afterEach(() => bus.end());

async function runOf(window: Page, name: string, failure: string | null): Promise<string> {
  const target = await createTarget(window, name.toUpperCase(), { kind: 'simulated', seconds: 1, failure });
  const runId = await startRun(window, await createStrategy(window, target, { name }));
  await runReaches(window, runId, 'failed', 'succeeded');
  return runId;
}

test('a success is quiet, a failure is told once, and a click on it opens its run', async () => {
  const panel = await openPanel(bus.address);
  const daemon = await startNotificationDaemon(bus.address);
  const { app, window, close } = await launchApp({ env: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
  try {
    await expect.poll(() => panel.icons().length).toBe(1);
    await runOf(window, 'Good', null);
    const failed = await runOf(window, 'Bad', 'media-manager');
    await expect.poll(() => daemon.shown().length, { timeout: 30_000 }).toBe(1);
    const [note] = daemon.shown();
    expect(note?.summary).toContain('Bad');
    expect(note?.body).toContain('ORA-19511');
    expect(note?.urgency).not.toBe('LOW');

    // The window is closed meanwhile: the click brings it back, at the run.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    const [opened] = await Promise.all([app.waitForEvent('window'), daemon.click()]);
    await expect(opened).toHaveURL(new RegExp(`#/runs/${failed}$`));
    await expect(opened.locator('h1')).toContainText('Failed');
    expect(daemon.shown()).toHaveLength(1);
  } finally {
    await close();
    daemon.end();
    panel.close();
  }
});

test('where nobody takes notifications the test says so, and where somebody does, it arrives', async () => {
  const { window, close } = await launchApp({ env: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
  try {
    expect(await ask(window, 'notify.testDesktop')).toEqual({
      delivered: false,
      answer: 'This desktop has no notification service.',
    });
    const daemon = await startNotificationDaemon(bus.address);
    try {
      expect(await ask(window, 'notify.testDesktop')).toMatchObject({ delivered: true });
      await expect.poll(() => daemon.shown().length).toBe(1);
    } finally {
      daemon.end();
    }
  } finally {
    await close();
  }
});
