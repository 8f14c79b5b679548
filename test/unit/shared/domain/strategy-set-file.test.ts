// A file with many strategies: round trip, one wrong among good ones, hostile files, and what an import would do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strategiesFromFile, strategiesToFile, strategyFromFile, strategyToFile } from '../../../../shared/domain/strategy-file.ts';
import { fieldName, specChanges, valueText } from '../../../../shared/domain/strategy/changes.ts';
import { importPlan, type ImportWorld } from '../../../../shared/domain/strategy/import-plan.ts';
import type { Strategy } from '../../../../shared/domain/strategy.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { anySpec, strategySpec } from '../../../support/strategy-specs.ts';

function problemsIn(text: string): [path: string, code: string, line: unknown][] {
  try {
    strategiesFromFile(text);
  } catch (error) {
    return (error as AppError).fields.map(({ path, code, params }) => [path, code, params['line']]);
  }
  return [];
}

const set = (content: string): string => `{"format": "respaldo.strategy", "formatVersion": 3,\n"strategies": ${content}}`;
const A = strategySpec({ name: 'A' });
const B = strategySpec({ name: 'B', channels: 4 });

describe('a file of a set', () => {
  test('gives back what was written, whatever the strategies', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySpec, fc.option(fc.constantFrom('PROD', 'TEST'))), { minLength: 1, maxLength: 5 }), (some) => {
        const filed = some.map(([spec, target]) => ({ spec, target }));
        const read = strategiesFromFile(strategiesToFile(filed));
        expect(read.map((one) => (one.kind === 'good' ? { spec: one.spec, target: one.target } : one))).toEqual(filed);
      }),
      { numRuns: 60 },
    );
  });

  test('with one strategy is that strategy, with two it says so where one is wanted', () => {
    expect(strategyFromFile(strategiesToFile([{ target: 'PROD', spec: A }]))).toEqual(A);
    expect(() => strategyFromFile(strategiesToFile([{ target: null, spec: A }, { target: null, spec: B }]))).toThrow();
    expect(strategiesFromFile(strategyToFile(A))).toEqual([{ kind: 'good', line: 4, target: null, spec: A }]);
  });

  test('keeps the good ones beside a wrong one, whose problems have their lines', () => {
    const text = set('[\n{"strategy": {"name": "A", "scope": {"kind": "spfile"}}},\n{"target": "PROD", "strategy": {\n"name": "B",\n"scope": {"kind": "spfile"},\n"channels": 99}}]');
    const [good, bad] = strategiesFromFile(text);
    expect(good).toMatchObject({ kind: 'good', line: 3 });
    expect(bad).toMatchObject({ kind: 'refused', line: 4, target: 'PROD', name: 'B' });
    expect(bad?.kind === 'refused' && bad.problems).toEqual([{ path: 'channels', code: 'field.too-big', params: { max: 32, line: 7 } }]);
  });

  test.each([
    [set('[]'), [['strategies', 'list.empty', 2]]],
    [set('{}'), [['strategies', 'field.wrong-type', 2]]],
    [set('[\n1]'), [['strategies.0', 'field.wrong-type', 3]]],
    [set('[\n{"strategy": {}, "password": "x"}]'), [['strategies.0', 'field.unknown', 3]]],
    [set('[\n{"strategy": {}, "target": {"a": 1}}]'), [['strategies.0.target', 'field.wrong-type', 3]]],
    [set('[{"strategy": {}, "strategy": {}}]'), [['strategies.0.strategy', 'file.twice', 2]]],
    ['{"format": "respaldo.strategy", "formatVersion": 2, "strategies": []}', [['', 'field.unknown', 1]]],
    ['{"format": "respaldo.strategy", "formatVersion": 4, "strategies": []}', [['formatVersion', 'file.version', undefined]]],
    [`[${'['.repeat(100)}${']'.repeat(101)}`, [['', 'file.syntax', 1]]],
    [' '.repeat(4_000_001), [['', 'field.too-long', undefined]]],
    ['{"strategies": [', [['', 'file.syntax', 1]]],
  ])('%.90j is refused as a whole', (text, expected) => {
    expect(problemsIn(text)).toEqual(expected);
  });

  test('takes no key that would change an object by its name', () => {
    const text = '{"name": "x", "scope": {"kind": "spfile"}, "__proto__": {"tag": "EVIL"}, "constructor": 1}';
    const [entry] = strategiesFromFile(text);
    expect(entry?.kind).toBe('refused');
    expect(({} as Record<string, unknown>)['tag']).toBeUndefined();
  });

  test('any text is read or refused by its place, and never breaks the reader', () => {
    const good = strategiesToFile([{ target: 'PROD', spec: A }]);
    fc.assert(
      fc.property(fc.nat({ max: good.length }), fc.nat({ max: 40 }), fc.string({ maxLength: 10 }), (at, gone, junk) => {
        const text = good.slice(0, at) + junk + good.slice(at + gone);
        return Array.isArray(problemsIn(text));
      }),
      { numRuns: 500 },
    );
  });
});

const saved = (spec: Strategy['spec'], targetId = 't1'): Strategy => ({
  id: `id-${spec.name}`, targetId, enabled: true, version: 7, createdAt: 0, updatedAt: 0, spec,
});

const world = (change: Partial<ImportWorld> = {}): ImportWorld => ({
  targetFor: () => 't1', strategies: [saved(A), saved(B)], problemsAt: () => [], ...change,
});

describe('the plan of an import', () => {
  const file = strategiesFromFile(
    strategiesToFile([A, { ...B, name: 'b', channels: 2, tag: 'T' }, strategySpec({ name: 'C' })].map((spec) => ({ target: 'PROD', spec }))),
  );

  test('says new, changed field by field, and same', () => {
    const rows = importPlan(file, world());
    expect(rows.map(({ name, state }) => [name, state])).toEqual([['A', 'same'], ['b', 'changed'], ['C', 'new']]);
    const changed = rows[1];
    expect(changed?.state === 'changed' && [changed.id, changed.version, changed.changes]).toEqual([
      'id-B', 7,
      [
        { path: 'name', before: 'B', after: 'b' },
        { path: 'channels', before: 4, after: 2 },
        { path: 'tag', before: null, after: 'T' },
      ],
    ]);
  });

  test('refuses a name twice, a database that is not chosen and what the database cannot do, each beside its reason', () => {
    const twice = importPlan([...file, file[0]!], world());
    expect(twice.at(-1)).toMatchObject({ state: 'refused', problems: [{ code: 'import.name-twice' }] });
    expect(importPlan(file, world({ targetFor: () => null }))[0]).toMatchObject({ state: 'refused', problems: [{ code: 'import.no-target' }] });
    const problem = { path: 'scope.kind', code: 'option.release', params: {} } as const;
    expect(importPlan(file, world({ problemsAt: () => [problem] }))[0]).toMatchObject({ state: 'refused', problems: [problem] });
  });

  test('knows the strategies of its own database alone', () => {
    expect(importPlan(file, world({ targetFor: () => 't2' })).map(({ state }) => state)).toEqual(['new', 'new', 'new']);
  });
});

describe('changes in words', () => {
  test('every field has a name in both languages', () => {
    for (const path of Object.keys(strategySpec())) {
      for (const language of ['en', 'es'] as const) expect(fieldName(path, language)).not.toBe(path);
    }
    expect(fieldName('afterwards.deleteObsolete.copies', 'es')).toBe('Después: delete obsolete');
  });

  test('values are lines', () => {
    expect([null, true, '', [], ['USERS', 'APP'], { by: 'all' }, 3].map((value) => valueText(value, 'es'))).toEqual([
      'ninguno', 'sí', 'ninguno', 'ninguno', 'USERS, APP', '{"by":"all"}', '3',
    ]);
  });

  test('nothing changed is no change', () => {
    expect(specChanges(A, structuredClone(A))).toEqual([]);
  });
});
