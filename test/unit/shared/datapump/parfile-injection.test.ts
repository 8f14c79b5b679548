// Whatever is put into an export's fields, it is refused beside that field, or expdp reads the very parameters that
// were meant. The judge is a reader of parfiles of its own, as strict as the client's.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strategySpecSchema, type StrategySpec } from '../../../../shared/domain/strategy.ts';
import type { DataPumpScope } from '../../../../shared/domain/strategy/data-pump.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { renderScript } from '../../../../shared/rman/render-script.ts';
import { exportKinds, exportSpec } from '../../../support/export-kinds.ts';
import { hostileText } from '../../../support/hostile-text.ts';

const ID = '01JZZZZZZZABCDEFGHJKMNPQRS';
const RUNS = 800;

/** Parameters as names and values: a value ends at a line break outside of quotes, `#` outside begins a comment. */
function read(text: string): [string, string][] {
  const found: [string, string][] = [];
  let line = '';
  let quote = '';
  for (const character of `${text}\n`) {
    if (quote === '' && /[\r\n\u0085\u2028\u2029]/.test(character)) {
      const bare = line.trim();
      if (bare !== '' && !bare.startsWith('#')) {
        const split = /^([a-z_]+)=(.*)$/su.exec(bare);
        found.push(split ? [split[1]!, split[2]!] : ['?', bare]);
      }
      line = '';
    } else {
      if (quote === '' && (character === '"' || character === "'") && !line.trimStart().startsWith('#')) quote = character;
      else if (character === quote) quote = '';
      line += character;
    }
  }
  if (quote !== '') found.push(['?', 'an open quote']);
  return found;
}

type Field = {
  good: fc.Arbitrary<string>;
  put(value: string): Partial<DataPumpScope>;
  parameter: string;
  written(value: string): string;
};

const PLAIN = /^[A-Z][A-Z0-9_$]*$/;
const fold = (name: string): string => (/^[A-Za-z][A-Za-z0-9_$#]*$/.test(name) ? name.toUpperCase() : name);
const name = (value: string): string => (PLAIN.test(fold(value)) ? fold(value) : `'"${fold(value)}"'`);
const word = fc.constantFrom('HR', 'hr', 'Mixed Case', 'A#B', 'Año');
const same = (value: string): string => value;

const FIELDS: Record<string, Field> = {
  schema: { good: word, put: (v) => ({ what: { by: 'schemas', schemas: ['OE', v] } }), parameter: 'schemas', written: (v) => `OE,${name(v)}` },
  tablespace: { good: word, put: (v) => ({ what: { by: 'tablespaces', tablespaces: [v] } }), parameter: 'tablespaces', written: name },
  directory: { good: fc.constant('BKP_DIR'), put: (v) => ({ directory: v }), parameter: 'directory', written: same },
  fileName: { good: fc.constant('hr-nightly'), put: (v) => ({ fileName: v }), parameter: 'logfile', written: (v) => `${v}_${ID}.log` },
  fileSize: { good: fc.constant('8G'), put: (v) => ({ fileSize: v }), parameter: 'filesize', written: same },
  version: { good: fc.constantFrom('12.2', 'LATEST'), put: (v) => ({ version: v }), parameter: 'version', written: same },
  path: {
    good: fc.constantFrom('TABLE', 'TABLE/INDEX'),
    put: (v) => ({ filter: { kind: 'exclude', items: [{ path: v, expression: null }] } }), parameter: 'exclude', written: same,
  },
  expression: {
    good: fc.constantFrom("IN ('A','B')", "LIKE 'T#%'", "NOT IN ('O''Brien')"),
    put: (v) => ({ filter: { kind: 'include', items: [{ path: 'TABLE', expression: v }] } }),
    parameter: 'include', written: (v) => `TABLE:"${v}"`,
  },
  clause: {
    good: fc.constantFrom('WHERE a > 1', "WHERE a = ';' ORDER BY b", 'ORDER BY c'),
    put: (v) => ({ queries: [{ table: 'HR.JOBS', clause: v }] }), parameter: 'query', written: (v) => `HR.JOBS:"${v}"`,
  },
  moment: {
    good: fc.constant('2026-10-04T02:00'), put: (v) => ({ consistent: { kind: 'at', moment: v } }), parameter: 'flashback_time',
    written: (v) => `"TO_TIMESTAMP('${v.replace('T', ' ')}:00','YYYY-MM-DD HH24:MI:SS')"`,
  },
};

const rendered = (spec: StrategySpec): [string, string][] =>
  read(renderScript(spec, { version: 1, commandId: ID }).text);

describe('a hostile value', () => {
  test.each(Object.keys(FIELDS))('in %s is refused there or stays that one value', (key) => {
    const { good, put, parameter, written } = FIELDS[key]!;
    const usual = rendered(exportSpec(put(fc.sample(good, { numRuns: 1, seed: 1 })[0]!)));
    let accepted = 0;
    fc.assert(
      fc.property(hostileText(good), (value) => {
        const spec = exportSpec(put(value));
        if (problemsOf(strategySpecSchema, spec).length > 0) {
          expect(() => renderScript(spec, { version: 1, commandId: ID })).toThrow();
          return;
        }
        accepted += 1;
        const parameters = rendered(spec);
        expect(parameters.map(([of]) => of)).toEqual(usual.map(([of]) => of));
        expect(parameters.find(([of]) => of === parameter)?.[1]).toBe(written(value));
      }),
      { numRuns: RUNS },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  test('in a table is refused or keeps schema, table and partition apart', () => {
    fc.assert(
      fc.property(hostileText(fc.constantFrom('HR.JOBS', 'SH.SALES:Q1', 'APP.Mixed Case')), (value) => {
        const spec = exportSpec({ what: { by: 'tables', tables: [value] } });
        if (problemsOf(strategySpecSchema, spec).length > 0) return;
        const parts = value.split(/[.:]/).map(fold);
        const bare = parts.every((part) => PLAIN.test(part));
        const marks = ['', '.', ':'];
        const text = parts.map((part, index) => `${marks[index]}${bare ? part : `"${part}"`}`).join('');
        expect(rendered(spec).find(([of]) => of === 'tables')?.[1]).toBe(bare ? text : `'${text}'`);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(['HR"', "HR'", 'HR\nfull=y', 'A,B', 'A\\', 'HR\u2028full=y', 'HR\uff02'])('%j is no name', (value) => {
    expect(problemsOf(strategySpecSchema, exportSpec({ what: { by: 'schemas', schemas: [value] } })).map(({ path }) => path))
      .toEqual(['scope.what.schemas.0']);
  });

  test.each(["IN ('A", "IN ('A'))", 'LIKE "X"', "LIKE 'X' -- y", "LIKE 'X'; DROP", "LIKE 'X\n'", "= 'a\\'", 'SELECT 1'])(
    '%j is no condition', (value) => {
      const spec = exportSpec(FIELDS['expression']!.put(value));
      expect(problemsOf(strategySpecSchema, spec).map(({ path }) => path)).toEqual(['scope.filter.items.0.expression']);
    });
});

describe('what excludes what', () => {
  const encrypted = { encryption: { kind: 'password', algorithm: null } } as const;
  test.each<[string, Partial<DataPumpScope>, Partial<StrategySpec>, string]>([
    ['several workers with one file', { files: 'single', parallel: 2 }, {}, 'scope.files'],
    ['a size with one file', { files: 'single', fileSize: '1G' }, {}, 'scope.files'],
    ['an algorithm without compressed rows', { compressionLevel: 'low' }, {}, 'scope.compressionLevel'],
    ['a schema filter in a schema export', { filter: { kind: 'exclude', items: [{ path: 'SCHEMA', expression: null }] } }, {}, 'scope.filter.items.0.path'],
    ['a query without rows', { content: 'metadata-only', queries: [{ table: null, clause: 'WHERE 1=1' }] }, {}, 'scope.queries.0.clause'],
    ['a query of an estimate', { estimateOnly: true, queries: [{ table: null, clause: 'WHERE 1=1' }] }, {}, 'scope.queries.0.clause'],
    ['an estimate of definitions', { estimateOnly: true, content: 'metadata-only' }, {}, 'scope.content'],
    ['an encrypted estimate', { estimateOnly: true }, encrypted, 'encryption'],
    ['columns by the keystore', { encrypted: 'encrypted-columns-only' }, { encryption: { kind: 'dual', algorithm: null } }, 'scope.encrypted'],
    ['compressed rows of definitions', { compression: 'data-only', content: 'metadata-only' }, {}, 'scope.compression'],
    ['an option of RMAN', {}, { channels: 2 }, 'channels'],
  ])('%s is refused beside the field', (_, scope, change, path) => {
    const spec = { ...exportSpec(scope), ...change };
    expect(problemsOf(strategySpecSchema, spec).map((problem) => problem.path)).toEqual([path]);
  });

  test('no password and no login is in any parfile', () => {
    for (const [, spec] of exportKinds) {
      const names = rendered(spec).map(([of]) => of);
      expect(names).not.toContain('?');
      expect(names.filter((of) => of === 'userid' || of === 'encryption_password')).toEqual([]);
      expect(names.includes('reuse_dumpfiles')).toBe(!names.includes('estimate_only'));
    }
  });
});
