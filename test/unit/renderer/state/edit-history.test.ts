// Undo and redo: every edit can be taken back and made again, in any order, without losing or inventing a state.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { begun, recorded, recordedWhole, redone, undone, type EditHistory } from '../../../../renderer/state/edit-history.ts';

const times = (count: number, step: (one: EditHistory<string>) => EditHistory<string>, from: EditHistory<string>) =>
  Array.from({ length: count }).reduce<EditHistory<string>>((history) => step(history), from);

it('gives back every state in turn, and makes every edit again', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }), (values) => {
      const edits = values.filter((value, index) => value !== (values[index - 1] ?? ''));
      const written = edits.reduce((history, value, index) => recorded(history, value, index * 10_000), begun(''));
      const back: string[] = [];
      for (let history = written; ; ) {
        back.unshift(history.present);
        const next = undone(history);
        if (next === history) break;
        history = next;
      }
      expect(back).toEqual(['', ...edits]);
      expect(times(edits.length, redone, times(edits.length, undone, written)).present).toBe(written.present);
    }),
  );
});

it('takes what is typed at one go as one edit', () => {
  const typed = ['W', 'We', 'Wee', 'Week'].reduce((history, value, index) => recorded(history, value, 1000 + index * 100), begun(''));
  expect(undone(typed).present).toBe('');
  const later = recorded(typed, 'Weekly', 5000);
  expect(undone(later).present).toBe('Week');
});

it('takes two quick choices, or typing in two fields, as two edits', () => {
  const start = { name: '', report: false, tag: '' };
  const first = recorded(begun(start), { ...start, report: true }, 0);
  const second = recorded(first, { ...start, report: false, name: 'W' }, 1);
  const third = recorded(second, { ...start, name: 'W', tag: 'T' }, 2);
  expect(undone(third).present).toEqual({ ...start, name: 'W' });
  expect(undone(undone(third)).present).toEqual({ ...start, report: true });
});

it('forgets what was undone once something else is typed, and never joins it to what came before', () => {
  const two = recorded(recorded(begun(''), 'a', 0), 'b', 10_000);
  const other = recorded(undone(two), 'c', 10_001);
  expect(other.future).toEqual([]);
  expect(undone(other).present).toBe('a');
});

it('stays where it is at either end, and does not grow when nothing changed', () => {
  const one = begun('x');
  expect(undone(one).present).toBe('x');
  expect(redone(one).present).toBe('x');
  expect(recorded(one, 'x', 1)).toBe(one);
});

it('takes a repair as an edit of its own, between typing in the very field that it changes', () => {
  const typed = recorded(begun(''), 'WEEK', 1000);
  const repaired = recorded(recordedWhole(typed, 'WEEK_2'), 'WEEK_2', 1001);
  const typedOn = recorded(repaired, 'WEEK_23', 1002);
  expect(undone(repaired).present).toBe('WEEK');
  expect(undone(typedOn).present).toBe('WEEK_2');
  expect(undone(undone(undone(typedOn))).present).toBe('');
});
