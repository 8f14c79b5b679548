// Runs a program briefly, for a check; what it prints is limited, and so is its time.
import { spawn } from 'node:child_process';
import type { Launcher } from '../app/ports.ts';
import { signalGroup } from './process-group.ts';

const MOST_OUTPUT = 64 * 1024;

/** As `Launcher.probe`: `null` when the program cannot be started or did not end within `ms`. */
export const probe: Launcher['probe'] = (file, args, env, ms) =>
  new Promise((resolve) => {
    const posix = process.platform !== 'win32';
    const child = spawn(file, args, { env, detached: posix, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer): void => {
      if (output.length < MOST_OUTPUT) output += chunk.toString('utf8').slice(0, MOST_OUTPUT - output.length);
    };
    const stop = (): void => {
      if (child.pid !== undefined && posix) signalGroup(child.pid, 'kill');
      else child.kill('SIGKILL');
    };
    const timer = setTimeout(() => {
      stop();
      resolve(null);
    }, ms);
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', () => {
      clearTimeout(timer);
      resolve(null);
    });
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, output });
    });
  });
