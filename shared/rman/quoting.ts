// Writes values as RMAN tokens; knows no command. The schemas refuse hostile values first, this is the second lock.
import { isHostile } from '../domain/safe-text.ts';

/**
 * A string token in single quotes, an inner quote doubled (reference §2.1).
 * @throws Error when no quoting could keep the value inside the token: a caller forgot to check it, which is a bug.
 */
export function quoted(value: string): string {
  if (isHostile(value.replaceAll("'", ''))) throw new Error('a value that RMAN could not take as one string');
  return `'${value.replaceAll("'", "''")}'`;
}

/**
 * A name in double quotes: RMAN takes it letter by letter, reserved word or not.
 * @throws Error as `quoted`
 */
export function nameQuoted(name: string): string {
  if (isHostile(name) || name === '') throw new Error('a name that RMAN could not take as one token');
  return `"${name}"`;
}

/**
 * A fixed moment (`2026-10-04 02:00`), in the one form that does not depend on NLS_DATE_FORMAT (reference §2.1).
 * @throws Error for anything else
 */
export function timeQuoted(moment: string): string {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(moment)) throw new Error('not a moment');
  return `"TO_DATE('${moment}:00','YYYY-MM-DD HH24:MI:SS')"`;
}

/**
 * A size such as `32G`.
 * @throws Error for anything else
 */
export function sizeToken(size: string): string {
  if (!/^[1-9]\d{0,6}[KMG]$/.test(size)) throw new Error('not a size');
  return size;
}

/**
 * A comment that ends with its line. RMAN substitutes `&1` in comments too, so they follow the same rule as strings.
 * @throws Error when the text could leave the comment
 */
export function comment(text: string): string {
  if (isHostile(text)) throw new Error('a text that could leave its comment');
  return `# ${text}`;
}

/**
 * A whole number as RMAN takes it.
 * @throws Error for anything else: `NaN`, `1e21` and `-1` are no RMAN numbers
 */
export function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error('not a whole number');
  return String(value);
}
