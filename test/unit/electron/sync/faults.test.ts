// Whatever breaks, and whenever: in the end the log tables hold exactly the facts, once each, and the outbox is empty
// or has a reason for every row.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store } from '../../../../electron/app/store-port.ts';
import { everyRun, newestFirst } from '../../../../shared/domain/history.ts';
import { newId } from '../../../../shared/domain/id.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../../../support/store-samples.ts';
import type { Call, Fault } from '../../../support/fake-log-tables.ts';
import { SYNC_NOW as NOW, syncWorld, type SyncWorld } from '../../../support/sync-world.ts';

/** What happens in the application, or to it. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('run' as const), lines: fc.integer({ min: 0, max: 40 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'target' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'strategy' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'remove' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'plan' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'withdraw' as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 90_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

const fault = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constant({ kind: 'drop' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'drop-after' as const }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('ORA-00001', 'ORA-01017', 'ORA-28000', 'ORA-00942', 'ORA-01653', 'ORA-12899', 'ORA-00060')
      .map((code) => ({ kind: 'refuse' as const, code })),
  },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Does the steps to a world; what it makes is found in its store afterwards. */
async function live(world: SyncWorld, steps: readonly Step[]): Promise<void> {
  let at = NOW;
  const next = (): number => (at += 1000);
  for (const one of steps) {
    const { store } = world;
    const [target] = await store.targets.list();
    const [strategy] = await store.strategies.list();
    switch (one.kind) {
      case 'target': {
        const { revision = 0, enabled = false } = target ?? {};
        if (target) await store.targets.save({ ...target, revision: revision + 1, enabled: !enabled }, revision);
        else await store.targets.save(sampleTarget('PROD'), null);
        break;
      }
      case 'strategy': {
        if (strategy) {
          const version = strategy.version + 1;
          await store.strategies.save({ ...strategy, version, updatedAt: next() }, strategy.version);
        } else if (target) await store.strategies.save(sampleStrategy(target, 'Weekly'), null);
        break;
      }
      case 'remove': {
        if (strategy) await store.strategies.remove(strategy.id);
        break;
      }
      case 'plan': {
        if (!strategy || !target) break;
        await store.occurrences.cover([], [{
          id: newId(next()), strategyId: strategy.id, targetId: target.id, strategyName: 'Weekly', targetName: 'PROD',
          instant: at, trigger: 'schedule', state: 'planned', reason: null, runId: null, attempts: 0, updatedAt: at,
        }]);
        break;
      }
      case 'withdraw': {
        const [planned] = (await store.occurrences.open()).filter(({ state }) => state === 'planned');
        if (planned) await store.occurrences.withdraw([planned.id]);
        break;
      }
      case 'run':
        await aRun(store, next(), one.lines);
        break;
      case 'pass':
        world.sync.look();
        await world.pass(one.ms);
        break;
      case 'restart':
        await world.restart();
        await world.sync.begin();
    }
  }
}

async function aRun(store: Store, at: number, count: number): Promise<void> {
  const run = sampleRun({ queuedAt: at });
  const { id } = run.run;
  await store.runs.insert(run);
  await store.runs.move(id, 'queued', 'preparing', at, {});
  if (count % 3 === 0) return;
  await store.runs.move(id, 'preparing', 'failed', at, { endedAt: at, rootCode: 'ORA-19809' });
  const lines = Array.from({ length: count }, (_, line) => `line ${line}`);
  await store.logs.append(id, 0, lines);
  await store.logs.seal(id, count);
}

/** The facts as the tables should have them, from the store alone. */
async function expectExactly(world: SyncWorld): Promise<void> {
  const { store, oracle } = world;
  const keysOf = (table: string, ...columns: string[]): string[] =>
    oracle.rows(table).map((row) => columns.map((column) => String(row[column])).join('/')).sort();
  const living = (table: string) => oracle.rows(table).filter((row) => row['deleted_at'] == null);
  const targets = await store.targets.list();
  const strategies = await store.strategies.list();
  const occurrences = await store.occurrences.between(0, NOW * 2, null, 10_000);
  const runs = await store.runs.active();
  const { runs: all } = await store.runs.page(everyRun, newestFirst, null, 500);
  expect(living('respaldo_targets').map((row) => [row['target_id'], row['enabled']]))
    .toEqual(targets.map(({ id, enabled }) => [id, enabled ? 'Y' : 'N']));
  expect(living('respaldo_strategies').map((row) => [row['strategy_id'], row['version_no']]))
    .toEqual(strategies.map(({ id, version }) => [id, version]));
  expect(keysOf('respaldo_occurrences', 'occurrence_id')).toEqual(occurrences.map(({ id }) => id).sort());
  expect(keysOf('respaldo_runs', 'run_id', 'state')).toEqual(all.map(({ id, state }) => `${id}/${state}`).sort());
  const over = all.filter(({ id }) => !runs.some(({ run }) => run.id === id));
  expect(keysOf('respaldo_logs', 'run_id', 'complete')).toEqual(over.map(({ id }) => `${id}/Y`).sort());
  const withLines = over.filter(({ lines }) => lines > 0);
  expect(keysOf('respaldo_log_chunks', 'run_id')).toEqual(withLines.map(({ id }) => id).sort());
}

it('in the end the log tables hold exactly the facts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      fc.infiniteStream(fault),
      async (steps, faults) => {
        let broken = true;
        const meet = (_call: Call): Fault | null => (broken ? (faults.next().value ?? null) : null);
        const world = syncWorld(meet);
        try {
          await world.sync.begin();
          await live(world, steps);
          await world.pass(600_000);
          for (const { reason, code } of await world.sync.quarantine(500)) expect(reason && code).not.toBe('');
          broken = false;
          await world.restart();
          await world.sync.begin();
          await world.sync.tryAgain(null);
          await world.sync.retry();
          await world.pass(3 * 3_600_000);
          expect(await world.sync.status()).toMatchObject({ pending: 0, quarantined: 0, activity: 'idle', problem: null });
          await expectExactly(world);
          expect(world.exceptions).toEqual([]);
        } finally {
          await world.close();
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
