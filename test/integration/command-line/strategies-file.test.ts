// Strategies as files at the command line: out, looked at, in; one wrong does not take the others along.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtApplication, seededProfile } from '../../support/built-application.ts';

const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), 'respaldo-cli-files-'));
let cli = '';
let directory = '';

beforeAll(async () => {
  ({ cli } = await builtApplication());
  ({ directory } = await seededProfile(scratch, { seconds: 0 }));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function respaldo(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, LANG: 'C', LC_ALL: '', RESPALDO_PROFILE: directory };
  try {
    const { stdout, stderr } = await run(process.execPath, [cli, ...words], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

type Row = { name: string; state: string; line: number; changes: { path: string }[]; problems: { message: string }[] };
const rowsOf = (out: string): Row[] => (JSON.parse(out) as { strategies: Row[] }).strategies;

test('a set goes out, is compared, and comes back changed', async () => {
  const file = join(scratch, 'set.json');
  const exported = await respaldo('strategies', 'export', '--out', file, '--json');
  expect(JSON.parse(exported.out)).toMatchObject({ respaldo: 'strategies-export', schemaVersion: 1, path: file });
  const set = JSON.parse(readFileSync(file, 'utf8')) as {
    strategies: { target: string; strategy: Record<string, unknown> }[];
  };
  expect((await respaldo('strategies', 'export')).out).toBe(readFileSync(file, 'utf8'));

  const same = await respaldo('strategies', 'import', file, '--dry-run', '--json');
  expect(same.code).toBe(0);
  expect(new Set(rowsOf(same.out).map(({ state }) => state))).toEqual(new Set(['same']));

  const [first] = set.strategies;
  const changed = { ...first!.strategy, channels: 2 };
  const added = { ...first!.strategy, name: 'Added by file' };
  const wrong = { ...first!.strategy, name: 'Wrong', tag: 'lower case' };
  const edited = join(scratch, 'edited.json');
  const strategies = [changed, added, wrong].map((strategy) => ({ target: first!.target, strategy }));
  writeFileSync(edited, JSON.stringify({ ...set, strategies }, null, 2));

  const dry = await respaldo('strategies', 'import', edited, '--dry-run');
  expect(dry.code).toBe(5);
  expect(dry.out).toMatch(/changed: .* \(line 7\)\n {4}Channels: \d+ → 2/);
  expect(dry.out).toContain('new: Added by file');
  expect(dry.out).toMatch(/refused: Wrong .*\n {4}tag: .*\(line \d+\)/);
  expect(dry.out).toContain('Nothing was changed');
  expect((await respaldo('strategies')).out).not.toContain('Added by file');

  const done = await respaldo('strategies', 'import', edited, '--json');
  expect(done.code).toBe(5);
  expect(rowsOf(done.out).map(({ state, changes }) => [state, changes.map(({ path }) => path)])).toEqual([
    ['changed', ['channels']], ['new', []], ['refused', []],
  ]);
  expect((await respaldo('strategies')).out).toContain('Added by file');
  const audit = JSON.parse((await respaldo('audit', '--json')).out) as { entries: { action: string; origin: string }[] };
  const told = audit.entries.filter(({ origin }) => origin === 'command-line').map(({ action }) => action);
  expect(told.toSorted()).toEqual(['strategy.create', 'strategy.update']);
});

test('a file that is none, a name that nobody knows and a broken file are said by their place', async () => {
  const broken = join(scratch, 'broken.json');
  writeFileSync(broken, '{\n "format": "respaldo.strategy",\n');
  const refused = await respaldo('strategies', 'import', broken);
  expect(refused.code).toBe(5);
  expect(refused.err).toContain('3');
  expect((await respaldo('strategies', 'import', join(scratch, 'none.json'))).err).toContain('none.json');
  expect((await respaldo('strategies', 'export', 'nobody', '--json')).code).toBe(5);
  const homeless = join(scratch, 'homeless.json');
  writeFileSync(homeless, '{"name": "x", "scope": {"kind": "spfile"}}');
  expect((await respaldo('strategies', 'import', homeless, '--lang=es')).out).toContain('Elija la base de datos');
});
