// The search of a log view: what is looked for, what was found, and going on from there.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFailureText } from '../state/window-parts.tsx';
import type { Cursor } from './use-cursor.ts';
import type { LogSource } from './log-source.ts';
import { findMatch, type Match } from './search.ts';

/** While somebody types, a search of every letter would only be thrown away. */
const TYPING_MS = 180;

export type Find = {
  open: boolean;
  text: string;
  /** `null` while nothing was searched. */
  match: Match | null;
  busy: boolean;
  problem: string | null;
  show(): void;
  hide(): void;
  type(text: string): void;
  go(backwards: boolean): void;
};

/** `initial` is looked for at once but moves nothing: whoever asks for it says where to look. */
export function useFind(source: LogSource, cursor: Cursor, initial: string): Find {
  const [open, setOpen] = useState(initial !== '');
  const [text, setText] = useState(initial);
  const [match, setMatch] = useState<Match | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const failureText = useFailureText();
  /** Only the newest search may speak. */
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const search = useCallback(
    async (
      wanted: string,
      from: number,
      backwards: boolean,
      inclusive: boolean,
      move: ((line: number) => void) | null,
    ) => {
      const mine = (latest.current += 1);
      if (wanted === '') {
        setMatch(null);
        return;
      }
      setBusy(true);
      setProblem(null);
      try {
        const found = await findMatch(source, wanted, from, { backwards, inclusive });
        if (mine !== latest.current) return;
        setMatch(found);
        if (found.line !== null) move?.(found.line);
      } catch (error) {
        const reason = await failureText(error);
        if (mine === latest.current) setProblem(reason);
      } finally {
        if (mine === latest.current) setBusy(false);
      }
    },
    [source, failureText],
  );

  useEffect(() => {
    if (initial !== '') void search(initial, 0, false, true, null);
    return () => clearTimeout(timer.current);
  }, [initial, search]);

  return {
    open,
    text,
    match,
    busy,
    problem,
    show: () => setOpen(true),
    hide: () => {
      setOpen(false);
      setText('');
      setMatch(null);
      latest.current += 1;
      clearTimeout(timer.current);
    },
    type: (next) => {
      setText(next);
      clearTimeout(timer.current);
      const from = Math.max(0, cursor.from());
      timer.current = setTimeout(() => void search(next, from, false, true, cursor.jump), TYPING_MS);
    },
    go: (backwards) => {
      clearTimeout(timer.current);
      // Before the first line in sight counts as nowhere yet: the first match may stand in it.
      void search(text, cursor.from(), backwards, false, cursor.jump);
    },
  };
}
