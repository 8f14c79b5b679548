// Judges a piece of SQL that goes into a parfile between double quotes: a condition on names, or a WHERE clause.
// It is no SQL parser: it makes sure that the text stays one expression, whatever it says. Pure.
import type { FieldProblemCode } from '../errors/field-problem.ts';

/** Controls and invisible characters end a parameter or hide what is read; a lone surrogate cannot be written. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Quotes that a conversion of character sets could turn into plain ones, on the way to the database. */
const FOLDING_QUOTES = /[\u02b9\u02bc\u2018-\u201f\u2032-\u2037\uff02\uff07]/;

/**
 * What is wrong with `text` as the body of a double-quoted value; `null` when it stays inside. Single quotes hold SQL
 * strings, are doubled inside them, and must be closed; double quotes, comments and `;` have no place.
 */
export function fragmentProblem(text: string): FieldProblemCode | null {
  if (text.trim() === '') return 'field.required';
  if (text !== text.trim()) return 'text.trimmed';
  if (UNSEEN.test(text) || FOLDING_QUOTES.test(text) || /["&`\\]/.test(text.normalize('NFKC'))) return 'export.fragment';
  if ((text.normalize('NFKC').match(/'/g) ?? []).length !== (text.match(/'/g) ?? []).length) return 'export.fragment';
  const bare = withoutStrings(text);
  if (bare === null) return 'export.fragment-quotes';
  if (/;|--|\/\*/.test(bare.normalize('NFKC'))) return 'export.fragment';
  return isBalanced(bare) ? null : 'export.fragment-brackets';
}

/** The text with every SQL string made empty; `null` when one is not closed. */
function withoutStrings(text: string): string | null {
  const bare = text.replace(/'(?:[^']|'')*'/g, "''");
  return bare.replaceAll("''", '').includes("'") ? null : bare.replaceAll("''", ' ');
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** What can be said about the names of one kind of object: `IN ('A','B')`, `LIKE 'TMP%'`, `= 'X'`. */
export function nameConditionProblem(text: string): FieldProblemCode | null {
  const problem = fragmentProblem(text);
  if (problem !== null) return problem;
  return /^(?:NOT\s+)?(?:IN\b|LIKE\b|BETWEEN\b)|^(?:=|<>|!=|<=|>=|<|>)/i.test(text) ? null : 'export.condition';
}

/** The clause of a QUERY; it begins with WHERE or ORDER BY. */
export function queryClauseProblem(text: string): FieldProblemCode | null {
  const problem = fragmentProblem(text);
  if (problem !== null) return problem;
  return /^(?:WHERE|ORDER\s+BY)\s/i.test(text) ? null : 'export.clause';
}
