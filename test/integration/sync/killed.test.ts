// kill -9 of the process that writes facts and sends them, again and again, wherever it happens to be, while Oracle
// itself is not well either: in the end the log tables hold exactly what the store holds, once each.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFile } from '../../../electron/store/file/open-file.ts';
import { migrations } from '../../../electron/store/migrations/list.ts';
import { bindingForOldRuntime } from '../../../electron/store/native-binding.ts';
import { seeded } from '../../support/oracle/faults/faults.ts';
import { storeWorkerFile } from '../../support/runs-host-process.ts';
import { openInProcess, storeDirectory } from '../../support/store-in-process.ts';
import { startSyncHost } from '../../support/sync-host-process.ts';
import { oracleWithLogTables, syncOver, type OracleWithTables } from '../../support/sync-over-oracle.ts';

const KILLS = 10;
/** What a process does at most before it is killed. */
const FACTS = 40;

it('whenever the process is killed, everything arrives once', async () => {
  const tables = await oracleWithLogTables();
  const directory = storeDirectory();
  const random = seeded(20_261_004);
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      tables.oracle.faults.random({
        seed: kill,
        rate: 0.05,
        harms: [{ do: 'drop', moment: 'before' }, { do: 'drop', moment: 'after' }, { do: 'error', code: 60 }],
      });
      const { connection, password } = tables;
      const orders = {
        ...{ file: directory.file, workerFile: storeWorkerFile, seed: kill, tables: { connection, password } },
      };
      const host = await startSyncHost(orders, 1 + Math.floor(random() * FACTS));
      await host.kill();
      expect(host.exceptions).toEqual([]);
    }
    tables.oracle.faults.clear();
    await sendTheRest(directory.file, tables);
    const facts = factsOf(directory.file);
    expect(facts.runs.length).toBeGreaterThan(KILLS);
    expect(rowsOf(tables)).toEqual(facts);
    expect(tables.oracle.bugs).toEqual([]);
  } finally {
    await tables.oracle.stop();
    directory.remove();
  }
  // A dozen processes, one after the other, on a busy machine.
}, 300_000);

async function sendTheRest(file: string, tables: OracleWithTables): Promise<void> {
  const store = openInProcess(file);
  const { sync, exceptions, end } = syncOver(store, tables);
  await sync.tryAgain(null);
  for (let round = 0; round < 200; round += 1) {
    const { pending, backfilling } = await sync.drain();
    if (pending === 0 && !backfilling) break;
    await pause(10);
  }
  expect((await sync.quarantine(100)).map(({ kind, code, reason }) => `${kind} ${code} ${reason}`)).toEqual([]);
  expect(await sync.status()).toMatchObject({ pending: 0, problem: null });
  expect(exceptions).toEqual([]);
  await end();
  await store.close();
}

/** Each fact as one line of text; sorted. */
type Facts = Record<'targets' | 'strategies' | 'versions' | 'occurrences' | 'runs' | 'logs' | 'chunks' | 'audit', string[]>;

/** What SQLite says, by its own tables. */
function factsOf(file: string): Facts {
  const { connection } = openFile({ path: file, now: 0, nativeBinding: bindingForOldRuntime(), migrations });
  const lines = (query: string): string[] => connection.value<string>(query).all().map(String).sort();
  const ofRun = (table: string) => `${table} x JOIN runs r ON r.seq = x.run_seq WHERE r.log_sealed = 1`;
  const facts = {
    targets: lines(`SELECT id || iif(enabled, ' Y', ' N') FROM targets`),
    strategies: lines(`SELECT id || ' ' || version FROM strategies`),
    versions: lines(`SELECT strategy_id || ' ' || version FROM strategy_versions`),
    occurrences: lines(`SELECT id || ' ' || state FROM occurrences`),
    runs: lines(`
      SELECT r.id || ' ' || g.state || ' ' || iif(g.state = 'failed', length(d.script), 0)
      FROM runs r JOIN run_groups g ON g.no = r.group_no JOIN run_scripts d ON d.run_seq = r.seq`),
    logs: lines(`SELECT r.id || ' ' || x.chunks || ' ' || x.lines || ' Y' FROM ${ofRun('run_logs')}`),
    chunks: lines(`SELECT r.id || ' ' || chunk || ' ' || (first_line + 1) || ' ' || line_count FROM ${ofRun('log_chunks')}`),
    audit: lines('SELECT id FROM audit'),
  };
  connection.database.close();
  return facts;
}

/** What is committed in Oracle. */
function rowsOf({ oracle }: OracleWithTables): Facts {
  const lines = (table: string, ...columns: string[]): string[] =>
    oracle.rows(`LOGS.RESPALDO_${table}`)
      .filter((row) => row['deleted_at'] == null)
      .map((row) => columns.map((column) => String(row[column])).join(' '))
      .sort();
  const runs = oracle.rows('LOGS.RESPALDO_RUNS').map((row) =>
    `${String(row['run_id'])} ${String(row['state'])} ${String(row['script'] ?? '').length}`);
  const strategies = lines('STRATEGIES', 'strategy_id', 'version_no');
  // The versions of a strategy that is gone stay here, and only here.
  const lives = (version: string): boolean => strategies.some((line) => line.split(' ')[0] === version.split(' ')[0]);
  return {
    targets: lines('TARGETS', 'target_id', 'enabled'),
    strategies,
    versions: lines('STRATEGY_VERSIONS', 'strategy_id', 'version_no').filter(lives),
    occurrences: lines('OCCURRENCES', 'occurrence_id', 'state'),
    runs: runs.sort(),
    logs: lines('LOGS', 'run_id', 'chunks', 'lines', 'complete'),
    chunks: lines('LOG_CHUNKS', 'run_id', 'chunk_no', 'first_line', 'line_count'),
    audit: lines('AUDIT', 'audit_id'),
  };
}
