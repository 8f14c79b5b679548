// Starts the packaged application and looks at it from outside, as an attacker or a user would: its fuses, its window's
// confinement and policy, and a demonstration run with a good verdict.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, start } from '../processes.mjs';
import { sandboxSwitches } from '../run/electron-process.mjs';
import { sqliteBindingEnvironment } from '../setup/sqlite-binding.mjs';

const WINDOW_DEADLINE = 60_000;
const DEMO_DEADLINE = 5 * 60_000;

/**
 * Prints one line for each thing that was seen.
 * @returns {Promise<boolean>} whether all of it was as it should be.
 */
export async function smokeTest(app, env) {
  const folder = await mkdtemp(join(tmpdir(), 'respaldo-package-'));
  // The stand-in's Node-API is too old for the binding that ships; a user's Electron ignores this variable.
  const launch = { app, env: { ...env, ...sqliteBindingEnvironment() }, folder };
  const sights = [];
  for (const look of [lookAtFuses, lookAtWindow, lookAtDemo]) {
    sights.push(...(await look(launch).catch((error) => [[`${look.name}: ${error.message}`, false]])));
  }
  for (const [what, good] of sights) process.stdout.write(`${good ? 'ok    ' : 'FAILED'} ${what}\n`);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return sights.every(([, good]) => good);
}

async function lookAtFuses({ app }) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(app.executable);
  const wanted = {
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    OnlyLoadAppFromAsar: true,
    EnableEmbeddedAsarIntegrityValidation: true,
    EnableCookieEncryption: true,
    GrantFileProtocolExtraPrivileges: false,
  };
  return Object.entries(wanted).map(([fuse, on]) => [
    `fuse ${fuse} is ${on ? 'on' : 'off'}`,
    String.fromCharCode(wire[FuseV1Options[fuse]]) === (on ? '1' : '0'),
  ]);
}

/** Over Chromium's own debugging port: the fuses leave no other way in. */
async function lookAtWindow(launch) {
  const { chromium } = await import('playwright');
  const child = startApp(launch, ['--remote-debugging-port=0', `--profile=${join(launch.folder, 'window')}`]);
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child));
    const page = browser.contexts()[0].pages()[0] ?? (await browser.contexts()[0].waitForEvent('page'));
    await page.waitForFunction(() => document.querySelector('#root')?.childElementCount > 0);
    const seen = await page.evaluate(async () => ({
      url: location.href,
      policy: (await fetch(location.href)).headers.get('content-security-policy') ?? '',
      node: [typeof process, typeof require, typeof module],
    }));
    const sights = [
      [`window shows ${seen.url}`, seen.url.startsWith('app://respaldo/')],
      [`policy: ${seen.policy}`, /default-src 'none'/.test(seen.policy) && !/unsafe/.test(seen.policy)],
      ['page sees nothing of Node', seen.node.every((type) => type === 'undefined')],
      ...(await lookAtRenderers(child.pid)),
    ];
    await browser.close();
    return sights;
  } finally {
    end(child);
  }
}

/** What the window's own process was told by the main process; the operating system shows it on Linux. */
async function lookAtRenderers(mainPid) {
  if (process.platform !== 'linux') return [];
  const renderers = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const group = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ')[2];
    if (group === String(mainPid) && command.includes('--type=renderer')) renderers.push(command);
  }
  const sandboxed = renderers.length > 0 && renderers.every((command) => command.includes('--enable-sandbox'));
  return [['renderer runs as a sandboxed one', sandboxed]];
}

/** The application makes the run, judges it, and answers with its exit code. */
async function lookAtDemo(launch) {
  const profile = join(launch.folder, 'demo');
  const screenshot = join(launch.folder, 'demo.png');
  const child = startApp(launch, ['--demo', `--profile=${profile}`, `--screenshot=${screenshot}`]);
  const lines = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const timer = setTimeout(() => end(child, 'SIGKILL'), DEMO_DEADLINE);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  if (code !== 0) process.stdout.write(`${lines.slice(-40).join('\n')}\n`);
  return [['a demonstration run comes to a good verdict', code === 0]];
}

function startApp({ app, env }, args) {
  const child = start(app.executable, [...sandboxSwitches(), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  child.stderr.resume();
  return child;
}

function debuggerAddress(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, WINDOW_DEADLINE, new Error('the application opened no debugging port'));
    child.once('exit', (code) => reject(new Error(`the application ended with exit code ${code}`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
