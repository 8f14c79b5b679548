// The file that a Linux desktop reads at login: what it would run is what was meant, whatever the paths look like.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autostartEntry, isEntryOf } from '../../../../electron/shell/autostart-entry.ts';

/** Reads `Exec` as the Desktop Entry specification says: the escapes of a value first, then quotes and field codes. */
function commandIn(text: string): string[] {
  const value = /^Exec=(.*)$/m.exec(text)?.[1] ?? '';
  const unescaped = value.replace(/\\(.)/g, (_all, next: string) => ({ n: '\n', r: '\r', t: '\t', s: ' ' })[next] ?? next);
  const words = [...unescaped.matchAll(/"((?:\\.|[^"\\])*)"|([^\s"]+)/gs)];
  return words.map(([, quoted, plain]) =>
    (quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/gs, '$1')).replaceAll('%%', '%'),
  );
}

test('an ordinary start reads as one would write it', () => {
  const text = autostartEntry({ command: ['/opt/Respaldo/respaldo', '--hidden'], profile: '/home/ana/.config/Respaldo' });
  expect(text).toContain('\nExec=/opt/Respaldo/respaldo --hidden\n');
  expect(text.startsWith('[Desktop Entry]\nType=Application\nName=Respaldo\n')).toBe(true);
  expect(isEntryOf(text, '/home/ana/.config/Respaldo')).toBe(true);
  expect(isEntryOf(text, '/home/ana/.config/Respaldo2')).toBe(false);
});

test('blanks, quotes, dollars, backslashes and percent signs reach the program as they are', () => {
  const command = ['/opt/My Apps/respaldo', '--profile=/home/ana/100% "mine" $HOME `x` \\new'];
  const text = autostartEntry({ command, profile: '/p' });
  expect(commandIn(text)).toEqual(command);
  // Twice, as the specification asks: once for the quotes of Exec, once for the value.
  expect(text).toContain('\\\\$HOME');
});

test('any command comes back, and never leaves its line', () => {
  const word = fc.string({ minLength: 1, unit: fc.constantFrom(...'ab/ "`$\\%\n\t=~é'.split('')) });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, (command, profile) => {
      const text = autostartEntry({ command, profile });
      expect(commandIn(text)).toEqual(command);
      expect(text.split('\n')).toHaveLength(11);
      expect(isEntryOf(text, profile)).toBe(true);
    }),
  );
});
