// The simulator as a process of its own: streams, signals, several processes on one state, and being killed.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildSimulator } from '../../support/rman-simulator.ts';

let program = '';
const folders: string[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  program = await buildSimulator();
});

afterEach(() => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const SMALL = { tablespaces: { SYSTEM: 64, SYSAUX: 32, UNDOTBS1: 16, USERS: 16 } };

function newFolder(script = 'BACKUP DATABASE;'): string {
  const folder = mkdtempSync(join(tmpdir(), 'rman-sim-proc-'));
  folders.push(folder);
  mkdirSync(join(folder, 'bk'));
  writeFileSync(join(folder, 'x.rman'), script);
  return folder;
}

interface Running {
  child: ChildProcess;
  /** Everything printed so far. */
  text(): string;
  /** Resolves once the text contains the part. */
  shows(part: string): Promise<void>;
  ended: Promise<{ code: number | null; signal: string | null; text: string }>;
}

function start(
  folder: string,
  settings: object = {},
  args = ['target', '/', 'cmdfile=x.rman'],
  seconds = '0',
): Running {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      RESPALDO_SIM_SECONDS: seconds,
      RESPALDO_SIM: JSON.stringify({ database: SMALL, ...settings }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  const waiting: { part: string; resolve: () => void }[] = [];
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (const one of waiting) if (text.includes(one.part)) one.resolve();
  });
  return {
    child,
    text: () => text,
    shows: (part) => new Promise((resolve) => (text.includes(part) ? resolve() : waiting.push({ part, resolve }))),
    ended: new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, text }))),
  };
}

const RUN = "RUN {\n ALLOCATE CHANNEL c1 DEVICE TYPE DISK FORMAT 'bk/%U';\n BACKUP DATABASE;\n}".replace(
  'bk/',
  '@@/bk/',
);
const inFolder = (script: string): string => {
  const folder = newFolder();
  writeFileSync(join(folder, 'x.rman'), script.replaceAll('@@', folder));
  return folder;
};

describe('streams', () => {
  it('prints a whole run to a pipe and to a file alike', async () => {
    const folder = newFolder();
    const piped = await start(folder).ended;
    expect(piped).toMatchObject({ code: 0, signal: null });
    expect(piped.text.endsWith('\nRecovery Manager complete.\n')).toBe(true);
    const log = openSync(join(folder, 'run.log'), 'a');
    const child = spawn(process.execPath, [program, 'target', '/', '@x.rman'], {
      cwd: folder,
      env: { RESPALDO_SIM_SECONDS: '0', RESPALDO_SIM: JSON.stringify({ database: SMALL }) },
      stdio: ['ignore', log, 'ignore'],
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    const shape = (text: string): string[] =>
      text.split('\n').map((line) => line.replace(/[=:] ?\S.*$/, '').replace(/at .*$/, ''));
    expect(shape(readFileSync(join(folder, 'run.log'), 'utf8')).length).toBe(shape(piped.text).length);
  });

  it('loses nothing when the reader of the pipe is slow', async () => {
    const run = start(newFolder(), { failures: [{ name: 'huge-log', lines: 40_000 }] });
    run.child.stdout?.pause();
    setTimeout(() => run.child.stdout?.resume(), 300);
    const { text } = await run.ended;
    expect(text.split('\n').filter((line) => line.startsWith('skipping archived log of'))).toHaveLength(40_000);
    expect(text).toContain('Recovery Manager complete.');
  });

  it('writes byte by byte when told to', async () => {
    const { text, code } = await start(newFolder('BACKUP SPFILE;'), { failures: ['split-bytes'] }).ended;
    expect(code).toBe(0);
    expect(text).toContain('Finished backup at');
  });

  it('leaves a grandchild that holds standard output open after it ended', async () => {
    const run = start(newFolder('BACKUP SPFILE;'), { failures: [{ name: 'fork', seconds: 2 }] });
    let closed = false;
    void run.ended.then(() => (closed = true));
    await new Promise((resolve) => run.child.on('exit', resolve));
    expect(closed).toBe(false);
    expect((await run.ended).text).toContain('Recovery Manager complete.');
  });

  it('takes connect and commands from standard input', async () => {
    const run = start(newFolder(), {}, []);
    run.child.stdin?.end('connect target "sys/pw@demo as sysbackup"\n@x.rman\nexit\n');
    const { code, text } = await run.ended;
    expect(code).toBe(0);
    expect(text).toContain('piece handle=');
    expect(text).not.toContain('sys/pw');
  });
});

describe('time', () => {
  it('takes about as long as it is told, and prints while it works', async () => {
    const run = start(inFolder(RUN), {}, undefined, '3');
    const begun = Date.now();
    await run.shows('starting piece 1');
    expect(run.text()).not.toContain('piece handle');
    const { text, code } = await run.ended;
    expect(code).toBe(0);
    expect(Date.now() - begun).toBeGreaterThan(2000);
    expect(text).toMatch(/backup set complete, elapsed time: 00:00:0[2-9]/);
  });
});

describe('signals', () => {
  it('SIGINT cancels as RMAN does: channels released, RMAN-03099, end line, 1, no half piece', async () => {
    const folder = inFolder(RUN);
    const run = start(folder, {}, undefined, '60');
    await run.shows('starting piece 1');
    run.child.kill('SIGINT');
    const { code, text } = await run.ended;
    expect(code).toBe(1);
    expect(text).toMatch(
      /\nreleased channel: c1\nRMAN-00571: =+\nRMAN-00569: .*\nRMAN-00571: =+\nRMAN-03099: job cancelled at user request\n/,
    );
    expect(text.endsWith('\nRecovery Manager complete.\n')).toBe(true);
    expect(readdirSync(join(folder, 'bk'))).toEqual([]);
  });

  it('SIGINT at a prompt ends it', async () => {
    const run = start(newFolder(), {}, ['target', '/']);
    await run.shows('connected to target');
    await new Promise((resolve) => setTimeout(resolve, 100));
    run.child.kill('SIGINT');
    expect((await run.ended).code).toBe(1);
  });

  it('SIGTERM kills it without an end line, and the next run finds a whole state', async () => {
    const folder = inFolder(RUN);
    const run = start(folder, {}, undefined, '60');
    await run.shows('starting piece 1');
    run.child.kill('SIGTERM');
    const { signal, text } = await run.ended;
    expect(signal).toBe('SIGTERM');
    expect(text).not.toContain('Recovery Manager complete.');
    expect((await start(folder).ended).code).toBe(0);
  });

  it('hang hears no SIGINT, and no SIGTERM when told so', async () => {
    const folder = newFolder();
    const run = start(folder, { failures: [{ name: 'hang', ignoreTerm: true }] });
    await run.shows('starting piece 1');
    await new Promise((resolve) => setTimeout(resolve, 200));
    run.child.kill('SIGINT');
    run.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(run.child.exitCode).toBeNull();
    expect(run.child.signalCode).toBeNull();
    run.child.kill('SIGKILL');
    expect((await run.ended).signal).toBe('SIGKILL');
  });

  it('kill-mid-run dies by SIGKILL in the middle of a piece; the state recovers', async () => {
    const folder = newFolder();
    const settings = { failures: [{ name: 'kill-mid-run', times: 1 }] };
    const { signal, text } = await start(folder, settings).ended;
    expect(signal).toBe('SIGKILL');
    expect(text).toContain('starting piece 1');
    expect(text).not.toContain('Recovery Manager complete.');
    const next = await start(folder, settings).ended;
    expect(next).toMatchObject({ code: 0 });
  });
});

describe('several processes on one database', () => {
  it('never share a key, a set number or a record id', async () => {
    const folder = inFolder("BACKUP FORMAT '@@/bk/%U' FILESPERSET 1 DATABASE PLUS ARCHIVELOG;");
    const results = await Promise.all([start(folder).ended, start(folder).ended, start(folder).ended]);
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
    const state = JSON.parse(readFileSync(join(folder, '.rman-simulator', 'state.json'), 'utf8')) as {
      sets: { key: number; setCount: number; pieces: { recid: number; path: string }[] }[];
      logs: { sequence: number }[];
    };
    const isUnique = (values: unknown[]): boolean => new Set(values).size === values.length;
    const pieces = state.sets.flatMap((set) => set.pieces);
    expect(isUnique(state.sets.map((set) => set.key))).toBe(true);
    expect(isUnique(state.sets.map((set) => set.setCount))).toBe(true);
    expect(isUnique(pieces.map((piece) => piece.recid))).toBe(true);
    expect(isUnique(state.logs.map((log) => log.sequence))).toBe(true);
    expect(pieces.every((piece) => existsSync(piece.path))).toBe(true);
    const printed = results.flatMap(({ text }) => text.match(/^piece handle=\S+/gm) ?? []);
    expect(printed).toHaveLength(pieces.length);
  });

  it('take over the lock of a process that was killed', async () => {
    const folder = newFolder();
    const dead = start(folder, {}, ['target', '/']);
    await dead.shows('connected to target');
    dead.child.kill('SIGKILL');
    await dead.ended;
    writeFileSync(join(folder, '.rman-simulator', 'state.lock'), String(dead.child.pid));
    const results = await Promise.all([start(folder).ended, start(folder).ended]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(existsSync(join(folder, '.rman-simulator', 'state.lock'))).toBe(false);
  });
});
