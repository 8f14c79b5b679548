// Marked stretches are the line itself, and mark exactly what a search meets.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundMark, markedStretches } from '../../../../renderer/ui/marks.ts';

const marked = (line: string, ...words: string[]): string =>
  markedStretches(line, words).map(({ text, marked: is }) => (is ? `[${text}]` : text)).join('');

test.each([
  ['ORA-19809: limit', ['ora-19809'], '[ORA-19809]: limit'],
  ['a catálogo', ['catalogo'], 'a [catálogo]'],
  ['a.b+c', ['.b+'], 'a[.b+]c'],
  ['backup backups', ['backup', 'backups'], '[backup] [backups]'],
  ['nothing', ['x'], 'nothing'],
  ['', ['x'], ''],
  ['x', [''], 'x'],
])('%j with %j', (line, words, expected) => {
  expect(marked(line, ...words)).toBe(expected);
});

test('together they are the line, for any line and words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme', maxLength: 4 })), (line, words) => {
      expect(markedStretches(line, words).map(({ text }) => text).join('')).toBe(line);
    }),
  );
});

test('a mark far to the right is brought into sight', () => {
  const line = `${'x'.repeat(60)} ORA-1`;
  expect(aroundMark(line, ['ORA-1'])).toBe(`…${'x'.repeat(15)} ORA-1`);
  expect(aroundMark('ORA-1 here', ['ORA-1'])).toBe('ORA-1 here');
  expect(aroundMark('nothing here', ['ORA-1'])).toBe('nothing here');
});
