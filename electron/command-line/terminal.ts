// The terminal as the commands see it, so that tests can be one.
import { readFileSync, writeSync } from 'node:fs';
import { secretInput, type SecretInput } from './secret-input.ts';
import type { Secrets, SimulatorCommand } from '../app/ports.ts';
import type { Store } from '../app/store-port.ts';

export type Terminal = {
  /** Writes to standard output, completely, before it returns. */
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  stdin(): Uint8Array;
  /** The next password. */
  secret: SecretInput;
  env: NodeJS.ProcessEnv;
  /** Aborts on Ctrl-C. */
  interrupted: AbortSignal;
  /** What Electron has and plain Node has not; absent in plain Node. */
  secrets?: (store: Store) => Secrets;
  simulator?: SimulatorCommand;
};

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  return {
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    stdin: () => readFileSync(0),
    secret: secretInput(process.stdin, (text) => writeAll(2, text)),
    env: process.env,
    interrupted: abort.signal,
  };
}

/** A pipe may take only a part, or nothing for a moment; a reader that left (`| head`) ends the command quietly. */
function writeAll(fd: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
