// How attempts to log in slow down: each failure in a row doubles the wait, up to a quarter of an hour. Pure.

/** So many may be mistyped without a wait. */
const FREE = 3;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Failed attempts in a row, and when the next is possible; `null`: at once. */
export type Attempts = { failures: number; waitUntil: number | null };

/** What one failure more costs, in ms. */
export function waitAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(30, failures - FREE));
}

/**
 * An attempt at `now`: how long it still has to wait (0: it is granted), and what is kept afterwards. A granted attempt
 * counts as failed until the password was found right. A clock that was set back does not shorten a wait, and one that
 * had been ahead does not lock anybody out: the wait is then as long as it was meant to be, from now on.
 */
export function attemptAt({ failures, waitUntil }: Attempts, now: number): Attempts & { waitMs: number } {
  const meant = waitAfter(failures);
  const waitMs = Math.min(meant, Math.max(0, (waitUntil ?? now) - now));
  if (waitMs > 0) return { waitMs, failures, waitUntil: now + waitMs };
  const next = failures + 1;
  const cost = waitAfter(next);
  return { waitMs: 0, failures: next, waitUntil: cost === 0 ? null : now + cost };
}
