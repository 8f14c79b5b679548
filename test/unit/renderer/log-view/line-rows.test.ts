// Rows of wrapped lines are counted as a naive filling of rows counts them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, rowsOfText } from '../../../../renderer/log-view/line-rows.ts';

test.each([
  ['', 10, 1],
  ['0123456789', 10, 1],
  ['0123456789a', 10, 2],
  ['\tx', 8, 2],
  ['恢复管理器', 4, 3],
  ['a恢复', 4, 2],
])('%j in %i columns takes %i rows', (text, columns, rows) => {
  expect(rowsOfText(text, columns)).toBe(rows);
});

test('no width of its own hides a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '恢', '\t') }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
      const rows = rowsOfText(text, columns);
      expect(rows * columns).toBeGreaterThanOrEqual(text.replaceAll('\t', '').length);
      expect(rows).toBeGreaterThanOrEqual(1);
      // Without wide characters and tabs nothing is left over at the end of a row.
      if (!/[\t恢]/.test(text)) expect(rows).toBe(Math.max(1, Math.ceil(columnsOf(text) / columns)));
    }),
  );
});
