// Starts the bundled application in the Electron that is set up.
import { createInterface } from 'node:readline';
import { root } from '../places.mjs';
import { end, start } from '../processes.mjs';
import { electronRuntime } from '../setup/electron-runtime.mjs';
import { sqliteBindingEnvironment } from '../setup/sqlite-binding.mjs';
import { isElectronNoise } from './electron-noise.mjs';

/** Chromium's sandbox refuses to work for root. Only our launchers say so; the product never switches it off. */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Runs the application until it quits; its standard output is passed on untouched, its error output without noise.
 * @param {{args?: string[], env?: NodeJS.ProcessEnv, timeout?: number}} options `timeout` in milliseconds.
 * @returns {Promise<number>} its exit code, 124 when the time was up.
 */
export function runApplication({ args = [], env = process.env, timeout } = {}) {
  const child = start(electronRuntime().executable, ['.', ...sandboxSwitches(), ...args], {
    cwd: root,
    env: { ...env, ...sqliteBindingEnvironment() },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!isElectronNoise(line)) process.stderr.write(`${line}\n`);
  });
  return new Promise((resolve, reject) => {
    let timedOut = false;
    const timer = timeout && setTimeout(() => ((timedOut = true), end(child, 'SIGKILL')), timeout);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(timedOut ? 124 : (code ?? 128));
    });
  });
}
