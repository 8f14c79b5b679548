import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { splitStatements } from '../../../../../electron/oracle/log-tables/split-statements.ts';

const texts = (script: string): string[] => splitStatements(script).map(({ text }) => text);

describe('cutting a script into statements', () => {
  test('a semicolon ends a statement and is not part of it; comments before it are left out', () => {
    const script = '-- first\nSELECT 1 FROM dual;\n\n/* second; */\nSELECT 2\nFROM dual ;';
    expect(splitStatements(script)).toEqual([
      { text: 'SELECT 1 FROM dual', line: 2 },
      { text: 'SELECT 2\nFROM dual', line: 5 },
    ]);
  });

  test.each([
    ["COMMENT ON TABLE t IS 'one; two'"],
    ["COMMENT ON TABLE t IS 'it''s; so'"],
    ["SELECT q'[a;'b]' FROM dual"],
    ["SELECT Q'!a;'b!', nq'{;}' FROM dual"],
    ['SELECT "a;b" FROM dual'],
    ['SELECT 1 -- one; two\nFROM dual'],
    ['SELECT 1 /* one; */ FROM dual'],
  ])('a semicolon inside does not end it: %s', (statement) => {
    expect(texts(`${statement};\nCOMMIT;`)).toEqual([statement, 'COMMIT']);
  });

  test('a letter q that ends a name begins no quoted text', () => {
    expect(texts("SELECT seq'[' FROM dual;COMMIT;")).toEqual(["SELECT seq'[' FROM dual", 'COMMIT']);
  });

  test('a PL/SQL unit keeps its semicolons and ends at a slash on a line of its own', () => {
    const block = "BEGIN\n  x := 4 / 2;\n  y := '\n/\n';\nEND;";
    expect(texts(`COMMIT;\n${block}\n/\nCREATE OR REPLACE TRIGGER t\nBEGIN NULL; END;\n  /  \r\nCOMMIT;`)).toEqual([
      'COMMIT',
      block,
      'CREATE OR REPLACE TRIGGER t\nBEGIN NULL; END;',
      'COMMIT',
    ]);
  });

  test.each([
    ['SELECT 1 FROM dual', 'line 1 is not ended'],
    ["COMMIT;\nSELECT 'a FROM dual;", 'line 2 is not closed'],
    ['COMMIT; /* and so on', 'line 1 is not closed'],
    ['BEGIN NULL; END;', 'slash'],
  ])('a script that breaks off is refused: %s', (script, reason) => {
    expect(() => splitStatements(script)).toThrow(reason);
  });

  test('whatever stands in texts, comments and names, the same statements come back', () => {
    const inside = fc.string({ unit: fc.constantFrom('a', ';', '-', ' ', '\n', '(', 'é') });
    const element = fc.oneof(
      inside.map((text) => `'${text.replaceAll("'", '')}'`),
      inside.map((text) => `"${text}"`),
      inside.map((text) => `/*${text.replaceAll('*/', '')}*/`),
      inside.map((text) => `--${text.replaceAll('\n', '')}\n`),
      inside.map((text) => `q'[${text}]'`),
      fc.constantFrom('x', ' ', ',', '1.5', '='),
    );
    const statement = fc.array(element, { maxLength: 8 }).map((parts) => `SELECT ${parts.join('')} 1`);
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
        expect(texts(statements.map((text) => `${text};\n`).join(''))).toEqual(statements);
      }),
    );
  });
});
