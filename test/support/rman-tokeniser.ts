// Reads an RMAN script as suspiciously as RMAN could (reference §2.1): the judge of what the generator writes.
// Shares nothing with the generator, its quoting or the simulator's lexer.

export type RmanToken =
  | { kind: 'word'; text: string }
  | { kind: 'number'; text: string }
  | { kind: 'mark'; text: string }
  /** `text` without its quotes, doubled ones undone. */
  | { kind: 'string'; text: string }
  /** What no script of ours may hold: a substitution, a broken string, a stray character. */
  | { kind: 'trouble'; text: string };

export type RmanReading = { comments: string[]; tokens: RmanToken[] };

/** Everything that any program on the way might take for the end of a line. */
const LINE_END = new Set(['\n', '\r', '\v', '\f', '\u0000', '\u0085', '\u2028', '\u2029']);

/** The tokens of a script in their order, and its comments beside them. */
export function readRman(script: string): RmanReading {
  const characters = [...script];
  const reading: RmanReading = { comments: [], tokens: [] };
  let at = 0;

  const until = (stops: (character: string) => boolean): string => {
    const start = at;
    while (at < characters.length && !stops(characters[at]!)) at += 1;
    return characters.slice(start, at).join('');
  };
  const add = (kind: RmanToken['kind'], text: string): void => void reading.tokens.push({ kind, text });

  while (at < characters.length) {
    const first = characters[at]!;
    if (first === '#') {
      at += 1;
      const comment = until((character) => LINE_END.has(character));
      // `&1` is replaced before comments are dropped.
      if (comment.includes('&')) add('trouble', comment);
      reading.comments.push(comment);
    } else if (first === "'" || first === '"') {
      reading.tokens.push(readString(first));
    } else if (/[A-Za-z_]/.test(first)) {
      add('word', until((character) => !/[A-Za-z0-9_$#-]/.test(character)).toUpperCase());
    } else if (/[0-9]/.test(first)) {
      add('number', until((character) => !/[0-9A-Za-z.]/.test(character)));
    } else if (first === ' ' || first === '\n') {
      at += 1;
    } else {
      at += 1;
      add(';{}(),=:'.includes(first) ? 'mark' : 'trouble', first);
    }
  }
  return reading;

  function readString(quote: string): RmanToken {
    at += 1;
    let text = '';
    for (; at < characters.length; at += 1) {
      const character = characters[at]!;
      if (character === quote) {
        if (characters[at + 1] !== quote) {
          at += 1;
          return { kind: text.includes('&') ? 'trouble' : 'string', text };
        }
        at += 1;
      } else if (LINE_END.has(character)) return { kind: 'trouble', text };
      text += character;
    }
    return { kind: 'trouble', text };
  }
}

/**
 * The script as other programs might hand it on: as it is, after a Unicode normalisation, with typographic quotes made
 * plain, and without invisible characters. A script is safe when it has the same shape in every one.
 */
export function handedOn(script: string): string[] {
  const normalised = script.normalize('NFKC');
  const plainQuotes = script.replace(/[\u2018-\u201b\u2032\u02bc]/g, "'").replace(/[\u201c-\u201f\u2033]/g, '"');
  const withoutInvisible = script.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '');
  return [script, normalised, plainQuotes, withoutInvisible];
}

/** The kinds of a reading, for comparing shapes where the texts may differ. */
export const shapeOf = ({ tokens, comments }: RmanReading): string =>
  `${tokens.map(({ kind, text }) => (kind === 'string' ? "''" : text)).join(' ')} # ${comments.length}`;
