// Writes values as a parfile takes them (reference §6.1, §6.2). The schemas refuse hostile values first; this is the
// second lock.
import { foldedName } from '../domain/strategy/names.ts';
import { isHostile } from '../domain/safe-text.ts';
import { fragmentProblem } from './sql-fragment.ts';

/** Names that need no quotes: a `#` would begin a comment. */
const PLAIN = /^[A-Z][A-Z0-9_$]*$/;

/**
 * Names that belong together (`HR`, `EMPLOYEES`), with what stands between them. One that is not in capitals throughout
 * goes in double quotes inside single ones: the outer ones are the parfile's, the inner ones reach the database.
 * @throws Error when no quoting could keep a name inside its value: a caller forgot to check it, which is a bug
 */
export function nameWord(parts: readonly { name: string; before: '' | '.' | ':' }[]): string {
  const folded = parts.map(({ name, before }) => ({ before, name: foldedName(name) }));
  for (const { name } of folded) {
    if (name === '' || name.includes('\\') || isHostile(name)) throw new Error('a name that a parfile could not hold');
  }
  if (folded.every(({ name }) => PLAIN.test(name))) return folded.map(({ name, before }) => before + name).join('');
  return `'${folded.map(({ name, before }) => `${before}"${name}"`).join('')}'`;
}

/** One name by itself. @throws Error as `nameWord` */
export const plainName = (name: string): string => nameWord([{ name, before: '' }]);

/**
 * A piece of SQL as one double-quoted value.
 * @throws Error when it could leave its quotes
 */
export function sqlWord(fragment: string): string {
  if (fragmentProblem(fragment) !== null) throw new Error('an expression that could leave its quotes');
  return `"${fragment}"`;
}

/**
 * A value out of a few characters that mean nothing to a parfile: words, numbers, file names.
 * @throws Error for anything else
 */
export function bareWord(value: string): string {
  if (!/^[A-Za-z0-9_$%.-]+$/.test(value)) throw new Error('a value that needs quotes');
  return value;
}
