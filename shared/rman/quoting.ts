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
