// DDL: tables with their constraints, views, indexes, sequences, synonyms, users, roles, grants, comments.
import {
  type ColumnDefinition,
  type ConstraintDefinition,
  type Definition,
  type Expression,
  type TableChange,
  type TableElement,
} from './ast.ts';
import { unsupported } from './errors.ts';
import { parseArguments, parseExpression } from './parse-expression.ts';
import { parseQuery } from './parse-query.ts';
import { parseType } from './parse-type.ts';
import { type TokenCursor } from './token-cursor.ts';

export function parseDefinition(tokens: TokenCursor): Definition {
  const { at } = tokens.peek();
  if (tokens.accept('CREATE')) return parseCreate(tokens);
  if (tokens.accept('ALTER', 'TABLE'))
    return { kind: 'alter-table', table: tokens.tableName(), change: parseChange(tokens) };
  if (tokens.accept('ALTER', 'USER')) return parseAlterUser(tokens);
  if (tokens.accept('ALTER')) return noEffect(tokens, `ALTER ${tokens.peek().text}`);
  if (tokens.accept('DROP')) return parseDrop(tokens);
  if (tokens.accept('TRUNCATE', 'TABLE')) return toEnd(tokens, { kind: 'truncate', table: tokens.tableName() });
  if (tokens.accept('COMMENT', 'ON')) return parseComment(tokens);
  if (tokens.isWord('GRANT') || tokens.isWord('REVOKE')) return parseGrant(tokens);
  const word = tokens.peek().text;
  throw unsupported(`statement ${word}`, at);
}

/** Physical attributes (TABLESPACE, PCTFREE, COMPRESS …) change nothing that the model knows. */
function toEnd<T>(tokens: TokenCursor, answer: T): T {
  while (!tokens.atEnd()) tokens.next();
  return answer;
}

const noEffect = (tokens: TokenCursor, what: string): Definition => toEnd(tokens, { kind: 'no-effect', what });

function parseCreate(tokens: TokenCursor): Definition {
  const replace = tokens.accept('OR', 'REPLACE');
  tokens.accept('FORCE');
  tokens.accept('NOFORCE');
  tokens.accept('EDITIONABLE');
  if (tokens.accept('GLOBAL', 'TEMPORARY', 'TABLE')) throw unsupported('temporary tables');
  if (tokens.accept('TABLE')) return parseCreateTable(tokens);
  if (tokens.accept('VIEW')) return parseCreateView(tokens, replace);
  const unique = tokens.accept('UNIQUE');
  if (tokens.accept('INDEX')) return parseCreateIndex(tokens, unique);
  if (tokens.accept('SEQUENCE')) return parseSequence(tokens);
  const isPublic = tokens.accept('PUBLIC');
  if (tokens.accept('SYNONYM')) {
    const synonym = tokens.tableName();
    tokens.expect('FOR');
    return { kind: 'create-synonym', synonym, isPublic, target: tokens.tableName(), replace };
  }
  if (tokens.accept('USER')) {
    const name = tokens.name();
    tokens.expect('IDENTIFIED', 'BY');
    return toEnd(tokens, { kind: 'create-user', name, password: password(tokens) });
  }
  if (tokens.accept('ROLE')) return toEnd(tokens, { kind: 'create-role', name: tokens.name() });
  throw unsupported(`CREATE ${tokens.peek().text}`, tokens.peek().at);
}

/** Passwords keep their case, quoted or not. */
function password(tokens: TokenCursor): string {
  const token = tokens.next();
  return token.kind === 'quoted' ? token.text : tokens.sql.slice(token.at, token.to);
}

function parseAlterUser(tokens: TokenCursor): Definition {
  const name = tokens.name();
  const secret = tokens.accept('IDENTIFIED', 'BY') ? password(tokens) : null;
  const locked = tokens.accept('ACCOUNT', 'LOCK') ? true : tokens.accept('ACCOUNT', 'UNLOCK') ? false : null;
  return toEnd(tokens, { kind: 'alter-user', name, password: secret, locked });
}

function parseCreateTable(tokens: TokenCursor): Definition {
  const table = tokens.tableName();
  const elements = tokens.acceptSign('(') ? parseElements(tokens) : [];
  if (elements.length > 0) tokens.expectSign(')');
  while (!tokens.atEnd() && !tokens.isWord('AS')) tokens.next();
  return { kind: 'create-table', table, elements, as: tokens.accept('AS') ? parseQuery(tokens) : null };
}

function parseElements(tokens: TokenCursor): TableElement[] {
  const elements: TableElement[] = [];
  do elements.push(parseElement(tokens));
  while (tokens.acceptSign(','));
  return elements;
}

const CONSTRAINT_WORDS = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK'];

function parseElement(tokens: TokenCursor): TableElement {
  const isConstraint = CONSTRAINT_WORDS.some((word) => tokens.isWord(word));
  return isConstraint ? { constraint: parseConstraint(tokens, null) } : parseColumn(tokens);
}

function parseColumn(tokens: TokenCursor): TableElement {
  const name = tokens.name();
  const column: ColumnDefinition = {
    name,
    type: parseType(tokens),
    nullable: true,
    default: null,
    identity: false,
    virtual: null,
  };
  const constraints: ConstraintDefinition[] = [];
  for (;;) {
    if (tokens.accept('DEFAULT')) {
      tokens.accept('ON', 'NULL');
      column.default = parseExpression(tokens);
    } else if (tokens.accept('GENERATED')) {
      tokens.accept('ALWAYS');
      tokens.accept('BY', 'DEFAULT');
      tokens.accept('ON', 'NULL');
      tokens.expect('AS');
      if (tokens.accept('IDENTITY')) column.identity = true;
      else [column.virtual] = parseArguments(tokens) as [Expression];
      tokens.accept('VIRTUAL');
    } else if (tokens.accept('NULL')) column.nullable = true;
    else if (
      CONSTRAINT_WORDS.some((word) => tokens.isWord(word)) ||
      tokens.isWord('NOT') ||
      tokens.isWord('REFERENCES')
    ) {
      const constraint = parseConstraint(tokens, name);
      if (constraint.kind === 'not null' || constraint.kind === 'primary') column.nullable = false;
      if (constraint.kind !== 'not null') constraints.push(constraint);
    } else return { column, constraints };
  }
}

/** `column` is the one that an inline constraint stands behind. */
function parseConstraint(tokens: TokenCursor, column: string | null): ConstraintDefinition {
  const name = tokens.accept('CONSTRAINT') ? tokens.name() : null;
  const columns = (): string[] => (column === null ? (tokens.nameList() ?? tokens.fail()) : [column]);
  const constraint = ((): ConstraintDefinition => {
    if (tokens.accept('NOT', 'NULL')) return { name, kind: 'not null', column: column! };
    if (tokens.accept('PRIMARY', 'KEY')) return { name, kind: 'primary', columns: columns() };
    if (tokens.accept('UNIQUE')) return { name, kind: 'unique', columns: columns() };
    if (tokens.accept('CHECK')) {
      tokens.expectSign('(');
      const mark = tokens.mark();
      const condition = parseExpression(tokens);
      const text = tokens.textSince(mark);
      tokens.expectSign(')');
      return { name, kind: 'check', condition, text };
    }
    if (column === null) tokens.expect('FOREIGN', 'KEY');
    const own = columns();
    tokens.expect('REFERENCES');
    const table = tokens.tableName();
    const references = tokens.nameList();
    const onDelete = tokens.accept('ON', 'DELETE', 'CASCADE')
      ? 'cascade'
      : tokens.accept('ON', 'DELETE', 'SET', 'NULL')
        ? 'set null'
        : 'restrict';
    return { name, kind: 'foreign', columns: own, table, references, onDelete };
  })();
  skipState(tokens);
  return constraint;
}

function skipState(tokens: TokenCursor): void {
  while (['ENABLE', 'DISABLE', 'VALIDATE', 'NOVALIDATE', 'RELY'].some((word) => tokens.accept(word)));
  if (!tokens.accept('USING', 'INDEX')) return;
  if (tokens.accept('TABLESPACE')) tokens.name();
  else if (tokens.isName()) tokens.name();
}

function parseCreateView(tokens: TokenCursor, replace: boolean): Definition {
  const table = tokens.tableName();
  const columns = tokens.nameList();
  tokens.expect('AS');
  const mark = tokens.mark();
  const query = parseQuery(tokens);
  const text = tokens.textSince(mark);
  if (tokens.accept('WITH', 'READ', 'ONLY') && tokens.accept('CONSTRAINT')) tokens.name();
  return { kind: 'create-view', table, columns, query, text, replace };
}

function parseCreateIndex(tokens: TokenCursor, unique: boolean): Definition {
  const index = tokens.tableName();
  tokens.expect('ON');
  const table = tokens.tableName();
  tokens.expectSign('(');
  const keys: Expression[] = [];
  do {
    keys.push(parseExpression(tokens));
    if (!tokens.accept('DESC')) tokens.accept('ASC');
  } while (tokens.acceptSign(','));
  tokens.expectSign(')');
  return toEnd(tokens, { kind: 'create-index', index, unique, table, keys });
}

function parseSequence(tokens: TokenCursor): Definition {
  const sequence = tokens.tableName();
  const numbers = { start: 1, step: 1 };
  while (!tokens.atEnd()) {
    if (tokens.accept('START', 'WITH')) numbers.start = tokens.integer();
    else if (tokens.accept('INCREMENT', 'BY')) numbers.step = tokens.integer();
    else tokens.next();
  }
  return { kind: 'create-sequence', sequence, ...numbers };
}

function parseChange(tokens: TokenCursor): TableChange {
  if (tokens.accept('ADD')) {
    const list = tokens.acceptSign('(');
    const elements = list ? parseElements(tokens) : [parseElement(tokens)];
    if (list) tokens.expectSign(')');
    return toEnd(tokens, { kind: 'add', elements });
  }
  if (tokens.accept('MODIFY')) {
    const list = tokens.acceptSign('(');
    const columns: Extract<TableChange, { kind: 'modify' }>['columns'] = [];
    do columns.push(parseModified(tokens));
    while (list && tokens.acceptSign(','));
    if (list) tokens.expectSign(')');
    return { kind: 'modify', columns };
  }
  if (tokens.accept('DROP', 'COLUMN')) return toEnd(tokens, { kind: 'drop-column', columns: [tokens.name()] });
  if (tokens.accept('DROP', 'CONSTRAINT')) return toEnd(tokens, { kind: 'drop-constraint', name: tokens.name() });
  if (tokens.accept('RENAME', 'COLUMN')) {
    const from = tokens.name();
    tokens.expect('TO');
    return { kind: 'rename-column', from, to: tokens.name() };
  }
  if (tokens.accept('RENAME', 'TO')) return { kind: 'rename', to: tokens.name() };
  return toEnd(tokens, { kind: 'none' });
}

function parseModified(tokens: TokenCursor): Extract<TableChange, { kind: 'modify' }>['columns'][number] {
  const name = tokens.name();
  const isType = tokens.isName() && !tokens.isWord('DEFAULT') && !tokens.isWord('CONSTRAINT');
  const type = isType ? parseType(tokens) : null;
  const value = tokens.accept('DEFAULT') ? parseExpression(tokens) : null;
  if (tokens.accept('CONSTRAINT')) tokens.name();
  const nullable = tokens.accept('NOT', 'NULL') ? false : tokens.accept('NULL') ? true : null;
  return { name, type, nullable, default: value };
}

function parseDrop(tokens: TokenCursor): Definition {
  if (tokens.accept('PUBLIC', 'SYNONYM')) {
    return { kind: 'drop', what: 'SYNONYM', object: { ...tokens.tableName(), schema: 'PUBLIC' }, cascade: false };
  }
  const what = tokens.next().text;
  const object = tokens.tableName();
  const cascade = tokens.accept('CASCADE');
  return toEnd(tokens, { kind: 'drop', what, object, cascade });
}

function parseComment(tokens: TokenCursor): Definition {
  const isColumn = tokens.accept('COLUMN');
  if (!isColumn) tokens.expect('TABLE');
  const parts = [tokens.name()];
  const { at } = tokens.peek();
  while (tokens.acceptSign('.')) parts.push(tokens.name());
  tokens.expect('IS');
  const text = tokens.string();
  const column = isColumn ? parts.pop()! : null;
  const table = { schema: parts.length > 1 ? parts[0]! : null, name: parts[parts.length - 1]!, at };
  return { kind: 'comment', table, column, text };
}

function parseGrant(tokens: TokenCursor): Definition {
  const kind = tokens.accept('GRANT') ? 'grant' : 'revoke';
  if (kind === 'revoke') tokens.next();
  const privileges: string[] = [];
  let words: string[] = [];
  while (!tokens.isWord('TO') && !tokens.isWord('FROM') && !tokens.isWord('ON')) {
    if (tokens.atEnd()) tokens.fail();
    const { text } = tokens.next();
    if (text !== ',') words.push(text);
    else {
      privileges.push(words.join(' '));
      words = [];
    }
  }
  privileges.push(words.join(' '));
  const on = tokens.accept('ON') ? tokens.tableName() : null;
  tokens.next();
  const to = tokens.names();
  return toEnd(tokens, { kind, privileges, on, to });
}
