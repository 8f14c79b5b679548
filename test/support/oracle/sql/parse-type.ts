// Data types as they are written in DDL, CAST and declarations.
import { type SqlType } from '../values/value.ts';
import { type TokenCursor } from './token-cursor.ts';
import { unsupported } from './errors.ts';

function sized(tokens: TokenCursor, fallback: number): { size: number; characters: boolean } {
  if (!tokens.acceptSign('(')) return { size: fallback, characters: false };
  const size = tokens.integer();
  const characters = tokens.accept('CHAR');
  if (!characters) tokens.accept('BYTE');
  tokens.expectSign(')');
  return { size, characters };
}

function numberType(tokens: TokenCursor): SqlType {
  if (!tokens.acceptSign('(')) return { name: 'NUMBER' };
  const anyPrecision = tokens.acceptSign('*');
  const precision = anyPrecision ? 38 : tokens.integer();
  const scale = tokens.acceptSign(',') ? tokens.integer() : 0;
  tokens.expectSign(')');
  return { name: 'NUMBER', precision, scale };
}

function parenthesised(tokens: TokenCursor, fallback: number): number {
  if (!tokens.acceptSign('(')) return fallback;
  const digits = tokens.integer();
  tokens.expectSign(')');
  return digits;
}

function timestampType(tokens: TokenCursor): SqlType {
  const scale = parenthesised(tokens, 6);
  if (tokens.accept('WITH', 'TIME', 'ZONE')) return { name: 'TIMESTAMP WITH TIME ZONE', scale };
  if (tokens.accept('WITH', 'LOCAL', 'TIME', 'ZONE')) return { name: 'TIMESTAMP WITH LOCAL TIME ZONE', scale };
  return { name: 'TIMESTAMP', scale };
}

function intervalType(tokens: TokenCursor): SqlType {
  if (tokens.accept('YEAR')) {
    parenthesised(tokens, 2);
    tokens.expect('TO', 'MONTH');
    return { name: 'INTERVAL YEAR TO MONTH' };
  }
  tokens.expect('DAY');
  parenthesised(tokens, 2);
  tokens.expect('TO', 'SECOND');
  return { name: 'INTERVAL DAY TO SECOND', scale: parenthesised(tokens, 6) };
}

export function parseType(tokens: TokenCursor): SqlType {
  const { text: name, at } = tokens.next();
  switch (name) {
    case 'VARCHAR2':
    case 'VARCHAR':
      return { name: 'VARCHAR2', ...sized(tokens, 4000) };
    case 'NVARCHAR2':
      return { name: 'NVARCHAR2', size: sized(tokens, 2000).size, characters: true };
    case 'CHAR':
      return { name: 'CHAR', ...sized(tokens, 1) };
    case 'RAW':
      return { name: 'RAW', size: sized(tokens, 2000).size };
    case 'NUMBER':
    case 'DECIMAL':
    case 'NUMERIC':
      return numberType(tokens);
    case 'INTEGER':
    case 'INT':
    case 'SMALLINT':
    case 'PLS_INTEGER':
    case 'BINARY_INTEGER':
      return { name: 'NUMBER', precision: 38, scale: 0 };
    case 'FLOAT':
      parenthesised(tokens, 126);
      return { name: 'NUMBER' };
    case 'BINARY_DOUBLE':
    case 'BINARY_FLOAT':
      return { name: 'BINARY_DOUBLE' };
    case 'DATE':
    case 'CLOB':
    case 'BLOB':
    case 'LONG':
    case 'ROWID':
      return { name };
    case 'NCLOB':
      return { name: 'CLOB' };
    case 'TIMESTAMP':
      return timestampType(tokens);
    case 'INTERVAL':
      return intervalType(tokens);
    default:
      throw unsupported(`data type ${name}`, at);
  }
}
