// Searching goes from match to match in either direction and around both ends, as a naive list of matches does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatch } from '../../../../renderer/log-view/search.ts';

/** Answers as main does: the nearest at or after (before) `from`. */
function sourceOf(lines: readonly string[]) {
  return {
    total: () => lines.length,
    find: (text: string, from: number, backwards: boolean) => {
      const matches = [...lines.keys()].filter((line) => lines[line]?.includes(text));
      const found = backwards ? matches.findLast((line) => line <= from) : matches.find((line) => line >= from);
      return Promise.resolve({ line: found ?? null, matches: matches.length });
    },
  };
}

test('equals walking a list of all matches', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('x', '-'), { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      fc.boolean(),
      fc.nat(29),
      async (lines, backwards, inclusive, start) => {
        const line = Math.min(start, lines.length - 1);
        const matches = [...lines.keys()].filter((number) => lines[number] === 'x');
        const fits = (number: number): boolean =>
          (inclusive && number === line) || (backwards ? number < line : number > line);
        const ahead = backwards ? matches.findLast(fits) : matches.find(fits);
        const around = backwards ? matches.at(-1) : matches[0];
        expect(await findMatch(sourceOf(lines), 'x', line, { backwards, inclusive })).toEqual({
          line: ahead ?? around ?? null,
          matches: matches.length,
          around: ahead !== undefined || around === undefined ? null : backwards ? 'bottom' : 'top',
        });
      },
    ),
  );
});

test('before the first line is a place to start from', async () => {
  const source = sourceOf(['x', '-']);
  expect(await findMatch(source, 'x', -1, { backwards: false, inclusive: false })).toMatchObject({ line: 0, around: null });
  expect(await findMatch(source, 'x', -1, { backwards: true, inclusive: false })).toMatchObject({ line: 0, around: 'bottom' });
});
