// From a link of the outside world nothing but the id of a run is taken.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedPage } from '../../../../electron/shell/page-address.ts';
import { newId } from '../../../../shared/domain/id.ts';

test('the id of a run leads to its page, wherever the link stands', () => {
  const id = newId(Date.UTC(2026, 10, 24));
  expect(linkedPage(['/opt/respaldo', '--hidden', `respaldo://run/${id}`])).toBe(`#/runs/${id}`);
  expect(linkedPage([`respaldo://run/${id}/`])).toBe(`#/runs/${id}`);
  expect(linkedPage(['/opt/respaldo', '.'])).toBeNull();
});

test.each([
  'respaldo://run/',
  'respaldo://run/01J',
  'respaldo://run/01JDEWK3V00000000000000001?line=2',
  'respaldo://run/01JDEWK3V00000000000000001#/settings',
  'respaldo://run/../settings/00000000000000001',
  // No letter of Crockford's.
  'respaldo://run/01JDEWK3VIIIIIIIIIIIIIIIII',
  'respaldo://settings',
  'RESPALDO://run/01JDEWK3V00000000000000001',
  'https://run/01JDEWK3V00000000000000001',
  '--x=respaldo://run/01JDEWK3V00000000000000001',
  'respaldo://run/01JDEWK3V00000000000000001\n',
])('%j leads nowhere', (word) => {
  expect(linkedPage([word])).toBeNull();
});

test('whatever a link holds, what it leads to is a run', () => {
  fc.assert(
    fc.property(fc.string(), (rest) => {
      const page = linkedPage([`respaldo://run/${rest}`]);
      expect(page === null || /^#\/runs\/[0-9A-Z]{26}$/.test(page)).toBe(true);
    }),
  );
});
