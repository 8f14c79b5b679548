// Undo and redo of a form: what it held before, edit by edit. Knows no form in particular and keeps nothing on disk.
import { useCallback, useEffect, useState } from 'react';
import type { Form } from './form.ts';

/** `at` and `typedIn`: when the last edit was made, and the text field that it was typed into (`null`: no typing). */
export type EditHistory<Value> = {
  past: readonly Value[];
  present: Value;
  future: readonly Value[];
  at: number;
  typedIn: string | null;
};

/** Keystrokes in one field closer than this are one edit: undo takes back a word, not a letter. */
const ONE_EDIT_MS = 700;
const MOST_EDITS = 200;
/** What comes next is an edit of its own. */
const NO_EDIT = { at: -Infinity, typedIn: null };

export const begun = <Value>(value: Value): EditHistory<Value> => ({
  past: [],
  present: value,
  future: [],
  ...NO_EDIT,
});

/** The history after the form has come to hold `value`; the same one when nothing changed. */
export function recorded<Value>(history: EditHistory<Value>, value: Value, now: number): EditHistory<Value> {
  if (JSON.stringify(value) === JSON.stringify(history.present)) return history;
  const typedIn = textChanged(history.present, value);
  const goesOn = typedIn !== null && typedIn === history.typedIn && now - history.at < ONE_EDIT_MS;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_EDITS);
  return { past, present: value, future: [], at: now, typedIn };
}

/** The history after a change made with one click, an edit of its own however closely typing comes before or after. */
export function recordedWhole<Value>(history: EditHistory<Value>, value: Value): EditHistory<Value> {
  const next = recorded({ ...history, ...NO_EDIT }, value, -Infinity);
  return { ...next, ...NO_EDIT };
}

/** The path of the one text that differs, `null` when something else or more differs. */
function textChanged(one: unknown, other: unknown): string | null {
  if (typeof one === 'string' && typeof other === 'string') return '';
  if (!isParent(one) || !isParent(other)) return null;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return null;
  const changed = keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
  const [key] = changed;
  if (key === undefined || changed.length > 1) return null;
  const below = textChanged(one[key], other[key]);
  return below === null ? null : `${key}.${below}`;
}

const isParent = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One edit back; the same history when there is none. The next keystroke begins an edit of its own. */
export function undone<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], ...NO_EDIT };
}

/** One edit forward again; the same history when none was undone. */
export function redone<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: rest, ...NO_EDIT };
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
  const changeWhole = useCallback(
    (next: Value): void => {
      setHistory((earlier) => recordedWhole(earlier, next));
      change(next);
    },
    [change],
  );
  return {
    /** Changes the form as one edit that nothing typed is merged with: a repair, an earlier version. */
    changeWhole,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => go(undone),
    redo: () => go(redone),
  };
}
