// The tray on a real session bus: a panel takes the icon, reads its menu and clicks in it; without a panel the window
// stays reachable and says why.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { electronRuntime } from '../../scripts/setup/electron-runtime.mjs';
import { sqliteBindingEnvironment } from '../../scripts/setup/sqlite-binding.mjs';
import { startDesktopBus, type DesktopBus } from '../support/desktop-bus.ts';
import { launchApp, launchHidden } from '../support/electron-app.ts';
import { openPanel, type MenuEntry, type Panel, type PanelIcon } from '../support/tray-panel.ts';
import { ask, cancelAll, createStrategy, createTarget, goTo, runReaches, slices, startRun } from './in-the-window.ts';

test.skip(process.platform !== 'linux', 'There are no panels to play elsewhere.');

let bus: DesktopBus;
test.beforeEach(async () => void (bus = await startDesktopBus()));
test.afterEach(() => bus.end());

const env = (): Record<string, string> => ({ DBUS_SESSION_BUS_ADDRESS: bus.address });
const labels = (entries: MenuEntry[]): string[] =>
  entries.filter((entry) => !entry.separator).map((entry) => entry.label);

async function onlyIcon(panel: Panel): Promise<PanelIcon> {
  await expect.poll(() => panel.icons().length).toBe(1);
  return panel.icons()[0]!;
}

const openWindows = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

async function closeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await expect.poll(() => openWindows(app)).toBe(0);
}

/** The window that `act` opens. */
async function windowAfter(app: ElectronApplication, act: () => Promise<unknown>): Promise<Page> {
  const [window] = await Promise.all([app.waitForEvent('window'), act()]);
  await expect(window.locator('h1')).toBeVisible();
  return window;
}

/** A second start, as by a desktop's menu or a link. */
async function startAgain(profile: string, ...words: string[]): Promise<number | null> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electronRuntime().executable, ['.', ...sandbox, `--profile=${profile}`, ...words], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...sqliteBindingEnvironment(), ...env() },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

test('the icon shows how things stand, its menu works, and the window comes back where it was', async () => {
  const panel = await openPanel(bus.address);
  const { app, window, close } = await launchApp({ env: env() });
  try {
    const icon = await onlyIcon(panel);
    expect(await icon.property('Category')).toBe('ApplicationStatus');
    expect(await icon.property('Status')).toBe('Active');
    await expect.poll(() => icon.tooltip()).toBe('Respaldo\nNothing is planned');
    const idle = await icon.picture();

    const target = await createTarget(window, 'RND_1', { kind: 'simulated', seconds: 30 });
    const strategyId = await createStrategy(window, target, { name: 'NIGHTLY' });
    await expect
      .poll(async () => labels((await icon.menu()).find(({ label }) => label === 'Run now')?.children ?? []))
      .toEqual(['NIGHTLY of RND_1']);
    expect(labels(await icon.menu()).slice(-4)).toEqual(['Run now', 'Pause', 'Open Respaldo', 'Quit']);

    await icon.click('Pause', 'For 1 hour');
    const pausedUntil = async (): Promise<number> => (await slices(window)).schedule.pause?.until ?? 0;
    await expect.poll(pausedUntil).toBeGreaterThan(Date.now() + 3_500_000);
    await expect.poll(() => icon.picture()).not.toBe(idle);
    const paused = await icon.picture();
    expect(labels(await icon.menu())[0]).toMatch(/^Paused until /);
    await icon.click('Resume');
    await expect.poll(async () => (await slices(window)).schedule.pause).toBeNull();
    await expect.poll(() => icon.picture()).toBe(idle);

    await goTo(window, `#/strategies/${strategyId}`);
    await closeWindow(app);
    await icon.click('Run now', 'NIGHTLY of RND_1');
    await expect.poll(async () => labels(await icon.menu())[0]).toMatch(/^(Starting|Running): NIGHTLY of RND_1/);
    expect([idle, paused]).not.toContain(await icon.picture());
    const again = await windowAfter(app, () => icon.click('Open Respaldo'));
    expect(again.url()).toContain(`#/strategies/${strategyId}`);
    const [active] = (await slices(again)).activity;
    expect(active?.run.strategyName).toBe('NIGHTLY');
    await icon.click('Running: NIGHTLY');
    await expect(again).toHaveURL(new RegExp(`#/runs/${active!.run.id}$`));

    // Whoever asks for a window in the moment in which it goes gets another one.
    const third = await windowAfter(app, () =>
      app.evaluate(({ app: electron, BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]!.close();
        electron.emit('second-instance', {}, ['respaldo']);
      }),
    );
    expect(third.url()).toContain(`#/runs/${active!.run.id}`);
    await cancelAll(third);
  } finally {
    await close();
    panel.close();
  }
});

test('quitting while a backup runs asks first; a signal of the session does not', async () => {
  const panel = await openPanel(bus.address);
  const { app, window, profile, close } = await launchApp({ env: env(), locale: 'es' });
  try {
    const icon = await onlyIcon(panel);
    const target = await createTarget(window, 'LARGA', { kind: 'simulated', seconds: 20 });
    const runId = await startRun(window, await createStrategy(window, target, { name: 'Noche' }));
    await runReaches(window, runId, 'running');
    await app.evaluate(({ dialog }) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (...words: unknown[]) => {
        asked.push(words.at(-1));
        return Promise.resolve({ response: 1, checkboxChecked: false });
      };
    });
    const questions = (): Promise<{ message: string; detail: string; buttons: string[] }[]> =>
      app.evaluate(() => (globalThis as unknown as { asked: never[] }).asked);
    await icon.click('Salir');
    await expect.poll(async () => (await questions()).length).toBe(1);
    expect((await questions())[0]).toMatchObject({
      message: 'Hay 1 copia en curso.',
      detail: 'Sigue sin Respaldo y se retoma en el próximo inicio.',
      buttons: ['Salir', 'Seguir aquí'],
    });
    // Whoever stays is still there, and asked again the next time.
    await expect(window.locator('h1')).toBeVisible();
    await icon.click('Salir');
    await expect.poll(async () => (await questions()).length).toBe(2);

    const ended = once(app.process(), 'exit');
    app.process().kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    expect(code).toBe(0);
    const later = await launchApp({ env: env(), profile });
    try {
      const { run } = await runReaches(later.window, runId, 'succeeded');
      expect(run.state).toBe('succeeded');
    } finally {
      await later.close();
    }
  } finally {
    await close();
    panel.close();
  }
});

test('started hidden there is no window until somebody asks for one, and a link opens its run', async () => {
  const panel = await openPanel(bus.address);
  const { app, profile, close } = await launchHidden({ env: env(), args: ['--hidden'] });
  try {
    const icon = await onlyIcon(panel);
    expect(await openWindows(app)).toBe(0);
    const window = await windowAfter(app, () => icon.activate());
    const target = await createTarget(window, 'BRIEF', { kind: 'simulated', seconds: 1 });
    const runId = await startRun(window, await createStrategy(window, target, { name: 'Brief' }));
    await runReaches(window, runId, 'succeeded');
    await closeWindow(app);

    const linked = await windowAfter(app, () => startAgain(profile, `respaldo://run/${runId}`));
    expect(linked.url()).toMatch(new RegExp(`#/runs/${runId}$`));
    await goTo(linked, '#/settings');
    // What is no run's id leads nowhere, but a second start still shows the window.
    expect(await startAgain(profile, 'respaldo://run/../../etc')).toBe(0);
    await expect(linked).toHaveURL(/#\/settings$/);
    expect(await openWindows(app)).toBe(1);
  } finally {
    await close();
    panel.close();
  }
});

test('without a tray the window says so and only becomes small; a panel that comes later is used', async () => {
  const { app, window, close } = await launchApp({ env: env() });
  try {
    const notice = window.getByRole('region', { name: 'Notices' });
    await expect(notice).toContainText('This desktop has no tray');
    await app.evaluate(({ BrowserWindow }) => {
      const [only] = BrowserWindow.getAllWindows();
      const small: number[] = [];
      Object.assign(globalThis, { small });
      // No window manager lives here that would do it.
      only!.minimize = () => void small.push(1);
      only!.close();
    });
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { small: number[] }).small.length)).toBe(1);
    await expect(window.locator('h1')).toBeVisible();
    expect(await openWindows(app)).toBe(1);

    const panel = await openPanel(bus.address);
    await onlyIcon(panel);
    await expect(notice).toBeHidden();
    panel.close();
    await expect(notice).toContainText('This desktop has no tray');
  } finally {
    await close();
  }
});

test('the settings decide about login, hidden starts and what closing means', async () => {
  const home = mkdtempSync(join(tmpdir(), 'respaldo-e2e-'));
  const panel = await openPanel(bus.address);
  const { app, window, profile, close } = await launchApp({ env: { ...env(), XDG_CONFIG_HOME: home } });
  const entry = join(home, 'autostart', 'respaldo.desktop');
  const set = async (background: object): Promise<void> => {
    const { settings } = await slices(window);
    await ask(window, 'settings.save', { ...settings, background: { ...settings.background, ...background } });
  };
  try {
    await onlyIcon(panel);
    expect(existsSync(entry)).toBe(false);
    await set({ startAtLogin: true, startHidden: true });
    await expect.poll(() => existsSync(entry) && readFileSync(entry, 'utf8')).toMatch(/^Exec=\S+ \S+ --profile=\S+ --hidden$/m);
    expect(readFileSync(entry, 'utf8')).toContain(`--profile=${profile}`);
    expect(existsSync(join(profile, 'start-hidden'))).toBe(true);
    await set({ startAtLogin: false, startHidden: false });
    await expect.poll(() => existsSync(entry)).toBe(false);
    expect(existsSync(join(profile, 'start-hidden'))).toBe(false);

    await set({ keepInTray: false });
    const ended = once(app.process(), 'exit');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    expect(((await ended) as [number])[0]).toBe(0);
  } finally {
    await close();
    panel.close();
    rmSync(home, { recursive: true, force: true });
  }
});
