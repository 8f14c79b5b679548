// The state of one log view: where it stands, what is in sight, whether it follows. Redrawn once per frame however fast
// the log grows. Knows neither React nor the page, so that it can be tested as it is.
import { FOLLOWING, newLines, nextFollow, type Follow } from './follow.ts';
import { createLinePages } from './line-pages.ts';
import { columnsOf, rowsOfText } from './line-rows.ts';
import type { LogSource } from './log-source.ts';
import {
  isAtEnd,
  lastPlace,
  linesInSight,
  moved,
  placeAtShare,
  placeShowing,
  shareOfPlace,
  spaceHeight,
  TOP,
  within,
  type Extent,
  type Place,
} from './scroll-place.ts';

/** What the page measured. `columns` is how many characters fit a row. */
export type Measures = { viewport: number; rowHeight: number; columns: number };

/** `text` is `undefined` while the line is on its way. */
export type DrawnLine = { number: number; text: string | undefined; rows: number };

export type WindowView = {
  ready: boolean;
  growing: boolean;
  total: number;
  /** Why the log cannot be read or followed; `null` when all is well. */
  failure: unknown;
  lines: readonly DrawnLine[];
  /** Pixels of the first line that are above the window. */
  offset: number;
  /** Pixels of the window and of one row, as measured. */
  viewport: number;
  rowHeight: number;
  /** Height of the scrolled space, and where the scrollbar belongs: 0 to 1 of its way. */
  space: number;
  share: number;
  following: boolean;
  /** Lines that came since the user left the end. */
  newLines: number;
  /** Columns of the longest line seen so far. */
  widest: number;
};

export type LogWindow = {
  subscribe(ear: () => void): () => void;
  /** The same object until something has changed. */
  view(): WindowView;
  measure(measures: Measures): void;
  wrap(on: boolean): void;
  /** The user scrolled by so many pixels. */
  scrollBy(pixels: number): void;
  /** The user moved the scrollbar to a share (0 to 1) of its way. */
  scrollTo(share: number): void;
  /** Brings a line into sight and stops following. Asked for before the log is known, it happens then. */
  show(line: number, align: 'nearest' | 'center'): void;
  followAgain(): void;
};

/** Lines read beyond the edges, so that the next turn of the wheel finds them. */
const AHEAD = 64;

/** `nextFrame` calls back before the next painting; exchanged in tests. */
export function createLogWindow(source: LogSource, nextFrame: (then: () => void) => void): LogWindow {
  const ears = new Set<() => void>();
  const pages = createLinePages((from, count) => source.lines(from, count), later, (error) => {
    failure = error;
    later();
  });
  let measures: Measures = { viewport: 0, rowHeight: 18, columns: 80 };
  let wrapped = false;
  let place: Place = TOP;
  let follow: Follow = source.growing() ? FOLLOWING : { on: false, seen: source.total() };
  /** A line that must stay in sight until the user scrolls: rows change when wrapped lines arrive. */
  let aim: { line: number; align: 'nearest' | 'center' } | null = null;
  let widest = 0;
  let failure: unknown = null;
  let awaited = false;
  let drawn: WindowView | null = null;
  let leave = (): void => {};

  const textOf = (line: number): string | undefined => source.peek(line) ?? pages.get(line);

  function rowsOf(line: number): number {
    const text = wrapped ? textOf(line) : undefined;
    return text === undefined ? 1 : rowsOfText(text, measures.columns);
  }

  const extent = (): Extent => ({
    total: source.total(),
    rowHeight: measures.rowHeight,
    viewport: measures.viewport,
    rowsOf,
  });

  function settle(now: Extent): void {
    if (follow.on) place = lastPlace(now);
    else if (aim && now.total > 0) place = placeShowing(aim.line, aim.align, place, now);
    else place = within(place, now);
  }

  function wantAround(from: number, count: number, total: number): void {
    const inHand = Array.from({ length: count }, (_, at) => source.peek(from + at));
    if (inHand.every((text) => text !== undefined)) return;
    const start = Math.max(0, from - AHEAD);
    pages.want(start, Math.min(total, from + count + AHEAD) - start);
  }

  function draw(): WindowView {
    const now = extent();
    settle(now);
    const { from, count } = linesInSight(place, now);
    if (measures.viewport > 0) wantAround(from, count, now.total);
    const lines = Array.from({ length: count }, (_, at): DrawnLine => {
      const text = textOf(from + at);
      if (text !== undefined) widest = Math.max(widest, columnsOf(text));
      return { number: from + at, text, rows: rowsOf(from + at) };
    });
    return {
      ready: source.ready(),
      growing: source.growing(),
      total: now.total,
      failure: source.failure() ?? failure,
      lines,
      offset: place.offset,
      viewport: now.viewport,
      rowHeight: now.rowHeight,
      space: spaceHeight(now),
      share: shareOfPlace(place, now),
      following: follow.on,
      newLines: newLines(follow, now.total),
      widest,
    };
  }

  function changed(): void {
    drawn = null;
    for (const ear of ears) ear();
  }

  function later(): void {
    if (awaited) return;
    awaited = true;
    nextFrame(() => {
      awaited = false;
      changed();
    });
  }

  function goTo(next: Place): void {
    const now = extent();
    aim = null;
    failure = null;
    place = next;
    follow = nextFollow(follow, { kind: 'moved', atEnd: isAtEnd(place, now) && now.total > 0, total: now.total });
    if (!source.growing() && follow.on) {
      // At the end of a log that is complete there is nothing to follow, but rows may still arrive there.
      follow = { on: false, seen: now.total };
      aim = { line: now.total - 1, align: 'nearest' };
    }
    changed();
  }

  return {
    subscribe(ear) {
      ears.add(ear);
      if (ears.size === 1) leave = source.subscribe(later);
      return () => {
        ears.delete(ear);
        if (ears.size === 0) leave();
      };
    },
    view: () => (drawn ??= draw()),
    measure(next) {
      const same = (['viewport', 'rowHeight', 'columns'] as const).every((what) => next[what] === measures[what]);
      if (same) return;
      measures = next;
      changed();
    },
    wrap(on) {
      if (wrapped === on) return;
      wrapped = on;
      place = { line: place.line, offset: 0 };
      changed();
    },
    scrollBy: (pixels) => goTo(moved(place, pixels, extent())),
    scrollTo: (share) => goTo(placeAtShare(share, extent())),
    show(line, align) {
      aim = { line, align };
      failure = null;
      follow = nextFollow(follow, { kind: 'jumped', total: source.total() });
      changed();
    },
    followAgain() {
      aim = null;
      follow = nextFollow(follow, { kind: 'again' });
      changed();
    },
  };
}
