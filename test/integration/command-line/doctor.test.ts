// `respaldo doctor` as a process: rows as they come, the outcome in the exit code, and a red row that blocks a run.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../electron/store/open-store.ts';
import { nothingAfterwards } from '../../../shared/domain/strategy/keeping.ts';
import { builtApplication, seededProfile } from '../../support/built-application.ts';

const scratch = mkdtempSync(join(tmpdir(), 'respaldo-cli-doctor-'));
let built: Awaited<ReturnType<typeof builtApplication>>;
beforeAll(async () => {
  built = await builtApplication();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function respaldo(profile: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, LANG: 'C', LC_ALL: '', RESPALDO_PROFILE: profile };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [built.cli, ...words], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    if (stderr.includes('    at ')) throw new Error(stderr);
    return { code, out: stdout, err: stderr };
  }
}

test('says row by row what a run needs, and blocks what would delete below the goal', async () => {
  const { directory, strategyId, targetId } = await seededProfile(scratch, { seconds: 0 });
  const seen = await respaldo(directory, 'doctor', 'rehearsal', '--lang', 'es');
  // Nothing is red, but without a SQL connection not everything can be seen.
  expect([seen.code, seen.err]).toEqual([3, '']);
  expect(seen.out).toMatch(/^bien +Conexión de RMAN +DEMO|^bien +Conexión de RMAN +\S+ \(DBID=/m);
  expect(seen.out).toMatch(/^se ignora +Modo de archivado/m);
  expect(seen.out).toContain('\nFull rehearsal\nbien        Destino');

  const workerFile = join(built.dist, 'electron/store-worker.cjs');
  const store = await openStore({ path: join(directory, 'respaldo.sqlite'), now: Date.now, workerFile });
  const strategy = (await store.strategies.get(strategyId))!;
  const afterwards = { ...nothingAfterwards, deleteObsolete: { kind: 'window' as const, days: 3 } };
  await store.strategies.save({ ...strategy, version: 2, spec: { ...strategy.spec, afterwards } }, 1);
  await store.close();

  const red = await respaldo(directory, 'doctor', targetId, '--json');
  expect(red.code).toBe(1);
  const { outcome, rows } = JSON.parse(red.out) as { outcome: string; rows: { what: string }[] };
  expect(outcome).toBe('bad');
  expect(rows.find(({ what }) => what === 'deletion')).toMatchObject({
    state: 'bad', strategy: 'Full rehearsal', problem: { code: 'deletion.policy-below-goal' },
    message: expect.stringContaining('the recovery goal is 7'),
  });
  const why = await respaldo(directory, 'why', strategyId);
  expect([why.code, why.out]).toEqual([7, expect.stringContaining('the recovery goal is 7')]);
  const run = await respaldo(directory, 'run', strategyId);
  expect([run.code, `${run.out}${run.err}`]).toEqual([1, expect.stringContaining('the recovery goal is 7')]);
  expect((await respaldo(directory, 'doctor', 'nobody')).code).toBe(5);
});
