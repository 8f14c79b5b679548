// Users at the command line, each command a process of its own: who must log in, who may do what, and what is told.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtApplication, seededProfile } from '../../support/built-application.ts';

type Answer = { code: number | null; out: string; err: string };

const GOOD = 'correct horse battery';
const EVAS = 'another good password';
const scratch = mkdtempSync(join(tmpdir(), 'respaldo-cli-users-'));
let cli = '';
let directory = '';

beforeAll(async () => {
  ({ cli } = await builtApplication());
  ({ directory } = await seededProfile(scratch, { seconds: 0 }));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function respaldo(input: string[], ...words: string[]): Promise<Answer> {
  const env = { ...process.env, LANG: 'C', LC_ALL: '', RESPALDO_PROFILE: directory };
  const child = spawn(process.execPath, [cli, ...words], { env });
  const answer: Answer = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => (answer.out += chunk));
  child.stderr.on('data', (chunk) => (answer.err += chunk));
  child.stdin.end(input.map((line) => `${line}\n`).join(''));
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...answer, code })));
}

test('a profile gets its users, and every command asks who it is from then on', async () => {
  expect(await respaldo([], 'strategies')).toMatchObject({ code: 0 });
  expect((await respaldo([GOOD], 'users', 'add', 'Ana', '--role', 'operator')).err).toContain('first user');
  expect((await respaldo(['short'], 'users', 'add', 'Ana', '--role', 'administrator')).err).toContain('password:');
  expect(await respaldo([GOOD], 'users', 'add', 'Ana', '--role', 'administrator')).toMatchObject({ code: 0 });

  const anonymous = await respaldo([], 'strategies');
  expect(anonymous).toMatchObject({ code: 2, out: '' });
  expect(anonymous.err).toContain('--user');
  expect(await respaldo(['a wrong password'], 'strategies', '--user', 'Ana')).toMatchObject({ code: 5, out: '' });
  expect((await respaldo([GOOD], 'strategies', '--user', 'ana')).out).toContain('Full rehearsal');
});

// A dozen processes, one after the other.
test('each role may do what it may, and what was done is told with its name', async () => {
  expect(await respaldo([GOOD, EVAS], 'users', 'add', 'Eva', '--role', 'viewer', '--user', 'Ana')).toMatchObject({ code: 0 });
  expect(await respaldo([EVAS], 'runs', '--user', 'Eva')).toMatchObject({ code: 0 });
  const refused = await respaldo([EVAS], 'pause', '--user', 'Eva', '--json');
  expect(JSON.parse(refused.out)).toMatchObject({ respaldo: 'error', code: 'role.operator-needed' });
  expect(await respaldo([GOOD], 'users', 'role', 'Ana', 'viewer', '--user', 'Ana')).toMatchObject({ code: 5 });
  expect(await respaldo([GOOD], 'users', 'role', 'Eva', 'operator', '--user', 'Ana')).toMatchObject({ code: 0 });
  expect(await respaldo([EVAS], 'pause', '--user', 'Eva')).toMatchObject({ code: 0 });
  expect(await respaldo([EVAS, EVAS, `${EVAS} 2`], 'users', 'password', '--user', 'Eva')).toMatchObject({ code: 0 });
  expect(await respaldo([`${EVAS} 2`], 'queue', '--user', 'Eva')).toMatchObject({ code: 0 });

  const told = await respaldo([GOOD], 'audit', '--user', 'Ana', '--json', '--limit', '200');
  type Entry = { user: string; origin: string; action: string; subjectName: string | null };
  const entries = JSON.parse(told.out).entries as Entry[];
  const one = (action: string) =>
    entries.filter((entry) => entry.action === action).map(({ user, subjectName }) => [user, subjectName]);
  expect(one('schedule.pause')).toEqual([['Eva', null]]);
  expect(one('user.role')).toEqual([['Ana', 'Eva']]);
  expect(one('user.password')).toEqual([['Eva', 'Eva']]);
  expect(one('user.log-in-refused')).toEqual([[expect.any(String), 'Ana']]);
  expect(new Set(entries.slice(0, -2).map(({ origin }) => origin))).toContain('command-line');
  expect(told.out).not.toMatch(/scrypt|horse|good password/);
}, 240_000);
