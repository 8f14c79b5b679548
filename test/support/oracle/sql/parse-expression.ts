// Expressions and conditions. One grammar for both: which of the two may stand where is decided when they are compiled.
import { MONTHS, NUMBER, SPAN, TIMESTAMP, TIMESTAMP_TZ, DATE, text as textType } from '../values/value.ts';
import { exactNumber } from '../values/number.ts';
import { type Expression, type OrderItem, type Query } from './ast.ts';
import { literalDate, literalSpan, literalMonths, literalTimestamp } from './literals.ts';
import { parseQuery } from './parse-query.ts';
import { parseType } from './parse-type.ts';
import { type TokenCursor } from './token-cursor.ts';

const COMPARISONS: Record<string, '=' | '<>' | '<' | '<=' | '>' | '>='> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '^=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** An expression or a condition, whatever stands there. */
export function parseExpression(tokens: TokenCursor): Expression {
  let left = parseAnd(tokens);
  while (tokens.accept('OR')) left = { kind: 'or', left, right: parseAnd(tokens) };
  return left;
}

function parseAnd(tokens: TokenCursor): Expression {
  let left = parseNot(tokens);
  while (tokens.accept('AND')) left = { kind: 'and', left, right: parseNot(tokens) };
  return left;
}

function parseNot(tokens: TokenCursor): Expression {
  return tokens.accept('NOT') ? { kind: 'not', of: parseNot(tokens) } : parsePredicate(tokens);
}

function parsePredicate(tokens: TokenCursor): Expression {
  if (tokens.accept('EXISTS')) return { kind: 'exists', query: parseSubquery(tokens) };
  const left = parseSum(tokens);
  const at = tokens.peek().at;
  const operator = tokens.peek().kind === 'sign' ? COMPARISONS[tokens.peek().text] : undefined;
  if (operator !== undefined) {
    tokens.next();
    if (tokens.isWord('ANY') || tokens.isWord('ALL') || tokens.isWord('SOME')) tokens.fail();
    return { kind: 'compare', operator, left, right: parseSum(tokens), at };
  }
  if (tokens.accept('IS')) {
    const negated = tokens.accept('NOT');
    tokens.expect('NULL');
    return negate(negated, { kind: 'is-null', of: left });
  }
  // NOT NULL after a DEFAULT belongs to the column.
  const negated = !tokens.isWord('NULL', 1) && tokens.accept('NOT');
  if (tokens.accept('IN')) return negate(negated, parseIn(tokens, left));
  if (tokens.accept('BETWEEN')) {
    const low = parseSum(tokens);
    tokens.expect('AND');
    return negate(negated, { kind: 'between', of: left, low, high: parseSum(tokens) });
  }
  if (tokens.accept('LIKE')) {
    const pattern = parseSum(tokens);
    const escape = tokens.accept('ESCAPE') ? parseSum(tokens) : null;
    return negate(negated, { kind: 'like', of: left, pattern, escape });
  }
  return negated ? tokens.fail(920) : left;
}

const negate = (negated: boolean, of: Expression): Expression => (negated ? { kind: 'not', of } : of);

function parseIn(tokens: TokenCursor, of: Expression): Expression {
  if (!tokens.isSign('(')) return { kind: 'in', of, list: [parseSum(tokens)] };
  if (startsQuery(tokens, 1)) return { kind: 'in-query', of, query: parseSubquery(tokens) };
  return { kind: 'in', of, list: parseArguments(tokens) };
}

const startsQuery = (tokens: TokenCursor, ahead: number): boolean =>
  tokens.isWord('SELECT', ahead) || tokens.isWord('WITH', ahead);

export function parseSubquery(tokens: TokenCursor): Query {
  tokens.expectSign('(');
  const query = parseQuery(tokens);
  tokens.expectSign(')');
  return query;
}

/** `(a, b, …)` */
export function parseArguments(tokens: TokenCursor): Expression[] {
  tokens.expectSign('(');
  const list = [parseExpression(tokens)];
  while (tokens.acceptSign(',')) list.push(parseExpression(tokens));
  tokens.expectSign(')');
  return list;
}

export function parseSum(tokens: TokenCursor): Expression {
  let left = parseProduct(tokens);
  for (;;) {
    const operator = (['+', '-', '||'] as const).find((sign) => tokens.acceptSign(sign));
    if (operator === undefined) return left;
    left = { kind: 'arithmetic', operator, left, right: parseProduct(tokens) };
  }
}

function parseProduct(tokens: TokenCursor): Expression {
  let left = parseUnary(tokens);
  for (;;) {
    const operator = (['*', '/'] as const).find((sign) => tokens.acceptSign(sign));
    if (operator === undefined) return left;
    left = { kind: 'arithmetic', operator, left, right: parseUnary(tokens) };
  }
}

function parseUnary(tokens: TokenCursor): Expression {
  if (tokens.acceptSign('-')) return { kind: 'negate', of: parseUnary(tokens) };
  tokens.acceptSign('+');
  let value = parsePrimary(tokens);
  for (;;) {
    if (tokens.accept('AT', 'TIME', 'ZONE')) value = { kind: 'at-zone', of: value, zone: parsePrimary(tokens) };
    else if (tokens.accept('AT', 'LOCAL')) {
      value = { kind: 'at-zone', of: value, zone: { kind: 'name', parts: ['SESSIONTIMEZONE'], at: 0, quoted: false } };
    } else if (tokens.accept('DAY', 'TO', 'SECOND')) value = { kind: 'interval-of', of: value };
    else if (tokens.isWord('DAY') && tokens.isSign('(', 1)) {
      skipIntervalPrecision(tokens);
      value = { kind: 'interval-of', of: value };
    } else return value;
  }
}

/** `(a - b) DAY(9) TO SECOND(6)` */
function skipIntervalPrecision(tokens: TokenCursor): void {
  tokens.expect('DAY');
  parseArguments(tokens);
  tokens.expect('TO', 'SECOND');
  if (tokens.isSign('(')) parseArguments(tokens);
}

function parsePrimary(tokens: TokenCursor): Expression {
  const token = tokens.peek();
  if (token.kind === 'number') {
    tokens.next();
    return { kind: 'literal', value: exactNumber(token.text.replace(/[fFdD]$/, '')), type: NUMBER };
  }
  if (token.kind === 'string') {
    tokens.next();
    return {
      kind: 'literal',
      value: token.text === '' ? null : token.text,
      type: textType(Buffer.byteLength(token.text)),
    };
  }
  if (token.kind === 'bind') return { kind: 'bind', ...tokens.bind() };
  if (tokens.isSign('(')) return parseParenthesis(tokens);
  if (tokens.accept('NULL')) return { kind: 'literal', value: null, type: textType(1) };
  if (tokens.accept('CASE')) return parseCase(tokens);
  return parseKeywordLiteral(tokens) ?? parseNamed(tokens);
}

function parseParenthesis(tokens: TokenCursor): Expression {
  if (startsQuery(tokens, 1)) return { kind: 'scalar', query: parseSubquery(tokens) };
  const items = parseArguments(tokens);
  return items.length === 1 ? items[0]! : { kind: 'row', items };
}

function parseCase(tokens: TokenCursor): Expression {
  const operand = tokens.isWord('WHEN') ? null : parseExpression(tokens);
  const whens: { when: Expression; then: Expression }[] = [];
  while (tokens.accept('WHEN')) {
    const when = parseExpression(tokens);
    tokens.expect('THEN');
    whens.push({ when, then: parseExpression(tokens) });
  }
  const otherwise = tokens.accept('ELSE') ? parseExpression(tokens) : null;
  tokens.expect('END');
  return { kind: 'case', operand, whens, otherwise };
}

/** DATE '…', TIMESTAMP '…', INTERVAL '…' …, CAST(…), EXTRACT(…); null when there is none of them. */
function parseKeywordLiteral(tokens: TokenCursor): Expression | null {
  const isBeforeString = tokens.peek(1).kind === 'string';
  if (isBeforeString && tokens.accept('DATE'))
    return { kind: 'literal', value: literalDate(tokens.string()), type: DATE };
  if (isBeforeString && tokens.accept('TIMESTAMP')) {
    const value = literalTimestamp(tokens.string());
    return { kind: 'literal', value, type: value.offset === null ? TIMESTAMP : TIMESTAMP_TZ };
  }
  if (isBeforeString && tokens.accept('INTERVAL')) return parseInterval(tokens);
  if (tokens.isWord('CAST') && tokens.isSign('(', 1)) {
    tokens.next();
    tokens.next();
    const of = parseExpression(tokens);
    tokens.expect('AS');
    const type = parseType(tokens);
    tokens.expectSign(')');
    return { kind: 'cast', of, type };
  }
  if (tokens.isWord('EXTRACT') && tokens.isSign('(', 1)) {
    tokens.next();
    tokens.next();
    const field = tokens.name();
    tokens.expect('FROM');
    const of = parseExpression(tokens);
    tokens.expectSign(')');
    return { kind: 'extract', field, of };
  }
  return null;
}

function parseInterval(tokens: TokenCursor): Expression {
  const written = tokens.string();
  const field = tokens.name();
  if (tokens.isSign('(')) parseArguments(tokens);
  const last = tokens.accept('TO') ? tokens.name() : field;
  if (last !== field && tokens.isSign('(')) parseArguments(tokens);
  if (field === 'YEAR' || field === 'MONTH') {
    return { kind: 'literal', value: literalMonths(written, field, last), type: MONTHS };
  }
  return { kind: 'literal', value: literalSpan(written, field, last), type: SPAN };
}

function parseNamed(tokens: TokenCursor): Expression {
  const { at, kind } = tokens.peek();
  if (!tokens.isName()) return tokens.fail(936);
  const parts = [tokens.name()];
  while (tokens.isSign('.') && (tokens.isName(1) || tokens.isSign('*', 1))) {
    if (tokens.isSign('*', 1)) break;
    tokens.next();
    parts.push(tokens.name());
  }
  if (!tokens.isSign('(') || kind === 'quoted') return { kind: 'name', parts, at, quoted: kind === 'quoted' };
  return parseCall(tokens, parts.join('.'), at);
}

function parseCall(tokens: TokenCursor, name: string, at: number): Expression {
  tokens.expectSign('(');
  const distinct = tokens.accept('DISTINCT') || tokens.accept('UNIQUE');
  const star = tokens.acceptSign('*');
  const args: Expression[] = [];
  if (!star && !tokens.isSign(')')) {
    // TRIM(BOTH 'x' FROM y) is not known; names of arguments (a => b) are dropped, order counts.
    do {
      if (tokens.isName() && tokens.isSign('=>', 1)) {
        tokens.next();
        tokens.next();
      }
      args.push(parseExpression(tokens));
    } while (tokens.acceptSign(','));
  }
  tokens.expectSign(')');
  if (tokens.accept('WITHIN', 'GROUP')) {
    tokens.expectSign('(');
    const order = parseOrder(tokens);
    tokens.expectSign(')');
    return { kind: 'call', name, args, distinct, star, at, over: { partition: [], order } };
  }
  if (!tokens.accept('OVER')) return { kind: 'call', name, args, distinct, star, at, over: null };
  tokens.expectSign('(');
  const partition: Expression[] = [];
  if (tokens.accept('PARTITION', 'BY')) {
    do partition.push(parseExpression(tokens));
    while (tokens.acceptSign(','));
  }
  const order = tokens.isWord('ORDER') ? parseOrder(tokens) : [];
  tokens.expectSign(')');
  return { kind: 'call', name, args, distinct, star, at, over: { partition, order } };
}

export function parseOrder(tokens: TokenCursor): OrderItem[] {
  tokens.expect('ORDER');
  tokens.accept('SIBLINGS');
  tokens.expect('BY');
  const items: OrderItem[] = [];
  do {
    const by = parseExpression(tokens);
    const descending = tokens.accept('DESC') || (tokens.accept('ASC') && false);
    let nullsFirst: boolean | null = null;
    if (tokens.accept('NULLS')) {
      nullsFirst = tokens.accept('FIRST');
      if (!nullsFirst) tokens.expect('LAST');
    }
    items.push({ by, descending, nullsFirst });
  } while (tokens.acceptSign(','));
  return items;
}
