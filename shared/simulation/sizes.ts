// How many bytes a backup takes and how long it runs, from the figures. Pure; knows nothing of what is kept.
import { DAY_MS } from '../retention/backups.ts';
import type { StrategySpec } from '../domain/strategy.ts';
import { isFilesScope } from '../domain/strategy/scope.ts';
import type { Figures } from './figures.ts';

/** What is known of a strategy's own good runs: the middle one of the newest. */
export type Observed = { bytes: number | null; ms: number | null };

export type Sizes = {
  /** A full or level 0 backup, or copy, of what the strategy backs up. */
  full(spec: StrategySpec, observed: Observed | undefined): number;
  /** A level 1 of the changes of so many milliseconds; never more than a full one. */
  level1(spec: StrategySpec, observed: Observed | undefined, changesMs: number): number;
  /** A backup of so many milliseconds of redo. */
  logs(spec: StrategySpec, redoMs: number): number;
  /** Archived logs themselves. */
  redo(redoMs: number): number;
  /** How long a run lasts that reads `bytes`. */
  durationMs(observed: Observed | undefined, bytes: number): number;
};

/** Bytes of a control file and of an spfile; both hardly ever matter. */
export const CONTROL_FILE_BYTES = 20 * 2 ** 20;
export const SPFILE_BYTES = 2 ** 17;

/** The share of the database that a strategy for a part of it takes, until a run of it shows better. */
const PART_SHARE = 0.1;
/** Bytes a second that are read, until a run shows better. */
const BYTES_PER_SECOND = 100 * 2 ** 20;
const LEAST_MS = 60_000;

export function sizesOf({ databaseBytes, dailyChange, redoPerDay, compression }: Figures): Sizes {
  const pressed = (spec: StrategySpec, bytes: number): number =>
    spec.compression === 'none' ? bytes : bytes * compression.value;
  const redo = (redoMs: number): number => (redoPerDay.value * redoMs) / DAY_MS;

  function full(spec: StrategySpec, observed: Observed | undefined): number {
    const { scope } = spec;
    if (scope.kind === 'database' || !isFilesScope(scope)) return pressed(spec, databaseBytes.value);
    const isFull = !scope.mode.startsWith('level-1') && scope.mode !== 'updated-copy';
    return (isFull ? observed?.bytes : null) ?? pressed(spec, databaseBytes.value * PART_SHARE);
  }

  return {
    full,
    level1: (spec, observed, changesMs) =>
      full(spec, observed) * Math.min(1, (dailyChange.value * Math.max(0, changesMs)) / DAY_MS),
    logs: (spec, redoMs) => pressed(spec, redo(redoMs)),
    redo,
    durationMs: (observed, bytes) => observed?.ms ?? Math.max(LEAST_MS, (bytes / BYTES_PER_SECOND) * 1000),
  };
}
