// A process with the real store and the real sync that writes facts at random until it is killed: the application in
// the crash tests. Bundled by sync-host-process.ts; what it is to do stands in RESPALDO_SYNC_HOST.
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/app/store-port.ts';
import { newId } from '../../shared/domain/id.ts';
import { seeded } from './oracle/faults/faults.ts';
import { sampleRun, sampleStrategy, sampleTarget } from './store-samples.ts';
import { syncOver, type LogTablesOf } from './sync-over-oracle.ts';

export type SyncHostOrders = { file: string; workerFile: string; tables: LogTablesOf; seed: number };

const orders = JSON.parse(process.env['RESPALDO_SYNC_HOST'] ?? '') as SyncHostOrders;
const random = seeded(orders.seed);
const below = (count: number): number => Math.floor(random() * count);

type Deed = (store: Store) => Promise<unknown>;

const saveTarget: Deed = async (store) => {
  const [known] = await store.targets.list();
  if (!known || random() < 0.3) return store.targets.save(sampleTarget(`PROD ${below(1e9)}`), null);
  return store.targets.save({ ...known, revision: known.revision + 1, enabled: !known.enabled }, known.revision);
};

const saveStrategy: Deed = async (store) => {
  const [target] = await store.targets.list();
  const [known] = await store.strategies.list();
  if (!target) return;
  if (!known || random() < 0.3) return store.strategies.save(sampleStrategy(target, `Weekly ${below(1e9)}`), null);
  return store.strategies.save({ ...known, version: known.version + 1, updatedAt: Date.now() }, known.version);
};

const removeStrategy: Deed = async (store) => {
  const [, known] = await store.strategies.list();
  if (known) await store.strategies.remove(known.id);
};

const plan: Deed = async (store) => {
  const [known] = await store.strategies.list();
  if (!known) return;
  const instant = Date.now() + below(1e9);
  await store.occurrences.cover([], [{
    ...{ id: newId(instant), strategyId: known.id, strategyName: known.spec.name, targetId: known.targetId },
    ...{ targetName: 'PROD', instant, trigger: 'schedule', state: 'planned', reason: null, runId: null },
    ...{ attempts: 0, updatedAt: instant },
  }]);
};

const withdraw: Deed = async (store) => {
  const [planned] = (await store.occurrences.open()).filter(({ state }) => state === 'planned');
  if (planned) await store.occurrences.withdraw([planned.id]);
};

const beginRun: Deed = async (store) => {
  const run = sampleRun({ queuedAt: Date.now() });
  // Now and then a text that is bound as a LOB.
  await store.runs.insert({ ...run, script: '# ñ'.repeat(random() < 0.1 ? 2_000 : 1) });
  await store.runs.move(run.run.id, 'queued', 'preparing', Date.now(), {});
};

const endRun: Deed = async (store) => {
  const [running] = (await store.runs.active()).filter(({ run }) => run.state === 'preparing');
  if (!running) return;
  const { id } = running.run;
  const lines = Array.from({ length: below(2_500) }, (_, line) => `línea ${line}`);
  await store.runs.move(id, 'preparing', 'failed', Date.now(), { endedAt: Date.now(), rootCode: 'ORA-19809' });
  await store.logs.append(id, 0, lines);
  await store.logs.seal(id, lines.length);
};

const deeds = [saveTarget, saveStrategy, removeStrategy, plan, plan, withdraw, beginRun, beginRun, endRun, endRun];

async function main(): Promise<void> {
  const { file, workerFile, tables } = orders;
  const store = await openStore({ path: file, now: Date.now, workerFile });
  const { sync, exceptions } = syncOver(store, tables);
  await sync.begin();
  for (;;) {
    await deeds[below(deeds.length)]?.(store);
    sync.look();
    process.send?.('wrote');
    if (exceptions.length > 0) process.send?.({ exceptions: exceptions.map(String) });
    await pause(below(6));
  }
}

void main();
