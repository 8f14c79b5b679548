// Reads tnsnames.ora: which names it declares, where, and what stands behind them. Opens no file and resolves no name;
// in thin mode the driver does that by itself.

/** One name of the file; several names of one entry share its descriptor. */
export type TnsEntry = {
  /** In capitals, with its domain if it has one. */
  name: string;
  /** The descriptor without comments and white space. */
  descriptor: string;
  /** 1-based line on which the name stands. */
  line: number;
};

export type TnsNames = {
  entries: TnsEntry[];
  /** Files that IFILE includes. */
  includes: string[];
  /** Names whose brackets do not close, by line: what follows them is not seen either. */
  broken: { name: string; line: number }[];
};

/** Everything that the text declares. */
export function readTnsNames(text: string): TnsNames {
  const found: TnsNames = { entries: [], includes: [], broken: [] };
  for (const { heading, value, line } of statements(text)) {
    if (heading.toUpperCase() === 'IFILE') {
      found.includes.push(value);
      continue;
    }
    const names = heading.split(',').map((name) => name.trim().toUpperCase()).filter((name) => name !== '');
    const descriptor = value.replace(/\s+/g, '');
    for (const name of names) {
      if (isClosed(descriptor)) found.entries.push({ name, descriptor, line });
      else found.broken.push({ name, line });
    }
  }
  return found;
}

/** The entry that an alias means: the name itself, else the one that a default domain would complete it to. */
export function findTnsEntry({ entries }: TnsNames, alias: string): TnsEntry | undefined {
  const wanted = alias.toUpperCase();
  return entries.findLast(({ name }) => name === wanted) ?? entries.find(({ name }) => name.startsWith(`${wanted}.`));
}

/** A statement begins in the first column; lines that begin with white space or a bracket go on with it. */
function statements(text: string): { heading: string; value: string; line: number }[] {
  const found: { heading: string; value: string; line: number }[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const plain = raw.replace(/#.*$/, '');
    if (plain.trim() === '') continue;
    const last = found.at(-1);
    if (/^[\s()]/.test(plain) && last) {
      last.value += plain.trim();
      continue;
    }
    const equals = plain.indexOf('=');
    if (equals > 0) {
      found.push({ heading: plain.slice(0, equals).trim(), value: plain.slice(equals + 1).trim(), line: index + 1 });
    }
  }
  return found;
}

function isClosed(descriptor: string): boolean {
  let depth = 0;
  for (const character of descriptor) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && descriptor.startsWith('(');
}
