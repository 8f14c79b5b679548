// Which lines of a log are selected, from the keyboard or in the margin. Pure.

/** From the line where it began to the line where the cursor is, in either direction. */
export type Selection = { anchor: number; head: number };

export const selectedRange = ({ anchor, head }: Selection): { from: number; count: number } => ({
  from: Math.min(anchor, head),
  count: Math.abs(anchor - head) + 1,
});

export const isSelected = (selection: Selection | null, line: number): boolean =>
  selection !== null &&
  line >= Math.min(selection.anchor, selection.head) &&
  line <= Math.max(selection.anchor, selection.head);

/** The cursor at `line`; `extend` keeps the other end where it is. */
export function selectionAt(selection: Selection | null, line: number, extend: boolean): Selection {
  return { anchor: extend && selection ? selection.anchor : line, head: line };
}

/** The line that a key leads to, or `undefined` when the key moves no cursor. `page` is the lines of a screen. */
export function cursorAfter(key: string, cursor: number, page: number, total: number): number | undefined {
  const to = {
    ArrowDown: cursor + 1,
    ArrowUp: cursor - 1,
    PageDown: cursor + page,
    PageUp: cursor - page,
    Home: 0,
    End: total - 1,
  }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to));
}
