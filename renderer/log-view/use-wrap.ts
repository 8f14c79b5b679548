// Whether long lines are wrapped: a habit of the user, kept from log to log.
import { useLayoutEffect, useState } from 'react';
import type { LogWindow } from './log-window.ts';

const SHELF_KEY = 'respaldo.log-wrap';

export function useWrap(win: LogWindow): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => remembered());
  useLayoutEffect(() => win.wrap(on), [win, on]);
  return [
    on,
    (next) => {
      setOn(next);
      try {
        window.localStorage.setItem(SHELF_KEY, next ? 'on' : 'off');
      } catch {
        // A full shelf costs only the habit.
      }
    },
  ];
}

function remembered(): boolean {
  try {
    return window.localStorage.getItem(SHELF_KEY) === 'on';
  } catch {
    return false;
  }
}
