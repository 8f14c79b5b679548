// The life of a run with real child processes.
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runFiles } from '../../../electron/rman/run-files.ts';
import type { Runs } from '../../../electron/runs/runs.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import {
  GOOD_SESSION, eventually, overRun, prints, runsOver, saveTarget, tailed, temporaryProfile, type Profile, type RunsFixture,
} from '../../support/runs-fixture.ts';

let profile: Profile;
let store: MemoryStore;
let open: RunsFixture[];

beforeEach(() => {
  profile = temporaryProfile();
  store = memoryStore();
  open = [];
});
afterEach(async () => {
  for (const { runs, logger } of open) {
    await runs.shutdown();
    expect(logger.exceptions).toEqual([]);
  }
  profile.remove();
});

async function begin(script: string, ...more: Partial<Parameters<typeof runsOver>[3]>[]): Promise<Runs> {
  const fixture = runsOver(store, profile, script, ...(more as []));
  open.push(fixture);
  await fixture.runs.begin();
  return fixture.runs;
}

describe('a run from the queue to the store', () => {
  test('is followed, judged by its evidence, and its log sealed', async () => {
    const { strategy } = await saveTarget(store, 'DEMO');
    const runs = await begin(prints(GOOD_SESSION));
    const { runId } = await runs.start(strategy.id, 'manual');
    expect(await tailed(runs, runId)).toEqual(GOOD_SESSION);
    const run = await overRun(store, runId);
    expect(run).toMatchObject({ state: 'succeeded', exitCode: 0, signal: null, lines: GOOD_SESSION.length, failure: null });
    expect((await store.runs.transitions(runId)).map(({ to }) => to)).toEqual(['queued', 'preparing', 'running', 'succeeded']);
    await eventually(() => store.logs.isSealed(runId));
    expect((await store.logs.lines(runId, 0, 100)).lines).toEqual(GOOD_SESSION);
    await eventually(async () => !existsSync(runFiles(profile.paths.runs, runId).directory));
  });
});
