import { describe, expect, test } from 'vitest';
import { statementsOf, type Deed } from '../../../../../electron/oracle/log-tables/statement.ts';
import { scriptOfNextVersion } from '../../../../support/log-tables/next-version.ts';
import { logTableVersions } from '../../../../../electron/oracle/log-tables/versions.ts';

const deeds = (script: string): Deed[] => statementsOf(1, script).map(({ deed }) => deed);
const all = logTableVersions().flatMap(({ statements }) => statements);

describe('what a statement leaves behind', () => {
  test.each<[string, Deed]>([
    [
      "CREATE TABLE respaldo_x (\n  a VARCHAR2(3 CHAR) DEFAULT 'a,b' NOT NULL,\n  b NUMBER(3, 1),\n  CONSTRAINT x_pk PRIMARY KEY (a, b))",
      { kind: 'table', table: 'RESPALDO_X', columns: ['A', 'B'] },
    ],
    ['ALTER TABLE respaldo_x ADD (c NUMBER(3, 1))', { kind: 'column', table: 'RESPALDO_X', column: 'C' }],
    ['CREATE UNIQUE INDEX respaldo_ix ON respaldo_x (a)', { kind: 'index', index: 'RESPALDO_IX' }],
    ['CREATE OR REPLACE VIEW respaldo_v AS\nSELECT 1 AS one FROM dual', { kind: 'view', view: 'RESPALDO_V' }],
    ["COMMENT ON TABLE respaldo_x IS 'it''s'", { kind: 'comment', on: 'RESPALDO_X', column: null, text: "it's" }],
    ["COMMENT ON COLUMN respaldo_x.a IS 'b'", { kind: 'comment', on: 'RESPALDO_X', column: 'A', text: 'b' }],
    ['COMMIT', { kind: 'commit' }],
  ])('%s', (statement, deed) => {
    expect(deeds(`${statement};`)).toEqual([deed]);
  });

  test.each([
    'DROP TABLE respaldo_x',
    'ALTER TABLE respaldo_x ADD (a NUMBER, b NUMBER)',
    'ALTER TABLE respaldo_x DROP COLUMN a',
    'UPDATE respaldo_x SET a = 1',
    'CREATE VIEW respaldo_v AS SELECT 1 AS one FROM dual',
  ])('what could not be continued after an interruption is refused: %s', (statement) => {
    expect(() => deeds(`COMMIT;\n${statement};`)).toThrow('line 2');
  });
});

describe('the scripts of this version', () => {
  const names = all.flatMap(({ text }) => text.match(/\brespaldo_\w+/gi) ?? []);
  const tables = all.flatMap(({ deed }) => (deed.kind === 'table' ? [deed] : []));
  const views = all.flatMap(({ deed }) => (deed.kind === 'view' ? [deed.view] : []));

  test('every name fits the 30 bytes of 11.2', () => {
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => name.length > 30)).toEqual([]);
    expect(tables.flatMap(({ columns }) => columns).filter((name) => name.length > 30)).toEqual([]);
  });

  test('every table, column and view has a comment', () => {
    const commented = new Set(
      all.flatMap(({ deed }) =>
        deed.kind === 'comment' ? [deed.column === null ? deed.on : `${deed.on}.${deed.column}`] : []),
    );
    const wanted = tables.flatMap(({ table, columns }) => [table, ...columns.map((column) => `${table}.${column}`)]);
    const added = all.flatMap(({ deed }) => (deed.kind === 'column' ? [`${deed.table}.${deed.column}`] : []));
    expect([...wanted, ...added, ...views].filter((name) => !commented.has(name))).toEqual([]);
    expect([...commented].filter((name) => ![...wanted, ...added, ...views].includes(name))).toEqual([]);
  });

  test('every view is read-only', () => {
    const open = all.filter(({ deed, text }) => deed.kind === 'view' && !text.endsWith('WITH READ ONLY'));
    expect(open).toEqual([]);
    expect(views.length).toBeGreaterThan(4);
  });

  test('a version that makes a view says again what it is: Oracle drops the comments of a view that is replaced', () => {
    for (const { statements } of [...logTableVersions(), { statements: statementsOf(2, scriptOfNextVersion(2)) }]) {
      for (const [place, { deed }] of statements.entries()) {
        if (deed.kind !== 'view') continue;
        const later = statements.slice(place).map((one) => one.deed);
        expect(later.some((one) => one.kind === 'comment' && one.on === deed.view), deed.view).toBe(true);
      }
    }
  });

  test('every fact says which workstation wrote it', () => {
    const without = tables.filter(({ columns }) => !columns.includes('WORKSTATION_ID')).map(({ table }) => table);
    expect(without).toEqual(['RESPALDO_SCHEMA_VERSION']);
  });

  test('nothing needs a licensed option, a later release or extended strings', () => {
    const script = all.map(({ text }) => text.replace(/'(?:[^']|'')*'/g, "''")).join(';\n');
    expect(script).not.toMatch(/\bPARTITION\b|\bCOMPRESS\b|\bIDENTITY\b|\bINVISIBLE\b|\bBOOLEAN\b|\bIS JSON\b|\bSECUREFILE\b/i);
    const lengths = [...script.matchAll(/VARCHAR2\((\d+) (\w+)\)/g)];
    expect(lengths.every(([, length, unit]) => Number(length) <= 1000 && unit === 'CHAR')).toBe(true);
    expect(script).not.toMatch(/VARCHAR2\(\d+\)/);
  });

  test('each version ends with its row and a commit', () => {
    for (const { number, statements } of logTableVersions()) {
      expect(statements.slice(-2).map(({ deed }) => deed)).toEqual([{ kind: 'version', version: number }, { kind: 'commit' }]);
    }
  });
});
