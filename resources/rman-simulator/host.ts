// What the simulator needs of the process it runs in: arguments, streams, signals, time. The real one for a process of
// its own; tests give another. Imports nothing of RMAN.
import { closeSync, openSync, writeSync } from 'node:fs';

export interface InputLines {
  /** The next line without its end; null at the end of input. */
  next(): Promise<string | null>;
}

export interface Host {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly input: InputLines;
  readonly inputIsTerminal: boolean;
  write(bytes: Buffer): void;
  writeError(text: string): void;
  /** Opens a log file; the result writes to it. */
  openLog(path: string, append: boolean): (bytes: Buffer) => void;
  onInterrupt(handler: () => void): void;
  ignoreTermination(): void;
  killSelf(): void;
  now(): Date;
}

/** The host of this process. */
export function processHost(argv: readonly string[]): Host {
  return {
    argv,
    env: process.env,
    cwd: process.cwd(),
    input: standardInput(),
    inputIsTerminal: process.stdin.isTTY === true,
    write: (bytes) => writeFully(1, bytes),
    writeError: (text) => writeFully(2, Buffer.from(text)),
    openLog: (path, append) => {
      const fd = openSync(path, append ? 'a' : 'w');
      process.once('exit', () => closeSync(fd));
      return (bytes) => writeFully(fd, bytes);
    },
    onInterrupt: (handler) => void process.on('SIGINT', handler),
    ignoreTermination: () => void process.on('SIGTERM', () => undefined),
    killSelf: () => void process.kill(process.pid, 'SIGKILL'),
    now: () => new Date(),
  };
}

/** Writes every byte, waiting while a pipe is full; a reader that went away ends the writing silently. */
function writeFully(fd: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function standardInput(): InputLines {
  let chunks: AsyncIterator<Buffer> | null = null;
  let pending = '';
  let ended = false;
  return {
    next: async () => {
      chunks ??= process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
      for (;;) {
        const end = pending.indexOf('\n');
        if (end >= 0) {
          const line = pending.slice(0, end).replace(/\r$/, '');
          pending = pending.slice(end + 1);
          return line;
        }
        if (ended) {
          const rest = pending;
          pending = '';
          return rest === '' ? null : rest;
        }
        const chunk = await chunks.next();
        if (chunk.done === true) ended = true;
        else pending += chunk.value.toString('utf8');
      }
    },
  };
}
