// The outbox of facts: everything that others should see is entered with the fact itself, once, and leaves only as what
// was sent.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import type { DueFact, FactOutcome } from '../../../../electron/app/sync-ports.ts';
import { newId } from '../../../../shared/domain/id.ts';
import type { Occurrence } from '../../../../shared/domain/occurrence.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';
import { storeInProcess } from '../../../support/store-in-process.ts';

const NOW = 1_800_000_000_000;
const FAR = 9_000_000_000_000;
let store: Store;
beforeEach(() => {
  store = storeInProcess();
});
afterEach(() => store.close());

const target = sampleTarget('PROD');
const strategy = sampleStrategy(target, 'Weekly');
const occurrence: Occurrence = {
  id: newId(NOW), strategyId: strategy.id, targetId: target.id, strategyName: 'Weekly', targetName: 'PROD', instant: NOW,
  trigger: 'schedule', state: 'planned', reason: null, runId: null, attempts: 0, updatedAt: NOW,
};

/** Whatever is done here is in the audit as well; that it is sent like any other fact is asked for at the end. */
const everything = async (limit = 1000): Promise<DueFact[]> => (await store.sync.due(null, FAR, limit)).facts;
const due = async (limit = 1000): Promise<DueFact[]> => (await everything(limit)).filter(({ kind }) => kind !== 'audit');
const sendAudit = async (): Promise<void> => {
  const entries = (await everything()).filter(({ kind }) => kind === 'audit');
  await store.sync.settle(entries.map(sent), NOW, NOW);
};
const keys = async (): Promise<string[]> => (await due()).map(({ kind, id }) => `${kind} ${id}`);
const sent = ({ no, stamp }: DueFact): FactOutcome => ({ no, stamp, result: 'sent' });
const sendAll = async (): Promise<void> => store.sync.settle((await everything()).map(sent), NOW, NOW);
const use = () => store.sync.use('a', 'W');
const ready = async (): Promise<void> => {
  await use();
  while (!(await store.sync.backfill(100)));
};

async function fill(): Promise<string> {
  await store.targets.save(target, null);
  await store.strategies.save(strategy, null);
  await store.occurrences.cover([], [occurrence]);
  const run = sampleRun({ strategyId: strategy.id, targetId: target.id });
  await store.occurrences.begin([{ occurrence, from: 'planned', run }]);
  const { id } = run.run;
  await store.runs.move(id, 'queued', 'preparing', NOW, {});
  await store.runs.move(id, 'preparing', 'running', NOW, { startedAt: NOW });
  await store.runs.settle(id, 'running', 'succeeded', NOW + 5, { endedAt: NOW + 5 }, null, []);
  await store.logs.append(id, 0, ['one', 'two']);
  await store.logs.seal(id, 2);
  return id;
}

const all = (runId: string): string[] => [
  `target ${target.id}`, `strategy ${strategy.id}`, `strategy-version ${strategy.id}/1`, `occurrence ${occurrence.id}`,
  `run ${runId}`, `log ${runId}`,
];

describe('without a log database', () => {
  it('nothing is entered, and all of it later, in the order of what refers to what', async () => {
    const runId = await fill();
    expect(await keys()).toEqual([]);
    await use();
    let steps = 1;
    while (!(await store.sync.backfill(1))) steps += 1;
    expect(steps).toBeGreaterThan(6);
    expect(await keys()).toEqual(all(runId));
    expect(await store.sync.backfill(1)).toBe(true);
  });

  it('what was entered is forgotten when it is taken away', async () => {
    await ready();
    await fill();
    expect(await store.sync.use(null, 'X')).toMatchObject({ workstationId: 'W', logDatabase: null });
    await store.targets.save(sampleTarget('OTHER'), null);
    expect(await keys()).toEqual([]);
  });
});

describe('with a log database', () => {
  beforeEach(ready);

  it('every fact is entered once, whatever happens to it before it is sent', async () => {
    expect(await keys()).toEqual([]);
    const runId = await fill();
    expect(await keys()).toEqual(all(runId));
  });

  it('another log database gets everything anew, the same one nothing twice', async () => {
    const runId = await fill();
    await sendAll();
    expect(await store.sync.use('a', 'X')).toMatchObject({ backfilling: false });
    expect(await store.sync.use('b', 'X')).toMatchObject({ backfilling: true });
    while (!(await store.sync.backfill(2)));
    expect(await keys()).toEqual(all(runId));
  });

  it('a fact that changes on its way stays entered', async () => {
    await fill();
    const before = await due();
    await store.targets.save({ ...target, revision: 2, enabled: false }, 1);
    await store.sync.settle(before.map(sent), NOW, NOW);
    const [left, ...others] = await due();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ kind: 'target', fact: { enabled: false } });
    expect(left?.stamp).toBeGreaterThan(Math.max(...before.map(({ stamp }) => stamp)));
    await sendAudit();
    expect(await store.sync.summary()).toMatchObject({ pending: 1, lastSuccess: NOW, quarantined: 0 });
  });

  it('what is deleted is entered as gone, with all that went with it', async () => {
    await fill();
    await sendAll();
    await store.targets.remove(target.id);
    expect(await due()).toMatchObject([
      { kind: 'target', id: target.id, fact: null },
      { kind: 'strategy', id: strategy.id, fact: null },
    ]);
  });

  it('a planned occurrence that is withdrawn is gone', async () => {
    await store.occurrences.cover([], [occurrence]);
    await sendAll();
    await store.occurrences.withdraw([occurrence.id]);
    expect(await due()).toMatchObject([{ kind: 'occurrence', id: occurrence.id, fact: null }]);
  });

  it('what nobody else sees enters nothing', async () => {
    const runId = await fill();
    const waiting = sampleRun({ queuedAt: NOW + 9 });
    await store.runs.insert(waiting);
    await sendAll();
    await store.runs.order([waiting.run.id]);
    await store.runs.change(waiting.run.id, { child: { pid: 1, startToken: 'x' } });
    await store.outbox.add([], [occurrence.id]);
    expect(await keys()).toEqual([]);
    await store.runs.change(runId, { lines: 7 });
    expect(await keys()).toEqual([`run ${runId}`]);
  });

  it('a write that fails leaves no entry', async () => {
    await store.targets.save(target, null);
    await sendAll();
    await expect(store.targets.save({ ...sampleTarget('prod') }, null)).rejects.toThrow();
    expect(await keys()).toEqual([]);
  });

  it('a refused fact waits, is quarantined with its reason, and comes back when it changes or somebody asks', async () => {
    await store.targets.save(target, null);
    await sendAudit();
    const [entry] = (await due()) as [DueFact];
    const { no, stamp } = entry;
    await store.sync.settle([{ no, stamp, result: 'later', nextAt: NOW + 60, code: 'ORA-1', reason: 'r' }], NOW, null);
    expect((await store.sync.due(null, NOW, 10)).facts).toEqual([]);
    expect(await store.sync.nextDue()).toBe(NOW + 60);
    expect(await due()).toMatchObject([{ attempts: 1 }]);
    const refuse = (): Promise<void> =>
      store.sync.settle([{ no, stamp, result: 'quarantined', code: 'ORA-12899', reason: 'too large' }], NOW, null);
    await refuse();
    expect(await due()).toEqual([]);
    expect(await store.sync.summary()).toMatchObject({ pending: 0, quarantined: 1, oldest: null });
    const [refused] = await store.sync.quarantine(10);
    expect(refused).toMatchObject({ no, kind: 'target', id: target.id, code: 'ORA-12899', reason: 'too large' });
    expect(refused?.preview).toContainEqual({ column: 'name', value: 'PROD' });
    await store.sync.tryAgain(no);
    expect(await due()).toMatchObject([{ no, attempts: 0 }]);
    await refuse();
    await store.targets.save({ ...target, revision: 2 }, 1);
    expect(await due()).toMatchObject([{ kind: 'target', attempts: 0 }]);
    await refuse();
    expect(await due()).toHaveLength(1);
  });

  it('a log is handed out chunk by chunk, from where it arrived', async () => {
    const run = sampleRun();
    await store.runs.insert(run);
    await store.runs.move(run.run.id, 'queued', 'failed', NOW, {});
    const lines = Array.from({ length: 12_500 }, (_, index) => `line ${index}`);
    await store.logs.append(run.run.id, 0, lines);
    await store.logs.seal(run.run.id, lines.length);
    const log = async () => (await due()).find(({ kind }) => kind === 'log') as Extract<DueFact, { kind: 'log' }>;
    const first = await log();
    expect(first.fact).toMatchObject({ chunks: 13, lines: 12_500 });
    expect(first.fact?.next.map(({ chunk }) => chunk)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(first.fact?.next[1]).toMatchObject({ firstLine: 1001, lineCount: 1000 });
    const { gunzipSync } = await import('node:zlib');
    const text = gunzipSync(first.fact?.next[0]?.content ?? new Uint8Array()).toString();
    expect(text).toBe(`${lines.slice(0, 1000).join('\n')}\n`);
    await store.sync.settle([{ no: first.no, stamp: first.stamp, result: 'partly', progress: 8 }], NOW, NOW);
    expect((await log()).fact?.next.map(({ chunk }) => chunk)).toEqual([9, 10, 11, 12, 13]);
  });
});

it('a walk hands out every entry once, however small its steps', async () => {
  await ready();
  const runId = await fill();
  await sendAudit();
  const seen: string[] = [];
  for (let page = await store.sync.due(null, FAR, 2); page.facts.length > 0; ) {
    seen.push(...page.facts.map(({ kind, id }) => `${kind} ${id}`));
    page = await store.sync.due(page.next, FAR, 2);
  }
  expect(seen).toEqual(all(runId));
});

it('what somebody did is sent once, behind what it is about, and not without a log database', async () => {
  await store.targets.save(target, null);
  await ready();
  await store.targets.save({ ...target, revision: 2, enabled: false }, 1);
  expect((await everything()).map(({ kind, fact }) => (kind === 'audit' ? fact?.action : kind))).toEqual([
    'target', 'target.create', 'target.disable',
  ]);
  await sendAll();
  await store.targets.remove(target.id);
  expect((await everything()).at(-1)).toMatchObject({ kind: 'audit', fact: { action: 'target.remove', after: null } });
});
