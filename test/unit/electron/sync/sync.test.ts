// Sync: everything arrives once, whatever is refused or breaks, and nobody is bothered more than they should be.
import { afterEach, describe, expect, it } from 'vitest';
import type { Run } from '../../../../shared/domain/run.ts';
import type { Call, Fault } from '../../../support/fake-log-tables.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';
import { SYNC_NOW as NOW, syncWorld, type SyncWorld } from '../../../support/sync-world.ts';

let world: SyncWorld;
let fault: (call: Call) => Fault | null = () => null;
const begin = (): void => {
  world = syncWorld((call) => fault(call));
};
afterEach(async () => {
  fault = () => null;
  await world.close();
  expect(world.exceptions).toEqual([]);
});

const target = sampleTarget('PROD');
const strategy = sampleStrategy(target, 'Weekly');

async function addRun(change: Partial<Run> = {}, lines: string[] = []): Promise<string> {
  const run = sampleRun({ strategyId: strategy.id, targetId: target.id, ...change });
  await world.store.runs.insert(run);
  await world.store.runs.move(run.run.id, 'queued', 'failed', NOW, { endedAt: NOW });
  await world.store.logs.append(run.run.id, 0, lines);
  await world.store.logs.seal(run.run.id, lines.length);
  return run.run.id;
}

async function fill(): Promise<string> {
  await world.store.targets.save(target, null);
  await world.store.strategies.save(strategy, null);
  return addRun({}, ['RMAN> BACKUP DATABASE;', '', 'done']);
}

const opened = (): number => world.oracle.calls.filter(({ what }) => what === 'open').length;
const ids = (table: string, column: string): unknown[] => world.oracle.rows(table).map((row) => row[column]).sort();

describe('what was there before, and what comes', () => {
  it('arrives, with texts, log and who wrote it', async () => {
    begin();
    const runId = await fill();
    await world.sync.begin();
    await world.pass(5_000);
    expect(world.oracle.rows('respaldo_workstations')).toMatchObject([{ name: 'host', os_user: 'ana' }]);
    expect(world.oracle.rows('respaldo_targets')).toMatchObject([{ name: 'PROD', enabled: 'Y', spec: JSON.stringify(target.spec) }]);
    expect(world.oracle.rows('respaldo_strategies')).toMatchObject([{ strategy_id: strategy.id, version_no: 1 }]);
    expect(world.oracle.rows('respaldo_strategy_versions')).toHaveLength(1);
    expect(world.oracle.rows('respaldo_runs')).toMatchObject([
      { run_id: runId, state: 'failed', script: 'BACKUP DATABASE;', ended_at: new Date(NOW) },
    ]);
    expect(world.oracle.rows('respaldo_logs')).toMatchObject([{ run_id: runId, complete: 'Y', chunks: 1, lines: 3 }]);
    expect(world.oracle.rows('respaldo_log_chunks')).toHaveLength(1);
    expect(await world.sync.status()).toMatchObject({
      activity: 'idle', pending: 0, quarantined: 0, oldest: null, backfilling: false, problem: null,
    });
    const later = await addRun();
    world.sync.look();
    await world.pass(2_000);
    expect(ids('respaldo_runs', 'run_id')).toEqual([runId, later].sort());
  });

  it('without a log database nobody connects', async () => {
    begin();
    world.uses(null);
    await fill();
    await world.sync.begin();
    await world.pass(120_000);
    expect(opened()).toBe(0);
    expect(await world.sync.status()).toMatchObject({ activity: 'off', pending: 0 });
    world.uses('LOG@one');
    world.sync.look();
    await world.pass(5_000);
    expect(world.oracle.rows('respaldo_runs')).toHaveLength(1);
  });

  it('a workstation that has nothing to say does not connect', async () => {
    begin();
    await world.sync.begin();
    await world.pass(5_000);
    const before = opened();
    await world.pass(600_000);
    expect(opened()).toBe(before);
  });

  it('a deleted target stays, marked', async () => {
    begin();
    await fill();
    await world.sync.begin();
    await world.pass(5_000);
    await world.store.targets.remove(target.id);
    world.sync.look();
    await world.pass(5_000);
    expect(world.oracle.rows('respaldo_targets')[0]?.['deleted_at']).toBeInstanceOf(Date);
    expect(world.oracle.rows('respaldo_strategies')[0]?.['deleted_at']).toBeInstanceOf(Date);
    expect(world.oracle.rows('respaldo_runs')).toHaveLength(1);
  });
});

describe('a row that Oracle refuses', () => {
  it('is put aside with the reason; the others arrive; it can be tried again', async () => {
    begin();
    const bad = await fill();
    const good = await addRun({ rootCode: 'ORA-1' });
    world.oracle.refuse('respaldo_runs', 'ORA-12899', (row) => row['run_id'] === bad);
    await world.sync.begin();
    await world.pass(4_000);
    expect(ids('respaldo_runs', 'run_id')).toEqual([good]);
    expect(await world.sync.quarantine(10)).toMatchObject([{ kind: 'run', id: bad, code: 'ORA-12899' }]);
    await world.pass(24 * 3_600_000);
    expect((await world.sync.quarantine(10)).map(({ kind, code }) => `${kind} ${code}`).sort())
      .toEqual(['log ORA-02291', 'run ORA-12899']);
    expect((await world.sync.status()).pending).toBe(0);
    world.oracle.accept();
    const refused = (await world.sync.quarantine(10)).find(({ kind }) => kind === 'run');
    await world.sync.tryAgain(refused?.no ?? -1);
    await world.pass(5_000);
    expect(ids('respaldo_runs', 'run_id')).toEqual([bad, good].sort());
    expect(ids('respaldo_logs', 'run_id')).toEqual([bad, good].sort());
    expect(await world.sync.status()).toMatchObject({ pending: 0, quarantined: 0 });
  });

  it('that makes the whole statement fail is found among the others', async () => {
    begin();
    await fill();
    const all = [];
    for (let n = 0; n < 9; n += 1) all.push(await addRun());
    const bad = all[4] ?? '';
    world.oracle.refuse('respaldo_runs', 'ORA-24816', (row) => row['run_id'] === bad);
    fault = ({ what, name, rows }) => (what === 'executeMany' && name === 'run' && rows > 1 ? { kind: 'refuse', code: 'ORA-24816' } : null);
    await world.sync.begin();
    await world.pass(5_000);
    expect(world.oracle.rows('respaldo_runs')).toHaveLength(9);
    expect(await world.sync.quarantine(10)).toMatchObject([{ id: bad, code: 'ORA-24816' }]);
  });

  it('that breaks the session every time does not keep the others', async () => {
    begin();
    await fill();
    const all = [];
    for (let n = 0; n < 5; n += 1) all.push(await addRun());
    let sent: string[] = [];
    const bad = all[0] ?? '';
    world.oracle.refuse('respaldo_runs', 'ORA-00600', (row) => {
      sent.push(String(row['run_id']));
      return false;
    });
    fault = ({ what, name }) => {
      if (what === 'open') sent = [];
      return what === 'executeMany' && name === 'runText' && sent.includes(bad) ? { kind: 'drop' } : null;
    };
    await world.sync.begin();
    await world.pass(3_600_000);
    expect(world.oracle.rows('respaldo_runs')).toHaveLength(5);
    expect(ids('respaldo_runs', 'run_id')).not.toContain(bad);
    fault = () => null;
    await world.pass(2 * 3_600_000);
    expect(world.oracle.rows('respaldo_runs')).toHaveLength(6);
  });
});

describe('what is wrong with the database', () => {
  it('a wrong password is tried once, over restarts too, until somebody acts', async () => {
    begin();
    await fill();
    fault = ({ what }) => (what === 'open' ? { kind: 'refuse', code: 'ORA-01017' } : null);
    await world.sync.begin();
    await world.pass(24 * 3_600_000);
    world.sync.look();
    await world.restart();
    await world.sync.begin();
    await world.pass(24 * 3_600_000);
    expect(opened()).toBe(1);
    expect(await world.sync.status()).toMatchObject({ activity: 'blocked', problem: { nextAt: null } });
    fault = () => null;
    await world.sync.retry();
    await world.pass(1_000);
    expect(await world.sync.status()).toMatchObject({ activity: 'idle', pending: 0, problem: null });
  });

  it.each(['ORA-00942', 'ORA-01653', 'ORA-28000'])('%s of every row quarantines none', async (code) => {
    begin();
    await fill();
    world.oracle.refuse('respaldo_runs', code, () => true);
    await world.sync.begin();
    await world.pass(600_000);
    expect(await world.sync.status()).toMatchObject({ activity: 'waiting', quarantined: 0, problem: { error: { params: { code } } } });
    world.oracle.accept();
    await world.pass(2 * 3_600_000);
    expect(await world.sync.status()).toMatchObject({ activity: 'idle', pending: 0, problem: null });
  });

  it('waits longer and longer for a database that does not answer, and says since when', async () => {
    begin();
    await fill();
    fault = ({ what }) => (what === 'open' ? { kind: 'drop' } : null);
    await world.sync.begin();
    await world.pass(60_000);
    const first = opened();
    await world.pass(3_600_000);
    const later = opened();
    expect(first).toBeGreaterThan(3);
    expect(later - first).toBeLessThan(20);
    const { problem } = await world.sync.status();
    expect(problem?.since).toBe(NOW);
    expect(problem?.nextAt).not.toBeNull();
  });

  it('an answer to COMMIT that is lost costs and doubles nothing', async () => {
    begin();
    await fill();
    let commits = 0;
    fault = ({ what }) => (what === 'commit' && (commits += 1) === 2 ? { kind: 'drop-after' } : null);
    await world.sync.begin();
    await world.pass(60_000);
    expect(world.oracle.rows('respaldo_runs')).toHaveLength(1);
    expect(world.oracle.rows('respaldo_log_chunks')).toHaveLength(1);
    expect(await world.sync.status()).toMatchObject({ pending: 0, quarantined: 0 });
  });
});

it('a log that is longer than a batch goes on where the session was lost', async () => {
  begin();
  await world.store.targets.save(target, null);
  const lines = Array.from({ length: 30_000 }, (_, index) => `line ${index}`);
  const runId = await addRun({}, lines);
  let chunks = 0;
  fault = ({ what, name }) => (what === 'executeMany' && name === 'logChunk' && (chunks += 1) === 3 ? { kind: 'drop' } : null);
  await world.sync.begin();
  await world.pass(120_000);
  expect(world.oracle.rows('respaldo_log_chunks')).toHaveLength(30);
  expect(world.oracle.rows('respaldo_logs')).toMatchObject([{ run_id: runId, complete: 'Y', chunks: 30 }]);
  const sent = world.oracle.calls.filter(({ name }) => name === 'logChunk').reduce((sum, { rows }) => sum + rows, 0);
  expect(sent).toBe(30 + 8);
});

it('while it is switched off facts wait; kinds that are not wanted are left out', async () => {
  begin();
  world.enables(false);
  await fill();
  await world.sync.begin();
  await world.pass(60_000);
  expect(opened()).toBe(0);
  expect(await world.sync.status()).toMatchObject({ activity: 'off' });
  world.enables(true);
  world.without(['log']);
  await world.pass(60_000);
  expect(world.oracle.rows('respaldo_runs')).toHaveLength(1);
  expect(world.oracle.rows('respaldo_logs')).toEqual([]);
  expect(await world.sync.status()).toMatchObject({ pending: 0, activity: 'idle' });
});

it('a drain answers when everything is there', async () => {
  begin();
  await fill();
  const status = await world.sync.drain();
  expect(status).toMatchObject({ pending: 0, backfilling: false, activity: 'idle' });
  expect(world.oracle.rows('respaldo_runs')).toHaveLength(1);
  expect(await world.sync.workstations()).toMatchObject([{ name: 'host', own: true }]);
});

it('ends in the middle of a batch, and goes on after the next start', async () => {
  begin();
  await fill();
  await world.sync.begin();
  await world.restart();
  await world.sync.begin();
  await world.pass(5_000);
  expect(world.oracle.rows('respaldo_runs')).toHaveLength(1);
});
