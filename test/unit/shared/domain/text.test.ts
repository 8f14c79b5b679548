// Safe text and free names.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeName } from '../../../../shared/domain/free-name.ts';
import { isHostile, safeText } from '../../../../shared/domain/safe-text.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { FORBIDDEN } from '../../../support/hostile-text.ts';

describe('safe text', () => {
  test('lets people write', () => {
    for (const text of ['', 'Año 2000', 'Producción (C.P.D. 2) – nº 1', 'день', '備份', '50 % #1 {x} [y] $z', 'e\u0301', '🙂']) {
      expect([text, isHostile(text)]).toEqual([text, false]);
    }
  });

  test('refuses everything that could be more than text', () => {
    for (const text of FORBIDDEN) expect([text, isHostile(`a${text}b`)]).toEqual([text, true]);
  });

  test('says to remove blanks at the ends', () => {
    expect(problemsOf(safeText(10), ' a').map(({ code }) => code)).toEqual(['text.trimmed']);
    expect(problemsOf(safeText(10), 'a\u00a0').map(({ code }) => code)).toEqual(['text.trimmed']);
  });

  test('is limited', () => {
    expect(problemsOf(safeText(3), 'abcd')).toEqual([{ path: '', code: 'field.too-long', params: { max: 3 } }]);
  });
});

describe('a free name', () => {
  test.each<[string, string[], string]>([
    ['DEMO', ['DEMO'], 'DEMO (2)'],
    ['DEMO', ['DEMO', 'demo (2)'], 'DEMO (3)'],
    ['DEMO (2)', ['DEMO', 'DEMO (2)'], 'DEMO (3)'],
    ['DEMO (2)', ['DEMO (2)', 'DEMO (4)'], 'DEMO (3)'],
    ['A'.repeat(60), [], `${'A'.repeat(56)} (2)`],
  ])('of %s beside %j is %s', (name, taken, free) => {
    expect(freeName(name, taken, 60)).toBe(free);
  });

  test('is free, not too long and no broken text, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (name, copies) => {
        const taken = [name];
        for (let copy = 0; copy < copies; copy += 1) {
          const free = freeName(name, taken, 60);
          expect(taken).not.toContain(free);
          expect(free.length).toBeLessThanOrEqual(60);
          expect(/\p{Surrogate}/u.test(free)).toBe(false);
          taken.push(free);
        }
      }),
    );
  });
});
