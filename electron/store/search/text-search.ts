// Which runs contain the words of a search: in their names, their errors or anywhere in their log. Filters ride along,
// so what comes out needs no more filtering. Knows no order but that of time.
import type { RunFilter } from '../../../shared/domain/history.ts';
import type { Connection } from '../connection.ts';
import type { RunGroup } from '../tables/run-groups.ts';
import { foundTexts, type FoundTexts } from './found-texts.ts';
import { namedGroups } from './named-groups.ts';
import { termsOf } from './words.ts';

/** Runs found by their words: every run is in one of the two parts, and in no other. */
export type FoundRuns = {
  /** Groups with all the words in their names; their runs are found but for the filter's range of time. */
  named: RunGroup[];
  /** All other runs that were found. */
  texts: FoundTexts;
};

export type TextSearch = {
  /** @returns `null` when the filter's text has no words: then it restricts nothing. */
  search(filter: RunFilter): FoundRuns | null;
  /** Forgets what was found: something was written. */
  forget(): void;
};

export function createTextSearch(connection: Connection): TextSearch {
  // A reader pages, sorts and pages again through one and the same search.
  let last: { key: string; version: number; found: FoundRuns } | null = null;
  const version = (): number => connection.database.pragma('data_version', { simple: true }) as number;

  return {
    search(filter) {
      const terms = termsOf(filter.text);
      if (terms.length === 0) return null;
      const key = JSON.stringify(filter);
      if (last?.key !== key || last.version !== version()) {
        const { groups, queries } = namedGroups(connection, filter, terms);
        const texts = foundTexts(connection, { filter, terms, named: groups, nameQueries: queries });
        last = { key, version: version(), found: { named: groups, texts } };
      }
      return last.found;
    },
    forget() {
      last = null;
    },
  };
}
