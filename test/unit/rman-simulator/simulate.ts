// Runs the simulator inside the test's own process, on a home folder of its own.
import { mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, vi } from 'vitest';
import type { Host } from '../../../resources/rman-simulator/host.ts';
import { simulateRman } from '../../../resources/rman-simulator/run.ts';

export interface Outcome {
  code: number;
  output: string;
  lines: string[];
}

export interface RunOptions {
  args?: string[];
  /** Text on standard input. */
  input?: string;
  /** Simulator settings (RESPALDO_SIM). */
  settings?: object;
  env?: Record<string, string>;
}

export interface Workbench {
  /** Folder for scripts and backups; the simulator's home is `.rman-simulator` in it. */
  folder: string;
  home: string;
  run(options: RunOptions): Promise<Outcome>;
  /** Writes `script` to a file and runs it in cmdfile mode with `target /`. */
  script(script: string, options?: RunOptions): Promise<Outcome>;
}

// Generous: the tests write files, and machines that build are busy.
vi.setConfig({ testTimeout: 60_000 });

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small database: the tests need few bytes, not many. */
export const SMALL = { tablespaces: { SYSTEM: 64, SYSAUX: 32, UNDOTBS1: 16, USERS: 16 } };

export function workbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'rman-sim-test-'));
  folders.push(folder);
  const run = async (options: RunOptions): Promise<Outcome> => {
    const chunks: Buffer[] = [];
    const waiting = (options.input ?? '').split('\n');
    if (waiting.at(-1) === '') waiting.pop();
    const settings = { database: SMALL, ...options.settings };
    const host: Host = {
      argv: options.args ?? [],
      env: { RESPALDO_SIM_SECONDS: '0', RESPALDO_SIM: JSON.stringify(settings), ...options.env },
      cwd: folder,
      input: { next: () => Promise.resolve(waiting.shift() ?? null) },
      inputIsTerminal: false,
      write: (bytes) => void chunks.push(bytes),
      writeError: (text) => void chunks.push(Buffer.from(text)),
      openLog: (path, append) => {
        const full = resolve(folder, path);
        if (!append) writeFileSync(full, '');
        return (bytes) => appendFileSync(full, bytes);
      },
      onInterrupt: () => undefined,
      ignoreTermination: () => undefined,
      killSelf: () => undefined,
      now: () => new Date(),
    };
    const code = await simulateRman(host);
    const output = Buffer.concat(chunks).toString('utf8');
    return { code, output, lines: output.split('\n') };
  };
  return {
    folder,
    home: join(folder, '.rman-simulator'),
    run,
    script: (script, options = {}) => {
      writeFileSync(join(folder, 'script.rman'), script);
      return run({ ...options, args: [...(options.args ?? ['target', '/']), 'cmdfile=script.rman'] });
    },
  };
}

/** Handles of the pieces a run made: `piece handle=` lines, as RMAN prints them. */
export function handles(outcome: Outcome): string[] {
  return outcome.lines.flatMap((line) => /^piece handle=(\S+)/.exec(line)?.[1] ?? []);
}

/** The lines below the three header lines of the first error stack. */
export function firstStack(outcome: Outcome): string[] {
  const header = outcome.lines.findIndex((line) => line.startsWith('RMAN-00569'));
  if (header < 0) return [];
  const body = outcome.lines.slice(header + 2);
  const end = body.findIndex((line, i) => i > 0 && line === '');
  return body.slice(0, end < 0 ? undefined : end);
}
