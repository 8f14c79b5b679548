// Fills a store with a million runs that look like ten years of a large site: few strategies run hourly, many daily, some
// were given up years ago; one in thirty fails, every tenth keeps a log. Always the same runs.
import { bindingForOldRuntime } from '../../electron/store/native-binding.ts';
import { openFile } from '../../electron/store/file/open-file.ts';
import { migrations } from '../../electron/store/migrations/list.ts';
import { createTables } from '../../electron/store/tables/all-tables.ts';
import type { Run, RunState } from '../../shared/domain/run.ts';
import { sampleRun } from '../support/store-samples.ts';

export const START = Date.UTC(2016, 0, 1);
const SPAN = 10 * 365 * 86_400_000;
const TARGETS = 20;
const STRATEGIES = 200;
const RUNS_PER_TRANSACTION = 5_000;

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
export const targetId = (target: number): string => `target${target}`;

/** The file then holds `count` runs, closed. */
export function fillWithRuns(path: string, count: number): void {
  const options = { path, now: START, nativeBinding: bindingForOldRuntime(), migrations };
  const { connection } = openFile(options);
  const { database } = connection;
  // Only the filling, of which nothing is measured: indexes are made once everything is there.
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -400000');
  const indexes = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name LIKE 'runs_by_%'`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
  const tables = createTables(connection);
  const random = sequence(1);
  const fill = database.transaction((from: number, until: number) => {
    for (let i = from; i < until; i += 1) {
      const run = runNumber(i, count, random);
      tables.runs.insert({ ...sampleRun(), run });
      if (i % 10 !== 0) continue;
      const log = logOf(run, i);
      tables.logs.append(run.id, 0, log);
      tables.logs.seal(run.id, log.length);
    }
  });
  for (let from = 0; from < count; from += RUNS_PER_TRANSACTION) {
    fill.immediate(from, Math.min(count, from + RUNS_PER_TRANSACTION));
  }
  // Runs without a log of their own have none that waits to be kept.
  database.exec('UPDATE runs SET log_sealed = 1');
  for (const { sql } of indexes) database.exec(sql);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
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
    ...sampleRun().run,
    id: String(i).padStart(26, '0'),
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
  if (run.rootCode) lines.push('RMAN-00571: ===========================================================', `${run.rootCode}: ${run.rootText}`);
  lines.push('Recovery Manager complete.');
  return lines;
}
