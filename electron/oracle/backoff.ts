// How long is waited before a database that does not answer is tried again. Pure.
const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;

/**
 * Milliseconds until the attempt after `failures` in a row. Half of it is fixed, half is by `random` (0 to 1): what was
 * lost together does not come back together.
 */
export function reconnectDelay(failures: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, failures - 1)));
  return Math.round(longest / 2 + (longest / 2) * random);
}
