// Fills a store with a million runs that look like ten years of a large site: few strategies run hourly, many daily,
// some were given up years ago; one in thirty fails, every tenth keeps a log. Always the same runs.
import type { Connection } from '../../electron/store/connection.ts';
import { openFile } from '../../electron/store/file/open-file.ts';
import { migrations } from '../../electron/store/migrations/list.ts';
import { sortKey } from '../../electron/store/names.ts';
import { bindingForOldRuntime } from '../../electron/store/native-binding.ts';
import { indexRun } from '../../electron/store/search/run-document.ts';
import { createTables } from '../../electron/store/tables/all-tables.ts';
import { groupNumber } from '../../electron/store/tables/run-groups.ts';
import { firstSeqAt } from '../../electron/store/tables/run-order.ts';
import { runStates, type Run, type RunState } from '../../shared/domain/run.ts';
import { sampleRun } from '../support/store-samples.ts';

export const START = Date.UTC(2016, 0, 1);
export const SPAN = 10 * 365 * 86_400_000;
const TARGETS = 20;
const STRATEGIES = 200;
const RUNS_PER_TRANSACTION = 5_000;
/** What all runs have in common. */
const sample = sampleRun();

const errors = [
  ['ORA-19809', 'limit exceeded for recovery files'],
  ['RMAN-06059', 'expected archived log not found, loss of archived log compromises recoverability'],
  ['ORA-19504', 'failed to create file "/u01/backup/DEMO_1.bkp"'],
  ['ORA-12541', 'TNS:no listener'],
] as const;

/** Numbers that look random and are the same every time. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const strategyId = (strategy: number): string => `strategy${strategy}`;
export const runId = (i: number): string => String(i).padStart(26, '0');
export const targetId = (target: number): string => `target${target}`;

/**
 * The file then holds `count` runs, closed. Writes the rows of `runs` itself, because the store's own way, statement by
 * statement through a run's life, takes twice as long; logs and the text index are written by the store.
 */
export function fillWithRuns(path: string, count: number): void {
  const { connection } = openFile({ path, now: START, nativeBinding: bindingForOldRuntime(), migrations });
  const { database } = connection;
  // Of the filling nothing is measured, and a power cut may have it.
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -400000');
  const putBack = setAside(connection);
  writeRuns(connection, count);
  writeWhatFollows(connection);
  putBack();
  database.exec('UPDATE run_groups SET runs = (SELECT count(*) FROM runs WHERE group_no = no)');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Takes away what follows every single run: indexes are made, and groups counted, once all runs are there. */
function setAside({ database, sql }: Connection): () => void {
  const aside = sql<{ type: string; name: string; sql: string }>(`
    SELECT type, name, sql FROM sqlite_schema
    WHERE tbl_name = 'runs' AND (type = 'trigger' OR type = 'index' AND name LIKE 'runs_by_%')`).all();
  for (const { type, name } of aside) database.exec(`DROP ${type} ${name}`);
  return () => aside.forEach((dropped) => database.exec(dropped.sql));
}

function writeRuns(connection: Connection, count: number): void {
  const { logs } = createTables(connection);
  const random = sequence(1);
  const write = connection.database.transaction((from: number, until: number) => {
    for (let i = from; i < until; i += 1) {
      const run = runNumber(i, count, random);
      const keepsLog = i % 10 === 0;
      const seq = writeRow(connection, run, !keepsLog);
      if (!keepsLog) {
        indexRun(connection, seq);
        continue;
      }
      const log = logOf(run, i);
      logs.append(run.id, 0, log);
      logs.seal(run.id, log.length);
    }
  });
  for (let from = 0; from < count; from += RUNS_PER_TRANSACTION) {
    write.immediate(from, Math.min(count, from + RUNS_PER_TRANSACTION));
  }
}

/** Runs lie minutes apart: the first number of each one's millisecond is free. */
function writeRow(connection: Connection, run: Run, isSealed: boolean): number {
  const seq = firstSeqAt(run.queuedAt);
  connection
    .sql(`
      INSERT INTO runs (seq, id, group_no, strategy_version, queued_at, started_at, ended_at, exit_code, root_code,
        root_text, warnings, pieces, bytes, nothing_to_do, lines, log_sealed, over, state_rank, strategy_key, target_key,
        duration_key, bytes_key)
      VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, 0, ?, 1, ?, ?, ?, ?, ?)`)
    .run(
      seq,
      run.id,
      groupNumber(connection, run),
      run.queuedAt,
      run.startedAt,
      run.endedAt,
      run.exitCode,
      run.rootCode,
      run.rootText,
      run.pieces,
      run.bytes,
      Number(isSealed),
      runStates.indexOf(run.state),
      sortKey(run.strategyName),
      sortKey(run.targetName),
      run.endedAt === null || run.startedAt === null ? -1 : run.endedAt - run.startedAt,
      run.bytes ?? -1,
    );
  return seq;
}

/** What every run has in other tables, so that the file is as large as it would be. */
function writeWhatFollows({ sql }: Connection): void {
  const spec = JSON.stringify(sample.strategySpec);
  sql('INSERT INTO run_scripts SELECT seq, ?, NULL, ? FROM runs').run(sample.script, spec);
  sql("INSERT INTO run_transitions SELECT seq, 0, queued_at, NULL, 'queued' FROM runs").run();
}

function runNumber(i: number, count: number, random: () => number): Run {
  const progress = i / count;
  // Every fifth strategy was given up when a fifth to four fifths of the time had passed.
  let strategy = Math.floor(random() ** 2 * STRATEGIES);
  while (strategy % 5 === 0 && progress > 0.2 + (strategy / STRATEGIES) * 0.6) strategy = (strategy + 1) % STRATEGIES;
  const target = strategy % TARGETS;
  const state = stateFor(random());
  const queuedAt = START + Math.floor(progress * SPAN) + Math.floor(random() * 60_000);
  const startedAt = queuedAt + Math.floor(random() * 10_000);
  const error = state === 'failed' ? errors[Math.floor(random() ** 2 * errors.length)] : undefined;
  return {
    ...sample.run,
    id: runId(i),
    strategyId: strategyId(strategy),
    strategyName: `${['Diaria', 'Semanal', 'Hourly logs', 'Catálogo'][strategy % 4]} ${strategy}`,
    targetId: targetId(target),
    targetName: `PROD${target}`,
    trigger: random() < 0.8 ? 'command-line' : 'manual',
    state,
    queuedAt,
    startedAt,
    endedAt: startedAt + Math.floor(random() ** 3 * 7_200_000),
    exitCode: state === 'failed' ? 1 : 0,
    rootCode: error?.[0] ?? null,
    rootText: error?.[1] ?? null,
    pieces: 3,
    bytes: state === 'failed' ? null : Math.floor(random() ** 2 * 2e12),
  };
}

function stateFor(chance: number): RunState {
  if (chance < 0.9) return 'succeeded';
  if (chance < 0.96) return 'warning';
  if (chance < 0.995) return 'failed';
  return chance < 0.999 ? 'cancelled' : 'lost';
}

function logOf(run: Run, i: number): string[] {
  const lines = ['Recovery Manager: Release 19.0.0.0.0 - Production', `connected to target database: ${run.targetName}`];
  for (let piece = 1; piece <= 8; piece += 1) {
    lines.push(
      `channel c1: starting piece ${piece} at 17-NOV-24`,
      `piece handle=/u01/backup/${run.targetName}_${i}_${piece}_1.bkp tag=TAG20241117T020000 comment=NONE`,
      `channel c1: backup set complete, elapsed time: 00:00:${10 + piece}`,
    );
  }
  if (run.rootCode) lines.push('RMAN-00571: ======================================', `${run.rootCode}: ${run.rootText}`);
  lines.push('Recovery Manager complete.');
  return lines;
}
