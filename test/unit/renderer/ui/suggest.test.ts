// Names offered while a list of names is typed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, taken, type Suggestion } from '../../../../renderer/ui/suggest.ts';

const all: Suggestion[] = [
  { value: 'SYSTEM', detail: '1 GB' },
  { value: 'USERS', detail: '2 GB' },
  { value: 'VENTAS:USERS', detail: '3 GB', also: 'VENTAS' },
];
const offered = (text: string, caret = text.length): string[] => fitting(text, caret, all).map(({ value }) => value);

test('what begins with the name comes first; what is in the list is not offered again', () => {
  expect(offered('')).toEqual(['SYSTEM', 'USERS', 'VENTAS:USERS']);
  expect(offered('us')).toEqual(['USERS', 'VENTAS:USERS']);
  expect(offered('USERS, ')).toEqual(['SYSTEM', 'VENTAS:USERS']);
  expect(offered('nothing')).toEqual([]);
});

test('the name at the caret is meant, wherever it stands', () => {
  expect(offered('sy, USERS', 2)).toEqual(['SYSTEM']);
  expect(taken('sy, USERS', 2, 'SYSTEM')).toEqual({ text: 'SYSTEM, USERS', caret: 6 });
  expect(taken('USERS, v', 8, 'VENTAS:USERS')).toEqual({ text: 'USERS, VENTAS:USERS', caret: 19 });
});

test('taking a name changes that one name and no other', () => {
  const part = fc.stringMatching(/^[A-Z]{1,4}$/);
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.nat(), (parts, at) => {
    const index = at % parts.length;
    const text = parts.join(', ');
    const caret = parts.slice(0, index + 1).join(', ').length;
    const next = taken(text, caret, 'NEW');
    expect(next.text.split(',').map((one) => one.trim())).toEqual(parts.with(index, 'NEW'));
    expect(next.text.slice(0, next.caret)).toMatch(/NEW$/);
  }));
});
