// The window over a log shows the right lines at any place, and every line can be reached in a log of any length.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isAtEnd,
  lastPlace,
  linesInSight,
  moved,
  placeAtShare,
  placeShowing,
  shareOfPlace,
  spaceHeight,
  TALLEST,
  TOP,
  type Extent,
  type Place,
} from '../../../../renderer/log-view/scroll-place.ts';

const ROW = 18;
/** Unwrapped: every line is one row. */
const flat = (total: number, viewport: number): Extent => ({ total, viewport, rowHeight: ROW, rowsOf: () => 1 });
/** Wrapped: rows that look random and are always the same for a line. */
const wrapped = (total: number, viewport: number): Extent => ({
  total,
  viewport,
  rowHeight: ROW,
  rowsOf: (line) => 1 + ((line * 7919) % 5),
});

const wheels = fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 30 });
const viewports = fc.integer({ min: 40, max: 1200 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const extents = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 500 }), viewports).map(([total, height]) => wrapped(total, height)),
  fc.tuple(fc.integer({ min: 1, max: 60_000_000 }), viewports).map(([total, height]) => flat(total, height)),
);
const placesIn = (extent: Extent): fc.Arbitrary<Place> =>
  shares.map((share) => placeAtShare(share, extent));

/** Pixels above a place, summed line by line: what the clever arithmetic must agree with. */
function pixelsAbove(place: Place, extent: Extent): number {
  let pixels = place.offset;
  for (let line = 0; line < place.line; line += 1) pixels += extent.rowsOf(line) * extent.rowHeight;
  return pixels;
}

describe('a log that fits', () => {
  test('scrolls pixel by pixel like any page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 2000 }), viewports, shares, (total, height, share) => {
        const extent = flat(total, height);
        const way = spaceHeight(extent) - height;
        fc.pre(way > 0);
        const scrollTop = share * way;
        expect(pixelsAbove(placeAtShare(share, extent), extent)).toBeCloseTo(scrollTop, 4);
        expect(shareOfPlace(placeAtShare(share, extent), extent) * way).toBeCloseTo(scrollTop, 4);
      }),
    );
  });
});

describe('any log', () => {
  test('the window is filled from its upper edge, and never beyond the last line', () => {
    fc.assert(
      fc.property(extents.chain((extent) => fc.tuple(fc.constant(extent), placesIn(extent))), ([extent, place]) => {
        const { from, count } = linesInSight(place, extent);
        expect(from).toBe(place.line);
        expect(place.offset).toBeGreaterThanOrEqual(0);
        expect(place.offset).toBeLessThan(extent.rowsOf(place.line) * ROW);
        expect(from + count).toBeLessThanOrEqual(extent.total);
        let height = -place.offset;
        for (let line = from; line < from + count; line += 1) height += extent.rowsOf(line) * ROW;
        // Filled, unless the whole log is shorter than the window.
        const last = lastPlace(extent);
        if (last.line > 0 || last.offset > 0) expect(height).toBeGreaterThanOrEqual(extent.viewport - 1e-6);
      }),
    );
  });

  test('the scrollbar leads from the first line to the last, and never backwards', () => {
    fc.assert(
      fc.property(extents, fc.array(shares, { minLength: 2, maxLength: 20 }), (extent, pulls) => {
        expect(placeAtShare(0, extent)).toEqual(TOP);
        expect(placeAtShare(1, extent)).toEqual(lastPlace(extent));
        const places = pulls.toSorted((a, b) => a - b).map((share) => placeAtShare(share, extent));
        places.slice(1).forEach((place, at) => {
          const before = places[at] ?? TOP;
          const furtherInLine = place.line === before.line && place.offset >= before.offset - 1e-6;
          expect(place.line > before.line || furtherInLine).toBe(true);
        });
      }),
    );
  });

  test('every line can be shown, near the edge or in the middle', () => {
    fc.assert(
      fc.property(
        extents.chain((extent) =>
          fc.tuple(fc.constant(extent), placesIn(extent), fc.nat(extent.total - 1), fc.constantFrom('nearest' as const, 'center' as const)),
        ),
        ([extent, place, line, align]) => {
          const shown = placeShowing(line, align, place, extent);
          const { from, count } = linesInSight(shown, extent);
          expect(line).toBeGreaterThanOrEqual(from);
          expect(line).toBeLessThan(from + count);
          // From its beginning: what is above the window is the end of a line before it.
          if (line === from) expect(shown.offset).toBeLessThan(1e-6 + (lastPlace(extent).line === from ? Infinity : 0));
        },
      ),
    );
  });

  test('a line in sight does not move the window', () => {
    const extent = flat(1000, 360);
    const place = { line: 100, offset: 5 };
    for (const line of [101, 110, 119]) expect(placeShowing(line, 'nearest', place, extent)).toEqual(place);
    expect(placeShowing(120, 'nearest', place, extent)).toEqual({ line: 101, offset: 0 });
    expect(placeShowing(99, 'nearest', place, extent)).toEqual({ line: 99, offset: 0 });
  });

  test('moving by pixels is what moving them one by one comes to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), viewports, wheels, (total, height, steps) => {
        const extent = wrapped(total, height);
        const end = pixelsAbove(lastPlace(extent), extent);
        let place = TOP;
        let pixels = 0;
        for (const step of steps) {
          place = moved(place, step, extent);
          pixels = Math.max(0, Math.min(end, pixels + step));
          expect(pixelsAbove(place, extent)).toBeCloseTo(pixels, 6);
        }
      }),
    );
  });
});

describe('a log beyond what a browser lays out', () => {
  const extent = flat(40_000_000, 600);

  test('the element stays within bounds', () => {
    expect(spaceHeight(extent)).toBe(TALLEST);
    expect(spaceHeight(flat(10, 600))).toBe(600);
  });

  test('from any place of the scrollbar the wheel reaches every line around', () => {
    fc.assert(
      fc.property(placesIn(extent), fc.integer({ min: -500, max: 500 }), (place, lines) => {
        fc.pre(place.line > 600 && place.line < extent.total - 1200);
        expect(moved(place, lines * ROW, extent).line).toBe(place.line + lines);
      }),
    );
  });

  test('the wheel arrives at both ends exactly', () => {
    const nearEnd = { line: extent.total - 40, offset: 3 };
    expect(moved(nearEnd, 10_000, extent)).toEqual(lastPlace(extent));
    expect(isAtEnd(moved(nearEnd, 10_000, extent), extent)).toBe(true);
    expect(isAtEnd(nearEnd, extent)).toBe(false);
    expect(moved({ line: 3, offset: 2 }, -10_000, extent)).toEqual(TOP);
  });
});
