// The cursor and the selected lines of a log view, from the keyboard and from the margin.
import { useCallback, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { LogWindow, WindowView } from './log-window.ts';
import { cursorAfter, selectionAt, type Selection } from './selection.ts';

export type Cursor = {
  selection: Selection | null;
  /** The line to go on from: the cursor, or the line before the first in sight. */
  from(): number;
  /** Puts the cursor on a line and the line into the middle of the window. */
  jump(line: number): void;
  clear(): void;
  /** True when the key was ours. */
  onKey(event: KeyboardEvent): boolean;
  onMouseDown(event: MouseEvent): void;
};

export function useCursor(win: LogWindow, view: WindowView): Cursor {
  const [selection, setSelection] = useState<Selection | null>(null);
  const first = view.lines[0]?.number ?? 0;
  const page = Math.max(1, view.lines.length - 2);

  const jump = useCallback(
    (line: number): void => {
      setSelection(selectionAt(null, line, false));
      win.show(line, 'center');
    },
    [win],
  );

  const onKey = (event: KeyboardEvent): boolean => {
    if (view.total === 0 || event.altKey) return false;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      setSelection({ anchor: 0, head: view.total - 1 });
      return true;
    }
    const inSight = selection !== null && view.lines.some((line) => line.number === selection.head);
    // Without a cursor in sight the first key begins where the eye is.
    const cursor = inSight || event.shiftKey ? (selection?.head ?? first) : event.key === 'ArrowUp' ? first + page : first - 1;
    const to = cursorAfter(event.key, cursor, page, view.total);
    if (to === undefined || event.ctrlKey || event.metaKey) return false;
    setSelection(selectionAt(selection, to, event.shiftKey));
    win.show(to, 'nearest');
    if (to === view.total - 1 && view.growing && event.key === 'End') win.followAgain();
    return true;
  };

  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const line = Number(event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? Number.NaN);
    if (Number.isNaN(line)) return;
    const inMargin = event.target.closest('[data-margin]') !== null;
    setSelection(selectionAt(selection, line, event.shiftKey));
    // In the text the mouse selects characters, as everywhere; in the margin it selects lines.
    if (!inMargin && !event.shiftKey) return;
    event.preventDefault();
    if (inMargin) trackDrag(line, setSelection);
  };

  return {
    selection,
    from: () => (selection && view.lines.some((line) => line.number === selection.head) ? selection.head : first - 1),
    jump,
    clear: () => setSelection(null),
    onKey,
    onMouseDown,
  };
}

function trackDrag(anchor: number, select: (selection: (before: Selection | null) => Selection) => void): void {
  const onMove = (event: globalThis.MouseEvent): void => {
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-line]');
    const line = Number(over?.dataset['line'] ?? Number.NaN);
    if (!Number.isNaN(line)) select((before) => ({ anchor: before?.anchor ?? anchor, head: line }));
  };
  const onUp = (): void => {
    document.removeEventListener('mousemove', onMove);
    document.removeEventListener('mouseup', onUp);
  };
  document.addEventListener('mousemove', onMove);
  document.addEventListener('mouseup', onUp);
}
