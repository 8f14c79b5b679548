// The arithmetic of a window that slides over a log of any length. Pure; knows neither lines' texts nor the page.
//
// A browser cannot lay out an element of a hundred million pixels, and wrapped lines have heights that are only known
// once they were read. So the truth is a place (a line and the pixels of it that are above the window), and the
// scrollbar is its picture: exact while the log fits, in proportion beyond.

/** The first line in sight, and how many pixels of it are above the window. */
export type Place = { line: number; offset: number };

export type Extent = {
  /** Lines of the log. */
  total: number;
  /** Pixels of one row of text. */
  rowHeight: number;
  /** Pixels of the window. */
  viewport: number;
  /** Rows that a line takes, 1 at least; 1 also for lines that nobody has read yet. */
  rowsOf(line: number): number;
};

/** The tallest element we ask for. Chromium lays out some 33 million pixels, and loses exactness long before. */
export const TALLEST = 8_000_000;

export const TOP: Place = { line: 0, offset: 0 };

const heightOf = (line: number, { rowHeight, rowsOf }: Extent): number => rowsOf(line) * rowHeight;

const isBefore = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.offset < b.offset);

/** Height of what the scrollbar believes to scroll over. */
export function spaceHeight({ total, rowHeight, viewport }: Extent): number {
  return Math.max(viewport, Math.min(total * rowHeight, TALLEST));
}

/** The lowest place: the last line touches the lower edge. */
export function lastPlace(extent: Extent): Place {
  let line = extent.total;
  let missing = extent.viewport;
  while (line > 0 && missing > 0) {
    line -= 1;
    missing -= heightOf(line, extent);
  }
  return { line, offset: Math.max(0, -missing) };
}

/** `place`, but never beyond the end. */
export function within(place: Place, extent: Extent): Place {
  const last = lastPlace(extent);
  return isBefore(last, place) ? last : place;
}

/** `place` after scrolling by `pixels`, down when positive. */
export function moved(place: Place, pixels: number, extent: Extent): Place {
  let { line } = place;
  let offset = place.offset + pixels;
  while (offset < 0 && line > 0) {
    line -= 1;
    offset += heightOf(line, extent);
  }
  while (line < extent.total - 1 && offset >= heightOf(line, extent)) {
    offset -= heightOf(line, extent);
    line += 1;
  }
  return within({ line, offset: Math.max(0, offset) }, extent);
}

/** True when nothing is below the window. */
export function isAtEnd(place: Place, extent: Extent): boolean {
  return !isBefore(moved(place, extent.rowHeight / 2, extent), lastPlace(extent));
}

const positionOf = (place: Place, extent: Extent): number => place.line + place.offset / heightOf(place.line, extent);

/** The place that a scrollbar stands for that is moved by `share` (0 to 1) of the way it can go. */
export function placeAtShare(share: number, extent: Extent): Place {
  const last = lastPlace(extent);
  if (share <= 0) return TOP;
  if (share >= 1) return last;
  const position = share * positionOf(last, extent);
  const line = Math.floor(position);
  return within({ line, offset: (position - line) * heightOf(line, extent) }, extent);
}

/** Where the scrollbar belongs when the window is at `place`, as a share of its way. */
export function shareOfPlace(place: Place, extent: Extent): number {
  const end = positionOf(lastPlace(extent), extent);
  return end <= 0 ? 0 : Math.min(1, positionOf(place, extent) / end);
}

/** The lines of which a part is in sight, one partly visible at either edge included. */
export function linesInSight(place: Place, extent: Extent): { from: number; count: number } {
  let line = place.line;
  let filled = -place.offset;
  while (line < extent.total && filled < extent.viewport) {
    filled += heightOf(line, extent);
    line += 1;
  }
  return { from: place.line, count: line - place.line };
}

/** The nearest place that shows `line` whole (or its beginning); `center` puts it in the middle. */
export function placeShowing(line: number, align: 'nearest' | 'center', place: Place, extent: Extent): Place {
  const target: Place = { line: Math.max(0, Math.min(line, extent.total - 1)), offset: 0 };
  if (align === 'center') {
    return moved(target, -Math.max(0, (extent.viewport - heightOf(target.line, extent)) / 2), extent);
  }
  if (isBefore(target, place)) return within(target, extent);
  const lowest = moved(target, Math.min(0, heightOf(target.line, extent) - extent.viewport), extent);
  return isBefore(place, lowest) ? within(lowest, extent) : place;
}
