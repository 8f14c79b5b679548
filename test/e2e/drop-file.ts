// Drops a file of the disk on the window, as the desktop's file manager does.
import type { Page } from 'playwright/test';

export async function dropFile(window: Page, path: string): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await session.detach();
}
