// Ties a log window to the page: measures it, hears wheel and scrollbar, and keeps the scrollbar at its picture of the
// place.
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { LogWindow } from './log-window.ts';

/** Columns of the measuring text. */
const MEASURED = 100;
/** Browsers keep scroll positions in device pixels; a smaller difference is rounding. */
const ROUNDING = 1;
const LINE_MODE = 1;

/** How far the scrollbar can go. Asked of the page: what it lays out of a very tall element is rounded. */
const wayOf = (element: HTMLElement): number => element.scrollHeight - element.clientHeight;

type Elements = { scroller: RefObject<HTMLDivElement | null>; ruler: RefObject<HTMLSpanElement | null> };

/** `margin` is the width in columns of the line numbers and marks beside the text. */
export function useLogScroll(win: LogWindow, { scroller, ruler }: Elements, share: number, margin: number): void {
  const own = useRef(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const scrollTop = share * wayOf(element);
    if (Math.abs(element.scrollTop - scrollTop) >= ROUNDING) element.scrollTop = scrollTop;
    own.current = element.scrollTop;
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      const box = ruler.current?.getBoundingClientRect();
      if (!box || box.width === 0 || element.clientHeight === 0) return;
      const columns = Math.floor(element.clientWidth / (box.width / MEASURED)) - margin;
      win.measure({ viewport: element.clientHeight, rowHeight: box.height, columns: Math.max(20, columns) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [win, scroller, ruler, margin]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The wheel is ours, so that lines are drawn in the same frame in which they move, and one notch is the same
    // distance in a log of any length.
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      win.scrollBy(event.deltaMode === LINE_MODE ? event.deltaY * (ruler.current?.offsetHeight ?? 18) : event.deltaY);
    };
    const onScroll = (): void => {
      if (Math.abs(element.scrollTop - own.current) < ROUNDING) return;
      own.current = element.scrollTop;
      win.scrollTo(element.scrollTop / Math.max(1, wayOf(element)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('scroll', onScroll);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('scroll', onScroll);
    };
  }, [win, scroller, ruler]);
}
