// Which runs contain the words of a search in their names. All runs of a group bear the same names, so these are whole
// groups: known without the text index, counted for nothing and listed in every order.
import type { RunFilter } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import { matchingGroups, type NamePair, type RunGroup } from '../tables/run-groups.ts';
import { factWord } from './run-document.ts';
import { folded, termPattern, tokensOf, type Term } from './words.ts';

/** More completions than these are not spelt out: the index is then asked for the beginning of a word. */
const MOST_COMPLETIONS = 32;

export type NamedGroups = {
  /** Groups that the filter's sets let through and whose names contain every term. */
  groups: RunGroup[];
  /** Per term what asks the text index for runs with that term in a name; `null` when no name has it. */
  queries: (string | null)[];
};

export function namedGroups(connection: Connection, filter: RunFilter, terms: Term[]): NamedGroups {
  const pairs = connection
    .sql<NamePair>('SELECT DISTINCT strategy_name AS strategyName, target_name AS targetName FROM run_groups')
    .all()
    .map((pair) => ({ ...pair, text: folded(`${pair.strategyName}\n${pair.targetName}`) }));
  let inAll = pairs;
  const queries = terms.map((term) => {
    const pattern = termPattern(term);
    const has = ({ text }: { text: string }): boolean => text.search(pattern) !== -1;
    inAll = inAll.filter(has);
    const withTerm = pairs.filter(has);
    return withTerm.length === 0 ? null : nameQuery(term, withTerm.map(({ text }) => text));
  });
  return { groups: inAll.length === 0 ? [] : matchingGroups(connection, filter, inAll), queries };
}

/**
 * A term as it stands among the facts. The beginning of a word is spelt out as the words that names have: FTS5 reads
 * one of them where a page needs it, but puts all runs of a beginning together before the first.
 */
function nameQuery({ tokens, beginning }: Term, texts: string[]): string {
  const whole = tokens.slice(0, -1);
  const last = tokens.at(-1) ?? '';
  const phrase = (end: string): string => `"${[...whole, end].map(factWord.nameToken).join(' ')}"`;
  if (!beginning) return phrase(last);
  const words = new Set(texts.flatMap(tokensOf).filter((word) => word.startsWith(last)));
  return words.size > MOST_COMPLETIONS ? `${phrase(last)}*` : `(${[...words].map(phrase).join(' OR ')})`;
}
