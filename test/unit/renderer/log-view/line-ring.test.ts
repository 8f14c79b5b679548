// The ring holds the newest lines, whatever came before, and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineRing } from '../../../../renderer/log-view/line-ring.ts';

const line = (number: number): string => `line ${number}`;
const lines = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => line(from + at));

test('equals the end of a list that keeps everything', () => {
  const capacities = fc.integer({ min: 1, max: 50 });
  const counts = fc.array(fc.nat(80), { maxLength: 20 });
  fc.assert(
    fc.property(capacities, fc.nat(1000), counts, (capacity, start, chunks) => {
      const ring = createLineRing(capacity);
      let end = start;
      for (const count of chunks) {
        ring.push(end, lines(end, count));
        end += count;
      }
      const first = Math.max(start, end - capacity);
      if (end > start) expect([ring.start(), ring.end()]).toEqual([first, end]);
      for (let number = Math.max(0, first - 3); number < end + 3; number += 1) {
        expect(ring.get(number)).toBe(number >= first && number < end ? line(number) : undefined);
      }
    }),
  );
});

test('lines that do not join the ones held take their place', () => {
  const ring = createLineRing(10);
  ring.push(0, lines(0, 5));
  ring.push(100, lines(100, 3));
  expect([ring.start(), ring.end(), ring.get(4), ring.get(101)]).toEqual([100, 103, undefined, 'line 101']);
  ring.push(20, lines(20, 2));
  expect([ring.start(), ring.end(), ring.get(101), ring.get(20)]).toEqual([20, 22, undefined, 'line 20']);
});
