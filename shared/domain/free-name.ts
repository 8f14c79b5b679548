// Finds a name for a copy that no other one has; knows nothing of what is named.

const numbered = / \((\d{1,6})\)$/;

/**
 * `DEMO` → `DEMO (2)`, `DEMO (2)` → `DEMO (3)`: the first number from 2 on that is free, compared without regard to
 * capitals as the lists do. Never longer than `max` UTF-16 units: the beginning gives way to the number.
 */
export function freeName(name: string, taken: readonly string[], max: number): string {
  const key = (text: string): string => text.normalize('NFC').toLowerCase();
  const used = new Set(taken.map(key));
  const base = name.replace(numbered, '');
  for (let number = 2; ; number += 1) {
    const tail = ` (${number})`;
    const candidate = `${shortened(base, max - tail.length)}${tail}`;
    if (!used.has(key(candidate))) return candidate;
  }
}

/** The first characters that fit, none cut in two. */
function shortened(text: string, units: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > units) break;
    short += character;
  }
  return short.trimEnd();
}
