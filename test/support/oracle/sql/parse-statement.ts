// One statement: which kind it is, and the grammar of DML and transaction control. DDL and blocks have their own files.
import { type Assignment, type Expression, type Merge, type Returning, type Statement } from './ast.ts';
import { unsupported } from './errors.ts';
import { parseBlock } from './parse-block.ts';
import { parseDefinition } from './parse-definition.ts';
import { parseArguments, parseExpression } from './parse-expression.ts';
import { parseQuery, parseTable } from './parse-query.ts';
import { tokenCursor, type TokenCursor } from './token-cursor.ts';

export type Parsed = { statement: Statement; binds: string[]; isQuery: boolean; isPlsql: boolean };

/** @throws OracleError 900 that names what is not understood, and the codes of the grammar. */
export function parseStatement(sql: string): Parsed {
  const tokens = tokenCursor(sql);
  const statement = parseOne(tokens);
  if (!tokens.atEnd()) tokens.fail();
  return { statement, binds: tokens.binds, isQuery: statement.kind === 'query', isPlsql: statement.kind === 'block' };
}

export function parseOne(tokens: TokenCursor): Statement {
  if (tokens.isWord('SELECT') || tokens.isWord('WITH') || tokens.isSign('('))
    return { kind: 'query', query: parseQuery(tokens) };
  if (tokens.isWord('BEGIN') || tokens.isWord('DECLARE')) return { kind: 'block', block: parseBlock(tokens) };
  if (tokens.accept('INSERT', 'INTO')) return parseInsert(tokens);
  if (tokens.accept('UPDATE')) return parseUpdate(tokens);
  if (tokens.accept('DELETE')) return parseDelete(tokens);
  if (tokens.accept('MERGE', 'INTO')) return parseMerge(tokens);
  if (tokens.accept('COMMIT')) {
    tokens.accept('WORK');
    return { kind: 'commit' };
  }
  if (tokens.accept('ROLLBACK')) {
    tokens.accept('WORK');
    if (!tokens.accept('TO')) return { kind: 'rollback', to: null };
    tokens.accept('SAVEPOINT');
    return { kind: 'rollback', to: tokens.name() };
  }
  if (tokens.accept('SAVEPOINT')) return { kind: 'savepoint', name: tokens.name() };
  if (tokens.accept('SET', 'TRANSACTION') || tokens.accept('SET', 'ROLE'))
    return rest(tokens, { kind: 'set-transaction' });
  if (tokens.accept('LOCK', 'TABLE')) {
    const table = tokens.tableName();
    tokens.expect('IN');
    while (!tokens.isWord('MODE')) tokens.next();
    tokens.next();
    return { kind: 'lock-table', table, nowait: tokens.accept('NOWAIT') };
  }
  if (tokens.accept('ALTER', 'SESSION', 'SET')) return parseAlterSession(tokens);
  if (tokens.isWord('CALL')) throw unsupported('CALL', tokens.peek().at);
  return parseDefinition(tokens);
}

function rest<T>(tokens: TokenCursor, answer: T): T {
  while (!tokens.atEnd()) tokens.next();
  return answer;
}

function parseAlterSession(tokens: TokenCursor): Statement {
  const name = tokens.name();
  tokens.expectSign('=');
  const value = tokens.peek().kind === 'string' ? tokens.string() : tokens.next().text;
  return rest(tokens, { kind: 'alter-session', name, value });
}

function parseReturning(tokens: TokenCursor): Returning {
  if (!tokens.accept('RETURNING') && !tokens.accept('RETURN')) return null;
  const values = [parseExpression(tokens)];
  while (tokens.acceptSign(',')) values.push(parseExpression(tokens));
  tokens.expect('INTO');
  const into = [tokens.bind().index];
  while (tokens.acceptSign(',')) into.push(tokens.bind().index);
  return { values, into };
}

function parseInsert(tokens: TokenCursor): Statement {
  const table = tokens.tableName();
  if (tokens.peek().kind === 'word' && !tokens.isWord('VALUES') && !tokens.isWord('SELECT') && !tokens.isWord('WITH'))
    tokens.alias();
  const mark = tokens.mark();
  const isQuery = tokens.isSign('(') && (tokens.isWord('SELECT', 1) || tokens.isWord('WITH', 1));
  const columns = isQuery ? null : tokens.nameList();
  if (isQuery) tokens.reset(mark);
  if (!tokens.accept('VALUES')) {
    return { kind: 'insert', table, columns, rows: null, query: parseQuery(tokens), returning: null };
  }
  const rows = [parseArguments(tokens)];
  while (tokens.acceptSign(',')) rows.push(parseArguments(tokens));
  return { kind: 'insert', table, columns, rows, query: null, returning: parseReturning(tokens) };
}

/** `t.c` and `c` are the same in SET: only the target has columns there. */
function assigned(tokens: TokenCursor): string {
  const first = tokens.name();
  return tokens.acceptSign('.') ? tokens.name() : first;
}

function parseAssignments(tokens: TokenCursor): Assignment[] {
  const list: Assignment[] = [];
  do {
    const { at } = tokens.peek();
    const columns = tokens.acceptSign('(') ? [assigned(tokens)] : null;
    while (columns && tokens.acceptSign(',')) columns.push(assigned(tokens));
    if (columns) tokens.expectSign(')');
    const targets = columns ?? [assigned(tokens)];
    tokens.expectSign('=');
    const value: Expression = tokens.accept('DEFAULT')
      ? { kind: 'name', parts: ['DEFAULT'], at, quoted: false }
      : parseExpression(tokens);
    list.push({ columns: targets, value, at });
  } while (tokens.acceptSign(','));
  return list;
}

const parseWhere = (tokens: TokenCursor): Expression | null =>
  tokens.accept('WHERE') ? parseExpression(tokens) : null;

function parseUpdate(tokens: TokenCursor): Statement {
  const table = tokens.tableName();
  const alias = tokens.alias();
  tokens.expect('SET');
  const set = parseAssignments(tokens);
  const where = parseWhere(tokens);
  return { kind: 'update', table, alias, set, where, returning: parseReturning(tokens) };
}

function parseDelete(tokens: TokenCursor): Statement {
  tokens.accept('FROM');
  const table = tokens.tableName();
  const alias = tokens.alias();
  const where = parseWhere(tokens);
  return { kind: 'delete', table, alias, where, returning: parseReturning(tokens) };
}

function parseMerge(tokens: TokenCursor): Merge {
  const table = tokens.tableName();
  const alias = tokens.alias();
  tokens.expect('USING');
  const using = parseTable(tokens);
  tokens.expect('ON');
  tokens.expectSign('(');
  const on = parseExpression(tokens);
  tokens.expectSign(')');
  const merge: Merge = { kind: 'merge', table, alias, using, on, update: null, insert: null };
  while (tokens.accept('WHEN')) {
    if (tokens.accept('MATCHED', 'THEN')) {
      tokens.expect('UPDATE', 'SET');
      const set = parseAssignments(tokens);
      const where = parseWhere(tokens);
      const remove = tokens.accept('DELETE') ? parseWhere(tokens) : null;
      merge.update = { set, where, delete: remove };
    } else {
      tokens.expect('NOT', 'MATCHED', 'THEN', 'INSERT');
      const columns = tokens.acceptSign('(') ? [assigned(tokens)] : null;
      while (columns && tokens.acceptSign(',')) columns.push(assigned(tokens));
      if (columns) tokens.expectSign(')');
      tokens.expect('VALUES');
      const values = parseArguments(tokens);
      merge.insert = { columns, values, where: parseWhere(tokens) };
    }
  }
  return merge;
}
