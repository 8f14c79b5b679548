// Reads what a user typed into the search box as words that a text must contain. Whatever was typed is searched for,
// and nothing of it is syntax but quotation marks and a star at the end of a word.

/** Consecutive words; `beginning`: the last one may go on. */
export type Term = { tokens: string[]; beginning: boolean };

/** More words than this cost time and find nothing more. */
const MOST_TERMS = 12;

/**
 * Terms of a search text. `ORA-19809` is one term of two consecutive words, as is `"archived logs"`; `catal*` finds
 * every word that begins so. Text without a letter or digit has no terms.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const [, quoted, word] of text.matchAll(/"([^"]*)(?:"|$)|([^\s"]+)/gu)) {
    const tokens = tokensOf(quoted ?? word ?? '');
    if (tokens.length > 0) terms.push({ tokens, beginning: quoted === undefined && /\p{L}\*$|\p{N}\*$/u.test(word ?? '') });
  }
  return terms.slice(0, MOST_TERMS);
}

/** Folds text as the index does (unicode61, remove_diacritics 2): `Catálogo` and `catalogo` are one word. */
export function folded(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const WORD_CHARACTER = String.raw`[\p{L}\p{N}\p{Co}]`;
const OTHER_CHARACTER = String.raw`[^\p{L}\p{N}\p{Co}\n]`;

/** Finds a term in folded text; consecutive words stand in one line. */
export function termPattern({ tokens, beginning }: Term): RegExp {
  // Tokens are letters and digits only: nothing in them means anything to a pattern.
  const end = beginning ? '' : `(?!${WORD_CHARACTER})`;
  return new RegExp(`(?<!${WORD_CHARACTER})${tokens.join(`${OTHER_CHARACTER}+`)}${end}`, 'gu');
}

/** The term in FTS5's query language. */
export function termQuery({ tokens, beginning }: Term): string {
  return `"${tokens.join(' ')}"${beginning ? '*' : ''}`;
}

/** The words of a text, folded. */
export function tokensOf(text: string): string[] {
  return folded(text).match(new RegExp(`${WORD_CHARACTER}+`, 'gu')) ?? [];
}
