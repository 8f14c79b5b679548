// Finds the stretches of a line that a search met. Pure.

export type Stretch = { text: string; marked: boolean };

/** The line in stretches, in order; together they are the line. `words` are met ignoring case and accents. */
export function markedStretches(line: string, words: readonly string[]): Stretch[] {
  const wanted = words.filter((word) => word !== '').map((word) => escaped(plain(word)));
  if (wanted.length === 0) return [{ text: line, marked: false }];
  const parts: Stretch[] = [];
  let at = 0;
  // The longest first: where two words begin at the same place, all of it is marked.
  const pattern = new RegExp(wanted.sort((a, b) => b.length - a.length).join('|'), 'giu');
  for (const { 0: match, index } of plain(line).matchAll(pattern)) {
    if (index > at) parts.push({ text: line.slice(at, index), marked: false });
    at = index + match.length;
    parts.push({ text: line.slice(index, at), marked: true });
  }
  if (at < line.length || parts.length === 0) parts.push({ text: line.slice(at), marked: false });
  return parts;
}

/** The line from a little before its first mark on, so that the mark is in sight where room is short. */
export function aroundMark(line: string, words: readonly string[], before = 16): string {
  const [first] = markedStretches(line, words);
  const start = first && !first.marked && first.text !== line ? first.text.length - before : 0;
  return start > 4 ? `…${line.slice(start)}` : line;
}

const ASCII = /^[\x20-\x7e]*$/;

/** The text without accents, character by character, so that places in it are places in the line. */
function plain(text: string): string {
  if (ASCII.test(text)) return text;
  return Array.from(text, (character) => {
    const base = character.normalize('NFD').replace(/\p{M}/gu, '');
    return base.length === character.length ? base : character;
  }).join('');
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
