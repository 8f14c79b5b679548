// When a message is tried again, and when no more. Pure.
const FIRST_MS = 30_000;
const LONGEST_MS = 3_600_000;
/** Waiting times vary by this part, so that what failed together does not come back together. */
const JITTER = 0.2;

const GIVE_UP_MS = 3 * 86_400_000;
/** A machine that slept for days must not give up at its first attempt. */
const GIVE_UP_ATTEMPTS = 10;

/** Milliseconds until the attempt after `attempts` ones; `random` is from 0 to 1. */
export function retryDelay(attempts: number, random: number): number {
  const plain = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, attempts - 1));
  return Math.round(plain * (1 - JITTER + 2 * JITTER * random));
}

export const givesUp = (createdAt: number, attempts: number, now: number): boolean =>
  now - createdAt >= GIVE_UP_MS && attempts >= GIVE_UP_ATTEMPTS;
