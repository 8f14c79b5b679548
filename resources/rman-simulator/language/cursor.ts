// Walks over tokens for the grammars and remembers what would have been acceptable at the current place, so that a
// refusal names it in RMAN-01009. Knows no command.
import { LexicalFailure, type Lexer, type Token } from './lexer.ts';
import { isReserved } from './reserved.ts';

/** Text that RMAN refuses before executing anything: the body of the error stack, outermost line first. */
export class SyntaxRefusal extends Error {
  constructor(
    readonly lines: readonly string[],
    /** The refusal is only that the text ended: on standard input more may come. */
    readonly atEnd: boolean,
  ) {
    super(lines.join('\n'));
  }
}

export interface Cursor {
  peek(): Token;
  /** Is this a keyword of the release that is simulated? */
  knows(keyword: string): boolean;
  /** Is the current token this keyword? Remembers it as acceptable either way. */
  at(keyword: string): boolean;
  accept(keyword: string): boolean;
  expect(...keywords: string[]): void;
  acceptMark(mark: string): boolean;
  expectMark(mark: string): void;
  /** The first of these keywords that stands here, consumed; refuses when none does. */
  oneOf<K extends string>(...keywords: K[]): K;
  integer(): number;
  /** A name: an identifier that is no reserved word, or a quoted string. */
  name(): string;
  /** A name at this place, without consuming it? */
  atName(): boolean;
  atInteger(): boolean;
  atString(): boolean;
  string(): string;
  /** Skips an optional `=`. */
  equals(): void;
  /** Refuses the current token. */
  fail(): never;
  /** The raw source from the current token up to a `;` outside quotes; the cursor stands behind it. */
  rawStatement(): string;
  /** The text up to the next blank or `;`, not tokenised; null when none stands here. */
  rawWord(): string | null;
  /** A connect string, quoted or bare (`/`, `user/pw@dsn`); null when none stands here. */
  connectString(): string | null;
  /** Source offset just behind the last consumed token. */
  consumedTo(): number;
}

const WRAPPER = 'RMAN-00558: error encountered while parsing input commands';
const QUOTED = ['double-quoted-string', 'single-quoted-string'];

/** `unknown`: keywords of later releases; to this one they are identifiers like any other. */
export function createCursor(lexer: Lexer, fileName: string, unknown: ReadonlySet<string> = new Set()): Cursor {
  let consumed = 0;
  let current: Token | undefined;
  let expected = new Set<string>();

  const lexed = (offset: number): Token => {
    try {
      return lexer.tokenAt(offset);
    } catch (error) {
      if (!(error instanceof LexicalFailure)) throw error;
      const at = `RMAN-01007: at line ${error.line} column ${error.column} file: ${fileName}`;
      const lines = [WRAPPER, 'RMAN-01006: error signaled during parse', `${error.code}: ${error.detail}`, at];
      throw new SyntaxRefusal(lines, error.atEnd);
    }
  };
  const peek = (): Token => (current ??= lexed(consumed));
  const advance = (): Token => {
    const token = peek();
    consumed = token.end;
    current = undefined;
    expected = new Set();
    return token;
  };
  const is = (keyword: string): boolean => {
    const token = peek();
    return token.kind === 'word' && token.text.toLowerCase() === keyword;
  };

  const fail = (): never => {
    const token = peek();
    throw new SyntaxRefusal(refusalLines(token, [...expected].sort(), fileName), token.kind === 'end-of-file');
  };

  const knows = (keyword: string): boolean => !unknown.has(keyword);
  const at = (keyword: string): boolean => {
    if (!knows(keyword)) return false;
    expected.add(keyword);
    return is(keyword);
  };
  const accept = (keyword: string): boolean => {
    const found = at(keyword);
    if (found) advance();
    return found;
  };
  const isMark = (mark: string): boolean => {
    expected.add(mark);
    const token = peek();
    return token.kind === 'punctuation' && token.text === mark;
  };
  const acceptMark = (mark: string): boolean => {
    const found = isMark(mark);
    if (found) advance();
    return found;
  };
  const atString = (): boolean => {
    for (const kind of QUOTED) expected.add(kind);
    return QUOTED.includes(peek().kind);
  };
  const atName = (): boolean => {
    expected.add('identifier');
    const token = peek();
    return atString() || (token.kind === 'word' && !isReserved(token.text));
  };
  const atInteger = (): boolean => {
    expected.add('integer');
    return peek().kind === 'integer';
  };

  const rawWord = (): string | null => {
    const found = /^[ \t]*([^\s;#]+)/.exec(lexer.source.slice(consumed));
    if (found === null) return null;
    consumed += found[0].length;
    current = undefined;
    expected = new Set();
    return found[1] ?? null;
  };

  return {
    peek,
    knows,
    at,
    accept,
    expect: (...keywords) => {
      for (const keyword of keywords) if (!accept(keyword)) fail();
    },
    acceptMark,
    expectMark: (mark) => {
      if (!acceptMark(mark)) fail();
    },
    oneOf: (...keywords) => keywords.find((keyword) => accept(keyword)) ?? fail(),
    integer: () => (atInteger() ? integerValue(advance(), fileName) : fail()),
    name: () => (atName() ? advance().text : fail()),
    atName,
    atInteger,
    atString,
    string: () => (atString() ? advance().text : fail()),
    equals: () => void acceptMark('='),
    fail,
    rawStatement: () => {
      const start = peek().start;
      const end = statementEnd(lexer.source, start);
      if (end === null) throw new SyntaxRefusal(endOfFileLines(fileName, peek()), true);
      consumed = end + 1;
      current = undefined;
      expected = new Set();
      return lexer.source.slice(start, end);
    },
    rawWord,
    connectString: () => {
      expected.add('connect-string');
      return /^\s*['"]/.test(lexer.source.slice(consumed)) ? advance().text : rawWord();
    },
    consumedTo: () => consumed,
  };
}

function refusalLines(token: Token, expected: readonly string[], fileName: string): string[] {
  const reserved = token.kind === 'word' && isReserved(token.text);
  const isIdentifier = token.kind === 'word' && !reserved;
  const found = isIdentifier
    ? 'identifier'
    : reserved || token.kind === 'punctuation'
      ? token.text.toLowerCase()
      : token.kind;
  return [
    WRAPPER,
    `RMAN-01009: syntax error: found "${found}": expecting one of: "${expected.join(', ')}"`,
    ...(isIdentifier ? [`RMAN-01008: the bad identifier was: ${token.text}`] : []),
    `RMAN-01007: at line ${token.line} column ${token.column} file: ${fileName}`,
  ];
}

function endOfFileLines(fileName: string, token: Token): string[] {
  return [
    WRAPPER,
    'RMAN-01009: syntax error: found "end-of-file": expecting one of: ";"',
    `RMAN-01007: at line ${token.line} column ${token.column} file: ${fileName}`,
  ];
}

function integerValue(token: Token, fileName: string): number {
  const value = Number(token.text);
  if (Number.isSafeInteger(value)) return value;
  throw new SyntaxRefusal(
    [
      WRAPPER,
      'RMAN-01006: error signaled during parse',
      `RMAN-02007: integer value overflow: ${token.text}`,
      `RMAN-01007: at line ${token.line} column ${token.column} file: ${fileName}`,
    ],
    false,
  );
}

/** Offset of the `;` that ends a raw SQL statement, or of the line with a lone `/` that ends a PL/SQL block. */
function statementEnd(source: string, start: number): number | null {
  const block = /^(?:begin|declare)\b/i.test(source.slice(start, start + 12));
  if (block) {
    const slash = /^\s*\/\s*$/m.exec(source.slice(start));
    return slash === null ? null : start + slash.index + slash[0].indexOf('/');
  }
  let quote: string | null = null;
  for (let i = start; i < source.length; i++) {
    const c = source[i];
    if (quote !== null) quote = c === quote ? null : quote;
    else if (c === "'" || c === '"') quote = c;
    else if (c === ';') return i;
  }
  return null;
}
