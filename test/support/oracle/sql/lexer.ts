// SQL text into tokens. Knows words, names, strings, numbers, placeholders and signs; nothing of grammar.
import { OracleError } from './errors.ts';

export type Token = {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'bind' | 'sign' | 'end';
  /** Words in upper case; strings and quoted names without their quotes. */
  text: string;
  /** 0-based place in the text. */
  at: number;
  /** Where the token ends. */
  to: number;
};

const CLOSING: Record<string, string> = { '[': ']', '(': ')', '{': '}', '<': '>' };
const SIGNS = ['||', '<=', '>=', '<>', '!=', '^=', '=>', ':=', '..'];

function quotedEnd(sql: string, start: number, quote: string): number {
  let at = start + 1;
  for (;;) {
    const end = sql.indexOf(quote, at);
    if (end < 0) throw new OracleError(1756, '', start);
    if (sql[end + 1] !== quote) return end;
    at = end + 2;
  }
}

function alternativeQuote(sql: string, start: number): { text: string; to: number } {
  const open = sql[start]!;
  const close = `${CLOSING[open] ?? open}'`;
  const end = sql.indexOf(close, start + 1);
  if (end < 0) throw new OracleError(1756, '', start);
  return { text: sql.slice(start + 1, end), to: end + 2 };
}

/** Past white space and comments (hints are comments here). */
function skipBlank(sql: string, from: number): number {
  let at = from;
  for (;;) {
    if (/\s/.test(sql[at] ?? 'x')) at += 1;
    else if (sql.startsWith('--', at)) at = sql.indexOf('\n', at) < 0 ? sql.length : sql.indexOf('\n', at);
    else if (sql.startsWith('/*', at)) at = sql.indexOf('*/', at + 2) < 0 ? sql.length : sql.indexOf('*/', at + 2) + 2;
    else return at;
  }
}

const WORD = /[\p{L}][\p{L}\p{N}_$#]*/uy;
const NUMERIC = /(?:\d+\.(?!\.)\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?[fFdD]?/y;
const PLACEHOLDER = /:\s*(?:"[^"]+"|[\p{L}\p{N}_$#]+)/uy;

function match(pattern: RegExp, sql: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0] ?? null;
}

function nextToken(sql: string, at: number): Token {
  const head = sql[at]!;
  const opened = /^(?:n?q'|n')/i.exec(sql.slice(at, at + 3));
  if (opened && /q/i.test(opened[0])) {
    const { text, to } = alternativeQuote(sql, at + opened[0].length);
    return { kind: 'string', text, at, to };
  }
  const quoteAt = opened ? at + 1 : at;
  if (sql[quoteAt] === "'") {
    const end = quotedEnd(sql, quoteAt, "'");
    return { kind: 'string', text: sql.slice(quoteAt + 1, end).replaceAll("''", "'"), at, to: end + 1 };
  }
  if (head === '"') {
    const end = quotedEnd(sql, at, '"');
    return { kind: 'quoted', text: sql.slice(at + 1, end), at, to: end + 1 };
  }
  const word = match(WORD, sql, at);
  if (word !== null) return { kind: 'word', text: word.toUpperCase(), at, to: at + word.length };
  const number = match(NUMERIC, sql, at);
  if (number !== null) return { kind: 'number', text: number, at, to: at + number.length };
  const placeholder = sql.startsWith(':=', at) ? null : match(PLACEHOLDER, sql, at);
  if (placeholder !== null) {
    const name = placeholder.slice(1).trim();
    const text = name.startsWith('"') ? name.slice(1, -1) : name.toUpperCase();
    return { kind: 'bind', text, at, to: at + placeholder.length };
  }
  const sign = SIGNS.find((one) => sql.startsWith(one, at)) ?? head;
  if (!'()+-*/,.;=<>|:@%'.includes(sign[0]!) && !SIGNS.includes(sign)) throw new OracleError(911, '', at);
  return { kind: 'sign', text: sign, at, to: at + sign.length };
}

export function tokenise(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(sql, 0);
  while (at < sql.length) {
    const token = nextToken(sql, at);
    tokens.push(token);
    at = skipBlank(sql, token.to);
  }
  tokens.push({ kind: 'end', text: '', at: sql.length, to: sql.length });
  return tokens;
}
