// Reads which names a tnsnames.ora declares; does not judge or resolve what stands behind them.

/** The declared names in capitals, in their order. `IFILE` counts as a name: what it includes is not followed. */
export function tnsNames(text: string): string[] {
  const plain = text.replace(/#.*$/gm, '');
  const names: string[] = [];
  let depth = 0;
  let heading = '';
  for (const character of plain) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && character === '=') {
      // What an IFILE names runs to the end of its line, into the next heading; only the last line is ours.
      const own = heading.trim().split('\n').at(-1) ?? '';
      names.push(...own.split(',').map((name) => name.trim().toUpperCase()).filter((name) => name !== ''));
      heading = '';
    } else if (depth === 0) heading += character;
  }
  return names;
}

/** True when one of the names is `alias`, with a domain or without. */
export function declares(names: readonly string[], alias: string): boolean {
  const wanted = alias.toUpperCase();
  return names.some((name) => name === wanted || name.startsWith(`${wanted}.`));
}
