// A display for Electron where the machine has none: an Xvfb of our own on a free number, ended with the script.
import { createInterface } from 'node:readline';
import { SetUpFailure } from '../setup/step.mjs';
import { end, start } from '../processes.mjs';

/** Whether windows can be shown as things are. macOS and Windows always have a desktop. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Calls `work(env)` with the environment under which windows open: as it is where there is a display, otherwise that of
 * a virtual one that lives as long as the work.
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work(process.env);
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const display = await displayNumber(server);
    return await work({ ...process.env, DISPLAY: `:${display}` });
  } finally {
    end(server);
  }
}

/** Xvfb picks a free number, and writes it to that descriptor once it accepts connections. */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new SetUpFailure('The virtual display (Xvfb) did not start.'));
    server.once('error', failed);
    server.once('exit', failed);
    createInterface({ input: server.stdio[3] }).once('line', resolve);
  });
}
