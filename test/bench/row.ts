// What a benchmark reports, and the few statistics that all of them use.

/** One line of the table that `npm run bench` prints. */
export type Row = { what: string; measured: string; baseline: string; budget: string; ok: boolean };

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The smallest of the values that at least `percent` % of them do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
export const linesPerSecond = (lines: number, milliseconds: number): string =>
  `${Math.round(lines / milliseconds)} k lines/s`;
