// Undo and redo of a form: what it held before, edit by edit. Knows no form in particular and keeps nothing on disk.
import { useCallback, useEffect, useState } from 'react';
import type { Form } from './form.ts';

/** `at`: when the last edit was made. */
export type EditHistory<Value> = { past: readonly Value[]; present: Value; future: readonly Value[]; at: number };

/** Keystrokes closer than this are one edit: undo takes back a word, not a letter. */
const ONE_EDIT_MS = 700;
const MOST_EDITS = 200;

export const begun = <Value>(value: Value): EditHistory<Value> => ({ past: [], present: value, future: [], at: -Infinity });

/** The history after the form has come to hold `value`; the same one when nothing changed. */
export function recorded<Value>(history: EditHistory<Value>, value: Value, now: number): EditHistory<Value> {
  if (JSON.stringify(value) === JSON.stringify(history.present)) return history;
  const goesOn = now - history.at < ONE_EDIT_MS && history.past.length > 0 && history.future.length === 0;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_EDITS);
  return { past, present: value, future: [], at: now };
}

/** One edit back; the same history when there is none. The next keystroke begins an edit of its own. */
export function undone<Value>({ past, present, future, at }: EditHistory<Value>): EditHistory<Value> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, at };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], at: -Infinity };
}

/** One edit forward again; the same history when none was undone. */
export function redone<Value>({ past, present, future, at }: EditHistory<Value>): EditHistory<Value> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future, at };
  return { past: [...past, present], present: next, future: rest, at: -Infinity };
}

/** The history of a form for as long as its page is open. Discarding a draft is an edit too: it can be undone. */
export function useEditHistory<Value>({ value, change }: Pick<Form<Value>, 'value' | 'change'>) {
  const [history, setHistory] = useState(() => begun(value));
  useEffect(() => setHistory((earlier) => recorded(earlier, value, Date.now())), [value]);
  const go = useCallback(
    (to: (history: EditHistory<Value>) => EditHistory<Value>): void => {
      const next = to(history);
      if (next.present === history.present) return;
      setHistory(next);
      change(next.present);
    },
    [history, change],
  );
  return {
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => go(undone),
    redo: () => go(redone),
  };
}
