// The application starts: a window on our own scheme, confined as the design demands.
import { expect, test } from 'playwright/test';
import { launchApp } from '../support/electron-app.ts';

test('opens one confined window and quits', async () => {
  const { app, window, close } = await launchApp();
  try {
    expect(window.url()).toMatch(/^app:\/\/respaldo\//);
    expect(app.windows()).toHaveLength(1);
    await expect(window.locator('#root')).not.toBeEmpty();
    // A sandboxed, isolated page sees nothing of Node.
    const node = await window.evaluate(() => [typeof globalThis.process, 'require' in globalThis]);
    expect(node).toEqual(['undefined', false]);
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [only] = BrowserWindow.getAllWindows();
      // Not in Electron's types: what the window was really made with.
      return (only!.webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  } finally {
    await close();
  }
});

test('the policy lets no foreign or inline script run', async () => {
  const { window, close } = await launchApp();
  try {
    await window.evaluate(async () => {
      const refused: string[] = [];
      Object.assign(globalThis, { refused });
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.head.append(script);
      await fetch('https://example.com/').catch(() => undefined);
    });
    const refused = (): Promise<string[]> =>
      window.evaluate(() => (globalThis as unknown as { refused: string[] }).refused.toSorted());
    await expect.poll(refused).toEqual(['connect-src', 'script-src-elem']);
    expect(await window.evaluate(() => 'inlineRan' in globalThis)).toBe(false);
  } finally {
    await close();
  }
});
