// The names of time zones that are offered, and which of them a search finds. Pure but for what the runtime knows.
import { zoneLinks } from '../../shared/schedule/zone-links.ts';

/** Every name of the tz database, this workstation's first, then UTC, then in order. */
export function zoneNames(here: string): string[] {
  const all = [...new Set([...Intl.supportedValuesOf('timeZone'), ...zoneLinks])].sort();
  const first = [here, 'UTC'];
  return [...new Set([...first, ...all])];
}

/** The names that hold every word of the search in any part; those whose city begins with it come first. */
export function zonesFound(names: readonly string[], search: string): string[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...names];
  const found = names.filter((name) => words.every((word) => plain(name).includes(word)));
  const begins = (name: string): boolean => plain(name).split('/').some((part) => part.startsWith(words.join(' ')));
  return [...found.filter(begins), ...found.filter((name) => !begins(name))];
}

/** `América/Nueva_York` and `america nueva york` are searched alike. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase().trim();
