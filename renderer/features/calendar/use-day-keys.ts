// The keyboard in a grid of days: one of them is a stop of the Tab key, arrows move it, Enter opens it.
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { dayAfterKey } from './calendar-view.ts';
import { dayText, type Day } from './days.ts';

type DayKeys = { day: Day; onMove(day: Day): void; onOpen(day: Day): void };

/** `grid` is for the element with the role; cells carry `data-day` and the tab index of `tabIndexOf`. */
export function useDayKeys({ day, onMove, onOpen }: DayKeys) {
  const grid = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${dayText(day)}"]`)?.focus();
  }, [day]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = dayAfterKey(event.key, day);
    if (to !== null) {
      moved.current = true;
      onMove(to);
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(day);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { grid, onKeyDown, tabIndexOf: (one: Day): 0 | -1 => (one === day ? 0 : -1) };
}
