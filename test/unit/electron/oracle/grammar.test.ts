// Every SQL and PL/SQL text of the product is read with a grammar of Oracle's language; none escapes the collection.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  exportedSql, isMadeOf, literalsOf, scriptStatements, sqlLiterals, type SqlLiteral, type SqlText,
} from '../../../support/sql-grammar/collect-sql.ts';
import { problemsOfSql } from '../../../support/sql-grammar/parse-plsql.ts';
import { scriptOfNextVersion } from '../../../support/log-tables/next-version.ts';
import { splitStatements } from '../../../../electron/oracle/log-tables/split-statements.ts';
import { currentSchema } from '../../../../electron/oracle/log-tables/current-schema.ts';
import { grantsOf } from '../../../../electron/oracle/log-tables/grants.ts';

const faults = (texts: readonly SqlText[]): string[] =>
  texts.flatMap(({ where, text }) => problemsOfSql(text).map((problem) => `${where} ${problem}\n${text}`));

/** Literals that are neither a whole statement nor a part of one that is exported. */
const escaped = (literals: readonly SqlLiteral[], exported: readonly SqlText[]): string[] =>
  literals
    .filter(({ pieces }) => !exported.some(({ text }) => isMadeOf(text, pieces)))
    .filter(({ pieces }) => pieces.length > 1 || problemsOfSql(pieces.join('')).length > 0)
    .map(({ where, pieces }) => `${where} is no whole statement, and its module exports none that it is a part of: ${pieces[0]}`);

describe('the SQL of the product', () => {
  const literals = sqlLiterals();
  const names = { owner: 'BACKUPS', writer: 'BACKUP_APP', reader: 'BACKUP_READER', tablespace: 'USERS' };
  const grants = grantsOf(names).statements.map((text) => ({ where: 'grants', text }));
  let exported: SqlText[] = [];
  beforeAll(async () => {
    // What is written for names that only the user knows is shown here by an example.
    const schema = { where: 'schema', text: currentSchema('backups') };
    exported = [...(await exportedSql(literals)), ...grants, schema];
  });

  test('is found', () => {
    expect(grants.length).toBeGreaterThan(20);
    expect(scriptStatements().length).toBeGreaterThan(200);
    expect(literals.length).toBeGreaterThan(5);
  });

  test('the scripts are Oracle SQL', () => {
    expect(faults(scriptStatements())).toEqual([]);
  });

  test('what modules export is Oracle SQL', () => {
    expect(faults(exported)).toEqual([]);
  });

  test('every literal is a whole statement or a part of an exported one', () => {
    expect(escaped(literals, exported)).toEqual([]);
  });

  test('so is the version of the upgrade tests', () => {
    expect(faults(splitStatements(scriptOfNextVersion(2)).map(({ text }) => ({ where: 'next', text })))).toEqual([]);
  });
});

describe('the grammar says no', () => {
  test.each([
    'SELECT a FROM',
    'SELECT a FROM b WHERE',
    'SELECT a FROM b WHERE c = ',
    'SELECT a FROM b WHEREE c = 2',
    'SELECT a, FROM b',
    'SELECT a FROM (SELECT b FROM c',
    'SELECT a FROM b LIMIT 5',
    'INSERT INTO a (b) VALUES :b',
    'INSERT INTO a (b) VALUES (:b) ON CONFLICT DO NOTHING',
    'UPDATE a SET b == 1',
    'DELETE a WHERE b IN (1, 2',
    'MERGE INTO a USING b ON a.x = b.x WHEN MATCHED THEN UPDATE SET y = 1',
    'CREATE TABLE a (b VARCHAR2(3 CHAR) NOT NULL',
    'CREATE TABLE a (b TEXT PRIMARY KEY) STRICT',
    'CREATE TABLE a (b DATE GENERATED ALWAYS AS (TRUNC(c, )) VIRTUAL)',
    'CREATE OR REPLACE VIEW a AS SELECT FROM b',
    'COMMENT ON COLUMN a.b \'c\'',
    'GRANT SELECT ON a b',
    'BEGIN NULL END;',
    'BEGIN IF a = 1 THEN NULL; END;',
    'foo bar baz',
    'SELECT 1 FROM dual; SELECT 2 FROM dual',
  ])('%s', (statement) => {
    expect(problemsOfSql(statement)).not.toEqual([]);
  });
});

describe('the collection says no', () => {
  const missing = (source: string, exported: string[] = []): number =>
    escaped(literalsOf('electron/oracle/x.ts', source), exported.map((text) => ({ where: 'x', text }))).length;

  test('to a statement that is put together and not exported', () => {
    const source = 'export const q = (table: string) => `SELECT a FROM ${table} WHERE b = :b`;';
    expect(missing(source)).toBe(1);
    expect(missing(source, ['SELECT a FROM respaldo_runs WHERE b = :b'])).toBe(0);
    expect(missing(source, ['SELECT b FROM respaldo_runs WHERE b = :b'])).toBe(1);
  });

  test('to a literal that is no statement, wherever it stands', () => {
    expect(missing("run(session, 'SELECT a FROM b WHERE');")).toBe(1);
    expect(missing('const parts = { head: `MERGE INTO t` };')).toBe(1);
    expect(missing("run(session, 'SELECT a FROM b');")).toBe(0);
  });

  test('but not to the name of a privilege, or to words', () => {
    expect(missing("grant('SELECT ANY DICTIONARY'); say('Select a file'); say('Create the table');")).toBe(0);
  });
});
