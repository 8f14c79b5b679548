// The little of PL/SQL that installation scripts need: EXECUTE IMMEDIATE, IF, RAISE, handlers, plain SQL.
import { type Block, type BlockStatement, type Handler } from './ast.ts';
import { parseExpression } from './parse-expression.ts';
import { parseOne } from './parse-statement.ts';
import { parseType } from './parse-type.ts';
import { type TokenCursor } from './token-cursor.ts';

export function parseBlock(tokens: TokenCursor): Block {
  const declarations: Block['declarations'] = [];
  if (tokens.accept('DECLARE')) {
    while (!tokens.isWord('BEGIN')) {
      const name = tokens.name();
      tokens.accept('CONSTANT');
      const type = parseType(tokens);
      const value = tokens.acceptSign(':=') ? parseExpression(tokens) : null;
      tokens.expectSign(';');
      declarations.push({ name, type, value });
    }
  }
  tokens.expect('BEGIN');
  const body = parseBody(tokens, ['END', 'EXCEPTION']);
  const handlers: Handler[] = [];
  if (tokens.accept('EXCEPTION')) {
    while (tokens.accept('WHEN')) {
      const names = [tokens.name()];
      while (tokens.accept('OR')) names.push(tokens.name());
      tokens.expect('THEN');
      handlers.push({ names, body: parseBody(tokens, ['END', 'WHEN']) });
    }
  }
  tokens.expect('END');
  if (tokens.isName()) tokens.name();
  tokens.acceptSign(';');
  return { declarations, body, handlers };
}

/** Words such as END are not reserved in SQL, so that they must be asked for here. */
function parseBody(tokens: TokenCursor, ends: string[]): BlockStatement[] {
  const body: BlockStatement[] = [];
  while (!ends.some((word) => tokens.isWord(word))) body.push(parseBlockStatement(tokens));
  return body;
}

function parseBlockStatement(tokens: TokenCursor): BlockStatement {
  if (tokens.isWord('BEGIN') || tokens.isWord('DECLARE')) return { kind: 'block', block: parseBlock(tokens) };
  const statement = parseSimple(tokens);
  tokens.expectSign(';');
  return statement;
}

function parseSimple(tokens: TokenCursor): BlockStatement {
  if (tokens.accept('NULL')) return { kind: 'null' };
  if (tokens.accept('RAISE')) return { kind: 'raise' };
  if (tokens.accept('RETURN')) return { kind: 'return' };
  if (tokens.accept('IF')) return parseIf(tokens);
  if (tokens.accept('EXECUTE', 'IMMEDIATE')) {
    const sql = parseExpression(tokens);
    const using = tokens.accept('USING') ? [parseExpression(tokens)] : [];
    while (using.length > 0 && tokens.acceptSign(',')) using.push(parseExpression(tokens));
    return { kind: 'immediate', sql, using };
  }
  if (
    ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COMMIT', 'ROLLBACK', 'SAVEPOINT', 'LOCK', 'SET'].some((word) =>
      tokens.isWord(word),
    )
  ) {
    return { kind: 'sql', statement: parseOne(tokens) };
  }
  const target = parseExpression(tokens);
  if (tokens.acceptSign(':=')) return { kind: 'assign', target, value: parseExpression(tokens) };
  if (target.kind === 'call') return { kind: 'call', name: target.name, args: target.args };
  if (target.kind === 'name') return { kind: 'call', name: target.parts.join('.'), args: [] };
  return tokens.fail();
}

function parseIf(tokens: TokenCursor): BlockStatement {
  const branches: Extract<BlockStatement, { kind: 'if' }>['branches'] = [];
  do {
    const when = parseExpression(tokens);
    tokens.expect('THEN');
    branches.push({ when, body: parseBody(tokens, ['END', 'ELSE', 'ELSIF']) });
  } while (tokens.accept('ELSIF'));
  const otherwise = tokens.accept('ELSE') ? parseBody(tokens, ['END']) : [];
  tokens.expect('END', 'IF');
  return { kind: 'if', branches, otherwise };
}
