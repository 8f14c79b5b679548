// Reads one SQL statement or PL/SQL block with a grammar of Oracle's language and says what it does not accept.
import { createRequire } from 'node:module';
import type * as Runtime from 'antlr4ts';
import type * as Grammars from 'antlr4ts-sql';

const require = createRequire(import.meta.url);
// The package's entry loads four dialects; these are the files of one.
const FILES = 'antlr4ts-sql/dist/src';
const { CharStreams, CommonTokenStream } = require('antlr4ts') as typeof Runtime;
const { PlSqlParser } = require(`${FILES}/grammar-output/plsql/PlSqlParser`) as typeof Grammars.PlSQLGrammar;
const { PlSqlLexer } = require(`${FILES}/grammar-output/plsql/PlSqlLexer`) as typeof Grammars;
const { CaseChangingStream } = require(`${FILES}/models/CaseChangingStream`) as typeof Grammars;

/** What this grammar, made before 2021 and never complete, does not know although Oracle does. */
const ROLE = /^CREATE ROLE [\w$#]+;$/i;
const VIRTUAL = /\bGENERATED ALWAYS AS \(((?:[^()]|\([^()]*\))*)\) VIRTUAL\b/gi;

/** Problems of a statement as `line:column what`; none when the grammar accepts it. A missing semicolon is none. */
export function problemsOfSql(text: string): string[] {
  const statement = text.trim().replace(/(?<!;)$/, ';');
  if (ROLE.test(statement)) return [];
  // The expression of a virtual column is read by itself, the rest of the table without it.
  const expressions = [...statement.matchAll(VIRTUAL)].map(([, expression]) => `SELECT ${expression} FROM dual;`);
  return [statement.replace(VIRTUAL, ''), ...expressions].flatMap(problemsOf);
}

function problemsOf(text: string): string[] {
  const problems: string[] = [];
  const listener: Runtime.ANTLRErrorListener<unknown> = {
    syntaxError: (_recogniser, _symbol, line, column, message) => {
      problems.push(`${line}:${column} ${message.slice(0, 120)}`);
    },
  };
  // The lexer knows capitals only.
  const lexer = new PlSqlLexer(new CaseChangingStream(CharStreams.fromString(text), true));
  lexer.removeErrorListeners();
  lexer.addErrorListener(listener);
  const tokens = new CommonTokenStream(lexer);
  const parser = new PlSqlParser(tokens);
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  // Not the whole-script rule: that takes any words for a command of SQL*Plus.
  parser.unit_statement();
  const end = tokens.LT(1).type === PlSqlParser.SEMICOLON ? tokens.LT(2) : tokens.LT(1);
  if (end.type !== PlSqlParser.EOF) problems.push(`${end.line}:${end.charPositionInLine} more follows`);
  return problems;
}
