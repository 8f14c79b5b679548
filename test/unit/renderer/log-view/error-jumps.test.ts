// The next error is found in the verdict's list, or by reading on, in either direction.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsError, nextOf, scanForError } from '../../../../renderer/log-view/error-jumps.ts';

const FRAME = 'RMAN-00571: ===========================================================';
const ERROR = 'ORA-19809: limit exceeded for recovery files';
const PLAIN = 'using target database control file instead of recovery catalog';

test('the list is walked around its ends', () => {
  const lines = [10, 50, 90];
  expect([nextOf(lines, -1, false), nextOf(lines, 10, false), nextOf(lines, 90, false)]).toEqual([10, 50, 10]);
  expect([nextOf(lines, 90, true), nextOf(lines, 10, true)]).toEqual([50, 90]);
  expect(nextOf([], 3, false)).toBeNull();
});

test('a group of error lines begins once', () => {
  expect(beginsError(FRAME, PLAIN)).toBe(true);
  expect(beginsError(ERROR, FRAME)).toBe(false);
  expect(beginsError(ERROR, undefined)).toBe(true);
  expect(beginsError(PLAIN, ERROR)).toBe(false);
});

test('reading on finds what looking at every line finds', async () => {
  const logs = fc.array(fc.constantFrom(FRAME, ERROR, PLAIN, PLAIN, PLAIN), { maxLength: 60 });
  const places = fc.integer({ min: -1, max: 60 });
  await fc.assert(
    fc.asyncProperty(logs, places, fc.boolean(), async (lines, from, backwards) => {
      const source = {
        total: () => lines.length,
        // Fewer lines than asked for, as main may answer.
        lines: (start: number, count: number) => Promise.resolve(lines.slice(start, start + count)),
      };
      const begins = [...lines.keys()].filter((line) => beginsError(lines[line] ?? '', lines[line - 1]));
      const start = Math.min(from, lines.length);
      const expected = backwards ? begins.findLast((line) => line < start) : begins.find((line) => line > start);
      expect(await scanForError(source, start, backwards, new AbortController().signal)).toBe(expected ?? null);
    }),
  );
});

test('an abandoned search ends', async () => {
  const abort = new AbortController();
  const source = {
    total: () => 1_000_000_000,
    lines: (_from: number, count: number) => {
      abort.abort();
      return Promise.resolve(Array.from({ length: count }, () => PLAIN));
    },
  };
  await expect(scanForError(source, -1, false, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
