// Makes the identifiers of our own rows; knows nothing of what they name.

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new identifier: 10 characters of time (milliseconds since 1970) and 16 random ones, in Crockford's base 32.
 * Sorts by creation, holds no character that RMAN or a file system minds, and its 26 characters fit the 30 that
 * `SET COMMAND ID` can safely carry (reference §1.6).
 */
export function newId(nowMs: number): string {
  let time = '';
  let rest = Math.floor(nowMs);
  for (let i = 0; i < 10; i += 1) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const random = crypto.getRandomValues(new Uint8Array(16));
  let tail = '';
  for (const byte of random) tail += CROCKFORD.charAt(byte % 32);
  return time + tail;
}

/** Matches what `newId` makes. */
export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;
