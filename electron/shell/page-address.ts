// The window's addresses that something outside of it leads to: the tray, a notification, a link in an email. Pure.
import { ID_PATTERN } from '../../shared/domain/id.ts';

/** What follows `index.html` in the address of a page. */
export type PageAddress = `#/${string}`;

export const runPage = (runId: string): PageAddress => `#/runs/${runId}`;
export const strategyPage = (strategyId: string): PageAddress => `#/strategies/${strategyId}`;
export const STRATEGIES_PAGE: PageAddress = '#/strategies';
export const SETTINGS_PAGE: PageAddress = '#/settings';

/** The scheme of links from outside: `respaldo://run/<id>`. */
export const LINK_SCHEME = 'respaldo';

/**
 * Where the first link among the words of a command line leads, `null` when there is none. Anybody may start us with
 * any words, so nothing but the id of a run is taken from a link.
 */
export function linkedPage(words: readonly string[]): PageAddress | null {
  for (const word of words) {
    const id = /^respaldo:\/\/run\/([0-9A-Z]{26})\/?$/.exec(word)?.[1];
    if (id !== undefined && ID_PATTERN.test(id)) return runPage(id);
  }
  return null;
}
