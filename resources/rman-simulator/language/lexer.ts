// Cuts RMAN source text into tokens with their positions. Knows nothing of keywords or commands.

export type TokenClass =
  'word' | 'integer' | 'single-quoted-string' | 'double-quoted-string' | 'punctuation' | 'end-of-file';

export interface Token {
  readonly kind: TokenClass;
  /** The value without quotes (doubled quotes undone). */
  readonly text: string;
  /** 1-based line and column, as RMAN-01007 reports them. */
  readonly line: number;
  readonly column: number;
  /** Offsets into the source: first character and one past the last. */
  readonly start: number;
  readonly end: number;
}

/** A character or string the lexer cannot read; `atEnd` says that more text could still mend it. */
export class LexicalFailure extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly line: number,
    readonly column: number,
    readonly atEnd: boolean,
  ) {
    super(`${code}: ${detail}`);
  }
}

export interface Lexer {
  /** The token that starts at or after `offset`, comments and white space skipped. */
  tokenAt(offset: number): Token;
  readonly source: string;
}

const PUNCTUATION = new Set([';', '{', '}', '(', ')', ',', '=', ':', '.', '@']);

/** @param firstLine line number of the first source line (stdin sessions count on through the session). */
export function createLexer(source: string, firstLine = 1): Lexer {
  const lineStarts = [0];
  for (let i = 0; i < source.length; i++) if (source[i] === '\n') lineStarts.push(i + 1);

  const position = (offset: number): { line: number; column: number } => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: offset - (lineStarts[low] ?? 0) + 1 };
  };

  const token = (kind: TokenClass, text: string, start: number, end: number): Token => ({
    kind,
    text,
    start,
    end,
    ...position(start),
  });

  const quoted = (start: number, quote: string): Token => {
    let text = '';
    for (let i = start + 1; i < source.length; i++) {
      if (source[i] !== quote) text += source[i];
      else if (source[i + 1] === quote) text += source[i++];
      else return token(quote === '"' ? 'double-quoted-string' : 'single-quoted-string', text, start, i + 1);
    }
    const { line, column } = position(start);
    throw new LexicalFailure('RMAN-02002', 'unexpected end of input file reached', line, column, true);
  };

  const tokenAt = (offset: number): Token => {
    const start = skipBlank(source, offset);
    const first = source[start];
    if (first === undefined) return token('end-of-file', 'end-of-file', start, start);
    if (first === "'" || first === '"') return quoted(start, first);
    const run = /^(?:[A-Za-z_][A-Za-z0-9_$#]*|[0-9]+)/.exec(source.slice(start, start + 512))?.[0];
    if (run !== undefined) return token(/^[0-9]/.test(run) ? 'integer' : 'word', run, start, start + run.length);
    if (PUNCTUATION.has(first)) return token('punctuation', first, start, start + 1);
    const { line, column } = position(start);
    if (/[\x21-\x7e]/.test(first)) {
      throw new LexicalFailure('RMAN-02001', `unrecognized punctuation symbol "${first}"`, line, column, false);
    }
    const code = (first.codePointAt(0) ?? 0).toString(16);
    throw new LexicalFailure('RMAN-02003', `unrecognized character: 0x${code}`, line, column, false);
  };

  return { tokenAt, source };
}

function skipBlank(source: string, offset: number): number {
  let i = offset;
  for (;;) {
    while (i < source.length && /[\s\0\uFEFF]/.test(source[i] ?? '')) i++;
    if (source[i] !== '#') return i;
    while (i < source.length && source[i] !== '\n') i++;
  }
}
