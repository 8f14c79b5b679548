// What the window cannot do, whatever runs in it: reach out, open, navigate, ask for rights, call what is not declared,
// or learn a password again.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { newTargetSpec } from '../../shared/domain/target.ts';
import type { Bridge, StreamFrame } from '../../shared/ipc/wire.ts';
import { launchApp, type LaunchedApp } from '../support/electron-app.ts';
import { ask, envelopeOf, goTo, slices } from './in-the-window.ts';

let running: LaunchedApp;
let window: Page;

test.beforeAll(async () => {
  running = await launchApp();
  window = running.window;
  await expect(window.locator('h1')).toBeVisible();
});
test.afterAll(() => running.close());

test('every file of the page comes with the policy, and the policy is enforced', async () => {
  const policies = await window.evaluate(async () => {
    const files = [...document.querySelectorAll('script[src], link[rel=stylesheet]')].map(
      (element) => (element as HTMLScriptElement).src || (element as HTMLLinkElement).href,
    );
    const answers = await Promise.all([location.href.replace(/#.*/, ''), ...files].map((file) => fetch(file)));
    return answers.map((answer) => [answer.status, answer.headers.get('content-security-policy')]);
  });
  expect(policies.length).toBeGreaterThan(2);
  for (const [status, policy] of policies) {
    expect(status).toBe(200);
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
  const ran = await window.evaluate(async () => {
    const marks = globalThis as unknown as Record<string, unknown>;
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    const handler = document.createElement('img');
    handler.setAttribute('onerror', 'globalThis.handlerRan = true');
    handler.src = 'app://respaldo/missing.png';
    const foreign = document.createElement('script');
    foreign.src = 'data:text/javascript,globalThis.foreignRan=true';
    const failed = new Promise((resolve) => foreign.addEventListener('error', resolve));
    const broken = new Promise((resolve) => handler.addEventListener('error', resolve));
    document.body.append(inline, handler, foreign);
    await Promise.all([failed, broken]);
    let evaluated = true;
    try {
      new Function('return 1')();
    } catch {
      evaluated = false;
    }
    return [marks['inlineRan'], marks['handlerRan'], marks['foreignRan'], evaluated];
  });
  expect(ran).toEqual([undefined, undefined, undefined, false]);
});

test('a path out of the page’s folder leads nowhere', async () => {
  const statuses = await window.evaluate(() =>
    Promise.all(
      ['/..%2f..%2fpackage.json', '/%2e%2e/electron/main.cjs', '/missing.js', '/index.html%00.js'].map((path) =>
        fetch(`app://respaldo${path}`).then(({ status }) => status, () => 'refused'),
      ),
    ),
  );
  expect(statuses.filter((status) => status === 200)).toEqual([]);
});

test('no window opens and no other page is reached', async () => {
  const opened = await window.evaluate(() => [
    globalThis.open('https://example.com/'),
    globalThis.open('app://respaldo/index.html'),
    globalThis.open('file:///etc/passwd'),
    globalThis.open(''),
  ]);
  expect(opened).toEqual([null, null, null, null]);
  const before = window.url();
  await running.app.evaluate(({ webContents }) => {
    const asked: [string, boolean][] = [];
    Object.assign(globalThis, { asked });
    webContents.getAllWebContents()[0]!.on('will-navigate', (event) => asked.push([event.url, event.defaultPrevented]));
  });
  // Chromium itself refuses a page the way to a file; the rest is ours to refuse.
  for (const url of ['file:///etc/passwd', 'https://example.com/', 'app://elsewhere/index.html']) {
    await window.evaluate((to) => void globalThis.location.assign(to), url);
  }
  await expect
    .poll(() => running.app.evaluate(() => (globalThis as unknown as { asked: [string, boolean][] }).asked))
    .toEqual([
      ['https://example.com/', true],
      ['app://elsewhere/index.html', true],
    ]);
  expect(await window.evaluate(() => globalThis.location.href)).toBe(before);
  expect(running.app.windows()).toHaveLength(1);
  const shown = running.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()));
  expect(await shown).toEqual([before]);
});

test('the page sees nothing of Node or Electron but four functions', async () => {
  const seen = await window.evaluate(() => {
    const view = globalThis as unknown as Record<string, unknown>;
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'];
    return { there: names.filter((name) => typeof view[name] !== 'undefined'), bridge: Object.keys(view['respaldo'] as object) };
  });
  expect(seen).toEqual({ there: [], bridge: ['call', 'onTopic', 'openStream'] });
});

test('every right of the web is denied', async () => {
  const answers = await window.evaluate(async () => {
    const reason = (error: unknown): string => (error as Error).name;
    const states = await Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone'] as const).map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    );
    return {
      states: [...new Set(states)],
      clipboard: await navigator.clipboard.readText().then(() => 'read', reason),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'opened', reason),
      notification: await Notification.requestPermission(),
    };
  });
  expect(answers.states).toEqual(['denied']);
  expect(answers.notification).toBe('denied');
  expect(answers.clipboard).toBe('NotAllowedError');
  expect(answers.camera).not.toBe('opened');
});

test('what the contract does not declare is refused, and so is what does not fit it', async () => {
  for (const name of ['app.quit', 'targets', 'state.patch', 'runs.tail', '__proto__', 'constructor', 'app.info.toString', '']) {
    expect(await envelopeOf(window, name), name).toMatchObject({ ok: false });
  }
  expect(await envelopeOf(window, 'runs.detail', { runId: '../../etc' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  expect(await envelopeOf(window, 'app.copyText', { text: 'x', more: 1 })).toMatchObject({ ok: false });
  const frames = await window.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        (globalThis as unknown as { respaldo: Bridge }).respaldo.openStream('nothing.here', {}, (frame: StreamFrame) => resolve(frame));
      }),
  );
  expect(frames).toHaveProperty('error.code');
});

test('a stored password goes in and never comes out: not to the page, the disk, or what is printed', async () => {
  const password = 'Sup3rS3cret#Tiger';
  const spec = { ...newTargetSpec('simulated'), name: 'SECRET', login: { kind: 'password', username: 'BACKUP', connectIdentifier: null, as: 'sysdba' } };
  const { id } = await ask<{ id: string }>(window, 'targets.create', { spec });
  const { keychain } = await ask<{ keychain: string }>(window, 'app.info');
  if (keychain === 'plain-text') {
    const refused = await envelopeOf(window, 'targets.setPassword', { id, password, acceptPlainText: false });
    expect(refused).toMatchObject({ ok: false, error: { code: 'secret.plain-refused' } });
    expect((await slices(window)).targets[0]?.hasPassword).toBe(false);
  }
  await goTo(window, `#/databases/${id}`);
  await window.getByRole('button', { name: 'Set password…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Password of BACKUP' });
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  if (keychain === 'plain-text') {
    await expect(dialog.getByRole('button', { name: 'Store password' })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: 'Store it readable anyway' }).check();
  }
  await dialog.getByRole('button', { name: 'Store password' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByText('A password is stored.')).toBeVisible();

  const { targets } = await slices(window);
  expect(targets[0]?.hasPassword).toBe(true);
  expect(Object.keys(targets[0] ?? {}).toSorted()).toEqual(['createdAt', 'enabled', 'hasPassword', 'id', 'revision', 'spec', 'updatedAt']);
  expect(JSON.stringify(await slices(window))).not.toContain(password);
  expect(await window.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(password);
  expect(await window.content()).not.toContain(password);
  const entries = readdirSync(running.profile, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  for (const { parentPath, name } of files) {
    expect(readFileSync(join(parentPath, name)).includes(password), name).toBe(false);
  }
  expect(running.printed()).not.toContain(password);
});
