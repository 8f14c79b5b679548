// Reads the figures off what is known: what the database says of itself first, then its good runs, then a usual value.
import type { StrategySpec } from '../domain/strategy.ts';
import { DAY_MS } from '../retention/backups.ts';
import { contributionOfRun } from './contribution.ts';
import { assumedFigures, type Figures, type Source } from './figures.ts';
import type { PastRun } from './replay.ts';
import type { Observed } from './sizes.ts';

/** What a database says; `null`: it was not asked, or did not answer. */
export type Testimony = {
  databaseBytes: number | null;
  keepsRedo: boolean | null;
  configuredRetention: Figures['configuredRetention']['value'] | null;
};

/** Runs that a figure is taken from; more of them say nothing new. */
const NEWEST = 5;
/** Below this a compressed backup says more about empty blocks than about compression. */
const LEAST_RATIO = 0.02;

/** `runs`: good ones, oldest first. */
export function deriveFigures(runs: readonly PastRun[], testimony: Testimony): Figures {
  const wrote = runs.filter((run) => !run.nothingToDo && run.bytes !== null && run.bytes > 0 && run.spec.keep === null);
  const known = databaseFigure(wrote, testimony);
  const assumed = assumedFigures(known?.value ?? usedBytes(wrote));
  const databaseBytes = known ?? figureFrom(baseRuns(wrote), assumed.databaseBytes.value) ?? assumed.databaseBytes;
  const compression = (known && compressionFigure(wrote, known.value)) ?? assumed.compression;
  return {
    databaseBytes,
    compression,
    dailyChange: changeFigure(wrote, databaseBytes.value, compression.value) ?? assumed.dailyChange,
    redoPerDay: redoFigure(wrote, compression.value) ?? assumed.redoPerDay,
    keepsRedo: told(testimony.keepsRedo) ?? assumed.keepsRedo,
    configuredRetention: told(testimony.configuredRetention) ?? assumed.configuredRetention,
  };
}

const told = <Value>(value: Value | null) => (value === null ? null : { value, source: { kind: 'database' } as const });

/** What the runs of each strategy usually write and how long they take. */
export function observedIn(runs: readonly PastRun[]): Record<string, Observed> {
  const byStrategy = new Map<string, PastRun[]>();
  for (const run of runs) {
    if (run.nothingToDo) continue;
    const own = byStrategy.get(run.strategyId);
    if (own) own.push(run);
    else byStrategy.set(run.strategyId, [run]);
  }
  return Object.fromEntries(
    [...byStrategy].map(([id, own]) => {
      const newest = own.slice(-NEWEST);
      const bytes = newest.flatMap((run) => (run.bytes === null ? [] : [run.bytes]));
      return [id, { bytes: middle(bytes), ms: middle(newest.map(({ startedAt, endedAt }) => endedAt - startedAt)) }];
    }),
  );
}

const isCompressed = ({ compression }: StrategySpec): boolean => compression !== 'none';

const baseRuns = (runs: readonly PastRun[]): PastRun[] =>
  runs.filter(({ spec }) => contributionOfRun(spec) === 'base').slice(-NEWEST);

function databaseFigure(runs: readonly PastRun[], { databaseBytes }: Testimony): Figures['databaseBytes'] | null {
  if (databaseBytes !== null && databaseBytes > 0) return { value: databaseBytes, source: { kind: 'database' } };
  const plain = baseRuns(runs.filter(({ spec }) => !isCompressed(spec)));
  const bytes = middle(plain.map((run) => run.bytes ?? 0));
  return bytes === null ? null : figureFrom(plain, bytes);
}

/** From compressed backups alone: what they were before, at the usual ratio. */
function usedBytes(runs: readonly PastRun[]): number | undefined {
  const bytes = middle(baseRuns(runs).map((run) => run.bytes ?? 0));
  return bytes === null ? undefined : Math.round(bytes / assumedFigures().compression.value);
}

function compressionFigure(runs: readonly PastRun[], databaseBytes: number): Figures['compression'] | null {
  const pressed = baseRuns(runs.filter(({ spec }) => isCompressed(spec)));
  const bytes = middle(pressed.map((run) => run.bytes ?? 0));
  return bytes === null ? null : figureFrom(pressed, Math.min(1, Math.max(LEAST_RATIO, bytes / databaseBytes)));
}

function changeFigure(runs: readonly PastRun[], databaseBytes: number, ratio: number): Figures['dailyChange'] | null {
  const files = runs.filter(({ spec }) => ['base', 'incremental'].includes(contributionOfRun(spec)));
  const rates = files.flatMap((run, index) => {
    const before = files[index - 1];
    if (before === undefined || contributionOfRun(run.spec) !== 'incremental' || run.bytes === null) return [];
    const days = (run.startedAt - before.startedAt) / DAY_MS;
    const plain = run.bytes / (isCompressed(run.spec) ? ratio : 1);
    return days <= 0 ? [] : [{ run, rate: plain / databaseBytes / days }];
  });
  const newest = rates.slice(-NEWEST);
  const rate = middle(newest.map((one) => one.rate));
  return rate === null ? null : figureFrom(newest.map(({ run }) => run), Math.min(1, rate));
}

function redoFigure(runs: readonly PastRun[], ratio: number): Figures['redoPerDay'] | null {
  const logs = runs.filter(({ spec }) => contributionOfRun(spec) === 'logs');
  const [first, last] = [logs[0], logs.at(-1)];
  if (first === undefined || last === undefined || last.startedAt - first.startedAt < DAY_MS / 24) return null;
  // What the first run wrote is older than the first run.
  const bytes = logs.slice(1).reduce((sum, run) => sum + (run.bytes ?? 0) / (isCompressed(run.spec) ? ratio : 1), 0);
  return figureFrom(logs, Math.round((bytes * DAY_MS) / (last.startedAt - first.startedAt)));
}

function figureFrom(runs: readonly PastRun[], value: number): { value: number; source: Source } | null {
  const last = runs.at(-1);
  if (last === undefined) return null;
  const source = { kind: 'past-runs' as const, strategyName: last.spec.name, runs: runs.length, newest: last.endedAt };
  return { value, source };
}

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
