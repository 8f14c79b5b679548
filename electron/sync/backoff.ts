// How long is waited before the next attempt. Pure.
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;
const FIRST_ROW_MS = 5_000;
const LONGEST_ROW_MS = 3_600_000;
/** Waiting times vary by this part: workstations that lost a database together do not come back together. */
const JITTER = 0.3;

const growing = (first: number, longest: number, attempts: number, random: number): number => {
  const plain = Math.min(longest, first * 2 ** Math.min(20, attempts - 1));
  return Math.round(plain * (1 - JITTER + 2 * JITTER * random));
};

/** Milliseconds until the log database is tried again after `attempts` failures in a row; `random` in [0, 1). */
export const reconnectDelay = (attempts: number, random: number): number =>
  growing(FIRST_MS, LONGEST_MS, attempts, random);

/** Milliseconds until a single row is tried again after `attempts` refusals. */
export const rowDelay = (attempts: number, random: number): number =>
  growing(FIRST_ROW_MS, LONGEST_ROW_MS, attempts, random);
