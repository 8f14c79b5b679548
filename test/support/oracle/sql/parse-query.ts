// SELECT: lists, joins, grouping, set operators, row limits, FOR UPDATE.
import { type FromItem, type Lock, type Query, type QueryBody, type Select, type SelectItem } from './ast.ts';
import { unsupported } from './errors.ts';
import { parseExpression, parseOrder, parseSubquery } from './parse-expression.ts';
import { type TokenCursor } from './token-cursor.ts';

export function parseQuery(tokens: TokenCursor): Query {
  const named: Query['with'] = [];
  if (tokens.accept('WITH')) {
    do {
      const name = tokens.name();
      const columns = tokens.nameList();
      tokens.expect('AS');
      named.push({ name, columns, query: parseSubquery(tokens) });
    } while (tokens.acceptSign(','));
  }
  const body = parseBody(tokens);
  const orderBy = tokens.isWord('ORDER') ? parseOrder(tokens) : [];
  const { offset, fetch } = parseRowLimit(tokens);
  const lock = tokens.accept('FOR', 'UPDATE') ? parseLock(tokens) : null;
  return { with: named, body, orderBy, offset, fetch, lock };
}

function parseBody(tokens: TokenCursor): QueryBody {
  let left = parseBodyPart(tokens);
  for (;;) {
    const operator = tokens.accept('UNION', 'ALL')
      ? 'UNION ALL'
      : (['UNION', 'MINUS', 'INTERSECT'] as const).find((word) => tokens.accept(word));
    if (operator === undefined) return left;
    left = { kind: 'set', operator, left, right: parseBodyPart(tokens) };
  }
}

function parseBodyPart(tokens: TokenCursor): QueryBody {
  return tokens.isSign('(') ? { kind: 'nested', query: parseSubquery(tokens) } : parseSelect(tokens);
}

function parseSelect(tokens: TokenCursor): Select {
  tokens.expect('SELECT');
  const distinct = tokens.accept('DISTINCT') || tokens.accept('UNIQUE');
  tokens.accept('ALL');
  const items = [parseItem(tokens)];
  while (tokens.acceptSign(',')) items.push(parseItem(tokens));
  tokens.expect('FROM');
  const from = [parseJoined(tokens)];
  while (tokens.acceptSign(',')) from.push(parseJoined(tokens));
  const where = tokens.accept('WHERE') ? parseExpression(tokens) : null;
  if (tokens.isWord('START')) throw unsupported('START WITH', tokens.peek().at);
  const connectBy = tokens.accept('CONNECT', 'BY') ? parseExpression(tokens) : null;
  const groupBy: Select['groupBy'] = [];
  if (tokens.accept('GROUP', 'BY')) {
    do groupBy.push(parseExpression(tokens));
    while (tokens.acceptSign(','));
  }
  const having = tokens.accept('HAVING') ? parseExpression(tokens) : null;
  return { kind: 'select', distinct, items, from, where, connectBy, groupBy, having };
}

function parseItem(tokens: TokenCursor): SelectItem {
  if (tokens.acceptSign('*')) return { star: true, of: null };
  if (tokens.isName() && tokens.isSign('.', 1) && tokens.isSign('*', 2)) {
    const of = tokens.name();
    tokens.next();
    tokens.next();
    return { star: true, of };
  }
  const mark = tokens.mark();
  const value = parseExpression(tokens);
  const text = tokens.textSince(mark);
  return { star: false, value, alias: tokens.alias(), text };
}

function parseJoined(tokens: TokenCursor): FromItem {
  let left = parseTable(tokens);
  for (;;) {
    const join = parseJoinKind(tokens);
    if (join === null) return left;
    const right = parseTable(tokens);
    const on = tokens.accept('ON') ? parseExpression(tokens) : null;
    const using = on === null && tokens.accept('USING') ? tokens.nameList() : null;
    left = { kind: 'join', join, left, right, on, using };
  }
}

function parseJoinKind(tokens: TokenCursor): 'inner' | 'left' | 'right' | 'full' | 'cross' | null {
  if (tokens.accept('CROSS', 'JOIN')) return 'cross';
  if (tokens.accept('INNER', 'JOIN') || tokens.accept('JOIN')) return 'inner';
  for (const side of ['left', 'right', 'full'] as const) {
    if (tokens.accept(side.toUpperCase(), 'OUTER', 'JOIN') || tokens.accept(side.toUpperCase(), 'JOIN')) return side;
  }
  return null;
}

/** A table, a subquery or a join in parentheses, as FROM and MERGE … USING have it. */
export function parseTable(tokens: TokenCursor): FromItem {
  if (tokens.isSign('(')) {
    if (tokens.isWord('SELECT', 1) || tokens.isWord('WITH', 1) || tokens.isSign('(', 1)) {
      const query = parseSubquery(tokens);
      return { kind: 'query', query, alias: tokens.alias() };
    }
    tokens.next();
    const joined = parseJoined(tokens);
    tokens.expectSign(')');
    return joined;
  }
  if (tokens.isWord('TABLE') && tokens.isSign('(', 1)) throw unsupported('TABLE(…)', tokens.peek().at);
  const table = tokens.tableName();
  if (tokens.isSign('@')) throw unsupported('database links', tokens.peek().at);
  return { kind: 'table', table, alias: tokens.alias() };
}

function parseRowLimit(tokens: TokenCursor): Pick<Query, 'offset' | 'fetch'> {
  let offset: Query['offset'] = null;
  if (tokens.accept('OFFSET')) {
    offset = parseExpression(tokens);
    if (!tokens.accept('ROWS')) tokens.expect('ROW');
  }
  if (!tokens.accept('FETCH')) return { offset, fetch: null };
  if (!tokens.accept('FIRST')) tokens.expect('NEXT');
  const count: NonNullable<Query['fetch']>['count'] =
    tokens.isWord('ROW') || tokens.isWord('ROWS')
      ? { kind: 'literal', value: 1, type: { name: 'NUMBER' } }
      : parseExpression(tokens);
  const percent = tokens.accept('PERCENT');
  if (!tokens.accept('ROWS')) tokens.expect('ROW');
  const ties = tokens.accept('WITH', 'TIES');
  if (!ties) tokens.expect('ONLY');
  return { offset, fetch: { count, percent, ties } };
}

function parseLock(tokens: TokenCursor): Lock {
  const of: string[] = [];
  if (tokens.accept('OF')) {
    do {
      const first = tokens.name();
      of.push(tokens.acceptSign('.') ? `${first}.${tokens.name()}` : first);
    } while (tokens.acceptSign(','));
  }
  if (tokens.accept('NOWAIT')) return { of, wait: 'nowait' };
  if (tokens.accept('SKIP', 'LOCKED')) return { of, wait: 'skip' };
  if (tokens.accept('WAIT')) return { of, wait: tokens.integer() };
  return { of, wait: 'wait' };
}
