// Two workstations on one set of log tables, over the real driver: what each sees of the other, and what it never does
// to it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyRun, newestFirst, OWN_WORKSTATION } from '../../../shared/domain/history.ts';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import type { StoredRun } from '../../../electron/app/store-port.ts';
import { newId } from '../../../shared/domain/id.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../support/store-samples.ts';
import { oracleWithLogTables, type OracleWithTables } from '../../support/sync-over-oracle.ts';
import { teamMember, type TeamMember } from '../../support/team-over-oracle.ts';

let tables: OracleWithTables;
let a: TeamMember;
let b: TeamMember;
beforeEach(async () => {
  tables = await oracleWithLogTables();
  a = await teamMember('dba-1', tables);
  b = await teamMember('dba-2', tables);
});
afterEach(async () => {
  await a.end();
  await b.end();
  await tables.oracle.stop();
  expect([...a.exceptions, ...b.exceptions]).toEqual([]);
  expect(tables.oracle.bugs).toEqual([]);
});

const NOW = 1_800_000_000_000;
const rows = (table: string) => tables.oracle.rows(`LOGS.RESPALDO_${table}`);
const pageOf = async ({ store }: TeamMember, workstationIds: string[] = []) =>
  (await store.runs.page({ ...everyRun, workstationIds }, newestFirst, null, 1_000)).runs;

async function addRun({ store }: TeamMember, queuedAt: number, change: Partial<StoredRun['run']> = {}): Promise<string> {
  const stored = sampleRun({ queuedAt, ...change });
  await store.runs.insert(stored);
  return stored.run.id;
}

describe('what the others wrote', () => {
  it('is seen and marked, follows what becomes of it, and goes nowhere from here', async () => {
    const id = await addRun(a, NOW);
    const mine = await addRun(b, NOW + 1);
    await a.exchange();
    await b.exchange();
    expect(await pageOf(b)).toMatchObject([
      { id: mine }, { id, state: 'queued', workstation: { name: 'dba-1' } },
    ]);
    expect(await pageOf(b, [OWN_WORKSTATION])).toMatchObject([{ id: mine }]);
    expect((await b.store.runs.active()).map(({ run }) => run.id)).toEqual([mine]);
    expect(await b.store.runs.unsealed()).toEqual([]);
    await a.store.runs.move(id, 'queued', 'preparing', NOW + 2, {});
    await a.store.runs.move(id, 'preparing', 'failed', NOW + 9, { endedAt: NOW + 9, rootCode: 'ORA-19809' });
    await a.exchange();
    await b.exchange();
    const [, seen] = await pageOf(b);
    expect(seen).toMatchObject({ id, state: 'failed', rootCode: 'ORA-19809', endedAt: NOW + 9 });
    expect((await b.store.runs.page({ ...everyRun, text: 'ORA-19809' }, newestFirst, null, 9)).runs).toHaveLength(1);
    expect((await b.store.runs.transitions(id)).at(-1)).toMatchObject({ to: 'failed' });
    const version = rows('RUNS').find((row) => row['run_id'] === id)?.['row_version'];
    await b.exchange();
    expect(rows('RUNS')).toHaveLength(2);
    expect(rows('RUNS').find((row) => row['run_id'] === id)?.['row_version']).toBe(version);
    await a.exchange();
    expect((await pageOf(a)).map((run) => run.workstation?.name)).toEqual(['dba-2', undefined]);
  });

  it('arrives whole, in pages, although the connection breaks again and again', async () => {
    for (let n = 0; n < 450; n += 1) await addRun(a, NOW + n);
    await a.sync.drain();
    tables.oracle.faults.random({ seed: 11, rate: 0.2, harms: [{ do: 'drop', moment: 'before' }, { do: 'drop', moment: 'after' }] });
    for (let turn = 0; turn < 12; turn += 1) await b.team.readOnce();
    tables.oracle.faults.clear();
    await b.exchange();
    expect(await pageOf(b)).toHaveLength(450);
  });

  it('in another log database is read from its beginning, also what is numbered lower there', async () => {
    const others = await oracleWithLogTables();
    try {
      const first = await addRun(a, NOW);
      for (let n = 1; n < 4; n += 1) {
        await addRun(a, NOW + n);
        await a.exchange();
      }
      await b.exchange();
      a.use('OTHERS', others);
      const there = await addRun(a, NOW + 10);
      await a.exchange();
      const [row] = others.oracle.rows('LOGS.RESPALDO_WORKSTATIONS');
      const [before] = rows('WORKSTATIONS').filter(({ name }) => name === 'dba-1');
      expect(Number(row?.['batch_no'])).toBeLessThan(Number(before?.['batch_no']));
      b.use('OTHERS', others);
      await b.exchange();
      expect((await pageOf(b)).map(({ id }) => id)).toEqual(expect.arrayContaining([first, there]));
    } finally {
      await others.oracle.stop();
    }
  });

  it('a transaction that ends late is not missed', async () => {
    // A second session of the same workstation holds its batch open while others commit.
    const id = await addRun(a, NOW);
    await a.exchange();
    const [me] = rows('WORKSTATIONS').filter((row) => row['name'] === 'dba-1');
    const slow = await a.logTables.open();
    await slow.execute('UPDATE respaldo_workstations SET batch_no = batch_no + 1 WHERE workstation_id = :id', {
      id: String(me?.['workstation_id']),
    });
    await slow.execute(
      `UPDATE respaldo_runs SET state = 'lost', batch_no = :batch, row_version = row_version + 1 WHERE run_id = :id`,
      { id, batch: Number(me?.['batch_no']) + 1 },
    );
    await b.exchange();
    expect(await pageOf(b)).toMatchObject([{ state: 'queued' }]);
    await slow.commit();
    await slow.close();
    await b.exchange();
    expect(await pageOf(b)).toMatchObject([{ state: 'lost' }]);
  });
});

describe('a shared strategy', () => {
  const target = sampleTarget('PROD');
  const strategy = sampleStrategy(target, 'Weekly');
  const changed = (one: Partial<StrategySpec>): StrategySpec => ({ ...strategy.spec, ...one });
  const save = async ({ store }: TeamMember, spec: StrategySpec, at: number): Promise<void> => {
    const now = await store.strategies.get(strategy.id);
    await store.strategies.save({ ...now!, version: now!.version + 1, updatedAt: at, spec }, now!.version);
  };
  const specOf = async ({ store }: TeamMember) => (await store.strategies.get(strategy.id))?.spec;

  beforeEach(async () => {
    await a.store.targets.save(target, null);
    await a.store.strategies.save(strategy, null);
    await a.store.team.share(strategy.id, true, NOW);
    await a.exchange();
    await b.exchange();
    const home = sampleTarget('PROD here');
    await b.store.targets.save(home, null);
    expect(await b.store.team.strategies()).toMatchObject([{ name: 'Weekly', targetName: 'PROD', workstation: 'dba-1', shared: true }]);
    await b.store.team.join(strategy.id, home.id, NOW);
    await b.exchange();
  });

  it('follows what the other one saves', async () => {
    expect(await b.store.team.strategies()).toEqual([]);
    await save(a, changed({ channels: 3 }), NOW + 1);
    await a.exchange();
    await b.exchange();
    expect(await specOf(b)).toMatchObject({ channels: 3 });
    await save(b, changed({ channels: 5 }), NOW + 2);
    await b.exchange();
    await a.exchange();
    expect(await specOf(a)).toMatchObject({ channels: 5 });
    expect(await a.store.team.conflicts()).toEqual([]);
    expect(await b.store.team.conflicts()).toEqual([]);
    expect(rows('STRATEGY_VERSIONS').map((row) => row['version_no'])).toEqual([1, 2, 3]);
  });

  it.each(['mine', 'theirs'] as const)('shows a conflict to whom was slower; keeping %s ends it for both, nothing is lost', async (keep) => {
    await save(a, changed({ channels: 3 }), NOW + 1);
    await save(b, changed({ channels: 5 }), NOW + 2);
    await save(b, changed({ channels: 6 }), NOW + 3);
    await a.exchange();
    await b.exchange();
    expect(await a.store.team.conflicts()).toEqual([]);
    const [conflict] = await b.store.team.conflicts();
    expect(conflict).toMatchObject({ strategyId: strategy.id, theirs: { version: 2, workstation: 'dba-1' }, mine: { version: 3 } });
    expect(await specOf(b)).toMatchObject({ channels: 6 });
    await a.exchange();
    expect(await a.store.team.conflicts()).toEqual([]);
    await b.store.team.settle(strategy.id, conflict!.theirs.hash, keep, NOW + 4);
    await b.exchange();
    await a.exchange();
    const channels = keep === 'mine' ? 6 : 3;
    expect(await specOf(a)).toMatchObject({ channels });
    expect(await specOf(b)).toMatchObject({ channels });
    expect(await b.store.team.conflicts()).toEqual([]);
    expect(await a.store.team.conflicts()).toEqual([]);
    expect((await b.store.strategies.versions(strategy.id)).map(({ spec }) => spec.channels)).toContain(5);
    await expect(b.store.team.settle(strategy.id, conflict!.theirs.hash, keep, NOW + 5)).rejects.toMatchObject({ code: 'version.conflict' });
  });

  it('is not ended for its owner when another one leaves', async () => {
    await b.store.strategies.remove(strategy.id);
    await b.exchange();
    expect(rows('STRATEGIES')).toMatchObject([{ deleted_at: null }]);
    await b.exchange();
  });

  it('what the other one began ends here as such, also when it was missed', async () => {
    const row = (instant: number, state: 'planned' | 'missed') => ({
      id: newId(instant), strategyId: strategy.id, targetId: target.id, strategyName: 'Weekly', targetName: 'PROD', instant,
      trigger: 'schedule' as const, state, reason: null, runId: null, attempts: 0, updatedAt: instant,
    });
    const instants = [NOW - 2000, NOW - 1000].map((at) => at - (NOW - Date.now()));
    const [first = 0, second = 0] = instants;
    await a.store.occurrences.cover([], [row(first, 'planned'), row(second, 'planned')]);
    await b.store.occurrences.cover([], [row(first, 'missed'), row(second, 'planned')]);
    for (const occurrence of await a.store.occurrences.due(Date.now())) {
      const run = sampleRun({ strategyId: strategy.id, trigger: 'schedule', queuedAt: occurrence.instant });
      await a.store.occurrences.begin([{ occurrence, from: 'planned', run }]);
      await a.team.mayBegin(run.run);
    }
    await b.team.refresh();
    await untilKnown(b, strategy.id);
    expect(b.team.hold(strategy.id)).toEqual({ kind: 'lease', workstation: 'dba-1' });
    const left = await b.store.occurrences.between(0, NOW * 2, strategy.id, 9);
    expect(left.map(({ state, reason }) => ({ state, reason }))).toEqual(
      [first, second].map(() => ({ state: 'skipped', reason: { kind: 'elsewhere', workstation: 'dba-1' } })));
    expect(rows('STARTS')).toHaveLength(2);
  });
});

async function untilKnown({ team }: TeamMember, strategyId: string): Promise<void> {
  for (let turn = 0; turn < 200 && team.standing(strategyId).kind === 'asking'; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
