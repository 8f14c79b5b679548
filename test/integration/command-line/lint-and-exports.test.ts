// What is judged before it runs, and an export from its parfile to its dump files, as a user has them at the prompt.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../electron/store/open-store.ts';
import { newId } from '../../../shared/domain/id.ts';
import { builtApplication, seededProfile } from '../../support/built-application.ts';
import { exportSpec } from '../../support/export-kinds.ts';

const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), 'respaldo-cli-lint-'));
let cli = '';
let directory = '';

beforeAll(async () => {
  const built = await builtApplication();
  cli = built.cli;
  const seeded = await seededProfile(scratch, { seconds: 0 });
  directory = seeded.directory;
  const workerFile = join(built.dist, 'electron/store-worker.cjs');
  const store = await openStore({ path: join(directory, 'respaldo.sqlite'), now: Date.now, workerFile });
  const now = Date.now();
  const spec = exportSpec({ fileName: 'nightly', parallel: 2 });
  const row = { id: newId(now), targetId: seeded.targetId, enabled: true, version: 1, createdAt: now, updatedAt: now };
  await store.strategies.save({ ...row, spec }, null);
  await store.close();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function respaldo(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, LANG: 'C', LC_ALL: '', RESPALDO_PROFILE: directory };
  try {
    const { stdout, stderr } = await run(process.execPath, [cli, ...words], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    if (stderr.includes('    at ')) throw new Error(stderr);
    return { code, out: stdout, err: stderr };
  }
}

type Finding = { rule: string; strategies: { name: string }[] };
type Findings = { databases: { target: { name: string }; findings: Finding[] }[] };
const findingsOf = (out: string) => (JSON.parse(out) as Findings).databases;
const rulesOf = (out: string): string[] => findingsOf(out).flatMap(({ findings }) => findings.map(({ rule }) => rule));

test('lint judges the strategies of a database, or one of them among the others', async () => {
  const database = await respaldo('lint', 'rehearsal', '--json');
  expect([database.code, database.err]).toEqual([1, '']);
  expect(findingsOf(database.out).map(({ target }) => target.name)).toEqual(['REHEARSAL']);
  // Nothing is scheduled: serious for the database, a caution about each strategy.
  expect(rulesOf(database.out)).toContain('no-full-backup');
  expect(rulesOf(database.out).filter((rule) => rule === 'no-schedule')).toHaveLength(2);
  expect(await respaldo('lint', '--target', 'rehearsal', '--json')).toEqual(database);

  const strategy = await respaldo('lint', 'HR nightly', '--json');
  // What all of them lack is told of each; what only the other one lacks is not.
  expect([strategy.code, rulesOf(strategy.out).filter((rule) => rule === 'no-full-backup')]).toEqual([1, ['no-full-backup']]);
  expect(rulesOf(strategy.out).filter((rule) => rule === 'no-schedule')).toHaveLength(1);
  const [judged] = findingsOf(strategy.out);
  for (const { strategies } of judged!.findings) expect(strategies.map(({ name }) => name)).toContain('HR nightly');

  const spanish = await respaldo('lint', 'HR nightly', '--lang', 'es');
  expect(spanish.out).toMatch(/^REHEARSAL\n {2}grave: .*\[no-full-backup\]\n[^]* {2}precaución: .*\[no-schedule\]\n/);
  expect((await respaldo('lint', 'nobody')).err).toContain('nobody');
  expect((await respaldo('lint', '--target', 'nobody')).code).toBe(5);
});

test('an export is looked at, checked and run', async () => {
  const parfile = await respaldo('script', 'HR nightly', '--id', 'ABC');
  expect(parfile.code).toBe(0);
  expect(parfile.out.split('\n')).toEqual(
    expect.arrayContaining(['# Strategy: HR nightly (version 1)', 'schemas=HR', 'dumpfile=nightly_ABC_%U.dmp', 'parallel=2']),
  );

  const checked = await respaldo('doctor', 'REHEARSAL', '--json');
  const { rows } = JSON.parse(checked.out) as { rows: { strategy: string | null; state: string }[] };
  expect(rows.some(({ strategy }) => strategy === 'HR nightly')).toBe(true);
  expect(rows.filter(({ state }) => state === 'bad')).toEqual([]);

  const done = await respaldo('run', 'HR nightly', '--json');
  expect([done.code, done.err]).toEqual([0, '']);
  const told = JSON.parse(done.out) as { id: string; commandLine: string; script: string; found: { handle: string }[] };
  expect(told.commandLine).toContain('expdp');
  expect(told.script).toContain(`dumpfile=nightly_${told.id}_%U.dmp`);
  const log = await respaldo('log', told.id);
  expect(log.out).toContain('successfully completed');
  const runs = JSON.parse((await respaldo('runs', '--strategy', 'HR nightly', '--json')).out) as { runs: { status: string }[] };
  expect(runs.runs.map(({ status }) => status)).toEqual(['succeeded']);
});
