// Finds the stretches of a line that a search met. Pure.

export type Stretch = { text: string; marked: boolean };

/** The line in stretches, in order; together they are the line. `words` are met ignoring case. */
export function markedStretches(line: string, words: readonly string[]): Stretch[] {
  const wanted = words.filter((word) => word !== '').map(escaped);
  if (wanted.length === 0) return [{ text: line, marked: false }];
  const parts: Stretch[] = [];
  let at = 0;
  // The longest first: where two words begin at the same place, all of it is marked.
  const pattern = new RegExp(wanted.sort((a, b) => b.length - a.length).join('|'), 'giu');
  for (const match of line.matchAll(pattern)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index), marked: false });
    parts.push({ text: match[0], marked: true });
    at = match.index + match[0].length;
  }
  if (at < line.length || parts.length === 0) parts.push({ text: line.slice(at), marked: false });
  return parts;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
