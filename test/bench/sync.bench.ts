// How fast facts reach the log tables: the outbox, its worker, the real driver. Beside it a bare `executeMany` loop of
// the same rows, made beforehand, over the same stand-in for Oracle, which is a process of its own. Then a hundred
// thousand facts that have gathered: what they do to memory and to the event loop of the process that sends them.
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import oracledb from 'oracledb';
import { systemClock } from '../../electron/app/clock.ts';
import type { Store } from '../../electron/app/store-port.ts';
import type { OutboxPlace } from '../../electron/app/sync-ports.ts';
import { batchOf } from '../../electron/oracle/binds.ts';
import { createOracle } from '../../electron/oracle/driver.ts';
import { openFile } from '../../electron/store/file/open-file.ts';
import { migrations } from '../../electron/store/migrations/list.ts';
import { bindingForOldRuntime } from '../../electron/store/native-binding.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { createTables } from '../../electron/store/tables/all-tables.ts';
import { parcelsOf } from '../../electron/sync/parcels.ts';
import { BATCH } from '../../electron/sync/send.ts';
import { statements } from '../../electron/sync/statements.ts';
import { createSync } from '../../electron/sync/sync.ts';
import { newId } from '../../shared/domain/id.ts';
import { builtApplication } from '../support/built-application.ts';
import { startOracleProcess, type OracleProcess } from '../support/oracle-process.ts';
import { storeDirectory, type StoreDirectory } from '../support/store-in-process.ts';
import { sampleRun, sampleStrategy, sampleTarget } from '../support/store-samples.ts';
import { mebibytes, median, percentile, times, type Row } from './row.ts';

/** Facts of a round that is compared, and of the long drain. */
const COMPARED = 10_000;
const QUEUED = 100_000;
const ROUNDS = 3;
const RATIO = 0.8;
const DELAY_MS = 20;
/** What the heap has not given back when it is asked; ten times as much would not be enough to hold the facts. */
const FLAT_BYTES = 16 * 2 ** 20;
const SAMPLE_MS = 1_000;

export async function measure(): Promise<Row[]> {
  const { dist } = await builtApplication();
  const workerFile = join(dist, 'electron/store-worker.cjs');
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await withFacts(COMPARED, workerFile, async (store, oracle) => {
      bare.push(await bareLoop(store, oracle));
    });
    await withFacts(COMPARED, workerFile, async (store, oracle) => {
      own.push((await drained(store, oracle)).perSecond);
    });
  }
  const long = await withFacts(QUEUED, workerFile, drained);
  return rows(median(own), median(bare), long);
}

type Drain = { perSecond: number; delay: number; grown: number };

const rate = (perSecond: number): string => `${(perSecond / 1000).toFixed(1)} k rows/s`;

function rows(own: number, bare: number, long: Drain): Row[] {
  const sign = long.grown < 0 ? '−' : '+';
  return [
    {
      what: `sync of ${COMPARED} facts`,
      measured: `${rate(own)} (${times(own / bare)})`,
      baseline: `bare executeMany ${rate(bare)}`,
      budget: `≥ ${RATIO} ×`,
      ok: own >= RATIO * bare,
    },
    {
      what: `${QUEUED} queued facts drain: event-loop delay, p99`,
      measured: `${long.delay.toFixed(1)} ms (${rate(long.perSecond)})`,
      baseline: '',
      budget: `< ${DELAY_MS} ms`,
      ok: long.delay < DELAY_MS,
    },
    {
      what: 'memory meanwhile, last quarter against the second',
      measured: `${sign}${mebibytes(Math.abs(long.grown))}`,
      baseline: '',
      budget: `< +${mebibytes(FLAT_BYTES)}`,
      ok: long.grown < FLAT_BYTES,
    },
  ];
}

async function withFacts<T>(
  facts: number,
  workerFile: string,
  work: (store: Store, oracle: OracleProcess) => Promise<T>,
): Promise<T> {
  const directory = storeDirectory();
  const oracle = await startOracleProcess();
  try {
    fill(directory, facts);
    const store = await openStore({ path: directory.file, now: Date.now, workerFile });
    try {
      return await work(store, oracle);
    } finally {
      await store.close();
    }
  } finally {
    await oracle.stop();
    directory.remove();
  }
}

/** As many facts in the outbox: half of them runs that are over, half their occurrences. */
function fill({ file }: StoreDirectory, facts: number): void {
  const { connection } = openFile({ path: file, now: Date.now(), nativeBinding: bindingForOldRuntime(), migrations });
  const tables = createTables(connection);
  connection.database.pragma('synchronous = OFF');
  connection.database.transaction(() => {
    tables.sync.use('LOGS', newId(Date.now()));
    while (!tables.sync.backfill(1_000)) continue;
    const target = sampleTarget('NOMINA');
    const strategy = sampleStrategy(target, 'Nightly');
    for (let at = 1_700_000_000_000; at < 1_700_000_000_000 + (facts / 2) * 1_000; at += 1_000) {
      const { run, ...rest } = sampleRun({ strategyId: strategy.id, targetId: target.id, queuedAt: at });
      tables.runs.insert({ run, ...rest });
      tables.runs.move(run.id, 'queued', 'preparing', at + 10, {});
      tables.runs.move(run.id, 'preparing', 'failed', at + 90, { endedAt: at + 90, rootCode: 'ORA-19809' });
      tables.occurrences.cover([], [{
        ...{ id: newId(at), strategyId: strategy.id, strategyName: 'Nightly', targetId: target.id, targetName: 'NOMINA' },
        ...{ instant: at, trigger: 'schedule', state: 'skipped', reason: { kind: 'by-user' }, runId: null },
        ...{ attempts: 0, updatedAt: at },
      }]);
    }
  })();
  connection.database.close();
}

/** Rows per second of the loop that one would write if nothing could go wrong: nothing is read, nothing is noted. */
async function bareLoop(store: Store, { connection, password }: OracleProcess): Promise<number> {
  const batches = [];
  let place: OutboxPlace | null = null;
  for (;;) {
    const { facts, next } = await store.sync.due(place, Date.now(), BATCH);
    if (facts.length === 0) break;
    place = next;
    batches.push(parcelsOf(facts, 'W').map(({ name, rows }) => ({ sql: statements[name], ...batchOf(rows, oracledb) })));
  }
  const { address, user } = connection;
  if (address.kind !== 'easy') throw new Error('an address of the stand-in is host and port');
  const connectString = `${address.host}:${address.port}/${address.service}`;
  const session = await oracledb.getConnection({ user, password, connectString });
  const begin = performance.now();
  let sent = 0;
  for (const batch of batches) {
    for (const { sql, rows, definitions } of batch) {
      await session.executeMany(sql, rows, { bindDefs: definitions, batchErrors: true });
      sent += rows.length;
    }
    await session.commit();
  }
  const perSecond = (sent / (performance.now() - begin)) * 1000;
  await session.close();
  return perSecond;
}

async function drained(store: Store, { connection, password, count }: OracleProcess): Promise<Drain> {
  const oracle = createOracle({ clock: systemClock });
  const sync = createSync({
    store: store.sync,
    clock: systemClock,
    logger: { info: () => {}, warn: () => {}, exception: (error) => { throw error; } },
    logTables: {
      name: () => 'LOGS',
      isEnabled: () => true,
      sends: () => true,
      open: () => oracle.open(connection, { password, walletPassword: null }),
    },
    workstation: { name: 'host', osUser: 'ana', platform: 'linux', version: '1' },
    changed: () => {},
  });
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const heap: number[] = [];
  const sampling = setInterval(() => {
    // What is asked of the collector here is not the product's doing.
    delays.disable();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    heap.push(heapUsed + external);
    delays.enable();
  }, SAMPLE_MS);
  const begin = performance.now();
  delays.enable();
  const { pending, quarantined, problem } = await sync.drain();
  delays.disable();
  const took = performance.now() - begin;
  clearInterval(sampling);
  if (pending > 0 || quarantined > 0) throw new Error(`not everything arrived: ${JSON.stringify(problem)}`);
  const [runs, occurrences] = [await count('RESPALDO_RUNS'), await count('RESPALDO_OCCURRENCES')];
  await sync.end();
  await oracle.close(1_000);
  await pause(0);
  // The rows of a run's texts are told apart from those of the run: as many again.
  const perSecond = ((2 * runs + occurrences) / took) * 1000;
  return { perSecond, delay: delays.percentile(99) / 1e6, grown: grown(heap) };
}

function grown(heap: readonly number[]): number {
  const quarter = Math.floor(heap.length / 4);
  return percentile(heap.slice(-quarter), 50) - percentile(heap.slice(quarter, 2 * quarter), 50);
}
