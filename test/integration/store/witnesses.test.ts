import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../../electron/app/store-port.ts';
import { externalRun } from '../../../electron/catalogue/external-run.ts';
import { everyRun, newestFirst } from '../../../shared/domain/history.ts';
import type { DatabaseWitness } from '../../../shared/domain/catalogue/witness.ts';
import { newId } from '../../../shared/domain/id.ts';
import { openInProcess } from '../../support/store-in-process.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../support/store-samples.ts';
import { exportSpec } from '../../support/export-kinds.ts';

const witness = (status: DatabaseWitness['status']): DatabaseWitness => ({
  askedAt: 50, status, inputType: 'DB FULL', device: 'DISK', inputBytes: 9, outputBytes: 3, failedOperations: [], pieces: [],
});

describe('testimonies', () => {
  let directory: string;
  let store: Store;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'respaldo-witness-'));
    store = openInProcess(join(directory, 'store.db'));
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function settled() {
    const target = sampleTarget('PROD');
    await store.targets.save(target, null);
    const strategy = sampleStrategy(target, 'Nightly');
    await store.strategies.save(strategy, null);
    const run = sampleRun({
      state: 'running', strategyId: strategy.id, strategyName: 'Nightly', targetId: target.id, targetName: 'PROD',
    });
    await store.runs.insert(run);
    await store.runs.settle(run.run.id, 'running', 'succeeded', 30, { startedAt: 10, endedAt: 30, pieces: 1 }, null, []);
    return { target, strategy, id: run.run.id };
  }

  test('an export is not wanted: RMAN knows nothing of it', async () => {
    const { target } = await settled();
    const run = sampleRun({ state: 'running', targetId: target.id, targetName: 'PROD' });
    await store.runs.insert({ ...run, strategySpec: exportSpec() });
    await store.runs.settle(run.run.id, 'running', 'succeeded', 31, { startedAt: 10, endedAt: 31 }, null, []);
    expect((await store.witnesses.wanting([target.id], 31)).map(({ id }) => id)).toEqual([]);
  });

  test('a run is wanted until its testimony is there', async () => {
    const { target, id } = await settled();
    expect((await store.witnesses.wanting([target.id], 0)).map((run) => run.id)).toEqual([id]);
    expect(await store.witnesses.wanting([target.id], 31)).toEqual([]);
    expect(await store.witnesses.wanting(['other'], 0)).toEqual([]);
    expect(await store.witnesses.put(id, witness('COMPLETED'))).toBe(true);
    expect(await store.witnesses.wanting([target.id], 0)).toEqual([]);
    expect(await store.witnesses.get(id)).toEqual(witness('COMPLETED'));
    expect((await store.runs.get(id))?.run.state).toBe('succeeded');
  });

  test('a success that the database does not know is green no more, and says when', async () => {
    const { id, strategy } = await settled();
    await store.witnesses.put(id, witness(null));
    expect((await store.runs.get(id))?.run.state).toBe('warning');
    expect((await store.runs.transitions(id)).at(-1)).toEqual({ at: 50, from: 'succeeded', to: 'warning' });
    expect((await store.runs.lastPerStrategy())[strategy.id]?.good?.id).toBe(id);
  });

  test('a success that the database calls failed is nobody’s last good, and is to be told anew', async () => {
    const { id, strategy, target } = await settled();
    await store.occurrences.cover([], [{
      ...{ id: newId(10), strategyId: strategy.id, strategyName: 'Nightly', targetId: target.id, targetName: 'PROD' },
      ...{ instant: 10, trigger: 'schedule', state: 'succeeded', reason: null, runId: id, attempts: 1, updatedAt: 30 },
    }]);
    expect(await store.occurrences.unannounced(10)).toEqual([]);
    await store.witnesses.put(id, witness('COMPLETED WITH ERRORS'));
    expect((await store.runs.get(id))?.run)
      .toMatchObject({ state: 'failed', rootCode: 'database-disputes', rootText: 'COMPLETED WITH ERRORS', failure: null });
    expect((await store.runs.transitions(id)).at(-1)).toEqual({ at: 50, from: 'succeeded', to: 'failed' });
    expect(await store.runs.lastPerStrategy()).toMatchObject({ [strategy.id]: { attempt: { id }, good: null } });
    expect(await store.occurrences.unannounced(10))
      .toMatchObject([{ state: 'failed', reason: { kind: 'disputed' }, runId: id, updatedAt: 50 }]);
    // The same testimony again changes nothing, and tells nobody.
    await store.outbox.add([], (await store.occurrences.unannounced(10)).map((one) => one.id));
    await store.witnesses.put(id, witness('FAILED'));
    expect(await store.occurrences.unannounced(10)).toEqual([]);
  });

  test('a job of others is entered once, found by filters, and nobody’s last good', async () => {
    const { target, strategy, id } = await settled();
    const job = {
      sessionRecid: 7, sessionStamp: 1_113_351_582, commandId: null, inputType: 'DB FULL', status: 'COMPLETED' as const,
      startedAt: 100, endedAt: 200, inputBytes: 9, outputBytes: 3, device: 'DISK', autobackup: true,
    };
    const external = externalRun(job, 42, target, witness('COMPLETED'));
    expect(await store.witnesses.enter([external, external])).toBe(1);
    expect(await store.witnesses.enter([external])).toBe(0);
    expect(await store.witnesses.imported(42, ['7/1113351582', '8/1'])).toEqual(['7/1113351582']);
    expect(await store.witnesses.imported(43, ['7/1113351582'])).toEqual([]);
    const page = await store.runs.page({ ...everyRun, triggers: ['external'] }, newestFirst, null, 10);
    expect(page.runs.map((run) => [run.strategyName, run.state, run.bytes])).toEqual([['DB FULL', 'succeeded', 3]]);
    expect((await store.runs.lastPerStrategy())[strategy.id]?.attempt?.id).toBe(id);
    expect(await store.runs.unsealed()).not.toContain(external.run.id);
    expect((await store.runs.active()).map(({ run }) => run.id)).toEqual([]);
    expect((await store.logs.lines(external.run.id, 0, 10)).total).toBe(0);
    expect((await store.runs.get(external.run.id))?.run.trigger).toBe('external');
  });
});
