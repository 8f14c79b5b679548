// Draws the icons: the application's as PNGs from resources/icons/respaldo.svg, and the tray's four states as SVG and
// PNG. Run by hand after a change (needs rsvg-convert, Debian's librsvg2-bin); the results are tracked.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './places.mjs';
import { run } from './processes.mjs';
import { asScript, mustSucceed } from './setup/step.mjs';

const icons = inRoot('resources/icons');

/** The sizes that Linux desktops look for; electron-builder makes the .ico and .icns from the largest. */
const APPLICATION_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Electron takes the `@2x` file by itself on a dense screen. */
const TRAY_SIZES = { '': 16, '@2x': 32 };

// Visible on light and dark panels alike.
const INK = '#5f98a3';
const DISKS = `<g fill="${INK}">
    <ellipse cx="7" cy="3.2" rx="5.5" ry="2.2"/>
    <path d="M1.5 4.6A5.5 2.2 0 0 0 12.5 4.6V7.2A5.5 2.2 0 0 1 1.5 7.2Z"/>
    <path d="M1.5 8.6A5.5 2.2 0 0 0 12.5 8.6V11.6A5.5 2.2 0 0 1 1.5 11.6Z"/>
  </g>`;

/** A mark of its own shape for each state: the colour alone would say nothing to some. */
const TRAY_MARKS = {
  idle: '',
  running: '<path d="M9.4 7.8L15.4 11.5L9.4 15.2Z" fill="#2f9e6e"/>',
  attention: '<path d="M11.6 7.2L16 15.4H7.2Z" fill="#e0861a"/><path d="M11.6 10V12.4M11.6 13.6V14.2" stroke="#fff"/>',
  paused: '<path d="M9 8.4H11V15.2H9ZM12.6 8.4H14.6V15.2H12.6Z" fill="#8a9094"/>',
};
const CUT_FOR_MARK = '<rect width="16" height="16" fill="#fff"/><circle cx="11.8" cy="11.6" r="5" fill="#000"/>';

await asScript(async () => {
  await mkdir(join(icons, 'application'), { recursive: true });
  await mkdir(join(icons, 'tray'), { recursive: true });
  for (const size of APPLICATION_SIZES) {
    await draw(join(icons, 'respaldo.svg'), join(icons, 'application', `${size}x${size}.png`), size);
  }
  for (const [state, mark] of Object.entries(TRAY_MARKS)) {
    const svg = join(icons, 'tray', `${state}.svg`);
    await writeFile(svg, trayIcon(mark));
    for (const [suffix, size] of Object.entries(TRAY_SIZES)) {
      await draw(svg, join(icons, 'tray', `${state}${suffix}.png`), size);
    }
  }
});

function trayIcon(mark) {
  const [mask, attribute] = mark === '' ? ['', ''] : [`<mask id="cut">${CUT_FOR_MARK}</mask>\n  `, ' mask="url(#cut)"'];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  ${mask}<g${attribute}>${DISKS}</g>
  ${mark}
</svg>
`;
}

async function draw(svg, png, size) {
  mustSucceed(`Drawing ${png}`, await run('rsvg-convert', ['-w', `${size}`, '-h', `${size}`, '-o', png, svg]));
}
