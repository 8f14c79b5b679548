// The shell texts of the other side, run right here: a run is started once or not at all, whatever is said half.
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FOLLOW, KEEPER, LOOK, SIGNAL, START } from '../../../../electron/runners/remote-scripts.ts';

const bash = spawnSync('bash', ['-c', 'command -v bash'], { encoding: 'utf8' }).stdout.trim();
const dash = spawnSync('sh', ['-c', 'command -v dash'], { encoding: 'utf8' }).stdout.trim();

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'respaldo-keeper-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const at = (name: string): string => join(parent, name);

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 10));
}

type Starter = { process: ChildProcessWithoutNullStreams; said(): string; gone: Promise<void> };

/** The start of a run whose client is a shell text; it listens for one file of three bytes and then for its input. */
function starter(client: string, env: NodeJS.ProcessEnv = process.env): Starter {
  const words = [KEEPER, parent, 'run', 'END', 'yes', 'script.rman', '3', '--', 'env', 'ORACLE_SID=X', 'sh', '-c', client];
  const child = spawn('sh', ['-c', START, 'respaldo', 'MARK', ...words], { env });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.on('error', () => {});
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { process: child, said: () => said, gone };
}

const tell = (script: string, ...words: string[]): string[] =>
  spawnSync('sh', ['-c', script, 'respaldo', 'MARK', parent, 'run', ...words], { encoding: 'utf8' }).stdout.trim().split('\n').slice(1);

const STARTED = (): string => `echo "$ORACLE_SID $(cat)" >'${at('started')}'`;

describe('a start', () => {
  test('gives the client its input, keeps its files private, and leaves its status and no script', async () => {
    const { process: child, said, gone } = starter(`${STARTED()}; ls -l script.rman; exit 3`);
    await until(() => said().includes('ready'));
    expect(statSync(at('run')).mode & 0o777).toBe(0o700);
    child.stdin.write('abcconnect "x\\y" %s\nsecond\nEND\n');
    await until(() => /claimed \d+ \S+\n/.test(said()));
    await gone;
    await until(() => existsSync(at('run/exit')));
    expect(readFileSync(at('run/exit'), 'utf8')).toMatch(/^3 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\n$/);
    expect(readFileSync(at('started'), 'utf8')).toBe('X connect "x\\y" %s\nsecond\n');
    expect(readFileSync(at('run/spool'), 'utf8')).toMatch(/^-rw------- .*script\.rman\n$/);
    expect(readdirSync(at('run')).sort()).toEqual(['claim', 'exit', 'spool']);
    expect(tell(LOOK)[0]).toMatch(/^claimed \d+ \S+$/);
    expect(tell(FOLLOW, '0').at(-1)).toMatch(/^exit 3 /);
    expect(tell(SIGNAL, 'INT')).toEqual(['over']);
  });

  test.each([
    ['in the middle of a file', 'ab'],
    ['before the input', 'abc'],
    ['within the input', 'abcconnect target;\n@scr'],
    ['before its last line', 'abcconnect target;\n@script.rman\nexit;\n'],
  ])('that breaks off %s starts nothing and leaves nothing', async (_, said) => {
    const { process: child, said: answer, gone } = starter(STARTED());
    await until(() => answer().includes('ready'));
    child.stdin.end(said);
    await gone;
    expect(existsSync(at('started'))).toBe(false);
    expect(readdirSync(parent)).toEqual([]);
    expect(tell(LOOK)).toEqual(['never']);
  });

  test('whose directory an application has taken meanwhile starts nothing', async () => {
    const { process: child, said, gone } = starter(STARTED());
    await until(() => said().includes('ready'));
    expect(tell(LOOK)).toEqual(['never']);
    child.stdin.end('abcinput\nEND\n');
    await gone;
    expect(said()).toMatch(/no keeper\n$/);
    expect(existsSync(at('started'))).toBe(false);
  });

  test('is unsure, not over, where the directory above is away', () => {
    const away = (script: string, ...words: string[]): string[] =>
      spawnSync('sh', ['-c', script, 'respaldo', 'MARK', at('none'), 'run', ...words], { encoding: 'utf8' }).stdout.split('\n');
    expect(away(LOOK)[1]).toBe('unsure');
    expect(away(FOLLOW, '0')[1]).toBe('again');
  });
});

describe.runIf(process.platform === 'linux')('without setsid', () => {
  /** A PATH that holds what docs/runners.md asks for, `sh` being the given shell. */
  function tools(shell: string): NodeJS.ProcessEnv {
    mkdirSync(at('bin'));
    for (const name of ['dd', 'ls', 'ln', 'mv', 'rm', 'cat', 'wc', 'sleep', 'date', 'env', 'mkdir']) {
      symlinkSync(spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(), at(`bin/${name}`));
    }
    symlinkSync(shell, at('bin/sh'));
    return { ...process.env, PATH: at('bin') };
  }

  test.runIf(bash !== '')('a shell with job control gives the run a group that hears the interrupt', async () => {
    const client = `trap 'echo heard >"${at('heard')}"; exit 1' INT; echo up >"${at('up')}"; while :; do sleep 0.1; done`;
    const { process: child, said } = starter(client, tools(bash));
    await until(() => said().includes('ready'));
    child.stdin.write('abcEND\n');
    await until(() => said().includes('claimed') && existsSync(at('up')));
    const [, pid] = /claimed (\d+)/.exec(said())!;
    const group = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /, '').split(' ')[2];
    expect(group).toBe(pid);
    expect(tell(SIGNAL, 'INT')).toEqual(['sent']);
    await until(() => existsSync(at('run/exit')));
    expect(existsSync(at('heard'))).toBe(true);
    expect(readFileSync(at('run/exit'), 'utf8')).toMatch(/^1 /);
  });

  test.runIf(dash !== '')('any other shell says what is missing, and starts nothing', async () => {
    const { said, gone } = starter(STARTED(), tools(dash));
    await gone;
    expect(said()).toBe('MARK\nno setsid\n');
    expect(existsSync(at('run'))).toBe(false);
  });
});
