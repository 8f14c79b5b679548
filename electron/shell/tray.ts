// Draws the tray's model with Electron: icon, tooltip and menu. Decides nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron';
import type { TrayAct, TrayItem, TrayModel, TrayState } from './tray-menu.ts';

export type TrayIcon = { show(model: TrayModel): void; remove(): void };

/** `icons` is the folder with a picture for each state. */
export function createTrayIcon(icons: string, act: (act: TrayAct) => void): TrayIcon {
  const images = new Map<TrayState, NativeImage>();
  const imageOf = (state: TrayState): NativeImage => {
    const image = images.get(state) ?? stateImage(icons, state);
    images.set(state, image);
    return image;
  };
  let tray: Tray | null = null;
  let shown: TrayModel | null = null;
  let items = '';

  const create = (model: TrayModel): Tray => {
    const created = new Tray(imageOf(model.state));
    // macOS opens the menu at a click.
    if (process.platform !== 'darwin') created.on('click', () => act({ kind: 'open' }));
    return created;
  };

  return {
    show(model) {
      tray ??= create(model);
      if (model.state !== shown?.state) tray.setImage(imageOf(model.state));
      if (model.tooltip !== shown?.tooltip) tray.setToolTip(model.tooltip);
      if (process.platform === 'darwin') tray.setTitle(model.percent === null ? '' : ` ${model.percent}%`);
      // A menu that is replaced closes under the user's hand.
      const next = JSON.stringify(model.items);
      if (next !== items) tray.setContextMenu(Menu.buildFromTemplate(model.items.map((item) => entryOf(item, act))));
      shown = model;
      items = next;
    },
    remove() {
      tray?.destroy();
      tray = null;
      shown = null;
      items = '';
    },
  };
}

function stateImage(icons: string, state: TrayState): NativeImage {
  // Panels on Linux scale one picture to their own size, and do it better from a larger one.
  if (process.platform === 'linux') return nativeImage.createFromBuffer(readFileSync(join(icons, `${state}@2x.png`)));
  const image = nativeImage.createFromPath(join(icons, `${state}.png`));
  // Drawn in the menu bar's own ink; the states differ by shape.
  if (process.platform === 'darwin') image.setTemplateImage(true);
  return image;
}

function entryOf(item: TrayItem, act: (act: TrayAct) => void): MenuItemConstructorOptions {
  if (item.kind === 'separator') return { type: 'separator' };
  // A single `&` would mark the letter behind it as a shortcut.
  const label = item.label.replaceAll('&', '&&');
  if (item.kind === 'submenu') return { label, submenu: item.items.map((one) => entryOf(one, act)) };
  const { act: does } = item;
  return does ? { label, click: () => act(does) } : { label, enabled: false };
}
