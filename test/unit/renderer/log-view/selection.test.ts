// The cursor keeps to the log, and a selection grows from where it began.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorAfter, isSelected, selectedRange, selectionAt } from '../../../../renderer/log-view/selection.ts';

test('keys move within the log', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End');
  const totals = fc.integer({ min: 1, max: 200 });
  const pages = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(fc.array(keys), totals, pages, (pressed, total, page) => {
      const end = pressed.reduce((cursor, key) => cursorAfter(key, cursor, page, total) ?? cursor, 0);
      expect(end).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThan(total);
    }),
  );
  expect([cursorAfter('PageDown', 5, 30, 1000), cursorAfter('End', 5, 30, 1000), cursorAfter('x', 5, 30, 1000)]).toEqual([35, 999, undefined]);
});

test('extending keeps the line where it began, in either direction', () => {
  const down = selectionAt(selectionAt(null, 10, false), 14, true);
  expect(selectedRange(down)).toEqual({ from: 10, count: 5 });
  const up = selectionAt(down, 7, true);
  expect(selectedRange(up)).toEqual({ from: 7, count: 4 });
  expect([6, 7, 10, 11].map((line) => isSelected(up, line))).toEqual([false, true, true, false]);
  expect(selectedRange(selectionAt(up, 3, false))).toEqual({ from: 3, count: 1 });
  expect(isSelected(null, 0)).toBe(false);
});
