// Every problem of a field has a text in both languages, and nothing of zod's own English gets through.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fillPlaceholders } from '../../../../shared/errors/codes.ts';
import { fieldProblemCodes, fieldProblemText, problemsOf, refuseProblems, type FieldProblem } from '../../../../shared/errors/field-problem.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  size: z.number().int().min(1).max(9),
  kind: z.enum(['a', 'b']),
  inner: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('x'), on: z.boolean() }), z.strictObject({ kind: z.literal('y') })]),
});
const good = { name: 'n', size: 1, kind: 'a', inner: { kind: 'y' } };
const found = (change: object): [string, string, object][] =>
  problemsOf(schema, { ...good, ...change }).map(({ path, code, params }) => [path, code, params]);

describe('problems of a value', () => {
  test('are none for a good one', () => {
    expect(found({})).toEqual([]);
  });

  test.each<[object, [string, string, object][]]>([
    [{ name: undefined }, [['name', 'field.required', {}]]],
    [{ name: null }, [['name', 'field.required', {}]]],
    [{ name: '' }, [['name', 'field.required', {}]]],
    [{ name: 4 }, [['name', 'field.wrong-type', {}]]],
    [{ name: 'abcdef' }, [['name', 'field.too-long', { max: 5 }]]],
    [{ size: 1.5 }, [['size', 'field.whole-number', {}]]],
    [{ size: '1' }, [['size', 'field.wrong-type', {}]]],
    [{ size: Number.NaN }, [['size', 'field.wrong-type', {}]]],
    [{ size: 0 }, [['size', 'field.too-small', { min: 1 }]]],
    [{ size: 1e30 }, [['size', 'field.too-big', { max: 9 }]]],
    [{ kind: 'c' }, [['kind', 'field.choice', { choices: 'a, b' }]]],
    [{ kind: undefined }, [['kind', 'field.required', {}]]],
    [{ inner: { kind: 'z' } }, [['inner.kind', 'field.choice', { choices: 'x, y' }]]],
    [{ inner: { kind: 'x' } }, [['inner.on', 'field.required', {}]]],
    [{ inner: null }, [['inner', 'field.required', {}]]],
    [{ extra: 1 }, [['', 'field.unknown', { keys: 'extra' }]]],
  ])('%j', (change, wanted) => {
    expect(found(change)).toEqual(wanted);
  });

  test('become one refusal', () => {
    expect(() => refuseProblems(schema, good)).not.toThrow();
    expect(() => refuseProblems(schema, { ...good, name: '' })).toThrow(
      expect.objectContaining({ code: 'input.invalid', fields: [{ path: 'name', code: 'field.required', params: {} }] }),
    );
  });
});

describe('texts', () => {
  const texts = (code: FieldProblem['code']) =>
    (['en', 'es'] as const).map((language) => fieldProblemText({ path: '', code, params: {} }, language));

  test.each(fieldProblemCodes)('%s has one in each language, about the same things', (code) => {
    const [en, es] = texts(code) as [string, string];
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(en.trim().length).toBeGreaterThan(5);
    expect(es.trim().length).toBeGreaterThan(5);
    expect(en).not.toBe(es);
    expect(places(es)).toEqual(places(en));
  });

  test('are filled from the problem', () => {
    const problem = { path: 'tag', code: 'tag.too-long', params: { length: 31 } } as const;
    expect(fieldProblemText(problem, 'es')).toContain('31');
    expect(fillPlaceholders('{a} {b}', { a: 1 })).toBe('1 {b}');
  });
});
