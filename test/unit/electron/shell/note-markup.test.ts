// A note shows what was written, whatever its daemon makes of angle brackets.
import { expect, test } from 'vitest';
import { asMarkup } from '../../../../electron/shell/note-markup.ts';

test('brackets and ampersands are shown, not obeyed', () => {
  expect(asMarkup('a <b>bold</b> & <a href="x">link</a> &amp;')).toBe(
    'a &lt;b&gt;bold&lt;/b&gt; &amp; &lt;a href="x"&gt;link&lt;/a&gt; &amp;amp;',
  );
  expect(asMarkup('ORA-19809: límite')).toBe('ORA-19809: límite');
});
