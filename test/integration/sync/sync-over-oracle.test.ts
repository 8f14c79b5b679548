// Facts on their way through the real driver: what arrives, and what arrives in spite of everything that can break.
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { newId } from '../../../shared/domain/id.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../support/store-samples.ts';
import { storeInProcess } from '../../support/store-in-process.ts';
import { oracleWithLogTables, syncOver, type OracleWithTables, type RunningSync } from '../../support/sync-over-oracle.ts';

let tables: OracleWithTables;
let store: Store;
let running: RunningSync;
beforeEach(async () => {
  tables = await oracleWithLogTables();
  store = storeInProcess();
  running = syncOver(store, tables);
});
afterEach(async () => {
  await running.end();
  await store.close();
  await tables.oracle.stop();
  expect(running.exceptions).toEqual([]);
  expect(tables.oracle.bugs).toEqual([]);
});

const NOW = 1_800_000_000_000;
const rows = (table: string) => tables.oracle.rows(`LOGS.RESPALDO_${table}`);
const target = sampleTarget('PROD ñ €');
const strategy = sampleStrategy(target, 'Weekly');

async function addRun(at: number, lines: string[], script = 'BACKUP DATABASE;'): Promise<string> {
  const run = sampleRun({ strategyId: strategy.id, targetId: target.id, queuedAt: at });
  const { id } = run.run;
  await store.runs.insert({ ...run, script });
  await store.runs.move(id, 'queued', 'preparing', at, {});
  await store.runs.move(id, 'preparing', 'failed', at + 5, { endedAt: at + 5, rootCode: 'ORA-19809' });
  await store.logs.append(id, 0, lines);
  await store.logs.seal(id, lines.length);
  return id;
}

const untilSent = async (): Promise<void> => {
  for (let turn = 0; turn < 600; turn += 1) {
    const { pending, backfilling } = await running.sync.status();
    if (pending === 0 && !backfilling) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

it('everything arrives as it is, long texts and logs included', async () => {
  await store.targets.save(target, null);
  await store.strategies.save(strategy, null);
  const script = `# ${'ñ'.repeat(40_000)}`;
  const lines = Array.from({ length: 2_500 }, (_, index) => `línea ${index}`);
  const id = await addRun(NOW, lines, script);
  await store.occurrences.cover([], [{
    id: newId(NOW), strategyId: strategy.id, targetId: target.id, strategyName: 'Weekly', targetName: 'PROD', instant: NOW,
    trigger: 'schedule', state: 'skipped', reason: { kind: 'by-user' }, runId: null, attempts: 0, updatedAt: NOW,
  }]);
  expect(await running.sync.drain()).toMatchObject({ pending: 0, quarantined: 0, problem: null, activity: 'idle' });
  expect(rows('TARGETS')).toMatchObject([{ target_id: target.id, name: 'PROD ñ €', spec: JSON.stringify(target.spec) }]);
  expect(rows('STRATEGY_VERSIONS')).toMatchObject([{ version_no: 1, spec: JSON.stringify(strategy.spec) }]);
  expect(rows('OCCURRENCES')).toMatchObject([{ state: 'skipped', reason_kind: 'by-user', settled: 'Y' }]);
  expect(rows('RUNS')).toMatchObject([{ run_id: id, state: 'failed', root_code: 'ORA-19809', script }]);
  expect(rows('LOGS')).toMatchObject([{ run_id: id, chunks: 3, lines: 2_500, complete: 'Y' }]);
  const chunks = rows('LOG_CHUNKS').sort((a, b) => Number(a['chunk_no']) - Number(b['chunk_no']));
  const text = chunks.map((chunk) => gunzipSync(chunk['content'] as Uint8Array).toString('utf8')).join('');
  expect(text).toBe(`${lines.join('\n')}\n`);
  expect(await running.sync.workstations()).toMatchObject([{ name: 'host', own: true }]);
});

it('hundreds of faults cost and double nothing', async () => {
  const { oracle } = tables;
  await store.targets.save(target, null);
  await store.strategies.save(strategy, null);
  oracle.faults.random({
    seed: 7,
    rate: 0.15,
    harms: [
      { do: 'drop', moment: 'before' }, { do: 'drop', moment: 'after' }, { do: 'error', code: 1653 },
      { do: 'error', code: 60 }, { do: 'error', code: 942 },
    ],
  });
  await running.sync.begin();
  const ids: string[] = [];
  for (let n = 0; n < 60; n += 1) {
    ids.push(await addRun(NOW + n * 1000, [`run ${n}`]));
    running.sync.look();
    await new Promise((resolve) => setTimeout(resolve, 25));
    if (n % 20 === 19) {
      await running.end();
      running = syncOver(store, tables);
      await running.sync.begin();
    }
  }
  oracle.faults.clear();
  await running.sync.tryAgain(null);
  await running.sync.retry();
  await untilSent();
  expect(await running.sync.status()).toMatchObject({ pending: 0, quarantined: 0 });
  expect(rows('RUNS').map((row) => row['run_id']).sort()).toEqual(ids.sort());
  expect(rows('LOG_CHUNKS').map((row) => row['run_id']).sort()).toEqual(ids.sort());
  expect(rows('LOGS').every((row) => row['complete'] === 'Y')).toBe(true);
}, 60_000);

it('an account is not locked by a wrong password', async () => {
  await store.targets.save(target, null);
  await running.end();
  running = syncOver(store, { ...tables, password: 'wrong' });
  await running.sync.begin();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await running.sync.status()).toMatchObject({
    activity: 'blocked', problem: { nextAt: null, error: { params: { code: 'ORA-01017' } } },
  });
  await running.end();
  running = syncOver(store, tables);
  expect(await running.sync.drain()).toMatchObject({ pending: 0, activity: 'idle' });
});
