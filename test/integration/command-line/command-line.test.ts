// The command line as a user has it: a process of its own, on a profile of its own.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtApplication, seededProfile } from '../../support/built-application.ts';

const run = promisify(execFile);
type Answer = { code: number; out: string; err: string };

const scratch = mkdtempSync(join(tmpdir(), 'respaldo-cli-'));
let cli = '';

async function respaldo(
  words: string[],
  options: { stdin?: string; env?: Record<string, string> } = {},
): Promise<Answer> {
  const child = run(process.execPath, [cli, ...words], {
    env: { ...process.env, LANG: 'C', LC_ALL: '', RESPALDO_PROFILE: join(scratch, 'none'), ...options.env },
    maxBuffer: 50_000_000,
  });
  child.child.stdin?.end(options.stdin ?? '');
  try {
    const { stdout, stderr } = await child;
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    // An exception of ours shows its stack there: let the failing test show it too.
    if (stderr.includes('    at ')) throw new Error(stderr);
    return { code, out: stdout, err: stderr };
  }
}

beforeAll(async () => {
  cli = (await builtApplication()).cli;
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FAILED_LOG = `
Recovery Manager: Release 19.0.0.0.0 - Production on Sun Oct 4 02:00:01 2026
Version 19.25.0.0.0

Copyright (c) 1982, 2019, Oracle and/or its affiliates.  All rights reserved.

RMAN-00571: ===========================================================
RMAN-00569: =============== ERROR MESSAGE STACK FOLLOWS ===============
RMAN-00571: ===========================================================
RMAN-00554: initialization of internal recovery manager package failed
RMAN-04005: error from target database:
ORA-12541: TNS:no listener
`;

describe('explain', () => {
  test('says what happened, in both languages, and in the exit code', async () => {
    const english = await respaldo(['explain', '-'], { stdin: FAILED_LOG });
    expect(english.code).toBe(1);
    expect(english.out).toMatch(/^FAILED/);
    expect(english.out).toContain('ORA-12541');
    const spanish = await respaldo(['explain', '-', '--lang', 'es'], { stdin: FAILED_LOG });
    expect(spanish.out).toMatch(/^FALLIDO/);
    expect(spanish.out).toContain('Qué hacer');
  });

  test('--json has the documented shape', async () => {
    const file = join(scratch, 'failed.log');
    writeFileSync(file, FAILED_LOG.repeat(2));
    const answer = JSON.parse((await respaldo(['explain', file, '--json'])).out);
    expect(answer).toMatchObject({
      respaldo: 'explain',
      schemaVersion: 1,
      file,
      status: 'failed',
      truncated: false,
      restored: false,
      nothingToDo: false,
      rootCause: { code: 'ORA-12541', explanation: { healsByRetry: 'yes' } },
      errorCodes: ['RMAN-00554', 'RMAN-04005', 'ORA-12541'],
      piecesCreated: [],
      imageCopies: [],
    });
    expect(answer.sessions).toHaveLength(2);
    expect(Object.keys(answer.sessions[0])).toEqual(
      Object.keys(answer).filter((key) => !['respaldo', 'schemaVersion', 'file', 'exitCode', 'sessions'].includes(key)),
    );
  });

  test('what nobody can know is code 3, and an unreadable file code 5', async () => {
    expect((await respaldo(['explain', '-'], { stdin: 'hello\n' })).code).toBe(3);
    const missing = await respaldo(['explain', join(scratch, 'missing.log'), '--json']);
    expect(missing.code).toBe(5);
    expect(JSON.parse(missing.out)).toMatchObject({ respaldo: 'error', code: 'file.unreadable' });
  });

  test('touches no profile', async () => {
    await respaldo(['explain', '-'], { stdin: FAILED_LOG });
    expect(existsSync(join(scratch, 'none'))).toBe(false);
  });
});

describe('script', () => {
  test('prints the script of a file and names the field of a bad one', async () => {
    const good = join(scratch, 'good.json');
    writeFileSync(good, JSON.stringify({ name: 'X', scope: { kind: 'database', mode: 'full' }, tag: 'FULL' }));
    const answer = await respaldo(['script', good, '--id', 'ABC']);
    expect(answer.code).toBe(0);
    expect(answer.out).toContain("SET COMMAND ID TO 'ABC';");
    expect(answer.out).toMatch(/BACKUP[^;]*TAG 'FULL'[^;]*DATABASE/);

    const bad = join(scratch, 'bad.json');
    writeFileSync(bad, JSON.stringify({ name: "X'; DELETE", scope: { kind: 'database', mode: 'full' } }));
    const refused = await respaldo(['script', bad]);
    expect(refused.code).toBe(5);
    expect(refused.out).toBe('');
    expect(refused.err).toContain('name:');
  });
});

describe('schedule next', () => {
  const next = (...words: string[]): Promise<Answer> => respaldo(['schedule', 'next', ...words]);

  test('prints one line per occurrence, as the clocks of the zone go', async () => {
    const answer = await next('30 2 * * *', '--zone', 'Europe/Madrid', '--from', '2026-03-28T00:00', '--count', '3');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out.split('\n').map((line) => line.slice(0, 40))).toEqual([
      '2026-03-28T02:30:00+01:00  Europe/Madrid',
      '2026-03-29T03:00:00+02:00  Europe/Madrid',
      '2026-03-30T02:30:00+02:00  Europe/Madrid',
      '',
    ]);
    expect(existsSync(join(scratch, 'none'))).toBe(false);
  });

  test('--json has the documented shape', async () => {
    const answer = await next('0 2 L * *', '--zone', 'america/bogota', '--from', '2026-01-31T07:00:00Z', '--count', '1', '--json', '--lang', 'es');
    expect(JSON.parse(answer.out)).toEqual({
      respaldo: 'schedule next',
      schemaVersion: 1,
      cron: '0 2 L * *',
      zone: 'America/Bogota',
      sentence: 'El último día de cada mes a las 02:00, hora de Bogota.',
      occurrences: [{ at: '2026-02-28T07:00:00.000Z', local: '2026-02-28T02:00:00-05:00', zone: 'America/Bogota', notes: [] }],
    });
  });

  test('starts from now in the zone of the machine', async () => {
    const answer = await respaldo(['schedule', 'next', '* * * * *', '--json'], { env: { TZ: 'Asia/Tokyo' } });
    const { zone, occurrences } = JSON.parse(answer.out);
    expect([zone, occurrences.length]).toEqual(['Asia/Tokyo', 5]);
    expect(Date.parse(occurrences[0].at)).toBeGreaterThan(Date.now() - 60_000);
  });

  test('names the field that is wrong, with exit code 2', async () => {
    const answer = await next('0 25 * * *', '--zone', 'Mars/Base', '--lang', 'es');
    expect([answer.code, answer.out]).toEqual([2, '']);
    expect(answer.err).toMatch(/cron: Hora «25»/);
    expect(answer.err).toMatch(/zone: «Mars\/Base»/);
    const json = await next('@reboot', '--zone', 'UTC', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ respaldo: 'error', code: 'cli.schedule', fields: [{ path: 'cron', code: 'cron.nickname' }] });
    for (const words of [['--count', '0'], ['--count', 'x'], ['--from', '2026-02-30'], ['--from', 'tomorrow']]) {
      expect((await next('0 2 * * *', ...words)).code).toBe(2);
    }
  });

  test('what never runs is no error', async () => {
    const answer = await next('0 2 30 2 *', '--zone', 'UTC');
    expect([answer.code, answer.out]).toEqual([0, '']);
    expect(answer.err).toContain('never');
  });
});

describe('runs of a profile', () => {
  test('a good run prints its output and its verdict, and stands in the Bitácora', async () => {
    const profile = await seededProfile(scratch, { seconds: 0 });
    const first = await respaldo(['run', profile.strategyName, '--profile', profile.directory]);
    expect(first.err).toBe('');
    expect(first.code).toBe(0);
    expect(first.out).toContain('Recovery Manager complete.');
    expect(first.out).toContain('SUCCEEDED');
    const runs = JSON.parse((await respaldo(['runs', '--json', '--profile', profile.directory])).out);
    expect(runs).toMatchObject({ total: 1, runs: [{ status: 'succeeded', trigger: 'command-line', exitCode: 0 }] });
    expect(runs.runs[0].pieces).toBeGreaterThan(0);
    const log = await respaldo(['log', runs.runs[0].id, '--profile', profile.directory]);
    expect(first.out.startsWith(log.out)).toBe(true);
    const strategies = JSON.parse((await respaldo(['strategies', '--json', '--profile', profile.directory])).out);
    expect(strategies.strategies[0].lastGood.id).toBe(runs.runs[0].id);
    const found = JSON.parse(
      (await respaldo(['runs', '--json', '--text', 'Recovery Manager', '--profile', profile.directory])).out,
    );
    expect(found.total).toBe(1);
  });

  test('a failing run is exit code 1 and tells its root cause as JSON', async () => {
    const profile = await seededProfile(scratch, { seconds: 0, failure: 'enospc' });
    const answer = await respaldo(['run', profile.strategyName, '--json', '--profile', profile.directory]);
    expect(answer.code).toBe(1);
    const json = JSON.parse(answer.out);
    expect(json).toMatchObject({ respaldo: 'run', status: 'failed', verdict: { status: 'failed' } });
    expect(json.rootCause.code).toMatch(/^ORA-/);
  });

  test('Ctrl-C cancels the run and says so', async () => {
    const profile = await seededProfile(scratch, { seconds: 120 });
    const child = spawn(process.execPath, [cli, 'run', profile.strategyName, '--profile', profile.directory]);
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out.includes('starting piece') && !child.killed) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(out).toContain('CANCELLED');
    expect(code).toBe(4);
  });

  test('a second process follows the run of the first, and queues behind it', async () => {
    const profile = await seededProfile(scratch, { seconds: 15 });
    const first = respaldo(['run', profile.strategyName, '--profile', profile.directory]);
    const id = await eventually(async () => {
      const { runs } = JSON.parse((await respaldo(['runs', '--json', '--profile', profile.directory])).out);
      return runs[0]?.status === 'running' ? (runs[0].id as string) : null;
    });
    const [again, followed] = await Promise.all([
      respaldo(['run', profile.strategyName, '--profile', profile.directory]),
      respaldo(['log', id, '-f', '--profile', profile.directory]),
    ]);
    expect(again.code).toBe(5);
    expect(again.err).toContain('already');
    const done = await first;
    expect(done.code).toBe(0);
    expect(done.out.startsWith(followed.out)).toBe(true);
    expect(followed.out).toContain('Recovery Manager complete.');
  });

  test('an unknown name is no silent success', async () => {
    mkdirSync(join(scratch, 'empty'), { recursive: true });
    const answer = await respaldo(['run', 'Nothing', '--profile', join(scratch, 'empty')]);
    expect(answer.code).toBe(5);
    expect(answer.err).toContain('Nothing');
  });
});

async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
