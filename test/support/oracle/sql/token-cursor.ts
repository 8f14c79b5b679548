// Walks over the tokens of one statement; the parsers of expressions, queries, DML and DDL share it.
import { type TableName } from './ast.ts';
import { OracleError, unsupported } from './errors.ts';
import { tokenise, type Token } from './lexer.ts';

export type TokenCursor = ReturnType<typeof tokenCursor>;

/** Words that cannot be a name or an alias. */
const RESERVED = new Set(
  `ALL AND ANY AS ASC BETWEEN BY CHECK CONNECT CREATE CURRENT DELETE DESC DISTINCT DROP ELSE EXISTS FOR FROM GRANT GROUP
  HAVING IN INSERT INTERSECT INTO IS LIKE LOCK MINUS NOT NOWAIT NULL OF ON OR ORDER REVOKE SELECT SET START TABLE THEN TO
  UNION UNIQUE UPDATE VALUES VIEW WHERE WITH`.split(/\s+/),
);
/** Words that begin the next clause, and so are no alias; Oracle does not reserve them. */
const CLAUSES = new Set(
  `WHEN LEFT RIGHT FULL INNER CROSS JOIN NATURAL OUTER OFFSET FETCH RETURNING RETURN USING LIMIT LOG CASE END PARTITION
  MODEL PIVOT UNPIVOT BULK`.split(/\s+/),
);

export function tokenCursor(sql: string) {
  const tokens = tokenise(sql);
  const binds: string[] = [];
  const isBlock = tokens[0]!.text === 'BEGIN' || tokens[0]!.text === 'DECLARE';
  let at = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)]!;
  const next = (): Token => tokens[at < tokens.length - 1 ? at++ : at]!;
  const isWord = (word: string, ahead = 0): boolean => peek(ahead).kind === 'word' && peek(ahead).text === word;
  const isSign = (sign: string, ahead = 0): boolean => peek(ahead).kind === 'sign' && peek(ahead).text === sign;
  /** The words in this order, all or none. */
  const accept = (...words: string[]): boolean => {
    if (!words.every((word, index) => isWord(word, index))) return false;
    at += words.length;
    return true;
  };
  const acceptSign = (sign: string): boolean => {
    if (!isSign(sign)) return false;
    at += 1;
    return true;
  };
  const fail = (code = 900): never => {
    if (code !== 900) throw new OracleError(code, '', peek().at);
    const { at: where } = peek();
    throw unsupported(`… ${sql.slice(Math.max(0, where - 30), where)}<here>${sql.slice(where, where + 40)} …`, where);
  };
  const expect = (...words: string[]): void => {
    for (const word of words) if (!accept(word)) fail(word === 'FROM' ? 923 : 900);
  };
  const expectSign = (sign: string): void => {
    if (!acceptSign(sign)) fail(sign === ')' ? 907 : 900);
  };
  const isName = (ahead = 0): boolean =>
    peek(ahead).kind === 'quoted' || (peek(ahead).kind === 'word' && !RESERVED.has(peek(ahead).text));
  const name = (): string => (isName() ? next().text : fail());
  const names = (): string[] => {
    const list = [name()];
    while (acceptSign(',')) list.push(name());
    return list;
  };
  return {
    sql,
    binds,
    peek,
    next,
    isWord,
    isSign,
    accept,
    acceptSign,
    expect,
    expectSign,
    fail,
    isName,
    name,
    names,
    mark: (): number => at,
    reset(mark: number): void {
      at = mark;
    },
    /** `(a, b)`; null when there is no parenthesis. */
    nameList(): string[] | null {
      if (!acceptSign('(')) return null;
      const list = names();
      expectSign(')');
      return list;
    },
    tableName(): TableName {
      const where = peek().at;
      if (!isName()) throw new OracleError(903, '', where);
      const first = name();
      if (!acceptSign('.')) return { schema: null, name: first, at: where };
      return { schema: first, name: name(), at: where };
    },
    alias(): string | null {
      if (accept('AS')) return name();
      const token = peek();
      const isAlias =
        token.kind === 'quoted' || (token.kind === 'word' && !RESERVED.has(token.text) && !CLAUSES.has(token.text));
      return isAlias ? name() : null;
    },
    /** A placeholder's place among the binds; in SQL every occurrence counts, in PL/SQL the first of each name. */
    bind(): { index: number; name: string } {
      const token = next();
      if (token.kind !== 'bind') fail();
      if (isBlock && binds.includes(token.text)) return { index: binds.indexOf(token.text), name: token.text };
      binds.push(token.text);
      return { index: binds.length - 1, name: token.text };
    },
    string: (): string => (peek().kind === 'string' ? next().text : fail()),
    integer(): number {
      const sign = acceptSign('-') ? -1 : 1;
      if (peek().kind !== 'number') fail();
      return sign * Number(next().text);
    },
    /** The text from a mark up to here. */
    textSince: (mark: number): string => sql.slice(tokens[mark]!.at, tokens[Math.max(mark, at - 1)]!.to),
    atEnd: (): boolean => peek().kind === 'end' || (isSign(';') && peek(1).kind === 'end'),
  };
}
